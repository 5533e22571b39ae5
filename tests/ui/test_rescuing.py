"""A window on a newsroom that is damaged: the ways back, taken by hand."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from newsdesk.desk import open_desk, open_journal
from newsdesk.domain.backup import BackupReason
from newsdesk.domain.journal import JournalEntry
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.revision import Reason
from newsdesk.storage.names import NAME
from newsdesk.storage.restoring import set_aside_in
from newsdesk.ui.dialogs.rescue_page import RescuePage
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
HEADLINES = ("Quay rebuilt", "Ferry runs again", "Night market opens")


@pytest.fixture
def folder(newsroom_folder: Path) -> Path:
    """A newsroom with a backup, and a text that was stored and journalled after it."""
    folder = newsroom_folder
    with open_desk(folder, writing=True) as desk, open_journal(folder) as journal:
        desk.samples.install_at_first_start()
        for headline in HEADLINES:
            release, _ = desk.releases.new({"headline": headline}, body_md="As it was.")
        desk.backups.make(BackupReason.ASKED)
        text = replace(release, body_md="Typed after the backup.")
        journal.write(JournalEntry(release=text, at=datetime.now(UTC)))
        desk.releases.save(text, Reason.AUTOSAVE)
        journal.mark_stored(text.id)
    return folder


def page_of(window: OpenWindow) -> RescuePage:
    window.wait(lambda: bool(window.window.findChildren(RescuePage)))
    (page,) = window.window.findChildren(RescuePage)
    return page


def said(page: RescuePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(window: OpenWindow, text: str) -> None:
    page = page_of(window)
    (button,) = (
        one for one in page.findChildren(QPushButton) if one.text().replace("&", "") == text
    )
    window.wait(lambda: button.isVisible() and button.isEnabled())
    window.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def zero(folder: Path) -> bytes:
    path = folder / NAME
    content = bytes(path.stat().st_size)
    path.write_bytes(content)
    return content


def test_a_database_of_zeros_comes_back_with_all_that_was_typed(
    folder: Path, open_window: Open
) -> None:
    zeros = zero(folder)
    window = open_window()
    window.show()
    page = page_of(window)
    window.wait(lambda: "Bring it back from the backup of" in said(page))
    shown = said(page)
    assert all(headline in shown for headline in HEADLINES)
    assert "1 newer text from the draft journal" in shown
    assert "nothing is deleted" in shown
    assert (folder / NAME).read_bytes() == zeros
    press(window, "Bring it back")
    window.wait(lambda: window.store.is_writable and not window.window.findChildren(RescuePage))
    window.wait(lambda: "The newsroom is back" in window.window.notices.text())
    assert HEADLINES[-1] in window.window.notices.text()
    (aside,) = set_aside_in(folder)
    assert aside.read_bytes() == zeros
    assert aside.name in window.window.notices.text()
    window.close()
    with open_desk(folder) as desk:
        (key,) = desk.releases.ids(ReleaseQuery(text=HEADLINES[-1]))
        assert desk.releases.get(str(key)).body_md == "Typed after the backup."
        assert len(desk.releases.ids(ReleaseQuery())) == 6


def test_without_a_backup_what_can_be_read_comes_back(folder: Path, open_window: Open) -> None:
    for backup in (folder / "backups").iterdir():
        backup.unlink()
    whole = (folder / NAME).read_bytes()
    (folder / NAME).write_bytes(bytes(4096) + whole[4096:])
    window = open_window()
    window.show()
    page = page_of(window)
    press(window, "Save what can be read")
    window.wait(lambda: window.store.is_writable)
    assert page is not None
    window.wait(lambda: "with 6 releases" in window.window.notices.text())


def test_where_nothing_is_left_that_is_said_and_the_page_stays(
    folder: Path, open_window: Open
) -> None:
    for backup in (folder / "backups").iterdir():
        backup.unlink()
    zeros = zero(folder)
    window = open_window()
    window.show()
    page = page_of(window)
    press(window, "Save what can be read")
    window.wait(lambda: "nothing in it can be read" in said(page))
    assert not any(
        one.text().replace("&", "") == "Bring it back" and one.isVisible()
        for one in page.findChildren(QPushButton)
    )
    assert (folder / NAME).read_bytes() == zeros
    assert set_aside_in(folder) == []


def test_no_way_on_the_page_begins_an_empty_newsroom(folder: Path, open_window: Open) -> None:
    zeros = zero(folder)
    window = open_window()
    window.show()
    page = page_of(window)
    window.wait(lambda: "Bring it back from the backup of" in said(page))
    words = {one.text().replace("&", "") for one in page.findChildren(QPushButton)}
    assert words == {
        "Bring it back",
        "Save what can be read",
        "Look at it",
        "Try again",
        "Use another folder…",
        "Quit",
    }
    press(window, "Try again")
    window.wait(lambda: "Bring it back from the backup of" in said(page_of(window)))
    press(window, "Quit")
    window.wait(lambda: not window.window.isVisible())
    assert (folder / NAME).read_bytes() == zeros


def test_a_backup_in_the_second_place_is_found_too(
    folder: Path, open_window: Open, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with open_desk(folder, writing=True) as desk:
        desk.backups.make(BackupReason.ASKED, place=str(stick))
    shutil.rmtree(folder / "backups")
    zero(folder)
    window = open_window(backup_folder=str(stick))
    window.show()
    window.wait(lambda: "Bring it back from the backup of" in said(page_of(window)))
    press(window, "Bring it back")
    window.wait(lambda: window.store.is_writable)
    window.wait(lambda: set(HEADLINES) <= set(window.listed()))
