import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.domain.provenance import FindingKind
from newsdesk.ui.dialogs.kind_row import KindButton, KindRow
from newsdesk.ui.dialogs.mark_kinds import MARK_KINDS
from newsdesk.ui.theme.theme_controller import ThemeController


@pytest.fixture
def row(themes: ThemeController, qtbot: QtBot) -> KindRow:
    row = KindRow(themes)
    qtbot.addWidget(row)
    row.resize(360, 120)
    row.show()
    return row


def button(row: KindRow, kind: FindingKind) -> KindButton:
    return next(one for one in row.buttons() if one.kind is kind)


def test_there_is_a_button_for_each_kind_that_says_it(row: KindRow, qtbot: QtBot) -> None:
    chosen: list[FindingKind] = []
    row.kind_chosen.connect(chosen.append)
    for one in row.buttons():
        qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert chosen == [one.kind for one in MARK_KINDS]


def test_arrows_go_round_and_the_tab_key_stops_once(row: KindRow, qtbot: QtBot) -> None:
    first, *_, last = row.buttons()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is last)
    qtbot.keyClick(last, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is first)
    stops = [one for one in row.buttons() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [first]


def test_in_a_mirrored_window_right_goes_back(row: KindRow, qtbot: QtBot) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, *_, last = row.buttons()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is last)


def test_names_are_whole_where_there_is_room(row: KindRow) -> None:
    for one in row.buttons():
        assert one.width() >= one.sizeHint().width(), one.text()


def test_a_screen_reader_hears_what_it_does_and_its_key(row: KindRow) -> None:
    assert button(row, FindingKind.HEADLINE).accessibleName() == (
        "Mark the selection: Headline, key H"
    )
