import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.picker import Picker, PickLine, PickSection

SECTIONS = (
    PickSection("Fruit", (PickLine("Apple", "a", note="Ctrl+A"), PickLine("Pear", "p"))),
    PickSection("Empty", ()),
    PickSection("Bread", (PickLine("Rye", "r", place="Black"),)),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


@pytest.fixture
def picker(window: QWidget) -> Picker:
    picker = Picker("Food", "Type", window)
    picker.show_sections(SECTIONS, "Nothing to eat")
    picker.open_over(window)
    return picker


def field(picker: Picker) -> QLineEdit:
    (found,) = picker.findChildren(QLineEdit)
    return found


def texts(picker: Picker) -> list[str]:
    (lines,) = picker.findChildren(QListWidget)
    return [lines.item(row).text() for row in range(lines.count())]


def marked(picker: Picker) -> str:
    (lines,) = picker.findChildren(QListWidget)
    item = lines.currentItem()
    return item.text() if item else ""


def press(picker: Picker, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(field(picker), key)


def test_the_first_line_is_marked_and_headings_are_not_lines(picker: Picker) -> None:
    assert texts(picker) == ["Fruit", "Apple", "Pear", "Bread", "Rye"]
    assert marked(picker) == "Apple"


def test_keys_go_from_line_to_line_and_around(picker: Picker) -> None:
    press(picker, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert marked(picker) == "Rye"
    press(picker, Qt.Key.Key_Down)
    assert marked(picker) == "Apple"
    press(picker, Qt.Key.Key_Up)
    assert marked(picker) == "Rye"
    press(picker, Qt.Key.Key_PageUp)
    assert marked(picker) == "Apple"
    press(picker, Qt.Key.Key_PageDown)
    assert marked(picker) == "Rye"


def test_enter_takes_the_marked_line_and_closes_first(picker: Picker, qtbot: QtBot) -> None:
    seen: list[bool] = []
    picker.taken.connect(lambda _value: seen.append(picker.isVisible()))
    with qtbot.waitSignal(picker.taken) as taken:
        press(picker, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert taken.args == ["p"]
    assert seen == [False]


def test_a_click_takes_a_line_and_none_a_heading(picker: Picker, qtbot: QtBot) -> None:
    (lines,) = picker.findChildren(QListWidget)
    with qtbot.assertNotEmitted(picker.taken, wait=20):
        at = lines.visualItemRect(lines.item(0)).center()
        qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(picker.taken) as taken:
        at = lines.visualItemRect(lines.item(4)).center()
        qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert taken.args == ["r"]


def test_escape_takes_nothing(picker: Picker, qtbot: QtBot) -> None:
    taken: list[object] = []
    gone: list[bool] = []
    picker.taken.connect(taken.append)
    picker.destroyed.connect(lambda: gone.append(True))
    press(picker, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(gone))
    assert taken == []


def test_typing_asks_for_other_lines(picker: Picker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.query_edited):
        QTest.keyClicks(field(picker), "z")
    picker.show_sections((), "Nothing to eat")
    assert marked(picker) == ""
    press(picker, Qt.Key.Key_Down, Qt.Key.Key_Return)  # there is nothing to take
    assert picker.isVisible()


def test_it_stands_within_a_small_window(window: QWidget, qtbot: QtBot) -> None:
    window.resize(400, 300)
    picker = Picker("Food", "Type", window)
    picker.show_sections(SECTIONS, "")
    picker.open_over(window)
    assert window.frameGeometry().contains(picker.geometry())
    picker.close()


def test_a_line_says_all_of_itself_to_a_screen_reader(picker: Picker) -> None:
    (lines,) = picker.findChildren(QListWidget)
    said = [lines.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 4)]
    assert said == ["Apple, Ctrl+A", "Rye, Black"]


def test_another_line_than_the_first_can_be_marked(picker: Picker) -> None:
    lines = [PickLine(text=word, value=word) for word in ("one", "two", "three")]
    for marked, expected in (("two", "two"), ("four", "one"), (None, "one")):
        picker.show_sections([PickSection("", lines)], "", marked=marked)
        assert picker._list.currentItem().text() == expected
