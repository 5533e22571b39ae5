"""Address cards for phones, Outlook and other books: vCard 3.0 and 4.0.

What the format has no word for is written beside it under names that begin with X-NEWSDESK, which
every other program passes over; a book that is brought in again loses nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import Protocol, cast

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import OrganisationId
from newsdesk.domain.person import Organisation, Person, Role

VERSIONS = ("3.0", "4.0")


class _Line(Protocol):
    value: object
    params: dict[str, list[str]]


class _Component(Protocol):
    def add(self, name: str) -> _Line: ...

    def serialize(self, *, validate: bool) -> str: ...


class _Names(Protocol):
    def Name(self, *, family: str, given: str) -> object: ...  # noqa: N802 - its name


class _Writer(Protocol):
    """What is used of `vobject`, which has no types."""

    vcard: _Names

    def vCard(self) -> _Component: ...  # noqa: N802 - its name


def vcards(
    cards: Sequence[Card],
    organisations: Mapping[OrganisationId, Organisation],
    *,
    version: str,
    day: date,
    with_private: bool,
) -> bytes:
    """Return cards as one file in UTF-8.

    Args:
        version: one of `VERSIONS`.
        day: whose role is a card's title.
        with_private: what is not public too; without it none of it is written.
    """
    written = [
        _Card(card, organisations, version, day, with_private=with_private).text()
        for card in cards
        if with_private or card.contact is None or card.contact.public
    ]
    return "".join(written).encode()


class _Card:
    def __init__(
        self,
        card: Card,
        organisations: Mapping[OrganisationId, Organisation],
        version: str,
        day: date,
        *,
        with_private: bool,
    ) -> None:
        self._card = card
        self._organisations = organisations
        self._is_new = version == "4.0"
        self._day = day
        self._with_private = with_private
        self._writer = cast(_Writer, import_module("vobject"))
        self._made = self._writer.vCard()
        self._add("VERSION", version)

    def text(self) -> str:
        card, contact = self._card, self._card.contact
        self._add("UID", f"urn:uuid:{card.key}")
        self._add("FN", card.name)
        if card.person is None and contact is not None and not contact.display_name:
            self._add_office_name()
        else:
            self._add_name(card.person, card.name)
        if contact is not None:
            self._add_contact(contact)
        if card.person is not None:
            self._add_person(card.person, contact)
        return self._made.serialize(validate=False)

    def _add(self, name: str, value: object, **params: str) -> None:
        line = self._made.add(name.lower())
        line.value = value
        for key, text in params.items():
            line.params[key.replace("_", "-")] = [_parameter(text)]

    def _add_office_name(self) -> None:
        self._made.add("n").value = self._writer.vcard.Name(family="", given="")
        if self._is_new:
            self._add("KIND", "org")

    def _add_name(self, person: Person | None, name: str) -> None:
        sort_name = person.sort_name if person else ""
        family, comma, given = sort_name.partition(", ")
        if not comma:
            *first, last = name.split() or [""]
            family, given = last, " ".join(first)
        self._made.add("n").value = self._writer.vcard.Name(family=family, given=given)

    def _add_contact(self, contact: Contact) -> None:
        if contact.office:
            self._add("ORG", [contact.office])
        if contact.role_title:
            self._add("TITLE", contact.role_title)
        for point in contact.points:
            if point.public or self._with_private:
                self._add_point(point)
        for place, tag in enumerate(contact.languages, start=1):
            self._add("LANG", tag, PREF=str(place))
        if contact.tz:
            self._add("TZ", contact.tz)
        if contact.hours:
            self._add("X-NEWSDESK-HOURS", contact.hours)
        if contact.last_verified:
            self._add("X-NEWSDESK-VERIFIED", contact.last_verified.isoformat())
        if not contact.public:
            self._add("X-NEWSDESK-PUBLIC", "0")
        if not contact.is_active:
            self._add("X-NEWSDESK-ACTIVE", "0")

    def _add_point(self, point: ContactPoint) -> None:
        own: dict[str, str] = {} if point.public else {"X-NEWSDESK-PUBLIC": "0"}
        if point.usage:
            own["X-NEWSDESK-USAGE"] = point.usage
        printed = point.display or point.value
        number = f"{printed} ext. {point.extension}" if point.extension else printed
        match point.kind:
            case PointKind.EMAIL:
                self._add("EMAIL", point.value, TYPE="work" if self._is_new else "INTERNET", **own)
            case PointKind.WEB:
                self._add("URL", point.value, **own)
            case PointKind.MOBILE:
                self._add("TEL", number, TYPE="cell", **own)
            case PointKind.FAX:
                self._add("TEL", number, TYPE="fax", **own)
            case PointKind.WHATSAPP:
                self._add("TEL", number, TYPE="x-whatsapp", **own)
            case PointKind.PHONE:
                self._add("TEL", number, TYPE="work", **own)

    def _add_person(self, person: Person, contact: Contact | None) -> None:
        for variant in person.variants:
            self._add("NICKNAME", variant)
        held = person.role_on(self._day)
        if held is not None and (contact is None or not contact.role_title):
            self._add("TITLE", next(iter(held.titles.values()), ""))
        for number, role in enumerate(person.roles, start=1):
            self._add_role(number, role)

    def _add_role(self, number: int, role: Role) -> None:
        said = {
            "X-ROLE": str(number),
            "X-FROM": role.valid_from.isoformat() if role.valid_from else "",
            "X-TO": role.valid_to.isoformat() if role.valid_to else "",
            "X-ORG": self._organisation(role),
        }
        for language, title in (role.titles or {"en": ""}).items():
            self._add(
                "X-NEWSDESK-ROLE",
                title,
                LANGUAGE=language,
                **{key: text for key, text in said.items() if text},
            )

    def _organisation(self, role: Role) -> str:
        one = self._organisations.get(role.organisation_id) if role.organisation_id else None
        return next(iter(one.names.values()), "") if one else ""


def _parameter(text: str) -> str:
    """Return a text as a parameter can hold it: the format knows no quotes and lines in one."""
    return " ".join(text.replace('"', "'").split())
