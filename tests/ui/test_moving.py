"""A window on a newsroom that lies in a cloud folder: moved, or used all the same, by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from newsdesk import paths
from newsdesk.desk import open_desk
from newsdesk.storage.names import NAME
from newsdesk.ui.dialogs.folder_page import FolderPage
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def folder(bare_folder: Path) -> Path:
    """A newsroom with a release, in a folder that Syncthing keeps the same elsewhere."""
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new({"headline": "Ferry runs again"})
    (bare_folder / ".stfolder").mkdir()
    return bare_folder


def page_of(window: OpenWindow) -> FolderPage:
    return window.dialog(FolderPage)


def said(page: FolderPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(window: OpenWindow, text: str) -> None:
    (button,) = (
        one
        for one in page_of(window).findChildren(QPushButton)
        if one.text().replace("&", "") == text
    )
    window.wait(lambda: button.isVisible() and button.isEnabled())
    window.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_told_who_has_the_folder_too_and_what_is_safe(
    folder: Path, open_window: Open
) -> None:
    before = (folder / NAME).read_bytes()
    window = open_window()
    window.show()
    page = page_of(window)
    window.wait(lambda: str(paths.data_dir()) in said(page))
    for words in ("a folder of Syncthing", "Nothing was changed", str(folder)):
        assert words in said(page)
    assert (folder / NAME).read_bytes() == before
    assert not window.store.is_readable


def test_it_is_moved_and_opened_where_it_is_then(folder: Path, open_window: Open) -> None:
    before = (folder / NAME).read_bytes()
    window = open_window()
    window.show()
    press(window, "Move it for me")
    window.wait(lambda: window.store.is_writable)
    usual = paths.data_dir()
    window.wait(lambda: window.listed() == ["Ferry runs again"])
    assert str(usual) in window.notice
    assert str(folder) in window.notice
    assert not window.has_page(FolderPage)
    assert window.surroundings.data_folder == str(usual)
    window.settle()
    window.type_headline("Written where it is safe")
    window.close()
    assert (folder / NAME).read_bytes() == before
    with open_desk(usual) as desk:
        assert desk.releases.get("written-where-it-is-safe").version > 1


def test_it_is_used_all_the_same_and_nobody_is_asked_again(folder: Path, open_window: Open) -> None:
    window = open_window()
    window.show()
    press(window, "Use it here all the same")
    window.wait(lambda: window.store.is_writable)
    window.wait(lambda: window.listed() == ["Ferry runs again"])
    window.settle()
    window.type_headline("Written in the cloud")
    window.wait(lambda: window.autosave.is_settled and not window.session.is_dirty)
    window.close()
    second = open_window().begin()
    assert not second.has_page(FolderPage)
    assert second.listed() == ["Written in the cloud"]
    assert second.store.is_readable


def test_a_move_that_fails_says_why_and_changes_nothing(
    folder: Path, open_window: Open, home: Path
) -> None:
    home.write_text("a file where the account should be")
    before = (folder / NAME).read_bytes()
    window = open_window()
    window.show()
    press(window, "Move it for me")
    page = page_of(window)
    window.wait(lambda: "cannot be opened" in said(page) or "can only be read" in said(page))
    assert (folder / NAME).read_bytes() == before
    press(window, "Try again")
    window.wait(lambda: window.has_page(FolderPage))


def test_once_it_lies_somewhere_else_it_is_opened(folder: Path, open_window: Open) -> None:
    window = open_window()
    window.show()
    page_of(window)
    (folder / ".stfolder").rmdir()
    press(window, "Try again")
    window.wait(lambda: window.listed() == ["Ferry runs again"])
    assert not window.has_page(FolderPage)
