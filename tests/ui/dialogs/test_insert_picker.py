from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.insert_picker import InsertPicker
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.picker import PickLine, PickSection

SECTIONS = [
    PickSection(
        "Snippets", [PickLine("Invitation", "a"), PickLine("Sign-off", "b", words="yours")]
    ),
    PickSection("Contacts", [PickLine("Dana Whitlock", "c"), PickLine("Write one…", "d")]),
]
TEXTS = {"a": "Media are invited.", "b": "Yours.", "c": "**Dana Whitlock**", "d": ""}
Open = Callable[..., InsertPicker]


@pytest.fixture
def opened(themes: ThemeController, qtbot: QtBot) -> Open:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()

    def open_picker(language: str = "en") -> InsertPicker:
        picker = InsertPicker("Insert", SECTIONS, lambda value: TEXTS[str(value)], language, window)
        picker.open_over(window)
        return picker

    return open_picker


def field(picker: InsertPicker) -> QLineEdit:
    return picker.findChild(QLineEdit)


def lines(picker: InsertPicker) -> list[str]:
    found = picker.findChild(QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def preview(picker: InsertPicker) -> QLabel:
    return picker.findChild(QLabel, "picker_preview")


def test_all_of_it_is_there_and_the_first_is_shown(opened: Open) -> None:
    picker = opened()
    shown = ["Snippets", "Invitation", "Sign-off", "Contacts", "Dana Whitlock", "Write one…"]
    assert lines(picker) == shown
    assert preview(picker).text() == "Media are invited."


def test_what_is_marked_is_shown(opened: Open, qtbot: QtBot) -> None:
    picker = opened()
    qtbot.keyClick(field(picker), Qt.Key.Key_Up)
    qtbot.keyClick(field(picker), Qt.Key.Key_Up)
    assert preview(picker).text() == "**Dana Whitlock**"


def test_a_line_that_says_nothing_in_the_text_shows_nothing(opened: Open, qtbot: QtBot) -> None:
    picker = opened()
    qtbot.keyClick(field(picker), Qt.Key.Key_Down)
    assert preview(picker).isVisible()
    qtbot.keyClicks(field(picker), "write")
    assert lines(picker) == ["Contacts", "Write one…"]
    assert not preview(picker).isVisible()


def test_typing_finds_and_enter_takes(opened: Open, qtbot: QtBot) -> None:
    picker = opened()
    qtbot.keyClicks(field(picker), "yours")
    assert lines(picker) == ["Snippets", "Sign-off"]
    with qtbot.waitSignal(picker.taken) as taken:
        qtbot.keyClick(field(picker), Qt.Key.Key_Return)
    assert taken.args == ["b"]


def test_nothing_that_fits_is_said(opened: Open, qtbot: QtBot) -> None:
    picker = opened()
    qtbot.keyClicks(field(picker), "zzz")
    told = [label.text() for label in picker.findChildren(QLabel) if label.isVisible()]
    assert told == ["Nothing matches “zzz”."]


@pytest.mark.parametrize(
    ("language", "side"),
    [("en", Qt.LayoutDirection.LeftToRight), ("ar", Qt.LayoutDirection.RightToLeft)],
)
def test_the_preview_runs_as_the_release_does(
    opened: Open, language: str, side: Qt.LayoutDirection
) -> None:
    assert preview(opened(language)).layoutDirection() is side
