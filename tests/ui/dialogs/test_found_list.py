"""The list of what was found in a text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.taking_back import can_be_restored
from newsdesk.ui.dialogs.found_list import FoundList
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.section import Section


def found(kind: FindingKind, line: int, *flags: str) -> Finding:
    return Finding(
        kind=kind,
        confidence=Confidence.HIGH,
        text=f"line {line}",
        first_line=line,
        last_line=line,
        flags=flags,
    )


MENU = found(FindingKind.FURNITURE, 0)
LANGUAGE = found(FindingKind.LANGUAGE, 0)
HEADLINE = found(FindingKind.HEADLINE, 1)
BODY = found(FindingKind.BODY, 2)
QUOTE = found(FindingKind.QUOTE, 3, "Amir Sattar")
END = found(FindingKind.END_MARK, 4)
CONTACT = found(FindingKind.CONTACT, 5)
ALL = (MENU, LANGUAGE, HEADLINE, BODY, QUOTE, END, CONTACT)


@pytest.fixture
def shown(icons: Icons, themes: ThemeController, qtbot: QtBot) -> FoundList:
    found_list = FoundList(icons, themes)
    qtbot.addWidget(found_list)
    found_list.resize(380, 700)
    found_list.show_findings(ALL, can_be_restored)
    found_list.show()
    return found_list


@pytest.fixture
def focus(qtbot: QtBot) -> Callable[[object], None]:
    return lambda widget: qtbot.waitUntil(lambda: QApplication.focusWidget() is widget)


def visible(found_list: FoundList) -> list[Finding]:
    return [row.finding for row in found_list.rows() if row.isVisible()]


def open_fold(found_list: FoundList, title: str) -> None:
    titles = [section.findChildren(QPushButton)[0] for section in found_list.findChildren(Section)]
    next(button for button in titles if button.text() == title).click()


def test_pieces_stand_in_their_order_and_the_text_is_no_piece(shown: FoundList) -> None:
    assert visible(shown) == [HEADLINE, CONTACT, LANGUAGE]


def test_what_was_left_out_is_folded_and_counted(shown: FoundList) -> None:
    open_fold(shown, "Left out (2)")
    assert set(visible(shown)) == {HEADLINE, CONTACT, LANGUAGE, MENU, END}


def test_what_is_in_the_text_anyway_is_folded_below(shown: FoundList) -> None:
    open_fold(shown, "Noted in the text (1)")
    assert visible(shown)[-1] == QUOTE


def test_up_and_down_go_over_what_is_in_sight(
    shown: FoundList, focus: Callable[[object], None], qtbot: QtBot
) -> None:
    open_fold(shown, "Left out (2)")
    open_fold(shown, "Left out (2)")
    rows = {row.finding: row for row in shown.rows()}
    shown.focus_first()
    focus(rows[HEADLINE].anchor)
    qtbot.keyClick(rows[HEADLINE].anchor, Qt.Key.Key_Down)
    focus(rows[CONTACT].anchor)
    qtbot.keyClick(rows[CONTACT].anchor, Qt.Key.Key_Down)
    qtbot.keyClick(rows[LANGUAGE].anchor, Qt.Key.Key_Down)  # the last one in sight
    focus(rows[LANGUAGE].anchor)
    open_fold(shown, "Left out (2)")
    qtbot.keyClick(rows[LANGUAGE].anchor, Qt.Key.Key_Down)
    focus(rows[MENU].anchor)
    qtbot.keyClick(rows[MENU].anchor, Qt.Key.Key_Up)
    focus(rows[LANGUAGE].anchor)


def test_a_row_that_gets_the_focus_comes_into_view(
    shown: FoundList, focus: Callable[[object], None], qtbot: QtBot
) -> None:
    shown.resize(380, 120)
    last = {row.finding: row for row in shown.rows()}[LANGUAGE]
    assert last.visibleRegion().isEmpty()
    shown.focus_first()
    qtbot.keyClick(shown.rows()[0].anchor, Qt.Key.Key_Down)
    qtbot.keyClick(shown.rows()[1].anchor, Qt.Key.Key_Down)
    focus(last.anchor)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def test_what_is_put_back_is_collected(shown: FoundList, qtbot: QtBot) -> None:
    rows = {row.finding: row for row in shown.rows()}
    edits: list[frozenset[Finding]] = []
    shown.refused_edited.connect(edits.append)
    qtbot.keyClick(rows[HEADLINE].anchor, Qt.Key.Key_Space)
    qtbot.keyClick(rows[CONTACT].anchor, Qt.Key.Key_Space)
    assert edits == [frozenset({HEADLINE}), frozenset({HEADLINE, CONTACT})]
    assert shown.refused == edits[-1]


def test_another_text_begins_with_nothing_put_back(shown: FoundList, qtbot: QtBot) -> None:
    qtbot.keyClick(shown.rows()[0].anchor, Qt.Key.Key_Space)
    shown.show_findings((HEADLINE,), can_be_restored)
    assert shown.refused == frozenset()
    assert len(shown.rows()) == 1


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
@pytest.mark.parametrize("height", [2000, 200])
def test_rows_keep_their_margins_with_and_without_a_scroll_bar(
    shown: FoundList, height: int, direction: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    shown.setLayoutDirection(direction)
    shown.show_findings(ALL, can_be_restored)
    shown.resize(380, height)
    row = shown.rows()[0]
    qtbot.waitUntil(lambda: shown.verticalScrollBar().isVisible() == (height == 200))

    def margins() -> tuple[int, int]:
        left = row.mapTo(shown, row.rect().topLeft()).x()
        return left, shown.width() - left - row.width()

    qtbot.waitUntil(lambda: margins() == (16, 16))


def test_what_was_put_back_is_so_too_in_a_part_that_is_opened_later(shown: FoundList) -> None:
    back = replace(MENU, confidence=Confidence.LOW, flags=("taken_back",))
    shown.show_as([back if one is MENU else one for one in ALL], frozenset({MENU}))
    open_fold(shown, "Left out (2)")
    row = next(row for row in shown.rows() if row.finding == MENU)
    assert "in the text" in row.anchor.accessibleName()


def test_several_pieces_of_a_kind_are_numbered_for_screen_readers(shown: FoundList) -> None:
    another = found(FindingKind.CONTACT, 6)
    shown.show_findings((HEADLINE, CONTACT, another), can_be_restored)
    assert [row.anchor.accessibleName().split(",")[0] for row in shown.rows()] == [
        "Headline",
        "Contact 1",
        "Contact 2",
    ]
