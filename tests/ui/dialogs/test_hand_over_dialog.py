"""Handing over from the window: the choice, the password, the file."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.query import ReleaseQuery, ReleaseSummary
from newsdesk.services.password_lock import is_locked
from newsdesk.services.taking_over import TakeOverService
from newsdesk.ui.dialogs.hand_over_dialog import HandOverDialog
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons

EMBARGO = {"embargo.until_local": "2099-03-09T09:00", "embargo.tz": "Europe/Zurich"}
Make = Callable[..., HandOverDialog]


@pytest.fixture
def rows(newsroom_folder: Path, now: Callable[[], datetime]) -> list[ReleaseSummary]:
    """Two stored releases, the first under embargo; ask for them before the store."""
    with open_desk(newsroom_folder, writing=True, now=now) as desk:
        desk.releases.new({"headline": "Ferry sails"}, body_md="The ferry sails.")
        values = {"headline": "Harbour opens", **EMBARGO}
        desk.releases.new(values, body_md="The harbour opens.")
        rows = desk.releases.summaries(ReleaseQuery())
    return sorted(rows, key=lambda row: row.embargo_until is None)


@pytest.fixture
def make(
    rows: list[ReleaseSummary],
    store: Store,
    icons: Icons,
    now: Callable[[], datetime],
    qtbot: QtBot,
) -> Make:
    def make(folder: Path | str, count: int = 1) -> HandOverDialog:
        dialog = HandOverDialog(rows[:count], str(folder), store, icons, now)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return make


def said(dialog: HandOverDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def button(dialog: HandOverDialog, text: str) -> QPushButton:
    found = (one for one in dialog.findChildren(QPushButton) if one.isVisible())
    return next(one for one in found if one.text().replace("&", "") == text)


def push(dialog: HandOverDialog, text: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(button(dialog, text).isEnabled)
    qtbot.mouseClick(button(dialog, text), Qt.MouseButton.LeftButton)


def test_one_file_is_written_and_said(make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = make(tmp_path / "out")
    push(dialog, "Hand over", qtbot)
    qtbot.waitUntil(lambda: "is written" in said(dialog), timeout=20_000)
    (file,) = (tmp_path / "out").iterdir()
    assert file.name in said(dialog).replace("\u2068", "").replace("\u2069", "")
    assert len(TakeOverService.read(file).releases) == 1
    assert button(dialog, "Close").isEnabled()
    assert not dialog.findChild(QCheckBox).isEnabled()


def test_who_reads_it_before_an_embargo_ends_is_said(make: Make, tmp_path: Path) -> None:
    assert "whoever opens the file can read it before" in said(make(tmp_path))
    assert "Under embargo: 1 of them" in said(make(tmp_path, 2))


def test_under_a_password_the_file_opens_with_it_alone(
    make: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = make(tmp_path / "out")
    dialog.findChild(QCheckBox).click()
    assert not button(dialog, "Hand over").isEnabled()
    for name in ("password", "again"):
        qtbot.keyClicks(dialog.findChild(QLineEdit, name), "quay 12")
    push(dialog, "Hand over", qtbot)
    qtbot.waitUntil(lambda: "is written" in said(dialog), timeout=20_000)
    (file,) = (tmp_path / "out").iterdir()
    assert is_locked(file.read_bytes())
    assert TakeOverService.read(file, "quay 12").releases


def test_without_a_whole_path_nothing_can_be_written(make: Make, qtbot: QtBot) -> None:
    dialog = make("")
    assert not button(dialog, "Hand over").isEnabled()
    qtbot.keyClicks(dialog.findChild(QLineEdit, "folder"), "out")
    assert "Give the whole path" in said(dialog)


def test_a_folder_that_cannot_be_written_into_is_told_and_can_be_changed(
    make: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("in the way")
    dialog = make(tmp_path / "file" / "out")
    push(dialog, "Hand over", qtbot)
    qtbot.waitUntil(lambda: "could not be written" in said(dialog), timeout=20_000)
    folder = dialog.findChild(QLineEdit, "folder")
    assert folder.isEnabled()
    folder.selectAll()
    with qtbot.waitSignal(dialog.folder_edited) as edited:
        qtbot.keyClicks(folder, str(tmp_path / "out"))
        push(dialog, "Hand over", qtbot)
    assert edited.args == [str(tmp_path / "out")]
    qtbot.waitUntil(lambda: "is written" in said(dialog), timeout=20_000)


class Opened(QObject):
    """What the system is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def note(self, url: QUrl) -> None:
        self.urls.append(url)


@pytest.fixture
def opened() -> Iterator[Opened]:
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "note")
    yield opened
    QDesktopServices.unsetUrlHandler("file")


def test_the_folder_can_be_shown(make: Make, tmp_path: Path, opened: Opened, qtbot: QtBot) -> None:
    dialog = make(tmp_path / "out")
    push(dialog, "Hand over", qtbot)
    qtbot.waitUntil(lambda: "is written" in said(dialog), timeout=20_000)
    push(dialog, "Show in folder", qtbot)
    assert [Path(url.toLocalFile()) for url in opened.urls] == [tmp_path / "out"]
