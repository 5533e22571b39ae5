import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.inspector.foldable_row import FoldableRow, RowHead
from newsdesk.ui.inspector.row_list import RowList
from newsdesk.ui.theme.icons import Icons

LEFT = Qt.MouseButton.LeftButton


class Row(FoldableRow):
    def make_details(self) -> QWidget:
        return QLabel("More of it")


@pytest.fixture
def rows(qtbot: QtBot, icons: Icons) -> RowList[Row]:
    rows = RowList(lambda: Row(RowHead(icons)))
    qtbot.addWidget(rows)
    rows.set_count(3)
    for row in rows.rows:
        row.head.set_texts("Dana Whitlock", "Head of Press")
    rows.resize(260, 200)
    with qtbot.waitExposed(rows):
        rows.show()
    return rows


def middle(rows: RowList[Row], place: int) -> QPoint:
    return rows.rows[place].head.mapToGlobal(rows.rows[place].head.rect().center())


def drop(rows: RowList[Row], qtbot: QtBot, place: int, at: QPoint) -> None:
    head = rows.rows[place].head
    qtbot.mousePress(head, LEFT, pos=head.rect().center())
    qtbot.mouseMove(head, head.mapFromGlobal(at))
    qtbot.mouseRelease(head, LEFT, pos=head.mapFromGlobal(at))


@pytest.mark.parametrize(
    ("place", "on", "below", "to"),
    [
        (0, 2, 8, 2),  # below the last one
        (0, 1, 8, 1),
        (2, 0, -8, 0),
        (2, 1, -8, 1),
        (1, 0, -8, 0),
    ],
)
def test_a_row_lands_where_it_is_dropped(
    rows: RowList[Row], qtbot: QtBot, place: int, on: int, below: int, to: int
) -> None:
    with qtbot.waitSignal(rows.move_edited) as moved:
        drop(rows, qtbot, place, middle(rows, on) + QPoint(0, below))
    assert moved.args == [place, to]


@pytest.mark.parametrize(("on", "below"), [(0, 14), (1, 14), (2, -14)])
def test_a_row_dropped_beside_itself_stays(
    rows: RowList[Row], qtbot: QtBot, on: int, below: int
) -> None:
    with qtbot.assertNotEmitted(rows.move_edited):
        drop(rows, qtbot, 1, middle(rows, on) + QPoint(0, below))


def test_a_line_shows_where_it_would_land(rows: RowList[Row], qtbot: QtBot) -> None:
    line = rows.findChild(QFrame, "drop_line")
    head = rows.rows[0].head
    qtbot.mousePress(head, LEFT, pos=head.rect().center())
    qtbot.mouseMove(head, head.mapFromGlobal(middle(rows, 2) + QPoint(0, 8)))
    assert line.isVisible()
    assert line.y() > rows.rows[2].y()
    qtbot.keyClick(head, Qt.Key.Key_Escape)
    assert not line.isVisible()


@pytest.mark.parametrize(
    ("place", "key", "moved"),
    [
        (0, Qt.Key.Key_Down, [0, 1]),
        (2, Qt.Key.Key_Up, [2, 1]),
        (0, Qt.Key.Key_Up, None),
        (2, Qt.Key.Key_Down, None),
    ],
)
def test_alt_and_arrows_move_within_the_list(
    rows: RowList[Row], qtbot: QtBot, place: int, key: Qt.Key, moved: list[int] | None
) -> None:
    told: list[list[int]] = []
    rows.move_edited.connect(lambda *places: told.append(list(places)))
    qtbot.keyClick(rows.rows[place].head, key, Qt.KeyboardModifier.AltModifier)
    assert told == ([moved] if moved else [])


def test_delete_says_which_one(rows: RowList[Row], qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.removal_edited) as removed:
        qtbot.keyClick(rows.rows[1].head, Qt.Key.Key_Delete)
    assert removed.args == [1]


def test_the_focus_does_not_vanish_with_the_last_row(rows: RowList[Row]) -> None:
    rows.rows[2].head.setFocus()
    rows.set_count(2)
    assert rows.window().focusWidget() is rows.rows[1].head
    assert len(rows.rows) == 2


def test_a_place_behind_the_last_row_means_the_last(rows: RowList[Row]) -> None:
    rows.focus_row(9)
    assert rows.window().focusWidget() is rows.rows[2].head
    rows.set_count(0)
    rows.focus_row(0)
