"""Comparing and bringing back in the window."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.domain.revision import Reason, Revision
from newsdesk.ui.dialogs.comparison_dialog import ComparisonDialog
from newsdesk.ui.history.history_list import HistoryList
from tests.ui.windows import OpenWindow

HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Callable[..., OpenWindow]) -> OpenWindow:
    window = open_window().begin()
    window.open(HARBOUR)
    window.settle()
    return window


def history(window: OpenWindow) -> list[Revision]:
    found: list[list[Revision]] = []
    key = str(window.release.id)
    window.store.read(lambda desk: desk.history.revisions(key), found.append)
    window.wait(lambda: bool(found))
    return found[0]


def dialog(window: OpenWindow) -> ComparisonDialog:
    window.wait(
        lambda: (
            (one := window.window.findChild(ComparisonDialog)) is not None
            and one._view.change_count > 0
        )
    )
    found = window.window.findChild(ComparisonDialog)
    assert found is not None
    return found


def test_the_action_goes_to_the_list_of_versions(window: OpenWindow) -> None:
    window.do("release.history")
    shown = window.window.inspector.findChild(HistoryList)
    assert shown is not None
    window.wait(lambda: len(shown.lines()) == 3)
    saved, now = history(window)[-1].created.astimezone(), datetime.now(UTC).astimezone()
    day = "Today" if saved.date() == now.date() else "Yesterday"  # midnight may have passed
    assert [line.title for line in shown.lines()] == ["Now", day, "Brought in"]


def test_what_was_typed_and_not_stored_yet_is_compared_too(window: OpenWindow) -> None:
    window.type_body("Unheard of. ")
    window.do("release.compare")
    shown = dialog(window)
    assert "Unheard of." in shown._view.toPlainText()
    assert shown._after.currentText() == "Now"


def test_a_version_is_brought_back_by_a_new_one_and_taken_back_again(window: OpenWindow) -> None:
    before = window.release.body_md
    window.type_body("Unheard of. ")
    window.wiring._commands.history.restore(1)
    window.wait(lambda: window.notice.startswith("The earlier version is back."))
    assert window.release.body_md == before
    assert window.window.editor.text.toPlainText() == before
    reasons = [one.reason for one in history(window)]
    assert reasons == [Reason.IMPORT, Reason.AUTOSAVE, Reason.RESTORE]
    window.push("Undo", window.window.notices)
    window.wait(lambda: "Unheard of." in window.release.body_md)
    assert [one.reason for one in history(window)][-1] is Reason.RESTORE


def test_restoring_from_the_comparison(window: OpenWindow) -> None:
    window.type_body("Unheard of. ")
    window.wiring._commands.history.compare(1, None)
    dialog(window)._restore.click()
    window.wait(lambda: window.notice.startswith("The earlier version is back."))
    assert "Unheard of." not in window.release.body_md


def test_a_published_release_is_compared_and_not_set_back(window: OpenWindow) -> None:
    window.type_body("Unheard of. ")
    window.settle()
    key = str(window.release.id)
    done: list[object] = []
    from newsdesk.domain.workflow import Action  # noqa: PLC0415

    window.store.change(lambda desk: desk.workflow.take(key, Action.PUBLISH), done.append)
    window.wait(lambda: bool(done))
    window.session.replace_stored(done[0])  # type: ignore[arg-type]
    window.wiring._commands.history.compare(1, None)
    assert dialog(window)._restore.isHidden()
    window.wiring._commands.history.restore(1)
    window.wait(lambda: "cannot be set back to an earlier version" in window.notice)
    assert "Unheard of." in window.release.body_md
