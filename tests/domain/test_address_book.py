"""Cards, and when they need somebody to look at them."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from newsdesk.domain.address_book import (
    VERIFIED_FOR_DAYS,
    BookChange,
    Card,
    is_covered,
    is_stale,
    sort_name_of,
)
from newsdesk.domain.contact import Contact
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person

TODAY = date(2026, 3, 2)
PAER = Person(
    id=PersonId(UUID(int=1)), display_name="Pär Elm", sort_name="Elm", variants=("Par Elm",)
)
DESK = Contact(id=ContactId(UUID(int=2)), office="Press desk")


def test_a_card_is_called_as_its_bearer_writes_it() -> None:
    both = Card(person=PAER, contact=Contact(id=ContactId(UUID(int=3)), display_name="P. Elm"))
    assert both.name == "Pär Elm"
    assert both.names == ("Pär Elm", "P. Elm", "Par Elm")
    assert (both.key, both.sort_key) == (UUID(int=3), "elm")
    assert (Card(person=PAER).key, Card(contact=DESK).name) == (PAER.id, "Press desk")


def test_a_card_of_nobody_has_no_key() -> None:
    with pytest.raises(ValueError, match="neither"):
        _ = Card().key


@pytest.mark.parametrize(
    ("name", "sort_name"),
    [("Noor van Elm", "Elm, Noor van"), ("Elm", "Elm"), ("", ""), ("王芳", "王芳")],
)
def test_lists_go_by_the_last_word_of_a_name(name: str, sort_name: str) -> None:
    assert sort_name_of(name) == sort_name


@pytest.mark.parametrize(
    ("days", "stale"), [(0, False), (VERIFIED_FOR_DAYS, False), (VERIFIED_FOR_DAYS + 1, True)]
)
def test_what_was_verified_within_a_year_is_fresh(days: int, stale: bool) -> None:
    contact = Contact(id=DESK.id, last_verified=TODAY - timedelta(days=days))
    assert is_stale(contact, TODAY) is stale


def test_what_was_never_verified_is_stale() -> None:
    assert is_stale(DESK, TODAY)


@pytest.mark.parametrize(
    ("first", "last", "covered"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (TODAY + timedelta(days=1), None, False),
        (None, TODAY - timedelta(days=1), False),
    ],
)
def test_a_cover_answers_on_its_days(first: date | None, last: date | None, covered: bool) -> None:
    away = Contact(id=ContactId(UUID(int=4)), cover_by=DESK.id, cover_from=first, cover_to=last)
    assert is_covered(away, TODAY) is covered


def test_nobody_answers_for_who_is_there() -> None:
    assert not is_covered(DESK, TODAY)


def test_a_change_of_nothing_is_empty() -> None:
    assert BookChange().is_empty
    assert not BookChange(versions={DESK.id: 1}).is_empty
