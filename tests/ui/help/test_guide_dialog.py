from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.help.guide_dialog import GuideDialog
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

TEXT = "\n\n".join(
    [
        "## Begin",
        "The harbour opens.",
        *["More of it."] * 60,
        "### Harbours",
        "Two harbours, one pilot.",
    ]
)


@pytest.fixture
def guide(themes: ThemeController, icons: Icons, qtbot: QtBot) -> Iterator[GuideDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    guide = GuideDialog(TEXT, {}, themes, icons, window)
    guide.resize(700, 300)
    guide.show()
    yield guide
    guide.close()


def contents(guide: GuideDialog) -> list[str]:
    return [guide._contents.item(row).text() for row in range(guide._contents.count())]


def test_its_headings_are_its_contents(guide: GuideDialog) -> None:
    assert contents(guide) == ["Begin", "    Harbours"]


def test_a_heading_of_the_contents_is_gone_to(guide: GuideDialog) -> None:
    guide._contents.itemActivated.emit(guide._contents.item(1))
    assert guide._text.textCursor().block().text() == "Harbours"
    assert guide._text.verticalScrollBar().value() > 0


def test_words_are_found_one_after_the_other_and_around(guide: GuideDialog) -> None:
    QTest.keyClicks(guide._field, "harbour")
    assert guide._count.text() == "1 of 3"
    QTest.keyClick(guide._field, Qt.Key.Key_Return)
    QTest.keyClick(guide._field, Qt.Key.Key_Return)
    assert guide._count.text() == "3 of 3"
    QTest.keyClick(guide._field, Qt.Key.Key_Return)
    assert guide._count.text() == "1 of 3"
    QTest.keyClick(guide._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert guide._count.text() == "3 of 3"
    assert len(guide._text.extraSelections()) == 3


def test_nothing_found_is_said_and_forgotten(guide: GuideDialog) -> None:
    QTest.keyClicks(guide._field, "zebra")
    assert guide._count.text() == "Nothing found"
    guide._field.clear()
    assert guide._count.text() == ""
    assert guide._text.extraSelections() == []


def test_another_theme_keeps_the_place(guide: GuideDialog, themes: ThemeController) -> None:
    bar = guide._text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    themes.choose(ThemeChoice.DARK)
    assert bar.value() == before
    themes.choose(ThemeChoice.LIGHT)
