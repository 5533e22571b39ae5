import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.provenance import FindingKind, Mark
from newsdesk.ui.dialogs.kind_row import KindButton
from newsdesk.ui.dialogs.source_pane import SourcePane
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController


@pytest.fixture
def stack(qtbot: QtBot) -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def pane(stack: QUndoStack, icons: Icons, themes: ThemeController, qtbot: QtBot) -> SourcePane:
    pane = SourcePane(stack, icons, themes)
    qtbot.addWidget(pane)
    pane.show_source(("Crews are ready", "They are."))
    pane.show()
    return pane


def tool(pane: SourcePane, name: str) -> QToolButton:
    return next(one for one in pane.findChildren(QToolButton) if one.accessibleName() == name)


def test_a_button_of_the_row_says_what_the_selection_is(pane: SourcePane, qtbot: QtBot) -> None:
    said: list[tuple[Mark, ...]] = []
    pane.marks_edited.connect(said.append)
    buttons = pane.findChildren(KindButton)
    headline = next(one for one in buttons if one.kind is FindingKind.HEADLINE)
    qtbot.mouseClick(headline, Qt.MouseButton.LeftButton)
    wanted = Mark(kind=FindingKind.HEADLINE, first_line=0, last_line=0, end=15)
    assert said == [(wanted,)]


def test_steps_can_be_undone_once_there_are_any(
    pane: SourcePane, stack: QUndoStack, qtbot: QtBot
) -> None:
    undo, redo = tool(pane, "Undo"), tool(pane, "Redo")
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    stack.push(QUndoCommand("Mark as notes"))
    assert undo.isEnabled()
    assert undo.toolTip() == "Undo: Mark as notes"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert redo.isEnabled()
    assert redo.toolTip() == "Redo: Mark as notes"
    assert undo.toolTip() == "Undo"


@pytest.mark.parametrize("keys", [("Z", "Y"), ("Z", "Shift+Z")])
def test_the_usual_keys_go_back_and_forth(
    pane: SourcePane, stack: QUndoStack, keys: tuple[str, str], qtbot: QtBot
) -> None:
    stack.push(QUndoCommand("Mark as notes"))
    pane.view.setFocus()
    qtbot.waitUntil(pane.view.hasFocus)
    for key, is_undone in zip(keys, (True, False), strict=True):
        modifiers = Qt.KeyboardModifier.ControlModifier
        if key.startswith("Shift"):
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(pane.view, getattr(Qt.Key, f"Key_{key[-1]}"), modifiers)
        assert stack.canRedo() is is_undone


def test_a_stack_that_goes_first_does_no_harm(
    icons: Icons, themes: ThemeController, qtbot: QtBot
) -> None:
    stack = QUndoStack()
    pane = SourcePane(stack, icons, themes)
    qtbot.addWidget(pane)
    stack.push(QUndoCommand("Mark as notes"))
    with qtbot.waitSignal(stack.destroyed):
        stack.deleteLater()
    assert not tool(pane, "Undo").isEnabled()


def test_where_there_is_little_room_it_is_the_source_s(pane: SourcePane, qtbot: QtBot) -> None:
    pane.resize(300, 600)
    buttons = pane.findChildren(KindButton)
    qtbot.waitUntil(buttons[0].isVisible)
    pane.resize(300, 180)
    qtbot.waitUntil(lambda: not buttons[0].isVisible())
    assert pane.view.isVisible()
    pane.resize(300, 600)
    qtbot.waitUntil(buttons[0].isVisible)
