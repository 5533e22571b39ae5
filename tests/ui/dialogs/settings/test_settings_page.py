"""One page of the settings."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QScrollArea
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.settings.settings_page import SettingsPage
from newsdesk.ui.theme.theme_controller import ThemeController


@pytest.fixture
def page(themes: ThemeController, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage("Data", "Where it lies.")
    qtbot.addWidget(page)
    return page


def test_a_page_is_called_after_its_title(page: SettingsPage) -> None:
    assert page.accessibleName() == "Data"
    assert [label.text() for label in page.findChildren(QLabel)] == ["Data", "Where it lies."]


def test_a_long_page_scrolls(page: SettingsPage) -> None:
    for number in range(60):
        page.column.addWidget(QLabel(f"Line {number}"))
    page.finish()
    page.resize(400, 300)
    page.show()
    (scroller,) = page.findChildren(QScrollArea)
    assert scroller.verticalScrollBar().maximum() > 0


def test_a_page_with_a_list_gives_it_the_room_there_is(
    themes: ThemeController, qtbot: QtBot
) -> None:
    page = SettingsPage("Places", scrolls=False)
    qtbot.addWidget(page)
    entries = QListWidget()
    page.column.addWidget(entries, 1)
    page.resize(400, 700)
    page.show()
    assert page.findChildren(QScrollArea) == []
    assert entries.height() > 550


def test_the_wheel_scrolls_past_a_choice_without_changing_it(page: SettingsPage) -> None:
    box = QComboBox()
    box.addItems(["a", "b", "c"])
    box.setCurrentIndex(1)
    page.column.addWidget(box)
    page.finish()
    page.show()
    QApplication.sendEvent(
        box,
        QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's order
        ),
    )
    assert box.currentIndex() == 1


def test_nothing_keeps_a_plain_page_open(page: SettingsPage) -> None:
    assert page.is_done()
