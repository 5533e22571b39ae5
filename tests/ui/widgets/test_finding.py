import pytest

from newsdesk.ui.widgets.finding import found
from newsdesk.ui.widgets.picker import PickLine

LINES = [
    PickLine(text="Publish", value=1, words="Release"),
    PickLine(text="New release", value=2, words="Release"),
    PickLine(text="Export all releases", value=3, words="Release"),
    PickLine(text="Réviser", value=4, words="Édition"),
]


def test_nothing_typed_is_everything_in_its_order() -> None:
    assert found(LINES, "  ") == LINES


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("pub", [1]),
        ("rel", [2, 3, 1]),  # by a word of its text first, by its menu last
        ("release", [2, 3, 1]),
        ("rel new", [2]),
        ("lease", [2, 3, 1]),
        ("REVI", [4]),
        ("edition rev", [4]),
        ("nothing", []),
    ],
)
def test_every_word_must_be_found_and_beginnings_come_first(query: str, values: list[int]) -> None:
    assert [line.value for line in found(LINES, query)] == values


def test_a_line_that_begins_with_it_is_before_one_that_has_it_within() -> None:
    lines = [PickLine(text="Go to the outline", value=1), PickLine(text="Outline", value=2)]
    assert [line.value for line in found(lines, "outl")] == [2, 1]
