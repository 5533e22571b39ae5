"""The menu of a table in the text."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.table_menu import TableMenu
from newsdesk.ui.theme.theme_controller import ThemeController

TEXT = "Ships in port\n\n| Port | Ships |\n|---|--:|\n| Aqaba | 12 |"
MOUSE, KEYBOARD = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


@pytest.fixture
def text(themes: ThemeController, qtbot: QtBot) -> MarkdownEditor:
    text = MarkdownEditor(themes)
    qtbot.addWidget(text)
    text.resize(400, 300)
    text.set_text(TEXT)
    text.show()
    qtbot.waitExposed(text)
    return text


@pytest.fixture
def row(text: MarkdownEditor) -> QAction:
    return QAction("Insert row", text)


@pytest.fixture
def table_menu(text: MarkdownEditor, row: QAction) -> TableMenu:
    return TableMenu(text, [row])


def point_at(text: MarkdownEditor, words: str) -> QPoint:
    cursor = QTextCursor(text.document())
    cursor.setPosition(TEXT.index(words) + 1)
    return text.cursorRect(cursor).center()


def ask(text: MarkdownEditor, at: QPoint, reason: QContextMenuEvent.Reason = MOUSE) -> None:
    place = text.viewport().mapToGlobal(at)
    target = text if reason is KEYBOARD else text.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, at, place))


def shown(text: MarkdownEditor) -> list[QMenu]:
    return [menu for menu in text.findChildren(QMenu, "table_menu") if menu.isVisible()]


def test_over_a_table_its_changes_are_offered_where_one_points(
    text: MarkdownEditor, table_menu: TableMenu, row: QAction, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(table_menu.opening):
        ask(text, point_at(text, "12"))
    (menu,) = shown(text)
    assert menu.actions()[0] is row
    assert any("Paste" in action.text() for action in menu.actions())
    assert text.textCursor().block().text().startswith("| Aqaba")
    menu.close()


def test_by_key_it_is_the_table_of_the_caret(
    text: MarkdownEditor, table_menu: TableMenu, qtbot: QtBot
) -> None:
    text.moveCursor(QTextCursor.MoveOperation.End)
    ask(text, QPoint(0, 0), KEYBOARD)
    (menu,) = shown(text)
    menu.close()


def test_what_is_selected_in_a_table_stays_so(text: MarkdownEditor, table_menu: TableMenu) -> None:
    cursor = text.document().find("Aqaba")
    text.setTextCursor(cursor)
    ask(text, point_at(text, "qaba"))
    (menu,) = shown(text)
    assert text.textCursor().selectedText() == "Aqaba"
    menu.close()


def test_elsewhere_and_in_what_is_only_read_the_text_has_its_own_menu(
    text: MarkdownEditor, table_menu: TableMenu, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QContextMenuEvent] = []
    monkeypatch.setattr(
        MarkdownEditor, "contextMenuEvent", lambda _self, event: asked.append(event)
    )
    ask(text, point_at(text, "hips in"))
    text.set_editable(False)
    ask(text, point_at(text, "12"))
    assert len(asked) == 2
    assert not shown(text)
