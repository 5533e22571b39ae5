"""Rows, places and heights of a list in groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.ui.library.grouped_rows import GroupedRows, Heights

HEIGHTS = Heights(heading=30, release=82)
ROWS = GroupedRows(6, [2, 1, 3])  # H 0 1 H 2 H 3 4 5


def test_headings_stand_above_their_releases() -> None:
    assert len(ROWS) == 9
    headed = [ROWS.group_headed_at(row) for row in range(9)]
    assert headed == [0, None, None, 1, None, 2, None, None, None]
    assert [ROWS.row_of(place) for place in range(6)] == [1, 2, 4, 6, 7, 8]
    assert [list(ROWS.rows_of(group)) for group in range(3)] == [[1, 2], [4], [6, 7, 8]]
    assert list(ROWS.places_between(2, 5)) == [1, 2]
    assert list(ROWS.places_between(3, 3)) == []


def test_a_row_begins_below_all_before_it() -> None:
    assert [ROWS.top_of(row, HEIGHTS) for row in (0, 1, 3, 4)] == [0, 30, 194, 224]
    assert ROWS.top_of(len(ROWS), HEIGHTS) == 3 * 30 + 6 * 82


@pytest.mark.parametrize(
    ("top", "sticking"),
    [(0, (0, 0)), (100, (0, 0)), (164, (0, 0)), (174, (0, -10)), (194, (1, 0)), (500, (2, 0))],
)
def test_a_heading_stays_until_the_next_pushes_it_out(top: int, sticking: tuple[int, int]) -> None:
    assert ROWS.sticking(top, HEIGHTS) == sticking


def test_without_groups_a_row_is_a_place() -> None:
    rows = GroupedRows(5)
    assert not rows.is_grouped
    assert len(rows) == 5
    assert (rows.row_of(3), rows.place_of(3), rows.row_at(170, HEIGHTS)) == (3, 3, 2)
    assert rows.sticking(0, HEIGHTS) is None


@given(st.lists(st.integers(1, 5), min_size=1, max_size=8))
def test_rows_and_places_lead_to_each_other(counts: list[int]) -> None:
    rows = GroupedRows(sum(counts), counts)
    for place in range(sum(counts)):
        row = rows.row_of(place)
        assert rows.place_of(row) == place
        assert row in rows.rows_of(rows.group_of(row))
    for row in range(len(rows)):
        top = rows.top_of(row, HEIGHTS)
        assert rows.row_at(top, HEIGHTS) == rows.row_at(top + 29, HEIGHTS) == row
