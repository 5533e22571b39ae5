"""From a line to its place on the page and back."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.scroll import Anchor, anchors_of, fitted, preview_offset, source_line

# a lead of two lines, an empty line, a table of five
SPANS = [[0, 1, 300.0, 380.0], [3, 7, 400.0, 600.0]]
ANCHORS = anchors_of(SPANS)


def test_a_block_reaches_to_the_end_of_its_last_line() -> None:
    assert (Anchor(0, 300), Anchor(2, 380), Anchor(3, 400), Anchor(8, 600)) == ANCHORS


@pytest.mark.parametrize(
    ("line", "offset"),
    [(-1, 300), (0, 300), (1, 340), (2.5, 390), (3, 400), (5.5, 500), (8, 600), (40, 600)],
)
def test_positions_within_a_block_and_between_two_are_interpolated(
    line: float, offset: float
) -> None:
    assert preview_offset(line, ANCHORS) == offset
    assert source_line(offset, ANCHORS) == min(max(line, 0), 8)


def test_what_stands_elsewhere_than_in_its_turn_is_passed_over() -> None:
    above, before = [9, 9, 550.0, 560.0], [5, 6, 700.0, 720.0]
    assert anchors_of([*SPANS, above, before]) == ANCHORS


def test_a_block_right_below_another_begins_where_that_ends() -> None:
    anchors = anchors_of([[0, 0, 0, 20], [1, 1, 30, 50]])
    assert [anchor.line for anchor in anchors] == [0, 1, 2]


@pytest.mark.parametrize("ask", [preview_offset, source_line])
def test_without_anchors_there_is_no_answer(ask: object) -> None:
    with pytest.raises(ValueError, match="no anchors"):
        ask(0, ())  # type: ignore[operator]


def test_text_and_page_begin_and_end_together() -> None:
    long = anchors_of(
        [[number, number, 300 + 40 * number, 340 + 40 * number] for number in range(99)]
    )
    both = fitted(long, last_line=80, last_offset=3_700)
    assert preview_offset(0, both) == 0
    assert preview_offset(80, both) == 3_700
    assert source_line(3_700, both) == 80
    for line in (8, 20, 50, 70):  # elsewhere the same line is at the top of both
        assert preview_offset(line, both) == preview_offset(line, long)


def test_of_a_page_that_is_all_seen_nothing_is_scrolled() -> None:
    both = fitted(ANCHORS, last_line=5, last_offset=0)
    assert {preview_offset(line, both) for line in (0, 2, 5)} == {0}


def test_of_a_text_that_is_all_seen_neither() -> None:
    both = fitted(ANCHORS, last_line=0, last_offset=900)
    assert source_line(450, both) == 0
    assert preview_offset(0, both) == 0


@st.composite
def pages(draw: st.DrawFn) -> tuple[Sequence[Sequence[float]], float, float]:
    """Blocks one below the other, the last line at the top of the text, and the page's offset."""
    line, top = 0, float(draw(st.integers(0, 900)))
    spans: list[list[float]] = []
    for _ in range(draw(st.integers(1, 12))):
        last = line + draw(st.integers(0, 30))
        bottom = top + draw(st.integers(20, 2_000))
        spans.append([line, last, top, bottom])
        line, top = last + 1 + draw(st.integers(0, 2)), bottom + draw(st.integers(1, 40))
    return spans, draw(st.floats(0.01, line)), float(draw(st.integers(1, 40_000)))


@given(pages(), st.lists(st.floats(0, 1), min_size=2, max_size=8))
def test_every_line_has_a_place_of_its_own_and_is_found_again(
    page: tuple[Sequence[Sequence[float]], float, float], shares: list[float]
) -> None:
    spans, last_line, last_offset = page
    anchors = fitted(anchors_of(spans), last_line=last_line, last_offset=last_offset)
    lines = sorted(last_line * share for share in shares)
    offsets = [preview_offset(line, anchors) for line in lines]
    assert offsets == sorted(offsets)
    assert 0 <= offsets[0] <= offsets[-1] <= last_offset + 1e-6
    for line, offset in zip(lines, offsets, strict=True):
        assert source_line(offset, anchors) == pytest.approx(line, abs=0.01)


def test_in_the_middle_of_a_long_page_every_block_stays_where_it_is() -> None:
    spans = [(2 * n, 2 * n, 500 + 30 * n, 520 + 30 * n) for n in range(1_000)]
    anchors = anchors_of(spans)
    both = fitted(anchors, last_line=1_900, last_offset=30_000)
    assert set(anchors[100:-400]) <= set(both)
    assert [one.line for one in both] == sorted({one.line for one in both})
    tops = [one.top for one in both]
    assert tops == sorted(tops)
    assert (both[0], both[-1]) == (Anchor(0.0, 0.0), Anchor(1_900, 30_000))
