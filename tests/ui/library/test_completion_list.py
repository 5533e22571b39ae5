"""The list below the search field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.ui.library.completion_list import CompletionLine, CompletionList
from newsdesk.ui.theme.theme_controller import ThemeController

LINES = [CompletionLine("state:draft", "Draft", "draft", "12"), CompletionLine("tag:", "tag:")]


def test_lines_are_shown_read_out_and_not_marked(themes: ThemeController, qtbot: QtBot) -> None:
    shown = CompletionList()
    qtbot.addWidget(shown)
    shown.show_lines(LINES)
    assert shown.lines() == LINES
    assert not shown.currentIndex().isValid()
    index = shown.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Draft, draft, 12"
    assert shown.line(index) == LINES[0]


def test_it_is_as_high_as_its_lines_and_is_painted_both_ways(
    themes: ThemeController, qtbot: QtBot
) -> None:
    field, shown = QLineEdit(), CompletionList()
    for widget in (field, shown):
        qtbot.addWidget(widget)
        widget.show()
    shown.resize(280, 500)
    shown.show_lines(LINES)
    shown.fit_to(field)
    rows = sum(shown.sizeHintForRow(row) for row in range(2))
    assert shown.viewport().height() == rows
    left = shown.grab().toImage()
    shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert shown.grab().toImage() != left


def test_the_mark_goes_round_by_no_line_at_all(themes: ThemeController, qtbot: QtBot) -> None:
    shown = CompletionList()
    qtbot.addWidget(shown)
    shown.show_lines(LINES)
    rows = []
    for _ in range(4):
        shown.move_mark(1)
        rows.append(shown.currentIndex().row())
    assert rows == [0, 1, -1, 0]
    shown.move_mark(-1)
    shown.move_mark(-1)
    assert shown.currentIndex().row() == 1
