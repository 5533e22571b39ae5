from time import perf_counter

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


def test_a_word_of_half_a_megabyte_is_shown_at_once(qtbot: QtBot) -> None:
    field = QTextEdit()
    qtbot.addWidget(field)
    field.resize(400, 400)
    field.show()
    endless = "[" * 500_000
    begun = perf_counter()
    let_words_break(field, endless)
    field.setPlainText(endless)
    field.grab()
    assert perf_counter() - begun < 5  # it would be half a minute
    keep_words(field)
