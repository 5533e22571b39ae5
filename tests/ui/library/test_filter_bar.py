"""The chips above the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.query import ReleaseCounts
from newsdesk.ui.library.filter_bar import FilterBar
from newsdesk.ui.library.filters import Filter
from newsdesk.ui.theme.icons import Icons

MANY = ReleaseCounts(all=1284, drafts=12, embargoed=2, published=1200, withdrawn=3, trashed=4)


@pytest.fixture
def bar(icons: Icons, qtbot: QtBot) -> FilterBar:
    bar = FilterBar(icons)
    qtbot.addWidget(bar)
    bar.resize(280, 64)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def button(bar: FilterBar, which: Filter) -> QAbstractButton:
    found = bar.findChild(QAbstractButton, f"filter_{which}")
    assert isinstance(found, QAbstractButton)
    return found


def offered(bar: FilterBar) -> list[str]:
    buttons = [button(bar, which) for which in Filter]
    return [one.text() or one.toolTip() for one in buttons if one.isVisible()]


def test_chips_say_how_much_they_would_show(bar: FilterBar) -> None:
    bar.set_counts(MANY)
    assert offered(bar)[:5] == ["All", "Drafts 12", "Embargoed 2", "Published 1,200", "Withdrawn 3"]
    assert "4" in offered(bar)[5]
    assert button(bar, Filter.DRAFTS).accessibleName() == "Drafts: 12"
    assert button(bar, Filter.ALL).accessibleName() == "All: 1,284"


def test_what_would_show_nothing_is_not_offered(bar: FilterBar) -> None:
    assert offered(bar) == ["All", "Drafts"]
    bar.set_counts(ReleaseCounts(all=1, published=1))
    assert offered(bar) == ["All", "Drafts", "Published 1"]


@pytest.mark.parametrize("which", Filter)
def test_the_chosen_chip_stays_when_it_shows_nothing_any_more(
    bar: FilterBar, which: Filter
) -> None:
    bar.set_chosen(which)
    bar.set_counts(ReleaseCounts())
    assert button(bar, which).isVisible()
    assert [one for one in Filter if button(bar, one).isChecked()] == [which]


def test_choosing_a_chip_says_which(bar: FilterBar, qtbot: QtBot) -> None:
    bar.set_counts(MANY)
    edited = QSignalSpy(bar.filter_edited)
    for which in (Filter.EMBARGOED, Filter.EMBARGOED, Filter.TRASH):
        qtbot.mouseClick(button(bar, which), Qt.MouseButton.LeftButton)
    assert [edited.at(number)[0] for number in range(edited.count())] == [
        Filter.EMBARGOED,
        Filter.TRASH,
    ]
    assert bar.chosen() is Filter.TRASH


def test_setting_a_chip_is_not_an_edit(bar: FilterBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.filter_edited):
        bar.set_chosen(Filter.DRAFTS)
    assert bar.chosen() is Filter.DRAFTS


def test_chips_are_chosen_by_keyboard(bar: FilterBar, qtbot: QtBot) -> None:
    bar.set_counts(MANY)
    button(bar, Filter.ALL).setFocus()
    qtbot.keyClick(button(bar, Filter.ALL), Qt.Key.Key_Right)
    assert button(bar, Filter.DRAFTS).hasFocus()
    qtbot.keyClick(button(bar, Filter.DRAFTS), Qt.Key.Key_Space)
    assert bar.chosen() is Filter.DRAFTS
