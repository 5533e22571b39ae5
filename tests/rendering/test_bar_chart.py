"""Bars in their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.bar_chart import WIDTH, lying_bars, standing_bars

ROWS = st.lists(st.tuples(st.text(max_size=8), st.integers(0, 10**6)), max_size=130)


@given(ROWS)
def test_every_bar_is_within_the_drawing(rows: list[tuple[str, int]]) -> None:
    for chart in (lying_bars(rows), standing_bars(rows)):
        assert [(bar.name, bar.number) for bar in chart.bars] == rows
        for bar in chart.bars:
            assert bar.x >= 0
            assert bar.y >= 0
            assert bar.width >= 0
            assert bar.height >= 0
            assert bar.x + bar.width <= WIDTH
            assert bar.y + bar.height <= chart.height + 0.01


def test_lengths_are_as_the_numbers() -> None:
    long, short = lying_bars([("a", 40), ("b", 10)]).bars
    assert long.width == pytest.approx(4 * short.width)
    high, low, none = standing_bars([("a", 40), ("b", 10), ("c", 0)]).bars
    assert high.height == pytest.approx(4 * low.height)
    assert none.height == 0


@pytest.mark.parametrize(
    ("greatest", "scale"),
    [(0, [0, 1]), (3, [0, 1, 2, 3]), (7, [0, 2, 4, 6, 8]), (93, [0, 50, 100])],
)
def test_a_scale_has_round_numbers(greatest: int, scale: list[int]) -> None:
    lines = standing_bars([("a", greatest)]).lines
    assert [line.number for line in lines] == scale


def test_labels_are_as_many_as_there_is_room_for() -> None:
    bars = standing_bars([(f"month {number}", 1) for number in range(60)]).bars
    labels = [bar.label for bar in bars if bar.label]
    assert labels[:2] == ["month 0", "month 5"]
    assert len(labels) == 12
