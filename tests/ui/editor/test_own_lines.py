"""Tables and rules that are put into the text. See `selecting.py` for the marks."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor

from newsdesk.ui.editor.own_lines import insert_rule, insert_table
from newsdesk.ui.editor.table_source import is_aligned
from tests.ui.editor.selecting import opened, shown

_TABLE = "| ⟦Column 1⟧ | Column 2 |\n| -------- | -------- |\n|          |          |"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("¦", _TABLE),
        ("te¦xt", f"text\n\n{_TABLE}"),
        ("te⟦xt⟧\non\n\nmore", f"text\non\n\n{_TABLE}\n\nmore"),
        ("text\n¦\nmore", f"text\n\n{_TABLE}\n\nmore"),
        ("text\n\n¦", f"text\n\n{_TABLE}"),
        ("¦\n\nmore", f"{_TABLE}\n\nmore"),
    ],
)
def test_table(before: str, expected: str) -> None:
    cursor = opened(before)
    insert_table(cursor)
    assert shown(cursor) == expected


def test_the_pipes_of_a_new_table_are_below_each_other() -> None:
    cursor = opened("¦")
    insert_table(cursor)
    assert is_aligned(cursor.document().toPlainText().split("\n"))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("¦", "---\n\n¦"),
        ("te¦xt", "text\n\n---\n\n¦"),
        ("te⟦xt⟧\non\n\nmore", "text\non\n\n---\n\n¦more"),
        ("text\n¦\nmore", "text\n\n---\n\n¦more"),
        ("text\n\n¦", "text\n\n---\n\n¦"),
        ("¦\n\n\nmore", "---\n\n\n¦more"),
    ],
)
def test_rule(before: str, expected: str) -> None:
    cursor = opened(before)
    insert_rule(cursor)
    assert shown(cursor) == expected


@pytest.mark.parametrize("insert", [insert_table, insert_rule])
def test_new_lines_are_laid_out_as_those_before(insert: Callable[[QTextCursor], None]) -> None:
    cursor = opened("te¦xt")
    block_format = cursor.blockFormat()
    block_format.setLineHeight(24, 2)
    cursor.setBlockFormat(block_format)
    insert(cursor)
    document = cursor.document()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    assert [block.blockFormat().lineHeight() for block in blocks] == [24.0] * 5
