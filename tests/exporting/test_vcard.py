"""Address cards as other programs read them, and as we read them again."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import ContactId, OrganisationId, PersonId, RoleId
from newsdesk.domain.person import Organisation, Person, Role, TypedRole
from newsdesk.exporting.vcard import VERSIONS, vcards
from newsdesk.importing.vcard import read_vcards

DAY = date(2026, 3, 2)
TRUST = Organisation(id=OrganisationId(UUID(int=1)), names={"en": 'Quay; "Harbour", Trust'})
PAER = Person(
    id=PersonId(UUID(int=2)),
    display_name="Pär Elm, Dr.",
    sort_name="Elm, Pär",
    variants=("Par Elm", "P; Elm"),
    roles=(
        Role(
            id=RoleId(UUID(int=3)),
            titles={"en": "Master", "ar": "رئيس"},
            organisation_id=TRUST.id,
            valid_from=date(2026, 1, 1),
        ),
        Role(id=RoleId(UUID(int=4)), titles={"en": "Clerk"}, valid_to=date(2025, 12, 31)),
    ),
)
CONTACT = Contact(
    id=ContactId(UUID(int=5)),
    person_id=PAER.id,
    display_name=PAER.display_name,
    office="Harbour Office; Geneva",
    languages=("en", "fr-CH"),
    tz="Europe/Zurich",
    hours="9–17, not on Fridays",
    is_active=False,
    last_verified=date(2026, 2, 1),
    points=(
        ContactPoint(
            kind=PointKind.PHONE, value="+41225550100", display="+41 22 555 01 00", extension="203"
        ),
        ContactPoint(kind=PointKind.MOBILE, value="+41795550100", public=False, usage="nights"),
        ContactPoint(kind=PointKind.EMAIL, value="paer@example.org"),
        ContactPoint(kind=PointKind.FAX, value="+41225550109"),
        ContactPoint(kind=PointKind.WHATSAPP, value="+41795550101"),
        ContactPoint(kind=PointKind.WEB, value="https://example.org/a;b,c"),
    ),
)
BOTH = Card(person=PAER, contact=CONTACT)


def written(*cards: Card, version: str = "3.0", with_private: bool = True) -> bytes:
    return vcards(cards, {TRUST.id: TRUST}, version=version, day=DAY, with_private=with_private)


@pytest.mark.parametrize("version", VERSIONS)
def test_all_that_is_known_comes_back(version: str) -> None:
    (found,) = read_vcards(written(BOTH, version=version), "book.vcf").cards
    assert found.card.person is not None
    assert found.card.contact is not None
    assert found.card.person.variants == PAER.variants
    assert found.card.person.sort_name == PAER.sort_name
    as_typed = tuple(
        ContactPoint(
            kind=one.kind,
            value=(one.display or one.value) + (f" ext. {one.extension}" if one.extension else ""),
            public=one.public,
            usage=one.usage,
        )
        for one in CONTACT.points
    )
    assert set(found.card.contact.points) == set(as_typed)
    assert replace(found.card.contact, points=()) == replace(
        CONTACT, id=found.card.contact.id, person_id=None, points=()
    )
    assert found.roles == (
        TypedRole(
            titles={"en": "Master", "ar": "رئيس"},
            organisation="Quay; 'Harbour', Trust",
            valid_from=date(2026, 1, 1),
        ),
        TypedRole(titles={"en": "Clerk"}, valid_to=date(2025, 12, 31)),
    )
    assert (found.key, found.doubts) == (CONTACT.id, set())


@pytest.mark.parametrize("version", VERSIONS)
def test_other_programs_read_it(version: str) -> None:
    card = vobject.readOne(written(BOTH, version=version).decode())
    assert card.version.value == version
    assert card.fn.value == "Pär Elm, Dr."
    assert (card.n.value.family, card.n.value.given) == ("Elm", "Pär")
    assert card.org.value == ["Harbour Office; Geneva"]
    assert card.title.value == "Master"
    assert card.email.value == "paer@example.org"


def test_what_is_not_public_is_not_written_unless_asked_for() -> None:
    text = written(BOTH, with_private=False).decode()
    assert "+41795550100" not in text
    assert "+41 22 555 01 00" in text
    hidden = Card(contact=replace(CONTACT, public=False))
    assert written(hidden, with_private=False) == b""
    assert "X-NEWSDESK-PUBLIC:0" in written(hidden).decode()


def test_an_office_is_written_as_one() -> None:
    office = Card(contact=Contact(id=CONTACT.id, office="Press desk"))
    assert "KIND:org" in written(office, version="4.0").decode()
    (found,) = read_vcards(written(office), "book.vcf").cards
    assert found.card.contact is not None
    assert (found.card.contact.display_name, found.card.contact.office) == ("", "Press desk")


def test_who_is_only_quoted_stays_so() -> None:
    (found,) = read_vcards(written(Card(person=PAER)), "book.vcf").cards
    assert found.card.contact is None


_TEXT = (
    st.text(
        alphabet=st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"]),
        min_size=1,
        max_size=120,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@given(_TEXT, _TEXT, _TEXT)
@settings(max_examples=150, deadline=None)
def test_any_text_comes_back_whatever_stands_in_it(name: str, office: str, title: str) -> None:
    contact = Contact(id=CONTACT.id, display_name=name, office=office, role_title=title)
    for version in VERSIONS:
        (found,) = read_vcards(written(Card(contact=contact), version=version), "book.vcf").cards
        back = found.card.contact
        assert back is not None
        wanted = [name, office, title]
        if name != office:
            assert [back.display_name, back.office, back.role_title] == wanted
