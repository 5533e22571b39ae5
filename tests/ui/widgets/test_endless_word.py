from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.endless_word import keep_words, let_words_break

Mode = QTextOption.WrapMode


def test_words_are_kept_whole_as_long_as_they_are_words(qtbot: QtBot) -> None:
    field = QTextEdit()
    qtbot.addWidget(field)
    keep_words(field)
    let_words_break(field, "word " * 100_000)
    assert field.wordWrapMode() is Mode.WrapAtWordBoundaryOrAnywhere


def test_lines_end_within_a_word_of_half_a_megabyte(qtbot: QtBot) -> None:
    field = QTextEdit()
    qtbot.addWidget(field)
    let_words_break(field, "[" * 500_000)
    assert field.wordWrapMode() is Mode.WrapAnywhere
    keep_words(field)
    assert field.wordWrapMode() is Mode.WrapAtWordBoundaryOrAnywhere
