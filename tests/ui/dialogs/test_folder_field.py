"""A folder that is typed, completed or chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.folder_field import FolderField
from newsdesk.ui.theme.theme_controller import ThemeController


@pytest.fixture
def field(themes: ThemeController, tmp_path: Path, qtbot: QtBot) -> FolderField:
    field = FolderField(str(tmp_path))
    qtbot.addWidget(field)
    field.resize(400, 40)
    field.show()
    return field


def test_it_begins_with_the_folder_it_was_given(field: FolderField, tmp_path: Path) -> None:
    assert field.folder() == str(tmp_path)


def test_setting_a_folder_is_not_an_edit(field: FolderField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.folder_edited):
        field.set_folder("/srv/pages")
    assert Path(field.folder()) == Path("/srv/pages")


def test_typing_says_which(field: FolderField, qtbot: QtBot) -> None:
    field.line.clear()
    with qtbot.waitSignal(field.folder_edited) as edited:
        qtbot.keyClicks(field.line, " x")
        qtbot.keyClicks(field.line, "y ")
    assert edited.args is not None
    assert field.folder() == "xy"


@pytest.mark.parametrize(("typed", "rest"), [("~", ""), ("~/Pages", "/Pages")])
def test_the_users_own_folder_may_be_typed_short(field: FolderField, typed: str, rest: str) -> None:
    field.set_folder(typed)
    assert Path(field.folder()) == Path(QDir.homePath() + rest)


def test_folders_that_are_there_are_offered(
    field: FolderField, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Releases").mkdir()
    (tmp_path / "Remarks.txt").write_text("no folder")
    field.line.setFocus()
    qtbot.keyClicks(field.line, "/Re")
    completer = field.line.completer()
    qtbot.waitUntil(lambda: completer.popup().isVisible())
    assert completer.completionCount() == 1
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    with qtbot.waitSignal(field.folder_edited) as edited:
        qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    assert edited.args == [str(tmp_path / "Releases")]
    assert field.folder() == str(tmp_path / "Releases")


def test_a_folder_is_chosen_without_holding_the_window(
    field: FolderField, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "Pages"
    folder.mkdir()
    (button,) = field.findChildren(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (dialog,) = field.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    with qtbot.waitSignal(field.folder_edited) as edited:
        dialog.fileSelected.emit(str(folder))
    assert edited.args == [str(folder)]
    assert field.folder() == str(folder)
    dialog.reject()


def test_a_path_runs_from_the_left_in_every_window(field: FolderField) -> None:
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert field.line.layoutDirection() is Qt.LayoutDirection.LeftToRight
