"""The pane in which a release is written."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.workflow import State
from newsdesk.services.preferences import Preferences
from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.editor.formats import TableChange, TextFormat
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.chip import Chip
from tests.ui.releases import release

Key = Qt.Key


@pytest.fixture
def pane(
    session: ReleaseSession, themes: ThemeController, icons: Icons, qtbot: QtBot
) -> EditorPane:
    pane = EditorPane(session, themes, icons)
    qtbot.addWidget(pane)
    pane.resize(420, 600)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    return pane


def focused(pane: EditorPane) -> QWidget | None:
    return pane.window().focusWidget()


# What is shown ----------------------------------------------------------------------------------


def test_without_a_release_it_says_what_to_do(pane: EditorPane, qtbot: QtBot) -> None:
    new, bring_in = (one for one in pane.findChildren(QPushButton) if one.isVisible())
    with qtbot.waitSignal(pane.new_requested):
        qtbot.mouseClick(new, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pane.import_requested):
        qtbot.mouseClick(bring_in, Qt.MouseButton.LeftButton)
    assert not pane.text.isVisible()


def test_a_release_is_opened_at_its_start_with_nothing_to_undo(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release())
    qtbot.keyClicks(pane.text, "a")
    with qtbot.assertNotEmitted(session.edited):
        session.open(release(2, body_md="Second.\n\nText."))
    assert pane.text.isVisible()
    assert pane.text.text() == "Second.\n\nText."
    assert pane.text.place == (1, 1)
    assert not pane.can_undo
    session.open(None)
    assert not pane.text.isVisible()


def test_what_is_typed_is_in_the_release(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(body_md=""))
    with qtbot.waitSignal(session.edited) as edited:
        qtbot.keyClicks(pane.text, "N")
    assert edited.args == [frozenset({"body_md"})]
    assert session.release is not None
    assert session.release.body_md == "N"


def test_a_text_changed_elsewhere_is_shown_with_the_caret_at_its_words(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(body_md="One two"))
    cursor = pane.text.textCursor()
    cursor.setPosition(3)
    pane.text.setTextCursor(cursor)
    assert session.release is not None
    with qtbot.assertNotEmitted(session.edited):
        session.replace_stored(replace(session.release, body_md="Zero One two"))
    assert pane.text.text() == "Zero One two"
    assert pane.text.textCursor().position() == 8


def test_a_release_that_is_no_draft_can_only_be_read(
    pane: EditorPane, session: ReleaseSession
) -> None:
    session.open(release())
    assert pane.text.is_editable
    session.replace_stored(release(state=State.PUBLISHED))
    assert not pane.text.is_editable
    session.open(release(2))
    assert pane.text.is_editable
    session.set_writable(False)
    assert not pane.text.is_editable


def test_the_status_is_a_chip(pane: EditorPane) -> None:
    chip = pane.findChild(Chip)
    assert chip.isHidden()
    pane.set_status("Draft", "draft")
    assert (chip.text(), chip.isHidden()) == ("Draft", False)
    pane.set_status("", "draft")
    assert chip.isHidden()


def test_the_place_of_the_caret_is_said(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(body_md="One\nTwo"))
    with qtbot.waitSignal(pane.cursor_moved) as moved:
        qtbot.keyClick(pane.text, Key.Key_Down)
    assert moved.args == [2, 1]


def test_the_typeface_of_the_text_can_be_chosen(pane: EditorPane) -> None:
    pane.show_as(Preferences(editor_font_px=20, editor_zoom=1.5))
    assert pane.text.document().defaultFont().pixelSize() == 30


@pytest.mark.parametrize("zoom", [1.0, 1.5, 0.8])
def test_headline_and_text_begin_at_one_line(
    pane: EditorPane, session: ReleaseSession, zoom: float, qtbot: QtBot
) -> None:
    session.open(release(headline="One", subheadline="Two", body_md="Three"))
    pane.show_as(Preferences(editor_zoom=zoom))
    pane.show()
    fields: tuple[QTextEdit, ...] = (pane.fields.headline, pane.fields.subheadline, pane.text)

    def begins(field: QTextEdit) -> int:
        first = field.cursorRect(QTextCursor(field.document()))
        return field.viewport().mapTo(pane, first.topLeft()).x()

    qtbot.waitUntil(lambda: len({begins(one) for one in fields}) == 1)


# Moving about -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["headline", "subheadline", "body"])
def test_a_field_can_be_given_the_keyboard(
    pane: EditorPane, session: ReleaseSession, name: str
) -> None:
    session.open(release())
    pane.focus_field(name)
    focus = focused(pane)
    assert focus is not None
    assert focus.objectName() == name


def test_tab_goes_from_the_buttons_down_to_the_text(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    pane.set_toolbar([QAction("&Bold", pane), None, QAction("&Link", pane)])
    session.open(release())
    first = next(one for one in pane.findChildren(QToolButton) if one.accessibleName() == "Bold")
    first.setFocus()
    names: list[str] = []
    for _ in range(4):
        focus = focused(pane)
        assert focus is not None
        names.append(focus.objectName() or focus.accessibleName())
        qtbot.keyClick(focus, Key.Key_Tab)
    assert names == ["Bold", "Link", "headline", "subheadline"]
    assert pane.text.hasFocus()


def test_enter_and_the_arrows_go_between_headline_and_text(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(subheadline=None))
    pane.focus_field("headline")
    qtbot.keyClick(pane.fields.headline, Key.Key_Return)
    assert pane.text.hasFocus()
    qtbot.keyClick(pane.text, Key.Key_Up)
    assert pane.fields.headline.hasFocus()


# Writing ----------------------------------------------------------------------------------------


def test_formatting_brings_the_keyboard_back_to_the_text(
    pane: EditorPane, session: ReleaseSession
) -> None:
    session.open(release(body_md="One"))
    pane.focus_field("headline")
    pane.format_text(TextFormat.BOLD)
    assert pane.text.text() == "**One**"
    assert pane.text.hasFocus()


def test_it_says_when_the_caret_comes_into_a_table_and_leaves_it(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(body_md="Ships:\n\n| Port | Ships |\n|---|--:|"))
    assert not pane.is_in_table
    pane.text.setFocus()
    with qtbot.waitSignal(pane.table_entered_or_left):
        qtbot.keyClick(pane.text, Key.Key_Down)
        qtbot.keyClick(pane.text, Key.Key_Down)
    assert pane.is_in_table
    with qtbot.waitSignal(pane.table_entered_or_left):
        qtbot.keyClick(pane.text, Key.Key_Up)
    assert not pane.is_in_table


def test_a_table_is_changed_and_the_keyboard_is_back_in_the_text(
    pane: EditorPane, session: ReleaseSession
) -> None:
    session.open(release(body_md="| Port | Ships |\n|---|--:|"))
    pane.change_table(TableChange.ALIGN)
    assert focused(pane) is pane.text
    assert session.release is not None
    assert session.release.body_md == "| Port | Ships |\n| ---- | ----: |"


def test_over_a_table_its_actions_are_possible_at_once(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(body_md="| Port | Ships |\n|---|--:|"))
    action = QAction("Insert row", pane)
    action.setEnabled(False)
    pane.set_table_actions([action])
    pane.table_entered_or_left.connect(lambda: action.setEnabled(pane.is_in_table))
    at = pane.text.cursorRect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, pane.text.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(pane.text.viewport(), event)
    (menu,) = pane.window().findChildren(QMenu, "table_menu")
    assert menu.actions()[0] is action
    assert action.isEnabled()
    menu.close()


def test_a_click_on_a_button_formats_what_is_selected(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().clear()
    action = QAction("&Link", pane)
    action.triggered.connect(lambda: pane.format_text(TextFormat.LINK))
    pane.set_toolbar([action])
    session.open(release(body_md="One two"))
    pane.focus_field("body")
    qtbot.keyClick(pane.text, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    button = next(one for one in pane.findChildren(QToolButton) if one.defaultAction() is action)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.text.text() == "One [two](https://)"


# Undo -------------------------------------------------------------------------------------------


def test_undo_goes_back_where_the_last_change_was_made(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(headline="", body_md=""))
    pane.focus_field("body")
    qtbot.keyClicks(pane.text, "b")
    pane.focus_field("headline")
    qtbot.keyClicks(pane.fields.headline, "h")
    pane.undo()
    assert (pane.fields.headline.text(), pane.text.text()) == ("", "b")
    pane.redo()
    assert (pane.fields.headline.text(), pane.text.text()) == ("h", "b")


def test_undo_in_the_text_is_the_texts(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(headline="", body_md=""))
    qtbot.keyClicks(pane.text, "b")
    qtbot.keyClicks(pane.fields.headline, "h")
    pane.focus_field("body")
    pane.undo()
    assert (pane.fields.headline.text(), pane.text.text()) == ("h", "")
    pane.redo()
    assert (pane.fields.headline.text(), pane.text.text()) == ("h", "b")


def test_where_one_has_nothing_to_undo_the_other_is_undone(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(headline="", body_md=""))
    qtbot.keyClicks(pane.fields.headline, "h")
    pane.focus_field("body")
    assert pane.can_undo
    pane.undo()
    assert pane.fields.headline.text() == ""
    assert (pane.can_undo, pane.can_redo) == (False, True)
    pane.undo()
    pane.redo()
    assert pane.fields.headline.text() == "h"


def test_what_was_written_before_publishing_is_not_undone_after_it(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(body_md=""))
    qtbot.keyClicks(pane.text, "b")
    assert session.release is not None
    session.replace_stored(replace(session.release, state=State.PUBLISHED))
    assert not pane.can_undo
    with qtbot.assertNotEmitted(session.edited):
        pane.undo()
    assert pane.text.text() == "b"


def test_it_says_when_undo_becomes_possible(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release())
    with qtbot.waitSignal(pane.undo_state_changed):
        qtbot.keyClicks(pane.text, "b")
    assert pane.can_undo
    session.open(release(2))
    with qtbot.waitSignal(pane.undo_state_changed):
        session.edit("Change slugline", slugline="pier")
    assert pane.can_undo
