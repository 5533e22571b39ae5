"""Releases, dragged out of the list."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsdesk.desk import open_desk
from newsdesk.ui.drag_out import RELEASES, DragOut
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    window = open_window().begin()
    window.open(HARBOUR)
    return window


def press(monkeypatch: pytest.MonkeyPatch, buttons: Qt.MouseButton) -> None:
    monkeypatch.setattr(QApplication, "mouseButtons", staticmethod(lambda: buttons))


def test_what_is_selected_goes_out_as_finished_pages_on_record(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[list[str]] = []
    ids: list[str] = []

    def run(drag: QDrag) -> None:
        dragged.append([url.toLocalFile() for url in drag.mimeData().urls()])
        ids.extend(bytes(drag.mimeData().data(RELEASES).data()).decode().split())

    drag_out = window.window.findChild(DragOut)
    monkeypatch.setattr(drag_out, "_run", run)
    press(monkeypatch, Qt.MouseButton.LeftButton)
    window.type_body("At once. ")
    window.list_view.selectAll()
    window.list_view.drag_requested.emit()
    window.wait(lambda: bool(dragged))
    (files,) = dragged
    assert len(files) == 3
    assert set(ids) == set(map(str, window.stored_ids()))
    pages = [Path(file).read_text(encoding="utf-8") for file in files]
    assert any("At once. " in page and HARBOUR in page for page in pages)
    with open_desk(window.folder) as desk:
        (record,) = desk.exports.records(window.release.id)
    assert record.path in files


def test_who_lets_go_meanwhile_drags_nothing(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[QDrag] = []
    monkeypatch.setattr(window.window.findChild(DragOut), "_run", dragged.append)
    press(monkeypatch, Qt.MouseButton.NoButton)
    window.list_view.drag_requested.emit()
    window.wait(lambda: bool(_records(window)))
    window.settle()
    assert dragged == []


def test_a_drag_begins_on_a_row(window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    window.list_view.drag_requested.connect(lambda: begun.append(1))
    press(monkeypatch, Qt.MouseButton.NoButton)
    view = window.list_view.viewport()
    place = window.list_view.visualRect(window.list_view.currentIndex()).center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    for step in (30, 60):
        QTest.mouseMove(view, place + place.__class__(step, 0))
        _move(view, place + place.__class__(step, 0))
    window.wait(lambda: bool(begun))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place)


def _move(view: object, place: object) -> None:
    at = QPointF(place)  # type: ignore[call-overload]
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view, event)  # type: ignore[arg-type]


def _records(window: OpenWindow) -> object:
    with open_desk(window.folder) as desk:
        return desk.exports.records(window.release.id)
