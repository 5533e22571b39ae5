"""Tables in plain text."""

from newsdesk.rendering.text_table import table_lines

HEAD = [("Indicator", False), ("2026", True)]
ROWS = [[("Berths", False), ("14", True)], [("CO₂ 港口", False), ("9,200", True)]]


def test_columns_stand_below_each_other_and_numbers_at_their_end() -> None:
    assert table_lines([HEAD, *ROWS], has_head=True, width=40) == [
        "Indicator   2026",
        "---------  -----",
        "Berths        14",
        "CO₂ 港口   9,200",
    ]


def test_without_a_head_there_is_no_line() -> None:
    assert table_lines(ROWS, has_head=False, width=40) == ["Berths       14", "CO₂ 港口  9,200"]


def test_one_that_is_too_wide_is_told_cell_by_cell() -> None:
    long = [("Berths with shore power", False), ("fourteen of them all", True)]
    assert table_lines([HEAD, long, ROWS[0]], has_head=True, width=24) == [
        "Indicator: Berths with",
        "  shore power",
        "2026: fourteen of them",
        "  all",
        "",
        "Indicator: Berths",
        "2026: 14",
    ]


def test_rows_may_be_of_any_length() -> None:
    assert table_lines(
        [[("a", False)], [], [("b", False), ("c", False)]], has_head=False, width=9
    ) == [
        "a",
        "b  c",
    ]
    assert table_lines([], has_head=True, width=9) == []
    assert table_lines([[("a", False)], [("b", False), ("cc", False)]], has_head=True, width=4) == [
        "a:",
        "  b",
        "cc",
    ]
