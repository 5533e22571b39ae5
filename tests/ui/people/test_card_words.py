from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact
from newsdesk.domain.ids import ContactId, OrganisationId, PersonId, RoleId
from newsdesk.domain.merging import Likeness
from newsdesk.domain.person import Organisation, Person, Role
from newsdesk.ui.people.card_words import (
    detail_of,
    found_by,
    likeness_words,
    role_line,
    span_words,
    title_in,
)

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
TODAY = date(2026, 11, 25)
PORT = Organisation(id=OrganisationId(UUID(int=1)), names={"en": "Port", "fr": "Le port"})
ROLE = Role(
    id=RoleId(UUID(int=2)), titles={"en": "Master", "fr": "capitaine"}, organisation_id=PORT.id
)
PAER = Person(id=PersonId(UUID(int=3)), display_name="Pär Elm", roles=(ROLE,))
BOOK = {PORT.id: PORT}


def test_a_role_is_said_in_the_language_of_the_house() -> None:
    assert role_line(ROLE, BOOK, "fr-CH") == "capitaine, Le port"
    assert role_line(ROLE, {}, "de") == "Master"
    assert title_in({"ar": "رئيس"}, "en") == "رئيس"
    assert title_in({}, "en") == ""


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, ""),
        (date(2026, 1, 1), None, "since 1 Jan 2026"),
        (None, date(2026, 1, 1), "until 1 Jan 2026"),
        (date(2026, 1, 1), date(2026, 2, 1), "1 Jan 2026 – 1 Feb 2026"),
    ],
)
def test_days_are_said_as_far_as_they_are_known(
    first: date | None, last: date | None, said: str
) -> None:
    assert span_words(first, last, ENGLISH) == said


def test_a_line_of_the_list_says_what_needs_looking_at() -> None:
    def said(card: Card) -> str:
        return detail_of(card, BOOK, "en", TODAY)

    contact = Contact(id=ContactId(UUID(int=4)), display_name="Ana", office="Quay")
    assert said(Card(person=PAER)) == "Master, Port · quoted"
    assert said(Card(contact=contact)) == "Quay · to verify"
    fresh = Contact(id=contact.id, display_name="Ana", office="Quay", last_verified=TODAY)
    assert said(Card(contact=fresh)) == "Quay"
    retired = Contact(id=contact.id, display_name="Ana", is_active=False)
    assert said(Card(contact=retired)) == "not active"


def test_a_card_is_found_by_its_titles_and_organisations() -> None:
    words = found_by(Card(person=PAER), BOOK)
    assert all(one in words for one in ("Pär Elm", "capitaine", "Le port"))


def test_why_cards_may_be_one_is_said_in_one_order() -> None:
    every = frozenset(Likeness)
    assert likeness_words(every) == "the same name, the same e-mail address, the same number"
