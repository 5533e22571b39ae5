"""Scenes of the backups."""

from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver


def _page(driver: "WindowDriver") -> None:
    """The page of the settings, when one was just made."""
    from PySide6.QtWidgets import QListWidget

    from newsdesk.ui.dialogs.settings_dialog import SettingsDialog
    from tests.hands import visible, wait_until

    assert driver.workstation.wiring is not None
    keeper = driver.workstation.wiring.backups
    keeper.make()
    wait_until(lambda: keeper.last_good is not None and not keeper.is_working, "a backup")
    driver.workstation.actions.action("app.settings").trigger()
    wait_until(lambda: bool(visible(SettingsDialog)), "the settings")
    pages = visible(SettingsDialog)[0].findChild(QListWidget, "settings_pages")
    assert pages is not None
    rows = [pages.item(row).text() for row in range(pages.count())]
    pages.setCurrentRow(rows.index("Backups"))
    wait_until(lambda: not keeper.is_working, "what is there")


def _settings(driver: "WindowDriver") -> None:
    english(driver)
    _page(driver)


def _away(driver: "WindowDriver") -> None:
    """The stick that was chosen is not plugged in."""
    english(driver)
    driver.workstation.keeper.change(backup_folder="/media/anna/STICK")
    _page(driver)


def _choosing(driver: "WindowDriver") -> None:
    """Which one to go back to, and what is in it."""
    from newsdesk.domain.backup import BackupReason
    from newsdesk.ui.dialogs.restore_dialog import RestoreDialog
    from tests.hands import visible, wait_until

    assert driver.workstation.wiring is not None
    keeper = driver.workstation.wiring.backups
    for reason in (BackupReason.OPEN, BackupReason.IMPORT, BackupReason.REMOVAL):
        driver.workstation.store.back_up(
            lambda desk, reason=reason: desk.backups.make(reason), lambda _made: None
        )
    keeper.make()
    wait_until(lambda: len(keeper.backups) >= 4 and not keeper.is_working, "backups")
    driver.workstation.wiring._restoring.choose()
    wait_until(lambda: bool(visible(RestoreDialog)), "the dialog")
    dialog = visible(RestoreDialog)[0]
    wait_until(dialog._restore.isEnabled, "what is in it")


def _restore(driver: "WindowDriver") -> None:
    english(driver)
    _choosing(driver)


def _restore_arabic(driver: "WindowDriver") -> None:
    arabic(driver)
    _choosing(driver)


SCENES = {
    "backups": Scene(_settings),
    "backups-dark": Scene(_settings, theme="dark"),
    "backups-1024x640": Scene(_settings, size=(1024, 640)),
    "backups-large-text": Scene(_settings, text_scale=2.0),
    "backups-away": Scene(_away),
    "backups-restore": Scene(_restore),
    "backups-restore-dark": Scene(_restore, theme="dark"),
    "backups-restore-arabic": Scene(_restore_arabic),
    "backups-restore-large-text": Scene(_restore, text_scale=2.0),
}
