import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.inspector.foldable_row import FoldableRow, RowHead
from newsdesk.ui.theme.icons import Icons

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


class Row(FoldableRow):
    made = 0

    def make_details(self) -> QWidget:
        self.made += 1
        return QLabel("More of it")


@pytest.fixture
def row(qtbot: QtBot, icons: Icons) -> Row:
    row = Row(RowHead(icons))
    row.head.set_texts("Dana Whitlock", "Head of Press")
    qtbot.addWidget(row)
    row.resize(240, 44)
    row.show()
    return row


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_opens_and_folds_it(row: Row, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(row.fold_edited) as folded:
        qtbot.keyClick(row.head, key)
    assert folded.args == [True]
    assert row.is_open()
    with qtbot.waitSignal(row.fold_edited) as folded:
        qtbot.keyClick(row.head, key)
    assert folded.args == [False]


def test_a_click_opens_it_and_details_are_made_once(row: Row, qtbot: QtBot) -> None:
    assert row.made == 0
    for _ in range(3):
        qtbot.mouseClick(row.head, LEFT)
    details = row.findChild(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert details.isVisible()
    assert row.made == 1


def test_opening_it_by_the_program_is_no_edit(row: Row, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.fold_edited):
        row.set_open(is_open=True)
    assert row.is_open()


@pytest.mark.parametrize(("key", "by"), [(Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)])
def test_alt_and_an_arrow_ask_to_move_it(row: Row, qtbot: QtBot, key: Qt.Key, by: int) -> None:
    with qtbot.waitSignal(row.head.move_requested) as moved:
        qtbot.keyClick(row.head, key, ALT)
    assert moved.args == [by]


def test_delete_asks_to_remove_it(row: Row, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.head.removal_requested):
        qtbot.keyClick(row.head, Qt.Key.Key_Delete)


def drag(row: Row, qtbot: QtBot, by: int) -> QPoint:
    start = row.head.rect().center()
    qtbot.mousePress(row.head, LEFT, pos=start)
    qtbot.mouseMove(row.head, start + QPoint(0, by))
    return start + QPoint(0, by)


def test_a_drag_is_told_and_does_not_open_it(row: Row, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.head.dragged):
        end = drag(row, qtbot, 40)
    with qtbot.waitSignal(row.head.dropped) as dropped, qtbot.assertNotEmitted(row.fold_edited):
        qtbot.mouseRelease(row.head, LEFT, pos=end)
    assert dropped.args == [row.head.mapToGlobal(end).y()]
    assert not row.is_open()


def test_a_hand_that_trembles_does_not_drag(row: Row, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.head.dragged):
        end = drag(row, qtbot, 2)
    qtbot.mouseRelease(row.head, LEFT, pos=end)
    assert row.is_open()


def test_escape_gives_a_drag_up(row: Row, qtbot: QtBot) -> None:
    end = drag(row, qtbot, 40)
    with qtbot.waitSignal(row.head.drag_given_up):
        qtbot.keyClick(row.head, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(row.head.dropped):
        qtbot.mouseRelease(row.head, LEFT, pos=end)


def test_one_that_stays_where_it_is_only_opens(row: Row, qtbot: QtBot) -> None:
    row.head.set_movable(is_movable=False)
    head = row.head
    with (
        qtbot.assertNotEmitted(head.move_requested),
        qtbot.assertNotEmitted(head.removal_requested),
        qtbot.assertNotEmitted(head.dragged),
    ):
        qtbot.keyClick(head, Qt.Key.Key_Down, ALT)
        qtbot.keyClick(head, Qt.Key.Key_Delete)
        qtbot.mouseRelease(head, LEFT, pos=drag(row, qtbot, 40))
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert row.is_open()


def test_screen_readers_hear_the_line_and_its_mark(row: Row) -> None:
    row.head.set_mark("private", "warn", "Not public")
    assert row.head.accessibleName() == "Dana Whitlock, Head of Press"
    assert row.head.accessibleDescription() == "Not public"
    row.head.set_mark("private", "warn", "")
    assert row.head.accessibleDescription() == ""


def test_a_long_name_gives_way(qtbot: QtBot, icons: Icons) -> None:
    row = Row(RowHead(icons))
    qtbot.addWidget(row)
    row.head.set_texts("A name that is far too long for a narrow column " * 3, "")
    assert row.minimumSizeHint().width() < 120
    assert not row.grab().isNull()


def test_a_row_takes_actions_for_the_right_button(row: Row, qtbot: QtBot) -> None:
    ran: list[bool] = []
    row.add_action("Move up", lambda: ran.append(True)).trigger()
    assert [action.text() for action in row.head.actions()] == ["Move up"]
    assert ran
