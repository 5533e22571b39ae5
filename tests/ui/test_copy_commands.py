"""Taking a release along by the clipboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from newsdesk.services.preferences import View
from tests.ui.windows import OpenWindow

HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Callable[..., OpenWindow]) -> OpenWindow:
    window = open_window().begin()
    window.open(HARBOUR)
    window.settle()
    return window


def test_the_whole_release_is_copied_as_it_is_seen_now(window: OpenWindow) -> None:
    window.type_body("At once. ")
    window.wait(
        lambda: (
            window.wiring.preview.rendered is not None
            and "At once." in window.wiring.preview.rendered.body_text
        )
    )
    window.do("edit.copy_rich")
    data = QGuiApplication.clipboard().mimeData()
    assert "At once." in data.html()
    assert f">{HARBOUR}</h1>" in data.html()
    assert HARBOUR in " ".join(data.text().split())
    assert window.notice == "The whole release was copied as formatted text."


def test_what_is_selected_in_the_preview_is_copied_alone(window: OpenWindow) -> None:
    preview = window.window.preview
    window.keeper.change(view=View.SPLIT)
    window.wait(lambda: not preview._stage.skeleton.isVisible())
    done: list[object] = []
    assert preview._view is not None
    preview._view.page().runJavaScript(
        "getSelection().selectAllChildren(document.querySelector('h1'))", 1, done.append
    )
    window.wait(lambda: bool(done))
    window.do("edit.copy_rich")
    window.wait(lambda: "you selected" in window.notice)
    data = QGuiApplication.clipboard().mimeData()
    assert " ".join(data.text().split()) == HARBOUR
    assert "<div" in data.html()


def test_the_menu_of_the_preview_copies_too(window: OpenWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.window.preview.hand.rich_copy_requested.emit()
    assert HARBOUR in QGuiApplication.clipboard().mimeData().html()


def test_what_was_opened_just_now_is_what_is_copied(window: OpenWindow) -> None:
    other = next(one for one in window.listed() if one != HARBOUR)
    for headline in (other, HARBOUR):
        QGuiApplication.clipboard().clear()
        window.open(headline)
        window.do("edit.copy_rich")
        window.wait(lambda: bool(QGuiApplication.clipboard().mimeData().html()))
        text = " ".join(QGuiApplication.clipboard().mimeData().text().split())
        assert " ".join(headline.split()) in text
