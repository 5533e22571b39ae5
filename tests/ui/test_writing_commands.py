from collections.abc import Callable
from pathlib import Path

import pytest

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
