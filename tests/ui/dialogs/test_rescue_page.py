"""The page with the ways back to a damaged newsroom."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.backup import BackedUpRelease, Backup, BackupReason, NewsroomContents
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.rescue import DraftText, SoundBackup, Survey
from newsdesk.ui.dialogs.rescue_page import RescuePage
from newsdesk.ui.theme.icons import Icons

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
DAMAGED = StorageError(StorageProblem.CORRUPT, "/home/anna/newsroom/newsdesk.sqlite", "page 7")


def backup(path: str = "/backups/newest.sqlite") -> Backup:
    return Backup(path=path, made=AT, reason=BackupReason.OPEN, size=9, is_verified=True)


SOUND = SoundBackup(
    backup=backup(),
    contents=NewsroomContents(
        releases=1203,
        trashed=1,
        contacts=1,
        pictures=0,
        newest=tuple(BackedUpRelease(headline=f"Number {n}", updated=AT) for n in range(5)),
    ),
)
DRAFTS = tuple(DraftText(headline=f"Draft {n}", at=AT) for n in range(6))


@pytest.fixture
def page(icons: Icons, qtbot: QtBot) -> RescuePage:
    page = RescuePage(icons)
    qtbot.addWidget(page)
    page.resize(1024, 700)
    page.show()
    page.show_error(DAMAGED)
    return page


def button(page: RescuePage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == text)


def said(page: RescuePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_while_backups_are_read_nothing_can_be_chosen_but_to_quit(page: RescuePage) -> None:
    assert "Reading the backups" in said(page)
    assert page.findChild(QProgressBar).isVisible()
    assert not button(page, "Bring it back").isVisible()
    assert not button(page, "Try again").isEnabled()
    assert button(page, "Quit").isEnabled()


def test_the_backup_comes_first_with_what_returns(page: RescuePage, qtbot: QtBot) -> None:
    page.show_survey(Survey(backup=SOUND, drafts=DRAFTS), is_readable=True)
    shown = said(page)
    assert "1,203 releases · 1 contact · 0 pictures" in shown.replace("1203", "1,203")
    assert "Number 3" in shown
    assert "Number 4" not in shown
    assert "6 newer texts from the draft journal" in shown
    assert "Draft 3" in shown
    assert "…" in shown
    ways = [
        button(page, text).mapTo(page, button(page, text).rect().topLeft()).y()
        for text in ("Bring it back", "Save what can be read", "Look at it")
    ]
    assert ways == sorted(ways)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button(page, "Bring it back"))
    with qtbot.waitSignal(page.restore_requested) as asked:
        button(page, "Bring it back").click()
    assert asked.args == ["/backups/newest.sqlite"]


def test_without_a_backup_it_begins_with_what_can_be_read(page: RescuePage, qtbot: QtBot) -> None:
    page.show_survey(Survey(backup=None, drafts=DRAFTS[:1]), is_readable=False)
    assert not button(page, "Bring it back").isVisible()
    assert not button(page, "Look at it").isVisible()
    assert "1 newer text from the draft journal" in said(page)
    with qtbot.waitSignal(page.salvage_requested):
        button(page, "Save what can be read").click()


def test_newer_backups_that_are_damaged_too_are_told_of(page: RescuePage) -> None:
    unsound = ((backup("/backups/broken.sqlite"), DAMAGED),)
    page.show_survey(Survey(backup=SOUND, drafts=(), unsound=unsound), is_readable=True)
    assert "Passed over, because damaged too: 1 newer backup." in said(page)


def test_a_way_that_failed_leaves_the_others(page: RescuePage) -> None:
    page.show_survey(Survey(backup=SOUND, drafts=()), is_readable=True)
    page.show_work("Bringing it back…")
    assert not button(page, "Save what can be read").isEnabled()
    page.show_failure(StorageError(StorageProblem.FULL))
    assert "The disk is full" in said(page)
    assert button(page, "Save what can be read").isEnabled()
    page.show_work("Again…")
    assert "The disk is full" not in said(page)
