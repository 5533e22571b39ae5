"""Where everything stands, and what the window tells of the system's events."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import View
from newsdesk.ui.main_window import MainWindow
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(bare_folder: Path, open_window: Open) -> OpenWindow:
    return open_window().begin()


# Before it is furnished ------------------------------------------------------------------------


def test_it_tells_once_when_it_has_been_painted(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    told: list[bool] = []
    window.painted_first.connect(lambda: told.append(True))
    with qtbot.waitSignal(window.painted_first):
        window.show()
    window.hide()
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    assert told == [True]


def test_an_empty_one_can_be_resized_and_stands_where_it_was_told(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(780, 520)  # the screen is that small
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    other = MainWindow()
    qtbot.addWidget(other)
    other.restore_place(geometry)
    assert other.size() == window.size()
    other.restore_place("")  # nothing is known: as it is
    assert other.size() == window.size()
    other.restore_place("no geometry at all")
    assert other.size() == window.size()


# Layout ----------------------------------------------------------------------------------------


def test_panes_keep_the_widths_they_were_left_at(bare_folder: Path, open_window: Open) -> None:
    window = open_window(library_px=350, inspector_px=300, view=View.WRITE).begin()
    assert window.window.library.width() == 350
    assert window.window.inspector.width() == 300
    panes = window.window._panes
    sidebar, _, middle, inspector = panes.sizes()
    panes.setSizes([sidebar, 420, middle - 70, inspector])
    panes.splitterMoved.emit(420, 1)
    window.close()
    assert window.kept().library_px == 420
    again = open_window(window_geometry="").begin()
    assert again.window.library.width() == 420


def test_the_window_is_as_large_as_it_was(bare_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    window.window.resize(777, 555)
    window.close()
    again = open_window()
    again.show()
    assert (again.window.width(), again.window.height()) == (777, 555)


def test_a_hidden_pane_does_not_lose_its_width(bare_folder: Path, open_window: Open) -> None:
    window = open_window(library_px=350).begin()
    window.do("view.library")
    assert "library_px" not in window.window.layout_fields()
    window.close()
    assert window.kept().library_px == 350


def test_how_text_and_preview_share_their_place_is_kept(
    bare_folder: Path, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window().begin()
    monkeypatch.setattr(window.window.preview, "start", lambda _early=None: None)
    window.do("view.split")
    centre = window.window._centre
    whole = sum(centre.sizes())
    centre.setSizes([round(whole * 0.6), whole - round(whole * 0.6)])
    share = window.window.layout_fields()["editor_share"]
    assert isinstance(share, float)
    assert abs(share - 0.6) < 0.02
    window.do("view.write")
    window.wait(lambda: "editor_share" not in window.window.layout_fields())


def test_it_shrinks_to_a_small_screen(window: OpenWindow) -> None:
    window.window.resize(1_024, 640)
    QApplication.processEvents()
    assert (window.window.width(), window.window.height()) == (1_024, 640)
    for pane in (window.window.library, window.window.editor, window.window.status):
        assert window.window.rect().contains(
            pane.rect().translated(pane.mapTo(window.window, QPoint(0, 0)))
        )


# Pages -----------------------------------------------------------------------------------------


def test_a_page_stands_in_place_of_the_panes(window: OpenWindow, qtbot: QtBot) -> None:
    main = window.window
    page = QLabel("Something else")
    with qtbot.waitSignal(main.desk_shown):
        main.show_page(page)
    assert page.isVisible()
    for part in (main.library, main.editor, main.top_bar, main.status):
        assert not part.isVisible()
    assert not main.is_desk_shown
    assert set(main.layout_fields()) == {"window_geometry"}
    with qtbot.waitSignal(main.desk_shown):
        main.remove_page(page)
    assert main.is_desk_shown
    for part in (main.library, main.editor, main.top_bar, main.status):
        assert part.isVisible()


# Dropping --------------------------------------------------------------------------------------


def with_urls(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def drag(window: MainWindow, data: QMimeData) -> bool:
    """Come in with something, and tell whether it may be dropped."""
    event = QDragEnterEvent(
        QPoint(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: MainWindow, data: QMimeData) -> None:
    QApplication.sendEvent(
        window,
        QDropEvent(
            QPointF(400, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


@pytest.fixture
def bringing(window: OpenWindow) -> list[list[str]]:
    """What is asked to be brought in, which nobody does."""
    asked: list[list[str]] = []
    window.window.files_dropped.disconnect()
    window.window.files_dropped.connect(asked.append)
    return asked


def test_files_may_be_dropped_anywhere(
    window: OpenWindow, bringing: list[list[str]], tmp_path: Path
) -> None:
    main, path = window.window, str(tmp_path / "a.md")
    data = with_urls(QUrl.fromLocalFile(path), QUrl("https://example.org/b.md"))
    assert drag(main, data)
    hint = main.findChild(QLabel, "drop_hint")
    assert hint is not None
    assert hint.isVisible()
    drop(main, data)
    assert not hint.isVisible()
    assert bringing == [[path]]


def test_dragging_away_again_brings_nothing_in(
    window: OpenWindow, bringing: list[list[str]], tmp_path: Path
) -> None:
    main = window.window
    assert drag(main, with_urls(QUrl.fromLocalFile(str(tmp_path / "a.md"))))
    QApplication.sendEvent(main, QDragLeaveEvent())
    hint = main.findChild(QLabel, "drop_hint")
    assert hint is not None
    assert not hint.isVisible()
    assert bringing == []


def test_what_is_no_file_is_not_taken(window: OpenWindow, bringing: list[list[str]]) -> None:
    text = QMimeData()
    text.setText("some words")
    assert not drag(window.window, text)
    assert not drag(window.window, with_urls(QUrl("https://example.org/a.md")))
    assert bringing == []


def test_nothing_is_dropped_where_no_panes_are(
    window: OpenWindow, bringing: list[list[str]], tmp_path: Path
) -> None:
    page = QLabel("Something else")
    window.window.show_page(page)
    assert not drag(window.window, with_urls(QUrl.fromLocalFile(str(tmp_path / "a.md"))))
    window.window.remove_page(page)


# Closing ---------------------------------------------------------------------------------------


def test_it_asks_before_it_closes_and_goes_when_told(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.close_requested):
        window.close()
    assert window.isVisible()
    with qtbot.assertNotEmitted(window.close_requested):
        window.close_for_good()
    assert not window.isVisible()


def test_it_is_gone_at_once_if_nothing_is_left_to_do(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.close_requested.connect(window.close_for_good)
    window.show()
    assert window.close()
    assert not window.isVisible()


def test_what_is_dragged_out_of_the_list_is_not_brought_in_again(
    window: OpenWindow, tmp_path: Path
) -> None:
    main = window.window

    class Own(QDragEnterEvent):
        def source(self) -> QWidget:
            return main.library

    data = with_urls(QUrl.fromLocalFile(str(tmp_path / "a.html")))
    event = Own(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    main.dragEnterEvent(event)
    assert not event.isAccepted()
