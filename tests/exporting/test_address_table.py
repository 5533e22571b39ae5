"""The address book in a spreadsheet."""

import csv
from datetime import date
from io import StringIO
from uuid import UUID

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import ContactId, OrganisationId, PersonId, RoleId
from newsdesk.domain.person import Organisation, Person, Role, TypedRole
from newsdesk.exporting.address_table import HEADINGS, address_table
from newsdesk.importing.address_table import read_table

TRUST = Organisation(id=OrganisationId(UUID(int=1)), names={"en": "Harbour Trust"})
PAER = Person(
    id=PersonId(UUID(int=2)),
    display_name="=cmd|' /C calc'!A0",
    sort_name="Elm, Pär",
    variants=("@Par Elm", "P. Elm"),
    roles=(
        Role(
            id=RoleId(UUID(int=3)),
            titles={"en": "Master"},
            organisation_id=TRUST.id,
            valid_from=date(2026, 1, 1),
        ),
    ),
)
CONTACT = Contact(
    id=ContactId(UUID(int=5)),
    display_name=PAER.display_name,
    office='Quay, "Harbour"\tOffice',
    role_title="-Head",
    languages=("en", "fr-CH"),
    tz="Europe/Zurich",
    hours="+9–17",
    is_active=False,
    last_verified=date(2026, 2, 1),
    points=(
        ContactPoint(kind=PointKind.PHONE, value="+41225550100", extension="203"),
        ContactPoint(kind=PointKind.MOBILE, value="+41795550100", public=False),
        ContactPoint(kind=PointKind.EMAIL, value="paer@example.org"),
        ContactPoint(kind=PointKind.EMAIL, value="press@example.org"),
    ),
)
BOTH = Card(person=PAER, contact=CONTACT)


def written(*cards: Card, with_private: bool = True) -> bytes:
    return address_table(cards, {TRUST.id: TRUST}, with_private=with_private)


def rows(raw: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline="")))


def test_no_cell_is_a_formula() -> None:
    heading, row = rows(written(BOTH))
    assert heading == list(HEADINGS)
    assert len(row) == len(HEADINGS)
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    assert row[0] == "'=cmd|' /C calc'!A0"


def test_all_that_is_known_comes_back() -> None:
    (found,) = read_table(written(BOTH), "book.csv").cards
    person, contact = found.card.person, found.card.contact
    assert person is not None
    assert contact is not None
    assert (person.display_name, person.sort_name) == (PAER.display_name, PAER.sort_name)
    assert person.variants == PAER.variants
    assert (contact.role_title, contact.hours, contact.tz) == ("-Head", "+9–17", "Europe/Zurich")
    assert contact.office == 'Quay, "Harbour" Office'
    assert (contact.languages, contact.is_active) == (CONTACT.languages, False)
    assert contact.last_verified == CONTACT.last_verified
    assert {(one.kind, one.value, one.public) for one in contact.points} == {
        (PointKind.PHONE, "+41225550100 ext. 203", True),
        (PointKind.MOBILE, "+41795550100", False),
        (PointKind.EMAIL, "paer@example.org", True),
        (PointKind.EMAIL, "press@example.org", True),
    }
    assert found.roles == (
        TypedRole(
            titles={"en": "Master"}, organisation="Harbour Trust", valid_from=date(2026, 1, 1)
        ),
    )
    assert (found.key, found.doubts) == (CONTACT.id, set())


def test_what_is_not_public_is_not_written_unless_asked_for() -> None:
    assert b"+41795550100" not in written(BOTH, with_private=False)
    hidden = Card(contact=Contact(id=CONTACT.id, office="Press desk", public=False))
    assert len(rows(written(hidden, with_private=False))) == 1
    assert len(rows(written(hidden))) == 2


def test_excel_is_told_the_encoding() -> None:
    assert written(BOTH).startswith(b"\xef\xbb\xbf")


def test_who_is_only_quoted_has_a_row_too() -> None:
    (found,) = read_table(written(Card(person=PAER)), "book.csv").cards
    assert found.card.name == PAER.display_name
    assert found.card.contact is None
