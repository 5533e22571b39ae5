"""A newsroom whose database is damaged, and the ways back."""

from typing import TYPE_CHECKING

from tests.shots.scene import Scene

if TYPE_CHECKING:
    from pathlib import Path

    from tests.drivers import WindowDriver


def _overwritten(folder: "Path") -> None:
    """Have a backup, a newer text in the newsroom and the journal, and then nothing but zeros."""
    from dataclasses import replace
    from datetime import UTC, datetime

    from newsdesk.desk import open_desk, open_journal
    from newsdesk.domain.backup import BackupReason
    from newsdesk.domain.journal import JournalEntry
    from newsdesk.domain.query import ReleaseQuery
    from newsdesk.domain.revision import Reason

    with open_desk(folder, writing=True) as desk, open_journal(folder) as journal:
        desk.backups.make(BackupReason.ASKED)
        ids = desk.releases.ids(ReleaseQuery())
        release = next(one for one in map(desk.releases.get, map(str, ids)) if one.state == "draft")
        text = replace(release, body_md=f"{release.body_md}\n\nTyped after the backup.")
        journal.write(JournalEntry(release=text, at=datetime.now(UTC)))
        stored, _ = desk.releases.save(text, Reason.AUTOSAVE)
        journal.mark_stored(stored.id)
    database = folder / "newsdesk.sqlite"
    database.write_bytes(bytes(database.stat().st_size))


def _offered(driver: "WindowDriver") -> None:
    """Everything in the file is zeros; a backup and the draft journal have it all."""
    from newsdesk.ui.dialogs.rescue_page import RescuePage
    from tests.hands import visible, wait_until

    wait_until(lambda: bool(visible(RescuePage)), "the ways back")
    page = visible(RescuePage)[0]
    wait_until(lambda: page._salvage.isVisible() and page._salvage.isEnabled(), "what there is")
    page._path.setText("newsroom/newsdesk.sqlite")  # no picture shows where it was taken


def _brought_back(driver: "WindowDriver") -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from newsdesk.ui.dialogs.rescue_page import RescuePage
    from tests.hands import visible, wait_until

    _offered(driver)
    button = visible(RescuePage)[0]._restore.button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_until(lambda: "The newsroom is back" in driver.notice, "the newsroom")
    wait_until(lambda: driver.listed_total() > 0, "the list")


SCENES = {
    "rescue": Scene(_offered, prepare=_overwritten),
    "rescue-dark": Scene(_offered, prepare=_overwritten, theme="dark"),
    "rescue-1024x640": Scene(_offered, prepare=_overwritten, size=(1024, 640)),
    "rescue-done": Scene(_brought_back, prepare=_overwritten),
}
