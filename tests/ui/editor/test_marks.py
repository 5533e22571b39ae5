"""Marks that are drawn over a text and are no part of it."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextDocument

from newsdesk.ui.editor.marks import mark


def test_a_mark_lies_over_what_stands_between_two_positions() -> None:
    document, look = QTextDocument("One port\nTwo ports"), QTextCharFormat()
    look.setBackground(QColor("#fde68a"))
    made = mark(document, 4, 12, look)
    assert made.cursor.selectedText() == "port\N{PARAGRAPH SEPARATOR}Two"
    assert made.format.background().color() == QColor("#fde68a")
    assert document.toPlainText() == "One port\nTwo ports"
