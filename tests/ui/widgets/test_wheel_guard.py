import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.wheel_guard import WheelGuard


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """A column that is higher than there is room, with a choice and a number."""
    area = QScrollArea()
    qtbot.addWidget(area)
    column = QWidget()
    column.setMinimumHeight(2_000)
    layout = QVBoxLayout(column)
    choice, number = QComboBox(), QSpinBox()
    choice.addItems(["a", "b", "c"])
    for field in (choice, number):
        layout.addWidget(field)
    layout.addStretch(1)
    area.setWidget(column)
    guard = WheelGuard(area)
    guard.watch(area)
    area.resize(200, 200)
    with qtbot.waitExposed(area):
        area.show()
    return area


def turn_wheel(field: QWidget, area: QScrollArea) -> None:
    """Turn it over a field as the system tells the window."""
    position = QPointF(field.mapTo(area, field.rect().center()))
    QTest.wheelEvent(area.windowHandle(), position, QPoint(0, -120))
    QApplication.processEvents()


@pytest.mark.parametrize("kind", [QComboBox, QSpinBox])
def test_the_wheel_scrolls_past_a_field_without_changing_it(
    area: QScrollArea, kind: type[QWidget]
) -> None:
    field = area.widget().findChild(kind)
    field.setFocus()
    turn_wheel(field, area)
    assert area.verticalScrollBar().value() > 0
    assert area.widget().findChild(QComboBox).currentText() == "a"
    assert area.widget().findChild(QSpinBox).value() == 0


def test_the_wheel_gives_no_field_the_focus(area: QScrollArea) -> None:
    choice = area.widget().findChild(QComboBox)
    assert choice.focusPolicy() is Qt.FocusPolicy.StrongFocus
