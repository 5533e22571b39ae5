"""The statistics, opened from the menu."""

from collections.abc import Callable
from pathlib import Path

from newsdesk.ui.figures.figures_dialog import FiguresDialog
from tests.ui.windows import OpenWindow


def test_the_statistics_stand_beside_the_window_once(
    sample_folder: Path, open_window: Callable[..., OpenWindow]
) -> None:
    window = open_window().begin()
    window.do("library.figures")
    first = window.dialog(FiguresDialog)
    assert not first.isModal()
    window.do("library.figures")
    assert window.dialog(FiguresDialog) is first
