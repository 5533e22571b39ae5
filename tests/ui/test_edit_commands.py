"""The commands of the Edit menu in the field that has the keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import View
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    window = open_window().begin()
    window.window.activateWindow()
    return window


@pytest.fixture(autouse=True)
def rich() -> QMimeData:
    """Have a clipboard with a text that knows how it looks."""
    source = QMimeData()
    source.setHtml("<p>One <b>two</b></p>")
    source.setText("One two")
    QGuiApplication.clipboard().setMimeData(source)
    return source


def body(window: OpenWindow) -> Any:
    text = window.window.editor.text
    text.set_text("")
    text.setFocus()
    return text


def test_paste_understands_and_paste_as_plain_text_does_not(window: OpenWindow) -> None:
    text = body(window)
    window.do("edit.paste")
    assert text.text() == "One **two**"
    window.do("edit.select_all")
    window.do("edit.paste_plain")
    assert text.text() == "One two"
    window.do("edit.undo")
    assert text.text() == "One **two**"


def test_the_field_with_the_keyboard_is_meant(window: OpenWindow) -> None:
    headline = window.window.editor.fields.headline
    headline.set_text("Ports")
    headline.setFocus()
    window.do("edit.select_all")
    window.do("edit.cut")
    assert headline.text() == ""
    assert QGuiApplication.clipboard().text() == "Ports"
    window.do("edit.paste")
    window.do("edit.paste_plain")
    assert headline.text() == "PortsPorts"


def test_so_is_the_field_one_searches_in(window: OpenWindow) -> None:
    window.do("edit.find_release")
    field: Any = QApplication.focusWidget()
    window.do("edit.paste_plain")
    assert field.text() == "One two"
    window.do("edit.select_all")
    window.do("edit.copy")
    assert QGuiApplication.clipboard().mimeData().html() == ""


def test_where_no_field_has_the_keyboard_the_text_is_shown_and_meant(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.window.preview, "start", lambda _early=None: None)
    text = body(window)
    window.do("view.preview")
    window.window.library.setFocus()
    window.do("edit.paste")
    assert text.text() == "One **two**"
    assert window.keeper.preferences.view is View.SPLIT


def test_nothing_is_cut_where_nobody_looks(window: OpenWindow) -> None:
    text = body(window)
    window.do("edit.paste")
    window.do("edit.select_all")
    window.window.library.setFocus()
    window.do("edit.cut")
    assert text.text() == "One **two**"
    text.setFocus()
    window.do("edit.cut")
    assert text.text() == ""


def test_of_the_page_that_has_the_keyboard_its_words_are_copied(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    done: list[object] = []
    page = type(
        "QWebEngineView", (QWidget,), {"triggerPageAction": lambda _, one: done.append(one)}
    )
    view = page()
    qtbot.addWidget(view)
    inner = QWidget(view)
    monkeypatch.setattr(QApplication, "focusWidget", lambda: inner)
    window.do("edit.copy")
    window.do("edit.select_all")
    assert [str(one).rpartition(".")[2] for one in done] == ["Copy", "SelectAll"]


def test_broken_lines_are_joined_and_where_there_are_none_that_is_said(
    window: OpenWindow, qtbot: QtBot
) -> None:
    text = body(window)
    qtbot.keyClicks(text, "The crews of nine ports train for the winter")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "and for ice.")
    window.do("edit.join_lines")
    assert text.text() == "The crews of nine ports train for the winter and for ice."
    window.do("edit.join_lines")
    said = [
        one.text()
        for one in window.window.editor.findChildren(QWidget)
        if one.objectName() == "notice" and not one.isHidden()
    ]
    assert said == ["No line is broken in the middle of a sentence."]
