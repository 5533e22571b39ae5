"""How the text is seen while one writes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


def px(window: OpenWindow) -> int:
    return window.window.editor.text.document().defaultFont().pixelSize()


def turn(window: OpenWindow, angle: int) -> None:
    viewport = window.window.editor.text.viewport()
    place = QPointF(40, 40)
    event = QWheelEvent(
        place, viewport.mapToGlobal(place), QPoint(), QPoint(0, angle),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt takes no name
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def test_the_text_grows_shrinks_and_comes_back(sample_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    window.do("view.zoom_in")
    assert px(window) == 15
    assert window.action("view.zoom_reset").isEnabled()
    turn(window, 60)
    turn(window, 60)
    assert px(window) == 18
    turn(window, -120)
    window.do("view.zoom_out")
    assert px(window) == 14
    assert not window.action("view.zoom_reset").isEnabled()
    window.do("view.zoom_out")
    window.do("view.zoom_reset")
    assert px(window) == 14
    window.do("view.zoom_in")
    window.wait(lambda: window.kept().editor_zoom == 1.1)


def test_focus_mode_is_remembered(sample_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    window.do("view.focus_mode")
    assert window.action("view.focus_mode").isChecked()
    assert window.window.editor.text.extraSelections()
    window.wait(lambda: window.kept().is_focus_mode)
    window.do("view.focus_mode")
    assert not window.action("view.focus_mode").isChecked()
    assert not window.window.editor.text.extraSelections()


def test_the_window_fills_the_screen_and_stands_again_where_it_stood(
    sample_folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    window.window.show()
    before = window.window.geometry()
    window.do("view.full_screen")
    window.wait(lambda: window.action("view.full_screen").isChecked())
    assert window.window.isFullScreen()
    assert "window_geometry" not in window.window.layout_fields()
    window.do("view.full_screen")
    window.wait(lambda: not window.action("view.full_screen").isChecked())
    window.wait(lambda: window.window.geometry() == before)
