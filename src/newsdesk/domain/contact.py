"""Whom the press asks."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from newsdesk.domain.ids import ContactId, PersonId, PlaceId


class PointKind(StrEnum):
    """A way to reach a contact."""

    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    FAX = "fax"
    WHATSAPP = "whatsapp"
    WEB = "web"

    @property
    def is_number(self) -> bool:
        return self in _NUMBERS


_NUMBERS = frozenset({PointKind.PHONE, PointKind.MOBILE, PointKind.FAX, PointKind.WHATSAPP})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """One number or address."""

    kind: PointKind
    value: str  # a number in E.164 where it is known to be one ("+41225550100"); an address
    display: str | None = None  # a number grouped as entered
    extension: str | None = None
    usage: str | None = None  # "office hours"
    public: bool = True  # what is not public reaches no output


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An entry of the address book. An office alone has no `display_name`."""

    id: ContactId
    person_id: PersonId | None = None
    display_name: str = ""
    role_title: str | None = None
    office: str | None = None  # organisation, section or office, as printed
    place_id: PlaceId | None = None
    languages: tuple[str, ...] = ()
    tz: str | None = None
    hours: str | None = None
    is_active: bool = True
    public: bool = True
    last_verified: date | None = None
    cover_by: ContactId | None = None
    cover_from: date | None = None
    cover_to: date | None = None
    points: tuple[ContactPoint, ...] = ()
    version: int = 0  # times saved, the lock counter; 0 means never

    @property
    def phones(self) -> tuple[ContactPoint, ...]:
        return tuple(point for point in self.points if point.kind.is_number)

    @property
    def emails(self) -> tuple[ContactPoint, ...]:
        return tuple(point for point in self.points if point.kind is PointKind.EMAIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseContact:
    """A contact as one release prints it.

    A copy: what was issued does not change when the address book does. `contact_id` says whose copy
    it is, None if the contact came with the release and is in no address book.
    """

    contact_id: ContactId | None = None
    display_name: str = ""
    role_title: str | None = None
    office: str | None = None
    public: bool = True
    points: tuple[ContactPoint, ...] = ()
    withheld: frozenset[ContactPoint] = frozenset()  # public, but not shown on this release
    group_label: str | None = None  # "In Bonn, Germany"

    @classmethod
    def of(cls, contact: Contact, *, group_label: str | None = None) -> "ReleaseContact":
        return cls(
            contact_id=contact.id,
            display_name=contact.display_name,
            role_title=contact.role_title,
            office=contact.office,
            public=contact.public,
            points=contact.points,
            group_label=group_label,
        )

    def renewed(self, contact: Contact) -> "ReleaseContact":
        """Return this copy as the address book has it now; its label and what is withheld stay."""
        withheld = {(point.kind, point.value) for point in self.withheld}
        return replace(
            ReleaseContact.of(contact, group_label=self.group_label),
            public=self.public and contact.public,
            withheld=frozenset(p for p in contact.points if (p.kind, p.value) in withheld),
        )

    @property
    def exported_points(self) -> tuple[ContactPoint, ...]:
        """What may leave the desk: public and not withheld."""
        if not self.public:
            return ()
        return tuple(p for p in self.points if p.public and p not in self.withheld)
