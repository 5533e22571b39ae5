import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.segmented import SegmentedControl

SEGMENTS = (("write", "Write"), ("split", "Split"), ("preview", "Preview"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A switch between two fields."""
    window = QWidget()
    row = QHBoxLayout(window)
    for widget in (QLineEdit(), SegmentedControl("View", SEGMENTS), QLineEdit()):
        row.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def control(window: QWidget) -> SegmentedControl:
    found = window.findChild(SegmentedControl)
    assert found is not None
    return found


def button(control: SegmentedControl, text: str) -> QPushButton:
    return next(one for one in control.findChildren(QPushButton) if one.text() == text)


def test_the_first_is_chosen_at_first(control: SegmentedControl) -> None:
    assert control.choice() == "write"


def test_choosing_by_program_is_not_an_edit(control: SegmentedControl, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(control.choice_edited):
        control.set_choice("split")
    assert control.choice() == "split"


def test_what_is_not_offered_cannot_be_chosen(control: SegmentedControl) -> None:
    with pytest.raises(ValueError, match="nothing"):
        control.set_choice("nothing")


def test_a_click_chooses(control: SegmentedControl, qtbot: QtBot) -> None:
    with qtbot.waitSignal(control.choice_edited) as edited:
        qtbot.mouseClick(button(control, "Preview"), Qt.MouseButton.LeftButton)
    assert edited.args == ["preview"]
    assert control.choice() == "preview"


@pytest.mark.parametrize(
    ("direction", "key"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Right),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Left),
    ],
)
def test_arrow_keys_move_on_in_reading_order(
    window: QWidget,
    control: SegmentedControl,
    qtbot: QtBot,
    direction: Qt.LayoutDirection,
    key: Qt.Key,
) -> None:
    window.setLayoutDirection(direction)
    is_rtl = direction is Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: (button(control, "Write").x() > button(control, "Split").x()) == is_rtl)
    button(control, "Write").setFocus()
    with qtbot.waitSignal(control.choice_edited) as edited:
        qtbot.keyClick(button(control, "Write"), key)
    assert edited.args == ["split"]
    assert button(control, "Split").hasFocus()


def test_tab_comes_to_it_once_and_to_what_is_chosen(
    window: QWidget, control: SegmentedControl, qtbot: QtBot
) -> None:
    before, after = window.findChildren(QLineEdit)
    control.set_choice("split")
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert button(control, "Split").hasFocus()
    qtbot.keyClick(button(control, "Split"), Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert button(control, "Split").hasFocus()


def test_tab_still_comes_to_what_another_has_chosen_meanwhile(
    window: QWidget, control: SegmentedControl, qtbot: QtBot
) -> None:
    before, _ = window.findChildren(QLineEdit)
    button(control, "Write").setFocus()
    control.set_choice("preview")
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert button(control, "Preview").hasFocus()


def test_every_segment_says_what_it_switches(control: SegmentedControl) -> None:
    names = [one.accessibleName() for one in control.findChildren(QPushButton)]
    assert names == ["View: Write", "View: Split", "View: Preview"]
    assert control.accessibleName() == "View"
