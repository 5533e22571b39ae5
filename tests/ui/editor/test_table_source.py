"""Tables as lines of Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.dialect import Dialect
from newsdesk.ui.editor.table_source import Table, column_at, emptied, is_separator, spans, width_of

PORTS = ["| Port | Ships |", "|---|--:|", "| Aqaba | 12 |", "|Tartus|"]


def cells(line: str) -> list[str]:
    return [line[span.start : span.end] for span in spans(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("|a|b|", ["a", "b"]),
        ("| a |  | c |", ["a", "", "c"]),
        ("||", [""]),
        ("| |", [""]),
        ("|  |  |", ["", ""]),
        (r"| a \| b | c |", [r"a \| b", "c"]),
        ("| `a | b` | c |", ["`a | b`", "c"]),
        ("| ``a ` | b`` | c |", ["``a ` | b``", "c"]),
        ("| a ` b | c |", ["a ` b", "c"]),
        ("> | a | b |", ["a", "b"]),
        ("    | a | b |  ", ["a", "b"]),
        ("| أ | ب |", ["أ", "ب"]),
    ],
)
def test_the_cells_of_a_line(line: str, expected: list[str]) -> None:
    assert cells(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("|---|---|", True),
        ("| :-- | --: |", True),
        ("--- | :-:", True),
        ("> | - | - |", True),
        ("| --- |", True),
        ("---", False),
        ("| a | - |", False),
        ("| --- | : |", False),
        ("", False),
    ],
)
def test_what_makes_the_lines_around_it_a_table(line: str, expected: bool) -> None:
    assert is_separator(line) is expected


@pytest.mark.parametrize(("at", "column"), [(0, 0), (2, 0), (4, 0), (5, 1), (6, 1), (9, 1)])
def test_which_cell_an_offset_lies_in(at: int, column: int) -> None:
    assert column_at("| a | b |", at) == column


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Port", 4),
        ("港口", 4),
        ("Ａ", 2),
        ("é", 1),
        ("e\u0301", 1),
        ("ميناء", 5),
        ("مَ", 1),
        ("", 0),
    ],
)
def test_the_width_of_a_text(text: str, width: int) -> None:
    assert width_of(text) == width


def test_pipes_stand_below_each_other() -> None:
    assert Table.read(PORTS).aligned().lines() == [
        "| Port   | Ships |",
        "| ------ | ----: |",
        "| Aqaba  |    12 |",
        "| Tartus |       |",
    ]


def test_wide_letters_are_counted_as_two() -> None:
    lines = ["|港口|n|", "|:-:|:--|", "|x|船舶数量|"]
    assert Table.read(lines).aligned().lines() == [
        "| 港口  | n        |",
        "| :---: | :------- |",
        "|   x   | 船舶数量 |",
    ]


def test_a_table_in_a_quotation_stays_in_it() -> None:
    lines = ["> | a | b |", "> |---|---|", "> | long | c |"]
    assert Table.read(lines).aligned().lines() == [
        "> | a    | b   |",
        "> | ---- | --- |",
        "> | long | c   |",
    ]


def test_an_empty_row_has_its_pipes_below_those_of_the_separator() -> None:
    assert emptied("> | --- | :--: |") == "> |     |      |"


def test_aligning_twice_changes_nothing() -> None:
    once = Table.read(PORTS).aligned().lines()
    table = Table.read(once)
    assert table.is_aligned
    assert table.lines() == once


def test_a_row_that_is_too_wide_makes_all_rows_as_wide() -> None:
    table = Table.read(["| a |", "|---|", "| b | c |"])
    assert table.rows == (("a", ""), ("b", "c"))
    assert table.rules == ("---", "---")


def test_rows_and_columns_come_and_go() -> None:
    table = Table.read(PORTS)
    assert table.without_row(0).rows == (("Aqaba", "12"), ("Tartus", ""))
    wider = table.with_column(1)
    assert wider.rows[0] == ("Port", "", "Ships")
    assert wider.rules == ("---", "---", "---:")
    assert wider.without_column(1) == table


_CELL = (
    st.text(alphabet="ab港é \\`*", max_size=6)
    .map(str.strip)
    .filter(lambda cell: cell.count("`") % 2 == 0 and not cell.endswith("\\"))
)


@given(
    st.lists(st.lists(_CELL, min_size=2, max_size=3), min_size=2, max_size=4),
    st.lists(st.sampled_from(["-", ":-", "-:", ":-:"]), min_size=3, max_size=3),
)
def test_the_page_shows_the_same_table_once_it_is_aligned(
    rows: list[list[str]], rules: list[str]
) -> None:
    columns = len(rows[0])
    rules = [*rules, *["-"] * columns][:columns]
    lines = ["|" + "|".join(row) + "|" for row in (rows[0], rules, *rows[1:])]
    dialect = Dialect(None)
    before = dialect.convert("\n".join(lines), None).html
    if "<table>" in before.replace(' dir="auto"', ""):
        aligned = Table.read(lines).aligned().lines()
        assert dialect.convert("\n".join(aligned), None).html == before
