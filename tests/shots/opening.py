"""Scenes of opening: a newsroom in a cloud folder, and the check before the first write."""

from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import english

if TYPE_CHECKING:
    from pathlib import Path

    from newsdesk.ui.dialogs.folder_page import FolderPage
    from tests.drivers import WindowDriver


def _in_dropbox(folder: "Path") -> None:
    (folder / ".dropbox.cache").mkdir()


def _page() -> "FolderPage":
    from newsdesk.ui.dialogs.folder_page import FolderPage
    from tests.hands import visible, wait_until

    wait_until(lambda: bool(visible(FolderPage)), "the page")
    page = visible(FolderPage)[0]
    wait_until(lambda: "newsdesk\u2069 and compared" in page._move._text.text(), "where to")
    # no picture shows where it was taken
    page._path.setText("/home/dana/Dropbox/newsroom")
    page.show_destination("/home/dana/.local/share/newsdesk")
    return page


def _refused(_driver: "WindowDriver") -> None:
    """Who has the folder too, and the ways on."""
    _page()


def _mirrored(_driver: "WindowDriver") -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _page()


def _on_the_way(_driver: "WindowDriver") -> None:
    """Half of it is moved."""
    page = _page()
    page.show_work("Moving the newsroom…")
    page.show_progress(412 << 20, 1310 << 20)


def _checking(driver: "WindowDriver") -> None:
    """How far the check is, above what can be read meanwhile."""
    from tests.hands import wait_until

    english(driver)
    driver.workstation.opening.report(655 << 20, 1092 << 20)
    notices = driver.window.notices
    wait_until(lambda: "all of it is checked" in notices.text(), "the notice")


SCENES = {
    "folder": Scene(_refused, prepare=_in_dropbox),
    "folder-dark": Scene(_refused, prepare=_in_dropbox, theme="dark"),
    "folder-1024x640": Scene(_refused, prepare=_in_dropbox, size=(1024, 640)),
    "folder-large-text": Scene(_refused, prepare=_in_dropbox, text_scale=2.0),
    "folder-mirrored": Scene(_mirrored, prepare=_in_dropbox),
    "folder-moving": Scene(_on_the_way, prepare=_in_dropbox),
    "check": Scene(_checking),
    "check-dark": Scene(_checking, theme="dark"),
    "check-1024x640": Scene(_checking, size=(1024, 640)),
}
