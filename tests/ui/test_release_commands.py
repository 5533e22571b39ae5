"""What is done to releases, through the window's own actions."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action, State
from newsdesk.services.preferences import View
from newsdesk.ui.dialogs.export_dialog import ExportDialog
from newsdesk.ui.dialogs.publish_dialog import PublishDialog
from newsdesk.ui.dialogs.recall_dialog import RecallDialog
from newsdesk.ui.library.filters import Filter
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    """The sample newsroom with a complete release open."""
    window = open_window().begin()
    window.open(HARBOUR)
    return window


def trashed(window: OpenWindow) -> list[str]:
    with open_desk(window.folder) as desk:
        ids = desk.releases.ids(ReleaseQuery(trashed=True))
        return [row.headline for row in desk.releases.rows(ids)]


def publish(window: OpenWindow) -> None:
    window.do("release.publish")
    window.push("Publish", window.dialog(PublishDialog))
    window.wait(lambda: window.release.state is State.PUBLISHED)


# Beginning -------------------------------------------------------------------------------------


def test_a_new_release_is_open_for_its_headline(bare_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    window.do("release.new")
    window.wait(lambda: window.session.is_open)
    window.wait(window.window.editor.fields.headline.hasFocus)
    window.type_headline("Harbour opens")
    window.do("release.save")
    window.wait(lambda: window.stored().headline == "Harbour opens")
    window.wait(lambda: window.listed() == ["Harbour opens"])


def test_a_new_release_is_listed_and_seen_whatever_was_looked_for(window: OpenWindow) -> None:
    window.window.library._search.set_search_text("registre")
    window.window.library.refresh()
    window.wait(lambda: len(window.listed()) == 1)
    window.do("view.preview")
    window.do("release.new")
    window.wait(lambda: window.headline == "" and len(window.listed()) == 4)
    assert window.keeper.preferences.view is View.SPLIT
    assert window.window.editor.fields.headline.isVisible()
    window.wait(lambda: window.list_view.current() == window.release.id)


def test_beginning_one_saves_the_one_before(window: OpenWindow) -> None:
    before = window.release
    window.type_body("At once. ")
    window.do("release.new")
    window.wait(lambda: window.session.release_id != before.id)
    window.settle()
    assert window.stored(before).body_md.startswith("At once. ")


def test_a_duplicate_has_the_text_as_it_was_just_typed(window: OpenWindow) -> None:
    original = window.release
    window.type_body("At once. ")
    window.do("release.duplicate")
    window.wait(lambda: window.session.release_id not in (None, original.id))
    assert window.release.body_md.startswith("At once. ")
    assert window.release.state is State.DRAFT
    assert window.stored(original).body_md == window.stored().body_md
    window.wait(lambda: window.listed().count(HARBOUR) == 2)


def test_saving_makes_a_revision_that_is_kept(window: OpenWindow) -> None:
    window.type_body("At once. ")
    window.do("release.save")
    window.settle()
    with open_desk(window.folder) as desk:
        revisions = desk.releases.revisions(str(window.release.id))
    assert revisions[-1].reason is Reason.SAVE
    assert len(revisions) == 2
    assert window.stored().body_md.startswith("At once. ")


# The workflow ----------------------------------------------------------------------------------


def test_a_release_is_published_as_it_was_just_typed(window: OpenWindow) -> None:
    window.type_body("At once. ")
    publish(window)
    assert window.stored().state is State.PUBLISHED
    assert window.stored().body_md.startswith("At once. ")
    assert window.notice == f"“{HARBOUR}” is published."
    assert not window.window.editor.text.is_editable
    assert window.window.editor._status.text() == "Published"


def test_the_page_is_offered_right_after(window: OpenWindow) -> None:
    publish(window)
    window.push("Export…", window.window.notices)
    assert window.dialog(ExportDialog).isVisible()


def test_nothing_is_published_without_a_yes(window: OpenWindow) -> None:
    window.do("release.publish")
    dialog = window.dialog(PublishDialog)
    window.push("Cancel", dialog)
    window.wait(lambda: not window.has_dialog())
    window.settle()
    assert window.stored().state is State.DRAFT
    assert window.window.findChildren(PublishDialog) == []  # it does not pile up


def test_what_is_missing_is_gone_to_even_if_its_pane_is_hidden(
    bare_folder: Path, open_window: Open
) -> None:
    window = open_window(is_inspector_shown=False).begin()
    window.do("release.new")
    window.wait(lambda: window.session.is_open)
    window.do("view.preview")
    window.do("release.publish")
    ways = ways_on(window.dialog(PublishDialog))
    ways[0].click()
    window.wait(window.window.editor.fields.headline.hasFocus)
    assert window.keeper.preferences.view is View.SPLIT
    window.do("release.publish")
    ways = ways_on(window.dialog(PublishDialog))
    ways[-1].click()
    window.wait(window.window.inspector.isVisible)
    focus = window.window.focusWidget()
    assert focus is not None
    assert window.window.inspector.isAncestorOf(focus)


def ways_on(dialog: PublishDialog) -> list[QPushButton]:
    """Return the buttons that lead to a field, in their order."""
    return [one for one in dialog.findChildren(QPushButton) if one.text() == "Go there"]


def test_a_release_is_recalled_for_a_reason(window: OpenWindow, qtbot: QtBot) -> None:
    publish(window)
    window.do("release.recall")
    dialog = window.dialog(RecallDialog)
    field = dialog.findChild(QWidget, "reason")
    assert field is not None
    qtbot.keyClicks(field, "Wrong figures")
    window.push("Recall", dialog)
    window.wait(lambda: window.release.state is State.RECALLED)
    assert window.stored().state is State.RECALLED
    assert "is recalled" in window.notice
    assert not window.action("release.recall").isEnabled()
    with open_desk(window.folder) as desk:
        events = desk.releases.history(str(window.release.id))
    assert "Wrong figures" in str(events[-1])


def test_what_cannot_be_published_is_said_in_words(window: OpenWindow) -> None:
    """Somebody else published it while the dialog was open."""
    window.do("release.publish")
    dialog = window.dialog(PublishDialog)
    done: list[Release] = []
    key = str(window.release.id)
    window.store.change(lambda desk: desk.workflow.take(key, Action.PUBLISH), done.append)
    window.wait(lambda: bool(done))
    window.push("Publish", dialog)
    window.wait(lambda: bool(window.notice))
    assert window.stored().state is State.PUBLISHED


def test_a_question_is_asked_before_an_embargo_that_is_over_is_published(
    window: OpenWindow,
) -> None:
    over = Embargo.until(datetime(2020, 1, 1, 10, 0), "Europe/Zurich", city_label="Geneva")
    window.session.edit("Set embargo", embargo=over)
    window.do("release.publish")
    dialog = window.dialog(PublishDialog)
    (box,) = dialog.findChildren(QCheckBox)
    box.click()
    window.push("Publish", dialog)
    window.wait(lambda: window.release.state is State.PUBLISHED)
    assert window.stored().state is State.PUBLISHED


# The star --------------------------------------------------------------------------------------


def test_a_star_is_set_and_taken_off(window: OpenWindow) -> None:
    version = window.release.version
    window.do("release.star")
    window.wait(lambda: window.release.starred)
    assert window.stored().starred
    assert window.action("release.star").isChecked()
    window.do("release.star")
    window.wait(lambda: not window.release.starred)
    assert not window.stored().starred
    assert window.stored().version == version  # no edit


def test_keys_typed_while_a_star_is_set_are_kept(window: OpenWindow) -> None:
    window.do("release.star")
    window.type_body("At once. ")
    window.wait(lambda: window.release.starred)
    assert window.window.editor.text.text().startswith("At once. ")
    window.do("release.save")
    window.settle()
    assert window.stored().body_md.startswith("At once. ")
    assert window.stored().starred


# The trash -------------------------------------------------------------------------------------


def test_a_release_goes_to_the_trash_and_comes_back(window: OpenWindow) -> None:
    window.type_body("At once. ")
    window.do("release.trash")
    window.wait(lambda: HARBOUR not in window.listed())
    assert window.notice == f"“{HARBOUR}” is in the trash."
    assert trashed(window) == [HARBOUR]
    window.wait(lambda: window.headline not in ("", HARBOUR))  # the next one is open
    window.push("Undo", window.window.notices)
    window.wait(lambda: window.headline == HARBOUR)
    window.wait(lambda: HARBOUR in window.listed())
    assert trashed(window) == []
    assert window.release.body_md.startswith("At once. ")
    assert window.notice == ""


def test_several_go_together_and_come_back_together(window: OpenWindow) -> None:
    window.list_view.selectAll()
    window.wait(lambda: len(window.window.library.selected_ids()) == 3)
    window.do("release.trash")
    window.wait(lambda: window.listed() == [])
    assert window.notice == "3 releases are in the trash."
    window.wait(lambda: not window.session.is_open)
    assert not window.action("release.publish").isEnabled()
    assert window.window.editor._status.isHidden()
    window.push("Undo", window.window.notices)
    window.wait(lambda: len(window.listed()) == 3)
    assert trashed(window) == []


def test_the_delete_key_in_the_list_does_the_same(window: OpenWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.list_view, Qt.Key.Key_Delete)
    window.wait(lambda: trashed(window) == [HARBOUR])


def test_what_was_published_stays_and_that_is_said(window: OpenWindow) -> None:
    publish(window)
    window.list_view.selectAll()
    window.do("release.trash")
    window.wait(lambda: window.listed() == [HARBOUR])
    window.settle()
    assert len(trashed(window)) == 2
    assert window.notice == (
        "2 releases are in the trash. "
        "Not possible: 1 release. "
        "A release that is published cannot be put into the trash."
    )
    window.push("Undo", window.window.notices)
    window.wait(lambda: len(window.listed()) == 3)


def test_out_of_the_trash_it_is_open_again(window: OpenWindow) -> None:
    window.do("release.trash")
    window.wait(lambda: trashed(window) == [HARBOUR])
    window.window.library._filters.set_chosen(Filter.TRASH)
    window.window.library.refresh()
    window.wait(lambda: window.listed() == [HARBOUR])
    assert not window.action("release.untrash").isEnabled()  # none is selected
    window.open(HARBOUR)
    window.do("release.untrash")
    window.wait(lambda: window.listed() == [])
    assert trashed(window) == []
    window.settle()
    assert window.headline == HARBOUR
