"""Tables in the text. See `selecting.py` for the marks."""

import pytest

from newsdesk.ui.editor.formats import TableChange
from newsdesk.ui.editor.tables import change_table, go_to_cell, is_in_table
from tests.ui.editor.selecting import opened, shown

ALIGNED = "| Port  | Ships |\n| ----- | ----: |\n| Aqaba |    12 |"
LOOSE = "|Port|Ships|\n|---|--:|\n|Aqaba|12|"


def at(marked: str, text: str) -> str:
    """Put the caret before some words of a table, which stands between two paragraphs."""
    return "before\n\n" + marked.replace(text, "¦" + text, 1) + "\n\nafter"


def within(text: str) -> str:
    assert text.startswith("before\n\n")
    assert text.endswith("\n\nafter")
    return text[len("before\n\n") : -len("\n\nafter")]


def changed(marked: str, text: str, change: TableChange) -> str:
    cursor = opened(at(marked, text))
    change_table(cursor, change)
    return within(shown(cursor))


def moved(marked: str, *, is_back: bool = False, times: int = 1) -> str:
    cursor = opened(marked)
    for _ in range(times):
        assert go_to_cell(cursor, is_back=is_back)
    return shown(cursor)


@pytest.mark.parametrize("words", ["Port", "---", "Aqaba", "12", "|Aqaba"])
def test_every_line_of_a_table_is_in_it(words: str) -> None:
    assert is_in_table(opened(at(LOOSE, words)))


@pytest.mark.parametrize(
    "marked",
    ["te¦xt", "a | ¦b", "a | b¦\n\n|---|---|", "|---|¦---|", f"te¦xt\n\n{LOOSE}", "¦"],
)
def test_elsewhere_it_is_not(marked: str) -> None:
    cursor = opened(marked)
    assert not is_in_table(cursor)
    assert not go_to_cell(cursor, is_back=False)
    for change in TableChange:
        change_table(cursor, change)
    assert shown(cursor) == marked


@pytest.mark.parametrize(
    ("table", "words", "expected"),
    [
        (
            ALIGNED,
            "12",
            "| Port  | Ships |\n| ----- | ----: |\n| Aqaba |    12 |\n| ¦      |       |",
        ),
        (
            ALIGNED,
            "Ships",
            "| Port  | Ships |\n| ----- | ----: |\n| ¦      |       |\n| Aqaba |    12 |",
        ),
        (LOOSE, "--:", "|Port|Ships|\n|---|--:|\n| ¦ |  |\n|Aqaba|12|"),
        (LOOSE, "Aqaba", "|Port|Ships|\n|---|--:|\n|Aqaba|12|\n| ¦ |  |"),
    ],
)
def test_a_row_below(table: str, words: str, expected: str) -> None:
    assert changed(table, words, TableChange.ROW_BELOW) == expected


@pytest.mark.parametrize(
    ("table", "words", "expected"),
    [
        (
            ALIGNED,
            "Aqaba",
            "| Port  | ¦    | Ships |\n| ----- | --- | ----: |\n| Aqaba |     |    12 |",
        ),
        (LOOSE, "Ships", "| Port | Ships | ¦ |\n| --- | ---: | --- |\n| Aqaba | 12 |  |"),
    ],
)
def test_a_column_to_the_right(table: str, words: str, expected: str) -> None:
    assert changed(table, words, TableChange.COLUMN_RIGHT) == expected


@pytest.mark.parametrize(
    ("table", "words", "expected"),
    [
        (ALIGNED, "12", "| Port | ⟦Ships⟧ |\n| ---- | ----: |"),
        (ALIGNED, "Port", "| ⟦Aqaba⟧ |   12 |\n| ----- | ---: |"),
        (LOOSE, "Aqaba", "|⟦Port⟧|Ships|\n|---|--:|"),
        (LOOSE, "Ships", "|Aqaba|⟦12⟧|\n|---|--:|"),
        (f"{LOOSE}\n|Tyre|3|", "Aqaba", "|Port|Ships|\n|---|--:|\n|⟦Tyre⟧|3|"),
        ("|Port|\n|---|", "Port", "¦"),
    ],
)
def test_a_row_less(table: str, words: str, expected: str) -> None:
    assert changed(table, words, TableChange.DELETE_ROW) == expected


@pytest.mark.parametrize(
    ("table", "words", "expected"),
    [
        (ALIGNED, "12", "| Port  |\n| ----- |\n| ⟦Aqaba⟧ |"),
        (LOOSE, "Port", "| ⟦Ships⟧ |\n| ---: |\n| 12 |"),
        ("|Port|\n|---|\n|Aqaba|", "Port", "¦"),
    ],
)
def test_a_column_less(table: str, words: str, expected: str) -> None:
    assert changed(table, words, TableChange.DELETE_COLUMN) == expected


def test_aligning_keeps_the_caret_at_its_letter() -> None:
    cursor = opened("|港口|Ships|\n|---|--:|\n|Aqaba|1¦2|")
    change_table(cursor, TableChange.ALIGN)
    assert shown(cursor) == "| 港口  | Ships |\n| ----- | ----: |\n| Aqaba |    1¦2 |"


def test_a_table_after_letters_of_two_units_is_changed_in_its_place() -> None:
    cursor = opened("🚢🚢\n\n|🚢|Ships|\n|---|---|\n|Aqaba|1¦2|")
    change_table(cursor, TableChange.ALIGN)
    assert shown(cursor) == ("🚢🚢\n\n| 🚢    | Ships |\n| ----- | ----- |\n| Aqaba | 1¦2    |")


@pytest.mark.parametrize("change", TableChange)
@pytest.mark.parametrize("words", ["Port", "Ships", "Aqaba", "12"])
@pytest.mark.parametrize("is_loose", [True, False])
def test_each_change_is_one_step_of_undo(change: TableChange, words: str, is_loose: bool) -> None:
    cursor = opened(at(LOOSE if is_loose else ALIGNED, words))
    document = cursor.document()
    text = document.toPlainText()
    change_table(cursor, change)
    is_changed = is_loose or change is not TableChange.ALIGN
    assert (document.toPlainText() != text) is is_changed
    assert document.isUndoAvailable() is is_changed
    document.undo()
    assert document.toPlainText() == text
    assert not document.isUndoAvailable()


# From cell to cell ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("| ¦a | b |\n|---|---|\n| c | d |", "| a | ⟦b⟧ |\n|---|---|\n| c | d |"),
        ("| a | b¦ |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| ⟦c⟧ | d |"),
        ("| a | b |\n|--¦-|---|\n| c | d |", "| a | b |\n|---|⟦---⟧|\n| c | d |"),
        ("| ⟦a⟧ |  |\n|---|---|", "| a | ¦ |\n|---|---|"),
        ("| a | b |\n|---|---|\n| c¦ |\n| e | f |", "| a | b |\n|---|---|\n| c |\n| ⟦e⟧ | f |"),
        ("| a | b |\n|---|---|\n| c | d¦ |", "| a | b |\n|---|---|\n| c | d |\n| ¦ |  |"),
        ("| a | b¦ |\n|---|---|", "| a | b |\n|---|---|\n| ¦ |  |"),
        ("> | a | b¦ |\n> |---|---|", "> | a | b |\n> |---|---|\n> | ¦ |  |"),
    ],
)
def test_the_next_cell(before: str, expected: str) -> None:
    assert moved(before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("| a | ¦b |\n|---|---|", "| ⟦a⟧ | b |\n|---|---|"),
        ("| a | b |\n|---|---|\n| ¦c | d |", "| a | ⟦b⟧ |\n|---|---|\n| c | d |"),
        ("| ¦a | b |\n|---|---|", "| ¦a | b |\n|---|---|"),
    ],
)
def test_the_cell_before(before: str, expected: str) -> None:
    assert moved(before, is_back=True) == expected


def test_going_on_and_on_adds_rows_of_the_same_widths() -> None:
    table = "| Port  | Ships |\n| ----- | ----- |"
    end = "\n|       |       |\n| ¦      |       |"
    assert moved(table.replace("Port", "¦Port"), times=4) == table + end


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (
            "| Port  | Ships |\n| ----- | ----- |\n| Alexandria¦      |       |",
            "| Port       | Ships |\n| ---------- | ----- |\n| Alexandria | ¦      |",
        ),
        (
            "| Alexandria¦  | Ships |\n| ----- | ----- |\n| Tyre  | 2     |",
            "| Alexandria | ⟦Ships⟧ |\n| ---------- | ----- |\n| Tyre       | 2     |",
        ),
        (
            "|Port|Ships|\n|---|---|\n| Alexandria¦ | 3 |",
            "|Port|Ships|\n|---|---|\n| Alexandria | ⟦3⟧ |",
        ),
    ],
)
def test_the_line_that_is_left_comes_below_the_others_again(before: str, expected: str) -> None:
    cursor = opened(before)
    text = cursor.document().toPlainText()
    assert go_to_cell(cursor, is_back=False)
    assert shown(cursor) == expected
    cursor.document().undo()
    assert cursor.document().toPlainText() == text


def test_what_is_selected_over_lines_is_no_cell() -> None:
    assert not go_to_cell(opened("| ⟦a |\n|---|\n| b⟧ |"), is_back=False)


def test_new_lines_are_laid_out_as_those_before() -> None:
    cursor = opened("¦" + LOOSE)
    block_format = cursor.blockFormat()
    block_format.setLineHeight(24, 2)
    cursor.select(cursor.SelectionType.Document)
    cursor.setBlockFormat(block_format)
    for change in (TableChange.ROW_BELOW, TableChange.COLUMN_RIGHT, TableChange.ALIGN):
        change_table(cursor, change)
    document = cursor.document()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    assert [block.blockFormat().lineHeight() for block in blocks] == [24.0] * 4
