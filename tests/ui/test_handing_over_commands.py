"""Handing over: of what is chosen, and of what is typed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QLabel

from newsdesk.services.taking_over import TakeOverService
from newsdesk.ui.dialogs.hand_over_dialog import HandOverDialog
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


def written(window: OpenWindow, folder: Path) -> Path:
    dialog = window.dialog(HandOverDialog)
    window.push("Hand over", dialog)
    said = dialog.findChildren(QLabel)
    window.wait(lambda: any("is written" in one.text() for one in said))
    (file,) = folder.iterdir()
    return file


def test_what_was_just_typed_is_handed_over(open_window: Open, tmp_path: Path) -> None:
    window = open_window(export_folder=str(tmp_path / "out")).begin()
    window.type_body("At once. ")
    window.do("release.hand_over")
    file = written(window, tmp_path / "out")
    (release,) = TakeOverService.read(file).releases
    assert release.id == window.release.id
    assert release.head.release.body_md.startswith("At once. ")


def test_all_that_is_chosen_in_the_list_is_in_one_file(open_window: Open, tmp_path: Path) -> None:
    window = open_window(export_folder=str(tmp_path / "out")).begin()
    window.settle()
    window.list_view.selectAll()
    window.wait(lambda: len(window.window.library.selected_ids()) == len(window.listed()))
    window.do("release.hand_over")
    file = written(window, tmp_path / "out")
    assert len(TakeOverService.read(file).releases) == len(window.listed()) > 1


def test_with_nothing_chosen_the_open_one_is_handed_over(open_window: Open, tmp_path: Path) -> None:
    window = open_window(export_folder=str(tmp_path / "out")).begin()
    window.settle()
    window.list_view.selectionModel().clearSelection()
    window.list_view.selectionModel().setCurrentIndex(
        window.list_view.currentIndex(), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    window.do("release.hand_over")
    (release,) = TakeOverService.read(written(window, tmp_path / "out")).releases
    assert release.id == window.release.id
