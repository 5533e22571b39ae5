"""The lines that the sidebar makes of what was counted."""

from newsdesk.domain.facets import Facets
from newsdesk.ui.library.facet_lines import ALL, TITLES, TRASH, lines_of
from newsdesk.ui.library.facet_model import FacetLine
from tests.ui.library.facets import some


def by_name(lines: list[FacetLine]) -> dict[str, FacetLine]:
    return {line.name: line for line in lines}


def test_every_part_has_its_lines_and_the_whole_comes_first() -> None:
    lines = lines_of(some())
    assert lines.keys() == {*TITLES, TRASH}
    assert [(line.name, line.count) for line in lines["states"]] == [
        ("All", 11), ("Draft", 7), ("Published", 4), ("Starred", 3)
    ]  # fmt: skip
    assert lines["states"][0].key == ALL
    assert [(line.key, line.count) for line in lines[TRASH]] == [(TRASH, 2)]


def test_what_has_a_colour_or_a_picture_begins_with_it() -> None:
    lines = lines_of(some())
    states, tags = by_name(lines["states"]), by_name(lines["tags"])
    assert (states["Draft"].chip, states["Starred"].icon) == ("draft", "starred")
    assert (tags["Winter"].colour, tags["Port 00"].colour) == ("term_teal", "")


def test_a_line_is_found_by_all_that_it_is_called() -> None:
    countries = by_name(lines_of(some())["countries"])
    assert set(countries["China"].words.split("\n")) == {"china", "cn"}


def test_an_empty_library_has_all_of_nothing() -> None:
    lines = lines_of(Facets())
    assert [line.count for line in lines["states"]] == [0]
    assert not any(lines[name] for name in TITLES if name != "states")
