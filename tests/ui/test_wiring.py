"""What follows from what."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import Action, State
from newsdesk.services.preferences import ThemeChoice, View
from newsdesk.ui.actions.insert import INSERT_ACTIONS
from newsdesk.ui.dialogs.settings_dialog import SettingsDialog
from newsdesk.ui.editor.formats import TextFormat
from newsdesk.ui.library.filters import Filter
from newsdesk.ui.session import SaveState
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

HARBOUR = "Harbour crews from nine ports train together for winter rescues"
ALWAYS = {
    "app.settings", "edit.find_release", "view.inspector", "view.library", "view.next_pane",
    "view.sidebar", "view.preview", "view.scroll_together", "view.split", "view.theme",
    "view.write", "app.quit",
    "view.focus_mode", "view.full_screen", "view.zoom_in", "view.zoom_out", "format.typographic",
    "view.mode_desktop", "view.mode_phone", "view.mode_print", "view.mode_text",
    "edit.check_spelling", "edit.copy", "edit.cut", "edit.paste", "edit.paste_plain",
    "edit.select_all", "help.guide", "help.palette", "help.shortcuts", "help.about", "help.news",
    "library.people", "library.figures", "library.vocabularies",
}  # fmt: skip
IN_A_NEWSROOM = ALWAYS | {
    "release.new", "release.import", "release.paste", "release.from_template",
}  # fmt: skip
OF_A_RELEASE = IN_A_NEWSROOM | {
    "release.duplicate", "release.export", "release.export_all", "release.export_pdf",
    "release.export_selected", "release.hand_over", "release.print",
    "release.star", "edit.find", "insert.save_snippet", "view.outline",
    "edit.copy_rich", "release.history", "release.compare", "release.save_template",
    "library.file", "library.language", "library.step",
}  # fmt: skip
FORMATS = {f"format.{one}" for one in TextFormat}
INSERTS = {spec.id for spec in INSERT_ACTIONS} - {"insert.embargo"}  # it has none
OF_A_DRAFT = (
    OF_A_RELEASE
    | FORMATS
    | INSERTS
    | {"release.publish", "release.save", "release.trash", "edit.replace", "edit.join_lines"}
    | {"edit.next_unknown_word", "edit.next_blank"}
)


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    """The sample newsroom with a complete release open."""
    window = open_window().begin()
    window.open(HARBOUR)
    window.settle()
    return window


def possible(window: OpenWindow) -> set[str]:
    return {action.objectName() for action in window.window.actions() if action.isEnabled()}


def change(window: OpenWindow, work: Callable[[Any], tuple[Any, Changes]]) -> None:
    done: list[object] = []
    window.store.change(work, done.append)
    window.wait(lambda: bool(done))
    window.settle()


# What is possible ------------------------------------------------------------------------------


def test_with_a_draft_open_everything_is_possible_that_is_done_to_drafts(
    window: OpenWindow,
) -> None:
    assert possible(window) == OF_A_DRAFT


def test_there_is_something_to_undo_and_to_redo_once_something_was_done(
    window: OpenWindow,
) -> None:
    window.type_body("At once. ")
    window.wait(lambda: possible(window) == OF_A_DRAFT | {"edit.undo"})
    window.do("edit.undo")
    window.wait(lambda: possible(window) == OF_A_DRAFT | {"edit.redo"})
    window.session.edit("Change abstract", abstract="Another one")
    window.wait(lambda: "edit.undo" in possible(window))


def test_a_published_release_can_be_recalled_and_not_be_edited(window: OpenWindow) -> None:
    key = str(window.release.id)
    change(window, lambda desk: desk.workflow.take(key, Action.PUBLISH))
    window.open(window.listed()[-1])
    window.open(HARBOUR)
    assert window.release.state is State.PUBLISHED
    expected = OF_A_RELEASE | {"release.recall", "release.trash"}
    window.wait(lambda: possible(window) == expected)


def test_without_a_release_new_ones_can_be_made(bare_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    window.settle()
    assert possible(window) == IN_A_NEWSROOM


def test_in_the_trash_things_are_taken_out_of_it(window: OpenWindow) -> None:
    window.do("release.trash")
    window.wait(lambda: HARBOUR not in window.listed())
    window.window.library._filters.set_chosen(Filter.TRASH)
    window.window.library.refresh()
    window.wait(lambda: window.listed() == [HARBOUR])
    window.open(HARBOUR)
    window.settle()
    assert {"release.untrash", "release.empty_trash"} <= possible(window)
    assert not possible(window) & {
        "release.trash", "release.publish", "release.duplicate", "release.export_all",
        "release.export_selected",
    }  # fmt: skip


def test_where_nothing_can_be_stored_one_can_look_around(
    sample_folder: Path, open_window: Open
) -> None:
    window = open_window()
    with open_desk(sample_folder, writing=True):
        window.show()
        window.wait(lambda: window.store.refusal is not None and window.store.is_readable)
        window.wait(lambda: window.session.is_open)
        window.settle()
        looking = {"edit.find", "edit.copy_rich", "release.print", "view.outline"}
        looking |= {"release.history", "release.compare"}
        assert possible(window) == ALWAYS | looking
        window.window.library.context_menu_requested.emit(QPoint(10, 10))
        assert not [menu for menu in window.window.findChildren(QMenu) if menu.isVisible()]


def test_while_a_page_is_shown_one_can_quit_and_switch_the_theme(window: OpenWindow) -> None:
    page = QLabel("Something else")
    window.window.show_page(page)
    assert possible(window) == {"app.quit", "view.theme", "help.guide", "help.shortcuts"}
    window.window.remove_page(page)
    assert possible(window) == OF_A_DRAFT


def test_in_the_preview_nothing_is_formatted_or_inserted(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.window.preview, "start", lambda _early=None: None)
    window.do("view.preview")
    writing = FORMATS | INSERTS - {"insert.save_snippet"}
    assert possible(window) == OF_A_DRAFT - writing


# The list --------------------------------------------------------------------------------------


def test_opening_another_release_saves_the_one_before(window: OpenWindow) -> None:
    before = window.release
    window.type_body("At once. ")
    window.type_headline("Renamed")
    other = window.open(next(one for one in window.listed() if one != HARBOUR))
    assert window.window.editor.text.text() == other.body_md
    window.settle()
    stored = window.stored(before)
    assert stored.body_md.startswith("At once. ")
    assert stored.headline == "Renamed"
    assert window.stored(other) == other  # and nothing of it went into the other


def test_switching_to_and_fro_shows_what_was_typed_each_time(window: OpenWindow) -> None:
    other = next(one for one in window.listed() if one != HARBOUR)
    body, typed = window.release.body_md, ""
    for number in range(5):
        window.type_body(f"{number} ")
        typed += f"{number} "
        window.open(other)
        window.open(HARBOUR)  # the caret is where it was
        assert window.window.editor.text.text() == typed + body
    window.settle()
    assert window.stored().body_md == typed + body
    while window.window.editor.can_undo:
        window.do("edit.undo")
    assert window.window.editor.text.text() == body


def test_enter_goes_on_into_the_text_also_from_the_preview(
    window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.window.preview, "start", lambda _early=None: None)
    window.do("view.preview")
    qtbot.keyClick(window.list_view, Qt.Key.Key_Return)
    window.wait(window.window.editor.text.hasFocus)
    assert window.keeper.preferences.view is View.SPLIT


def test_what_is_open_is_remembered(window: OpenWindow) -> None:
    window.wait(lambda: window.kept().last_release == str(window.release.id))


def test_one_that_cannot_be_opened_leaves_the_other_open(window: OpenWindow) -> None:
    window.window.library.release_chosen.emit(ReleaseId(UUID(int=404)))
    window.wait(lambda: bool(window.notice))
    assert window.headline == HARBOUR


def test_the_menu_of_the_list_has_what_is_possible(window: OpenWindow) -> None:
    window.window.library.context_menu_requested.emit(QPoint(10, 10))
    menu = window.dialog(QMenu)
    names = [one.objectName() for one in menu.actions() if not one.isSeparator()]
    assert names == [
        "release.duplicate", "release.star", "library.file", "library.language", "library.step",
        "release.publish", "release.export_selected",
        "release.hand_over", "release.trash",
    ]  # fmt: skip
    menu.close()
    window.wait(lambda: menu not in window.window.findChildren(QMenu))  # it does not pile up


def test_the_empty_list_and_the_empty_editor_offer_a_beginning(
    bare_folder: Path, open_window: Open
) -> None:
    for pane in ("library", "editor"):
        window = open_window().begin()
        getattr(window.window, pane).new_requested.emit()
        window.wait(lambda window=window: window.session.is_open)
        window.do("release.trash")
        window.wait(lambda window=window: not window.session.is_open)
        window.settle()
        window.close()


# The open release ------------------------------------------------------------------------------


def test_its_status_and_its_language_are_shown(window: OpenWindow) -> None:
    window.session.edit("Change language", language="ar")
    assert "العربية" in window.window.preview._header._format.text()
    assert window.window.editor._status.text() == "Draft"
    window.list_view.selectAll()
    window.do("release.trash")
    window.wait(lambda: not window.session.is_open)
    assert window.window.editor._status.isHidden()
    assert "العربية" not in window.window.preview._header._format.text()


def test_its_words_are_counted_while_one_writes(window: OpenWindow) -> None:
    def counted() -> int:
        said = window.window.status._counts.text().split()
        return int(said[0]) if said else 0

    window.wiring.preview.scheduler.render_now()
    preview = window.wiring.preview
    window.wait(lambda: preview.rendered is not None and preview.rendered.word_count == counted())
    before = counted()
    assert before > 100
    window.type_body("Three more words. ")
    window.wait(lambda: counted() == before + 3)


def test_the_cursor_is_told_from_the_first_line_on(window: OpenWindow) -> None:
    status = window.window.status
    cursor = window.window.editor.text.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    window.window.editor.text.setTextCursor(cursor)
    window.wait(lambda: status._cursor.text() != "Line 1, column 1")
    window.open(next(one for one in window.listed() if one != HARBOUR))
    window.wait(lambda: status._cursor.text() == "Line 1, column 1")


def test_it_is_said_to_be_saved_when_it_is(window: OpenWindow) -> None:
    window.type_body("At once. ")
    assert window.window.status.text() == "Not saved yet"
    window.do("release.save")
    assert window.window.status.text() == "Saving…"
    assert not window.stored().body_md.startswith("At once. ")
    window.wait(lambda: window.session.save_state is SaveState.SAVED)
    assert window.window.status.text().startswith("Saved ")
    assert window.stored().body_md.startswith("At once. ")


def test_a_text_left_on_a_full_disk_is_told_of(window: OpenWindow) -> None:
    make_room = window.fill_disk()
    window.type_body("At once. ")
    before: Release = window.release
    window.open(next(one for one in window.listed() if one != HARBOUR))
    window.wait(lambda: window.notice.startswith("The disk is full"))
    make_room()
    window.autosave.save()
    window.settle()
    assert window.stored(before).body_md.startswith("At once. ")


# The house -------------------------------------------------------------------------------------


def test_what_becomes_of_the_house_is_known_everywhere(window: OpenWindow) -> None:
    change(window, lambda desk: desk.newsroom.edit({"organisation": "Port of Aqaba"}))
    window.wait(lambda: window.workstation.newsroom.organisation == "Port of Aqaba")
    assert window.wiring.preview.scheduler._newsroom == window.workstation.newsroom
    change(
        window,
        lambda desk: desk.newsroom.save(replace(desk.newsroom.get(), has_approval_steps=True)),
    )
    window.wait(lambda: not window.action("release.publish").isEnabled())


def test_what_went_wrong_unseen_is_said(window: OpenWindow) -> None:
    window.store.failed.emit(NotFoundError("release", "x"))
    assert window.notice


# Settings --------------------------------------------------------------------------------------


def test_how_it_looks_is_applied_at_once_and_kept(window: OpenWindow) -> None:
    window.do("app.settings")
    dialog = window.dialog(SettingsDialog)
    chosen = replace(
        window.keeper.preferences,
        theme=ThemeChoice.DARK,
        text_scale=1.25,
        editor_font_px=18,
        view=View.PREVIEW,  # of when the dialog was opened: not the dialog's to say
    )
    dialog.preferences_edited.emit(chosen)
    assert window.workstation.themes.theme.is_dark
    assert window.workstation.themes.text_scale == 1.25
    assert window.window.editor.text.document().defaultFont().pixelSize() == 18
    assert window.keeper.preferences.view is View.WRITE
    window.push("Done", dialog)
    window.close()
    kept = window.kept()
    assert (kept.theme, kept.text_scale, kept.editor_font_px) == (ThemeChoice.DARK, 1.25, 18)


def test_another_data_folder_is_kept_for_the_next_start(window: OpenWindow, tmp_path: Path) -> None:
    window.do("app.settings")
    dialog = window.dialog(SettingsDialog)
    dialog.data_folder_requested.emit(str(tmp_path / "other"))
    window.wait(lambda: window.kept().data_dir == str(tmp_path / "other"))
    window.push("Done", dialog)


def test_folded_sections_stay_folded(window: OpenWindow, open_window: Open) -> None:
    window.window.inspector.closed_sections_edited.emit(("dateline", "embargo"))
    window.close()
    assert window.kept().closed_sections == ("dateline", "embargo")
