import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.inspector.place_list import PlaceList
from newsdesk.ui.theme.icons import Icons

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def places(qtbot: QtBot, icons: Icons) -> PlaceList:
    places = PlaceList(icons)
    qtbot.addWidget(places)
    places.resize(240, 120)
    places.set_places(["Geneva", "Nairobi", "Rome"])
    with qtbot.waitExposed(places):
        places.show()
    return places


def button(row: QWidget, name: str) -> QToolButton:
    return next(one for one in row.findChildren(QToolButton) if name in one.accessibleName())


def test_places_stand_in_their_order(places: PlaceList) -> None:
    assert places.names() == ("Geneva", "Nairobi", "Rome")
    assert [row.accessibleName() for row in places.rows()] == ["Geneva", "Nairobi", "Rome"]
    assert places.rows()[1].accessibleDescription() == "Place 2 of 3"


@pytest.mark.parametrize(
    ("row", "key", "moved"),
    [(1, Qt.Key.Key_Up, [1, 0]), (1, Qt.Key.Key_Down, [1, 2])],
)
def test_a_row_is_moved_by_keyboard(
    places: PlaceList, qtbot: QtBot, row: int, key: Qt.Key, moved: list[int]
) -> None:
    with qtbot.waitSignal(places.moved) as asked:
        qtbot.keyClick(places.rows()[row], key, ALT)
    assert asked.args == moved


@pytest.mark.parametrize(("name", "moved"), [("up", [1, 0]), ("down", [1, 2])])
def test_a_row_is_moved_by_its_buttons(
    places: PlaceList, qtbot: QtBot, name: str, moved: list[int]
) -> None:
    with qtbot.waitSignal(places.moved) as asked:
        button(places.rows()[1], name).click()
    assert asked.args == moved


@pytest.mark.parametrize(
    ("row", "key"), [(0, Qt.Key.Key_Up), (2, Qt.Key.Key_Down), (0, Qt.Key.Key_F5)]
)
def test_a_row_is_not_moved_past_the_end(
    places: PlaceList, qtbot: QtBot, row: int, key: Qt.Key
) -> None:
    with qtbot.assertNotEmitted(places.moved):
        qtbot.keyClick(places.rows()[row], key, ALT)


def test_the_focus_goes_with_the_row_that_was_moved(places: PlaceList, qtbot: QtBot) -> None:
    places.moved.connect(lambda *_: places.set_places(["Nairobi", "Geneva", "Rome"]))
    places.rows()[1].setFocus()
    qtbot.keyClick(places.rows()[1], Qt.Key.Key_Up, ALT)
    assert places.rows()[0].hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_row_is_removed_by_keyboard(places: PlaceList, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(places.removed) as removed:
        qtbot.keyClick(places.rows()[2], key)
    assert removed.args == [2]


def test_a_row_is_removed_by_its_button(places: PlaceList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(places.removed) as removed:
        button(places.rows()[0], "Remove").click()
    assert removed.args == [0]


@pytest.mark.parametrize(
    ("start", "over", "moved"), [(0, 2, [0, 2]), (2, 0, [2, 0]), (0, 1, [0, 1]), (2, 1, [2, 1])]
)
def test_a_row_is_dragged_to_another_place(
    places: PlaceList, qtbot: QtBot, start: int, over: int, moved: list[int]
) -> None:
    row, target = places.rows()[start], places.rows()[over]
    end = row.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    end += QPoint(0, 6 if over > start else -6)
    with qtbot.waitSignal(places.moved) as asked:
        qtbot.mousePress(row, LEFT, pos=row.rect().center())
        qtbot.mouseMove(row, pos=row.rect().center() + QPoint(0, 4))
        qtbot.mouseMove(row, pos=end)
        assert not places.grab().isNull()  # with the mark where it will be
        qtbot.mouseRelease(row, LEFT, pos=end)
    assert asked.args == moved


def test_a_click_moves_nothing(places: PlaceList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(places.moved):
        qtbot.mouseClick(places.rows()[0], LEFT)


def test_one_place_cannot_be_moved(places: PlaceList) -> None:
    places.set_places(["Geneva"])
    (row,) = places.rows()
    assert [one.accessibleName() for one in row.findChildren(QToolButton) if one.isVisible()] == [
        "Remove Geneva"
    ]


def test_what_is_only_read_cannot_be_changed(places: PlaceList, qtbot: QtBot) -> None:
    places.set_editable(False)
    with qtbot.assertNotEmitted(places.moved), qtbot.assertNotEmitted(places.removed):
        qtbot.keyClick(places.rows()[1], Qt.Key.Key_Up, ALT)
        qtbot.keyClick(places.rows()[1], Qt.Key.Key_Delete)
        button(places.rows()[0], "Remove").click()
    places.set_places(["Geneva", "Rome", "Vienna", "Paris"])
    assert not any(row.isEnabled() for row in places.rows())


def test_without_places_there_is_no_list(places: PlaceList) -> None:
    places.set_places([])
    assert places.isHidden()
    assert places.rows() == ()
