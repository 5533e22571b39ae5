"""The lines of a text, one after the other."""

import pytest
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.lines import first_in_sight, lines_in_sight, lines_of


def test_every_line_of_a_document_comes_once_empty_ones_too() -> None:
    document = QTextDocument("One\n\nThree")
    assert [line.text() for line in lines_of(document)] == ["One", "", "Three"]
    assert [line.text() for line in lines_of(QTextDocument())] == [""]


def test_in_sight_are_those_on_the_screen(qtbot: QtBot) -> None:
    text = QTextEdit()
    text.setPlainText("\n".join(map(str, range(500))))
    text.resize(300, 200)
    qtbot.addWidget(text)
    with qtbot.waitExposed(text):
        text.show()
    seen = [line.text() for line in lines_in_sight(text)]
    assert seen[0] == "0"
    assert 3 < len(seen) < 30
    bar = text.verticalScrollBar()

    def at_the_end() -> list[str]:
        bar.setValue(bar.maximum())  # which is farther down the more is laid out
        return [line.text() for line in lines_in_sight(text)]

    qtbot.waitUntil(lambda: 3 < len(at_the_end()) < 30)
    assert at_the_end()[-1] == "499"


@pytest.mark.parametrize("line_px", [20, 31, 60])
def test_the_first_in_sight_is_told_wherever_one_has_scrolled(qtbot: QtBot, line_px: int) -> None:
    text = QTextEdit()
    text.setPlainText("\n".join(f"{number} " + number % 3 * 40 * "long " for number in range(60)))
    cursor, line = QTextCursor(text.document()), QTextBlockFormat()
    cursor.select(QTextCursor.SelectionType.Document)
    line.setLineHeight(line_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(line)
    text.document().setDocumentMargin(26)
    text.resize(300, 200)
    qtbot.addWidget(text)
    with qtbot.waitExposed(text):
        text.show()
    bar, layout = text.verticalScrollBar(), text.document().documentLayout()
    assert bar.maximum() > 1_000
    for top in range(0, bar.maximum(), 7):
        bar.setValue(top)
        first = first_in_sight(text)
        begin = layout.blockBoundingRect(first).top() if first.blockNumber() else 0
        assert begin <= top
        if first.next().isValid():
            assert top < layout.blockBoundingRect(first.next()).top()
