"""The page of a newsroom that lies where none is safe."""

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.ui.dialogs.folder_page import FolderPage
from newsdesk.ui.theme.icons import Icons

CLOUD = StorageError(StorageProblem.CLOUD_FOLDER, "/home/dana/Dropbox/news", "Dropbox")
NETWORK = StorageError(StorageProblem.NETWORK_FOLDER, "/mnt/office/news", "nfs4")


@pytest.fixture
def page(icons: Icons, qtbot: QtBot) -> FolderPage:
    page = FolderPage(icons)
    qtbot.addWidget(page)
    page.show()
    return page


def shown(page: FolderPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def button(page: FolderPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == text)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (CLOUD, ("a folder of Dropbox", "copying half of what it writes")),
        (NETWORK, ("lies on another machine", "nfs4", "whether another machine writes")),
    ],
)
def test_it_says_what_the_matter_is_and_what_each_way_means(
    page: FolderPage, error: StorageError, said: tuple[str, ...]
) -> None:
    page.show_error(error)
    page.show_destination("/home/dana/.local/share/newsdesk")
    for words in (*said, error.path, "/home/dana/.local/share/newsdesk", "is left as it is"):
        assert words in shown(page)
    assert page.accessibleName() in shown(page)
    assert page.accessibleDescription() in shown(page)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Move it for me", "move_requested"),
        ("Use it here all the same", "allow_requested"),
        ("Try again", "retry_requested"),
        ("Use another folder…", "folder_requested"),
        ("Quit", "quit_requested"),
    ],
)
def test_each_button_asks_for_one_thing(
    page: FolderPage, qtbot: QtBot, text: str, signal: str
) -> None:
    page.show_error(CLOUD)
    with qtbot.waitSignal(getattr(page, signal)):
        button(page, text).click()


def test_while_it_is_moved_nothing_else_can_be_chosen_but_to_quit(page: FolderPage) -> None:
    page.show_error(CLOUD)
    page.show_work("Moving the newsroom…")
    page.show_progress(3 << 30, 4 << 30)
    bar = page.findChild(QProgressBar)
    assert bar is not None
    assert bar.value() == bar.maximum() * 3 // 4
    assert "Moving: 3.2 GB of 4.3 GB" in shown(page)
    assert not button(page, "Move it for me").isEnabled()
    assert not button(page, "Use it here all the same").isEnabled()
    assert button(page, "Quit").isEnabled()
    page.show_progress(4 << 30, 4 << 30)
    assert "Comparing" in shown(page)
    page.show_failure(StorageError(StorageProblem.FULL, "/home/dana"))
    assert "The disk is full" in shown(page)
    assert not bar.isVisible()
    assert button(page, "Move it for me").isEnabled()
