import pytest

from newsdesk.domain.provenance import Confidence, FindingKind, Mark
from newsdesk.ui.dialogs.mark_places import (
    Place,
    from_qt,
    mark_of,
    moved,
    snapped,
    stepped,
    to_qt,
)
from tests.ui.dialogs.marks import shown

LINES = ("Headline", "", "GENEVA, 3 May – Ninety workers", "came.", "", "Contact", "Dana")
DATELINE = shown(FindingKind.DATELINE, (2, 0), (2, 15))
CONTACT = shown(FindingKind.CONTACT, (5, 0), (6, 4))


@pytest.mark.parametrize("line", ["plain", "Ünïcödé", "a🛟b🛟c", "مرحبا"])
def test_columns_are_counted_both_ways(line: str) -> None:
    for column in range(len(line) + 1):
        assert from_qt(line, to_qt(line, column)) == column
    assert to_qt("🛟b", 1) == 2


def test_a_mark_covers_what_is_in_it() -> None:
    assert CONTACT.covers(Place(5, 0))
    assert CONTACT.covers(Place(6, 3))
    assert not CONTACT.covers(Place(6, 4))
    assert CONTACT.is_whole(LINES)
    assert not DATELINE.is_whole(LINES)


def test_a_dateline_moves_by_word_and_a_contact_by_line() -> None:
    assert DATELINE.moves_by_word(LINES)
    assert not CONTACT.moves_by_word(LINES)


@pytest.mark.parametrize(
    ("step", "is_end", "line"), [(-1, True, 5), (1, True, 6), (-1, False, 3), (1, False, 6)]
)
def test_an_edge_goes_from_line_to_line_over_blank_ones(step: int, is_end: bool, line: int) -> None:
    place = stepped(CONTACT, LINES, step, is_end=is_end, by_word=False)
    assert place == Place(line, len(LINES[line]) if is_end else 0)


def test_an_edge_goes_from_word_to_word() -> None:
    ends = [stepped(DATELINE, LINES, step, is_end=True, by_word=True) for step in (-1, 1)]
    assert [LINES[2][: end.column] for end in ends] == [
        "GENEVA, 3 May", "GENEVA, 3 May – Ninety",
    ]  # fmt: skip
    assert stepped(DATELINE, LINES, -1, is_end=False, by_word=True) == DATELINE.start


def test_the_mouse_takes_an_edge_to_the_nearest_line_or_word() -> None:
    at = Place(2, 21)
    assert snapped(at, LINES, is_end=True, by_word=False) == Place(2, len(LINES[2]))
    assert snapped(at, LINES, is_end=True, by_word=True) == Place(2, 22)
    assert snapped(at, LINES, is_end=False, by_word=True) == Place(2, 23)
    assert snapped(Place(1, 0), LINES, is_end=True, by_word=True) == Place(1, 0)


def test_what_is_added_becomes_its_kind() -> None:
    assert moved(CONTACT, Place(3, 0), is_end=False) == (
        mark_of(FindingKind.CONTACT, Place(3, 0), CONTACT.end),
    )
    assert moved(DATELINE, Place(2, 22), is_end=True) == (
        Mark(kind=FindingKind.DATELINE, first_line=2, last_line=2, start=0, end=22),
    )


def test_what_is_taken_away_is_text_again() -> None:
    assert moved(CONTACT, Place(5, 7), is_end=True) == (
        mark_of(FindingKind.BODY, Place(5, 7), CONTACT.end),
    )
    assert moved(CONTACT, Place(6, 0), is_end=False) == (
        mark_of(FindingKind.BODY, CONTACT.start, Place(6, 0)),
    )


def test_a_doubtful_one_is_what_it_is_taken_for_once_an_edge_is_moved() -> None:
    doubt = shown(FindingKind.EMBARGO, (5, 0), (6, 4), confidence=Confidence.LOW)
    assert moved(doubt, Place(5, 7), is_end=True) == (
        mark_of(FindingKind.EMBARGO, doubt.start, Place(5, 7)),
    )


@pytest.mark.parametrize("place", [Place(6, 4), Place(5, 0), Place(2, 0)])
def test_an_edge_that_stays_or_leaves_nothing_moves_nothing(place: Place) -> None:
    assert moved(CONTACT, place, is_end=True) == ()


def test_a_quote_is_part_of_the_text_and_has_no_edges() -> None:
    assert not shown(FindingKind.QUOTE, (2, 0), (2, 5)).is_movable
    assert CONTACT.is_movable
