"""Choosing a backup to go back to."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.backup import Backup, BackupReason
from newsdesk.ui.dialogs.restore_dialog import RestoreDialog
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.conftest import NOW


@pytest.fixture
def backups(store: Store, qtbot: QtBot) -> tuple[Backup, ...]:
    """Two, of which the older one lacks a release."""
    found: list[tuple[Backup, ...]] = []
    store.change(lambda desk: desk.releases.new({"headline": "Crews train"}))
    store.change(lambda desk: (desk.backups.make(BackupReason.IMPORT), _no_changes()))
    store.change(lambda desk: desk.releases.new({"headline": "Since then"}))
    store.change(lambda desk: (desk.backups.make(BackupReason.ASKED), _no_changes()))
    store.change(lambda desk: (desk.backups.overview().backups, _no_changes()), found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    return found[0]


def _no_changes() -> object:
    from newsdesk.domain.changes import Changes  # noqa: PLC0415 - for the fixture

    return Changes()


@pytest.fixture
def dialog(
    backups: tuple[Backup, ...], store: Store, themes: ThemeController, qtbot: QtBot
) -> RestoreDialog:
    assert themes
    return shown(RestoreDialog(backups, store, NOW), qtbot)


def shown(dialog: RestoreDialog, qtbot: QtBot) -> RestoreDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def listed(dialog: RestoreDialog) -> QListWidget:
    found = dialog.findChild(QListWidget, "backup_list")
    assert isinstance(found, QListWidget)
    return found


def go_back(dialog: RestoreDialog) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(b for b in buttons if b.text() == "&Go back to this one")


def said(dialog: RestoreDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_each_is_listed_with_when_and_why(dialog: RestoreDialog) -> None:
    texts = [listed(dialog).item(row).text() for row in range(listed(dialog).count())]
    assert len(texts) == 2
    assert all(text.startswith("Today") for text in texts)
    assert {text.split("\n")[1].split(" · ")[0] for text in texts} == {
        "By hand",
        "Before an import",
    }


def test_what_is_in_the_chosen_one_is_shown_before_anything_happens(
    dialog: RestoreDialog, backups: tuple[Backup, ...], qtbot: QtBot
) -> None:
    for row, backup in enumerate(backups):
        listed(dialog).setCurrentRow(row)
        qtbot.waitUntil(go_back(dialog).isEnabled, timeout=20_000)
        has_both = backup.reason is BackupReason.ASKED
        qtbot.waitUntil(lambda: "Crews train" in " ".join(said(dialog)))
        assert ("Since then" in " ".join(said(dialog))) is has_both
    assert any("Nothing is deleted" in text for text in said(dialog))


def test_the_chosen_one_is_asked_for(
    dialog: RestoreDialog, backups: tuple[Backup, ...], qtbot: QtBot
) -> None:
    listed(dialog).setCurrentRow(1)
    qtbot.waitUntil(go_back(dialog).isEnabled, timeout=20_000)
    with qtbot.waitSignal(dialog.restore_requested) as asked:
        go_back(dialog).click()
    assert asked.args == [backups[1].path]
    assert not dialog.isVisible()


def test_escape_changes_nothing(dialog: RestoreDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.restore_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_file_that_is_no_backup_is_said_and_cannot_be_gone_back_to(
    dialog: RestoreDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(go_back(dialog).isEnabled, timeout=20_000)
    letter = tmp_path / "letter.sqlite"
    letter.write_text("Dear reader")
    next(b for b in dialog.findChildren(QPushButton) if "file" in b.text()).click()
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(letter))
    chooser.reject()
    assert dialog.path() == str(letter)
    qtbot.waitUntil(lambda: len(dialog._known) == 2, timeout=20_000)
    assert not go_back(dialog).isEnabled()
    dialog.add_file(str(letter))
    assert listed(dialog).count() == 3


def test_a_damaged_one_is_called_so(
    backups: tuple[Backup, ...], store: Store, themes: ThemeController, qtbot: QtBot
) -> None:
    assert themes
    damaged = Backup(
        path=backups[0].path,
        made=NOW,
        reason=BackupReason.CHANGE,
        size=1,
        is_verified=False,
    )
    dialog = shown(RestoreDialog([damaged], store, NOW), qtbot)
    assert "damaged" in listed(dialog).item(0).text()
    qtbot.waitUntil(lambda: bool(dialog._known), timeout=20_000)


def test_without_any_a_file_can_be_chosen(
    store: Store, themes: ThemeController, qtbot: QtBot
) -> None:
    assert themes
    dialog = shown(RestoreDialog([], store, NOW), qtbot)
    assert "There is no backup yet" in said(dialog)
    assert not go_back(dialog).isEnabled()
