"""The address book as a table for a spreadsheet, which runs nothing that stands in it."""

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO

from newsdesk.domain.address_book import Card
from newsdesk.domain.canonical import encode
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import ContactId, OrganisationId
from newsdesk.domain.person import Organisation, Role
from newsdesk.domain.spreadsheet_cell import neutralised

HEADINGS = (
    "Name",
    "Sort name",
    "Other names",
    "Job title",
    "Office",
    "E-mail",
    "Telephone",
    "Mobile",
    "Fax",
    "WhatsApp",
    "Web",
    "Not public",
    "Languages",
    "Time zone",
    "Hours",
    "Public",
    "Active",
    "Last verified",
    "Roles",
    "Key",
)
BETWEEN = "; "
_KINDS = (
    PointKind.EMAIL,
    PointKind.PHONE,
    PointKind.MOBILE,
    PointKind.FAX,
    PointKind.WHATSAPP,
    PointKind.WEB,
)


def address_table(
    cards: Sequence[Card],
    organisations: Mapping[OrganisationId, Organisation],
    *,
    with_private: bool,
) -> bytes:
    """Return cards as comma-separated values, in UTF-8 that says so: Excel asks for the mark.

    Args:
        with_private: what is not public too; without it none of it is written.
    """
    file = StringIO(newline="")
    table = csv.writer(file)
    table.writerow(HEADINGS)
    for card in cards:
        if with_private or card.contact is None or card.contact.public:
            row = _row(card, organisations, with_private=with_private)
            table.writerow([neutralised(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def _row(
    card: Card, organisations: Mapping[OrganisationId, Organisation], *, with_private: bool
) -> list[str]:
    person, contact = card.person, card.contact or _nobody(card)
    public = [point for point in contact.points if point.public]
    private = [point for point in contact.points if not point.public] if with_private else []
    has_name = person is not None or bool(contact.display_name)
    return [
        card.name if has_name else "",
        person.sort_name if person else "",
        BETWEEN.join(person.variants if person else ()),
        contact.role_title or "",
        contact.office or "",
        *(BETWEEN.join(_printed(one) for one in public if one.kind is kind) for kind in _KINDS),
        BETWEEN.join(f"{one.kind.value}: {_printed(one)}" for one in private),
        BETWEEN.join(contact.languages),
        contact.tz or "",
        contact.hours or "",
        _yes(contact.public),
        _yes(contact.is_active),
        contact.last_verified.isoformat() if contact.last_verified else "",
        _roles(person.roles if person else (), organisations),
        str(card.key),
    ]


def _nobody(card: Card) -> Contact:
    return Contact(id=ContactId(card.key))


def _printed(point: ContactPoint) -> str:
    text = point.display or point.value
    return f"{text} ext. {point.extension}" if point.extension else text


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _roles(roles: Sequence[Role], organisations: Mapping[OrganisationId, Organisation]) -> str:
    """Return roles in one cell: what a cell has no room for is written as JSON."""
    rows = [
        {
            "titles": encode(role.titles),
            "organisation": _name(role.organisation_id, organisations),
            "from": encode(role.valid_from),
            "to": encode(role.valid_to),
        }
        for role in roles
    ]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def _name(key: OrganisationId | None, organisations: Mapping[OrganisationId, Organisation]) -> str:
    one = organisations.get(key) if key else None
    return next(iter(one.names.values()), "") if one else ""
