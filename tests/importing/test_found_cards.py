"""Parts of a card, put together."""

from datetime import date

import pytest

from newsdesk.domain.contact import PointKind
from newsdesk.domain.person import TypedRole
from newsdesk.importing.found_cards import (
    LONGEST_FIELD,
    CardParts,
    Doubt,
    FoundCard,
    RowProblem,
    one_line,
    read_day,
)


def found(parts: CardParts) -> FoundCard:
    card = parts.found()
    assert isinstance(card, FoundCard)
    return card


def test_a_name_with_a_number_is_a_contact_alone() -> None:
    parts = CardParts(line=1, name="Noor Elm", sort_name="Elm, Noor")
    parts.add_point(PointKind.PHONE, "+41 22 555 01 00")
    parts.add_point(PointKind.PHONE, "+41 22 555 01 00")
    card = found(parts).card
    assert card.person is None
    assert card.contact is not None
    assert len(card.contact.points) == 1


def test_who_has_other_names_is_a_person_too() -> None:
    card = found(CardParts(line=1, name="Pär Elm", variants=["Par Elm", "Pär Elm", ""])).card
    assert card.person is not None
    assert card.person.variants == ("Par Elm",)


def test_who_has_roles_and_nothing_to_be_asked_by_is_quoted_only() -> None:
    role = TypedRole(titles={"en": "Master"})
    one = found(CardParts(line=1, name="Pär Elm", roles=[role], role_title="Master"))
    assert (one.card.contact, one.roles) == (None, (role,))


def test_a_company_is_an_office() -> None:
    card = found(CardParts(line=1, name="Harbour  Trust", office="Harbour Trust")).card
    assert card.contact is not None
    assert (card.contact.display_name, card.contact.office) == ("", "Harbour Trust")


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        (CardParts(line=1), RowProblem.NOBODY),
        (CardParts(line=1, name=" \t\x00"), RowProblem.NOBODY),
        (CardParts(line=1, name="x" * (LONGEST_FIELD + 1)), RowProblem.TOO_LONG),
        (CardParts(line=1, name="x", variants=["y" * 10**6]), RowProblem.TOO_LONG),
    ],
)
def test_what_is_nobody_or_endless_is_refused(parts: CardParts, problem: RowProblem) -> None:
    assert parts.found() is problem


@pytest.mark.parametrize(
    ("kind", "text", "doubt"),
    [
        (PointKind.EMAIL, "noor at example.org", Doubt.EMAIL),
        (PointKind.PHONE, "12", Doubt.NUMBER),
        (PointKind.MOBILE, "+41 79 555 01 00 000 000", Doubt.NUMBER),
        (PointKind.PHONE, "+41 22 555 01 00 ext. 203", None),
        (PointKind.EMAIL, "noor@example.org", None),
        (PointKind.WEB, "anything", None),
    ],
)
def test_what_cannot_be_dialled_or_written_to_is_doubted(
    kind: PointKind, text: str, doubt: Doubt | None
) -> None:
    parts = CardParts(line=1, name="Noor Elm")
    parts.add_point(kind, text)
    assert found(parts).doubts == ({doubt} if doubt else set())


def test_letters_that_were_read_wrongly_before_are_doubted() -> None:
    assert found(CardParts(line=1, name="PÃ¤r Elm")).doubts == {Doubt.LETTERS}


def test_what_a_file_says_of_days_and_languages_is_read_or_left_out() -> None:
    parts = CardParts(line=1, name="Ana", languages=["fr_CH", "?!"], last_verified="2026-01-31")
    contact = found(parts).card.contact
    assert contact is not None
    assert (contact.languages, contact.last_verified) == (("fr-CH",), date(2026, 1, 31))
    assert read_day("31.1.2026") is None


def test_a_line_has_no_ends_and_no_controls() -> None:
    assert one_line(" a\r\n\tb\x07 c ") == "a b c"
