from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor

from newsdesk.services.preferences import View
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    return open_window().begin()


def test_the_text_is_formatted_and_that_is_undone_and_done_again(window: OpenWindow) -> None:
    editor = window.window.editor.text
    before = window.release.body_md
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    window.do("format.bold")
    assert window.release.body_md.startswith("**")
    window.do("edit.undo")
    assert window.release.body_md == before
    window.do("edit.redo")
    assert window.release.body_md.startswith("**")
    window.do("edit.undo")


def test_a_table_is_changed_while_the_caret_is_in_it(window: OpenWindow) -> None:
    editor, action = window.window.editor.text, window.action("format.row_below")
    assert not action.isEnabled()
    window.do("format.table")
    window.wait(action.isEnabled)
    before = window.release.body_md.count("|")
    window.do("format.row_below")
    assert window.release.body_md.count("|") == before + 3
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    window.wait(lambda: not action.isEnabled())


@pytest.mark.parametrize("action", ["edit.find", "edit.replace"])
def test_finding_words_shows_the_text_first(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    monkeypatch.setattr(window.window.preview, "start", lambda _early=None: None)
    window.do("view.preview")
    window.do(action)
    assert window.keeper.preferences.view is View.SPLIT
    bar = window.window.editor.find_bar
    assert bar is not None
    assert bar.isVisible()
