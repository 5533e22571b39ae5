"""Taking back what was done in the list, from the menu and by the keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    window = open_window().begin()
    window.open(HARBOUR)
    return window


def undo_text(window: OpenWindow) -> str:
    return window.workstation.actions.action("edit.undo").text()


def put_away(window: OpenWindow) -> None:
    """Put the open release away, as somebody in the list does; the notice goes by."""
    window.list_view.setFocus()
    window.wait(window.list_view.hasFocus)
    QTest.keyClick(window.list_view, Qt.Key.Key_Delete)
    window.wait(lambda: HARBOUR not in window.listed())
    window.settle()
    window.window.notices.dismiss()


def test_ctrl_z_in_the_list_brings_back_what_was_put_away(window: OpenWindow) -> None:
    put_away(window)
    window.list_view.setFocus()
    window.wait(lambda: undo_text(window) == "&Undo: move of 1 release to the trash")
    window.do("edit.undo")
    window.wait(lambda: HARBOUR in window.listed())
    window.settle()
    assert undo_text(window) == "&Undo"  # it is taken back once


def test_in_a_text_undo_is_of_the_text(window: OpenWindow) -> None:
    put_away(window)
    window.wait(lambda: window.session.is_open)
    window.window.editor.text.setFocus()
    window.wait(window.window.editor.text.hasFocus)
    assert undo_text(window) == "&Undo"
    window.type_body("At once. ")
    window.do("edit.undo")
    assert not window.release.body_md.startswith("At once. ")
    assert HARBOUR not in window.listed()
    window.list_view.setFocus()
    window.wait(lambda: undo_text(window).startswith("&Undo: move of 1 release"))


def test_the_bar_above_is_only_on_the_way(window: OpenWindow) -> None:
    put_away(window)
    window.list_view.setFocus()
    window.wait(window.list_view.hasFocus)
    button = next(
        one
        for one in window.window.top_bar.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    button.setFocus()
    assert undo_text(window).startswith("&Undo: ")


def test_what_cannot_be_taken_back_ends_what_could(window: OpenWindow) -> None:
    undoing = window.workstation.commands.bulk.undoing
    done: list[str] = []
    window.list_view.setFocus()
    window.wait(window.list_view.hasFocus)
    undoing.remember("one", lambda: done.append("one"))
    undoing.remember("two", lambda: done.append("two"))
    assert undoing.what == "two"
    assert undoing.run()
    assert done == ["two"]
    assert not undoing.run()
    undoing.remember("three", lambda: done.append("three"))
    undoing.forget()
    assert undoing.what == ""
    assert not undoing.run()
