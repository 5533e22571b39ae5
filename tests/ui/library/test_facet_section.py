"""A part of the sidebar: few lines, or all of them with a field to filter by."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.facets import Chosen
from newsdesk.domain.search import Operator
from newsdesk.ui.library.facet_model import FEW, FacetLine
from newsdesk.ui.library.facet_section import FacetSection
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.library.facets import facet


def lines(number: int) -> list[FacetLine]:
    made: list[FacetLine] = []
    for n in range(number):
        found = facet(Operator.TAG, f"port {n}")
        made.append(
            FacetLine(key=found.condition, name=found.name, count=1, words=found.name, facet=found)
        )
    return made


@pytest.fixture
def section(qtbot: QtBot, themes: ThemeController, icons: Icons) -> FacetSection:
    section = FacetSection("Tags", themes, icons)
    qtbot.addWidget(section)
    section.resize(208, 600)
    return section


def more(section: FacetSection) -> QPushButton:
    (button,) = (one for one in section.findChildren(QPushButton) if one is not section.title)
    return button


def field(section: FacetSection) -> QLineEdit:
    found = section.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_it_is_not_shown_without_a_line(section: FacetSection) -> None:
    assert section.isHidden()
    section.show_lines(lines(1))
    assert section.isVisible()
    assert more(section).isHidden()
    section.show_lines([])
    assert section.isHidden()


def test_all_are_shown_filtered_and_fewer_again(section: FacetSection, qtbot: QtBot) -> None:
    section.show_lines(lines(FEW + 8))
    assert section.view.lines.rowCount() == FEW
    assert more(section).text() == "Show all 20"
    assert field(section).isHidden()
    more(section).click()
    assert section.view.lines.rowCount() == 20
    qtbot.waitUntil(field(section).hasFocus)
    qtbot.keyClicks(field(section), "port 1")
    assert section.view.lines.rowCount() == 11
    qtbot.keyClick(field(section), Qt.Key.Key_Down)
    qtbot.waitUntil(section.view.hasFocus)
    assert more(section).text() == "Show fewer"
    more(section).click()
    assert section.view.lines.rowCount() == FEW
    assert field(section).text() == ""


def test_escape_clears_the_filter_then_leaves_it(section: FacetSection, qtbot: QtBot) -> None:
    section.show_lines(lines(20))
    more(section).click()
    qtbot.keyClicks(field(section), "19")
    qtbot.keyClick(field(section), Qt.Key.Key_Escape)
    assert (field(section).text(), section.view.lines.rowCount()) == ("", 20)
    qtbot.keyClick(field(section), Qt.Key.Key_Escape)
    assert section.view.lines.rowCount() == FEW
    qtbot.waitUntil(section.view.hasFocus)


def test_counts_that_change_leave_all_of_them_shown(section: FacetSection) -> None:
    section.show_lines(lines(20))
    more(section).click()
    section.show_lines(lines(19))
    assert section.view.lines.rowCount() == 19
    section.show_lines(lines(3))
    assert field(section).isHidden()
    section.show_lines(lines(20))
    assert section.view.lines.rowCount() == FEW


def test_a_rare_one_that_is_chosen_makes_it_higher(section: FacetSection) -> None:
    section.show_lines(lines(20))
    before = section.view.height()
    section.set_chosen(Chosen(frozenset({'tag:"port 19"'})))
    assert section.view.height() > before
