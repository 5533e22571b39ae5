"""What the settings say of the backups."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import PreferencesFile
from newsdesk.ui.backup_keeping import BackupKeeper
from newsdesk.ui.dialogs.settings.backups_page import BackupsPage
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.notices import Notices
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.scrubbing import Scrubbing
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def keeper(
    store: Store, icons: Icons, now: Callable[[], datetime], tmp_path: Path, qtbot: QtBot
) -> BackupKeeper:
    bar = NoticeBar(icons)
    qtbot.addWidget(bar)
    preferences = PreferencesKeeper(PreferencesFile(tmp_path / "window.json"), store)
    return BackupKeeper(store, preferences, Notices(bar), now, store)


@pytest.fixture
def page(keeper: BackupKeeper, icons: Icons, qtbot: QtBot) -> BackupsPage:
    page = BackupsPage(keeper, icons, is_writable=True)
    qtbot.addWidget(page)
    page.resize(564, 520)
    page.show()
    settled(keeper, qtbot)
    return page


def settled(keeper: BackupKeeper, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not keeper.is_working, timeout=20_000)


def button(page: BackupsPage, text: str) -> QPushButton:
    buttons = page.findChildren(QPushButton)
    return next(b for b in buttons if b.text().replace("&", "") == text)


def said(page: BackupsPage) -> str:
    labels = (label for label in page.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.text() for label in labels)


def test_that_there_is_none_yet_is_said(page: BackupsPage) -> None:
    assert "There is no backup yet." in said(page)
    assert not button(page, "Open folder").isVisible()
    assert not button(page, "Copy nowhere").isVisible()


def test_when_all_was_found_as_it_was_stored_is_told(
    keeper: BackupKeeper,
    store: Store,
    icons: Icons,
    now: Callable[[], datetime],
    qtbot: QtBot,
) -> None:
    bar = NoticeBar(icons)
    qtbot.addWidget(bar)
    scrubbing = Scrubbing(
        store, Notices(bar), now, lambda: False, lambda _: None, lambda: None, store
    )
    page = BackupsPage(keeper, icons, is_writable=True, scrubbing=scrubbing)
    qtbot.addWidget(page)
    page.show()
    assert "found as it was stored" not in said(page)
    with qtbot.waitSignal(scrubbing.told, timeout=20_000):
        scrubbing._check()
    assert "found as it was stored: Today" in said(page)
    settled(keeper, qtbot)


def test_one_is_made_and_told_of(page: BackupsPage, keeper: BackupKeeper, qtbot: QtBot) -> None:
    button(page, "Back up now").click()
    assert not button(page, "Back up now").isEnabled()
    settled(keeper, qtbot)
    assert "Last good backup: Today" in said(page)
    assert "of the last hours, days, weeks and months" in said(page)
    assert button(page, "Back up now").isEnabled()


def test_a_failure_is_said_with_what_is_left(
    page: BackupsPage, keeper: BackupKeeper, newsroom_folder: Path, qtbot: QtBot
) -> None:
    keeper.make()
    settled(keeper, qtbot)
    (newsroom_folder / "backups").rename(newsroom_folder / "elsewhere")
    (newsroom_folder / "backups").write_text("in the way")
    button(page, "Back up now").click()
    settled(keeper, qtbot)
    assert "The last backup could not be made" in said(page)
    assert "Last good backup" not in said(page)
    assert "The last good one is of Today" in said(page)


def test_the_way_back_is_offered(page: BackupsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.restore_requested):
        button(page, "Go back to one…").click()


def test_the_folder_is_shown_by_the_system(
    page: BackupsPage,
    keeper: BackupKeeper,
    newsroom_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    keeper.make()
    settled(keeper, qtbot)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    button(page, "Open folder").click()
    assert opened == [QUrl.fromLocalFile(str(newsroom_folder / "backups"))]


def test_a_second_place_is_chosen_used_and_given_up(
    page: BackupsPage, keeper: BackupKeeper, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    button(page, "Choose a folder…").click()
    (chooser,) = page.window().findChildren(QFileDialog)
    chooser.fileSelected.emit(str(stick))
    chooser.reject()
    settled(keeper, qtbot)
    assert list(stick.glob("*/*.sqlite"))
    assert str(stick) in said(page)
    button(page, "Copy nowhere").click()
    settled(keeper, qtbot)
    assert str(stick) not in said(page)


def test_a_second_place_that_is_away_is_said(
    page: BackupsPage, keeper: BackupKeeper, tmp_path: Path, qtbot: QtBot
) -> None:
    keeper.choose_place(str(tmp_path / "stick"))
    settled(keeper, qtbot)
    assert "It is not there now" in said(page)
    assert "Last good backup: Today" in said(page)


def test_who_may_only_read_makes_none_and_goes_back_to_none(
    keeper: BackupKeeper, icons: Icons, qtbot: QtBot
) -> None:
    page = BackupsPage(keeper, icons, is_writable=False)
    qtbot.addWidget(page)
    settled(keeper, qtbot)
    assert not button(page, "Back up now").isEnabled()
    assert not button(page, "Go back to one…").isEnabled()
