"""A field of one paragraph that grows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QDragEnterEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.plain_field import PlainField
from newsdesk.ui.theme.theme_controller import ThemeController

Key = Qt.Key


@pytest.fixture
def field(themes: ThemeController, qtbot: QtBot) -> PlainField:
    field = PlainField("headline", "Headline")
    qtbot.addWidget(field)
    field.resize(400, 60)
    field.show()
    qtbot.waitExposed(field)
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def paste(field: PlainField, text: str) -> None:
    source = QMimeData()
    source.setText(text)
    field.insertFromMimeData(source)


def test_setting_the_text_is_not_an_edit(field: PlainField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.text_edited):
        field.set_text("One\ntwo")
    assert field.text() == "One two"


def test_typing_is_an_edit(field: PlainField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.text_edited):
        qtbot.keyClicks(field, "a")
    assert field.text() == "a"


def test_setting_what_is_shown_leaves_the_caret(field: PlainField) -> None:
    field.set_text("One two")
    field.go_to_end()
    field.set_text("One two")
    assert field.textCursor().position() == 7
    field.set_text("One")
    assert field.textCursor().position() == 3


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier]
)
def test_enter_breaks_no_line(
    field: PlainField, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    field.set_text("One")
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field, key, modifier)
    assert field.text() == "One"


def test_pasted_line_breaks_become_spaces(field: PlainField) -> None:
    paste(field, "One\r\n\x00two\n")
    assert field.text() == "One two"


@pytest.mark.parametrize(("words", "lines"), [(0, 1), (3, 1), (9, 2), (20, 3), (200, 3)])
def test_it_grows_to_three_lines(field: PlainField, words: int, lines: int) -> None:
    field.set_text("word " * words)
    line = round(20 * 1.35)
    assert field.sizeHint().height() == lines * line + 16
    assert field.minimumSizeHint().height() == field.sizeHint().height()


def test_it_scrolls_when_it_cannot_grow(field: PlainField) -> None:
    field.set_text("word " * 20)
    assert field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    field.set_text("word " * 200)
    assert field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
    field.set_text("word")
    assert field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_up_and_down_leave_at_the_first_and_the_last_line(field: PlainField, qtbot: QtBot) -> None:
    field.set_text("word " * 15)
    with qtbot.assertNotEmitted(field.left_downwards):
        qtbot.keyClick(field, Key.Key_Down)
    with qtbot.assertNotEmitted(field.left_upwards):
        qtbot.keyClick(field, Key.Key_Up)
    with qtbot.waitSignal(field.left_upwards):
        qtbot.keyClick(field, Key.Key_Up)
    field.go_to_end()
    with qtbot.waitSignal(field.left_downwards):
        qtbot.keyClick(field, Key.Key_Down)


@pytest.mark.parametrize("key", [QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo])
def test_undo_is_the_windows(
    field: PlainField, qtbot: QtBot, key: QKeySequence.StandardKey
) -> None:
    action = QAction(field)
    action.setShortcut(key)
    field.addAction(action)
    field.set_text("One")
    combination = action.shortcut()[0]
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(field, combination.key(), combination.keyboardModifiers())
    assert field.text() == "One"


def test_its_menu_offers_nothing_that_is_never_possible(field: PlainField, qtbot: QtBot) -> None:
    at = QPoint(20, 20)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.mapToGlobal(at))
    QApplication.sendEvent(field.viewport(), event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    menu.close()
    assert names == ["edit-cut", "edit-copy", "edit-paste", "edit-delete", "", "select-all"]


def test_a_field_that_may_not_be_changed_can_be_read(field: PlainField, qtbot: QtBot) -> None:
    field.set_text("One")
    field.set_editable(False)
    qtbot.keyClicks(field, "a")
    paste(field, "b")
    assert field.text() == "One"
    field.set_editable(True)
    qtbot.keyClicks(field, "a")
    assert field.text() == "aOne"


@pytest.mark.parametrize(
    ("text", "direction"),
    [("One", Qt.LayoutDirection.LeftToRight), ("عربي", Qt.LayoutDirection.RightToLeft)],
)
def test_it_runs_in_the_direction_of_its_content(
    field: PlainField, text: str, direction: Qt.LayoutDirection
) -> None:
    field.set_text(text)
    assert field.document().firstBlock().textDirection() == direction


@pytest.mark.parametrize(
    ("fill", "is_taken"),
    [
        (lambda source: source.setText("words"), True),
        (lambda source: source.setUrls([QUrl("file:///tmp/a.md")]), False),
    ],
)
def test_dragged_files_are_left_to_the_window(
    field: PlainField, fill: Callable[[QMimeData], None], is_taken: bool
) -> None:
    source = QMimeData()
    fill(source)
    event = QDragEnterEvent(
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        source,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(field.viewport(), event)
    assert event.isAccepted() is is_taken
