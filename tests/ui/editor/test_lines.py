"""The lines of a text, one after the other."""

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.lines import lines_in_sight, lines_of


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
    qtbot.waitUntil(lambda: any(lines_in_sight(text)))  # laid out
    seen = [line.text() for line in lines_in_sight(text)]
    assert seen[0] == "0"
    assert 3 < len(seen) < 30
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    seen = [line.text() for line in lines_in_sight(text)]
    assert seen[-1] == "499"
    assert 3 < len(seen) < 30
