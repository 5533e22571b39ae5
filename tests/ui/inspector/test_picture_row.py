import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.services.new_picture import picture_from
from newsdesk.ui.inspector.picture_row import PictureRow
from newsdesk.ui.theme.icons import Icons
from tests.pictures import photo


@pytest.fixture
def row(icons: Icons, qtbot: QtBot) -> PictureRow:
    row = PictureRow(icons)
    qtbot.addWidget(row)
    row.set_texts("At night", "Noor Elm", "")
    row.set_place(is_in_text=True, is_editable=True)
    row.show()
    return row


def test_what_it_lacks_is_told_to_everybody(row: PictureRow) -> None:
    assert (row.accessibleName(), row.accessibleDescription()) == ("At night, Noor Elm", "")
    assert not row._mark.isVisible()
    row.set_texts("At night", "", "It has no credit")
    assert row.accessibleDescription() == "It has no credit"
    assert "It has no credit" in row.toolTip()
    assert row._mark.isVisible()


def test_enter_asks_for_its_words_and_delete_takes_it_out(row: PictureRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, Qt.Key.Key_Return)
    with qtbot.waitSignal(row.removal_requested):
        QTest.keyClick(row, Qt.Key.Key_Delete)


@pytest.mark.parametrize(("is_in_text", "is_editable"), [(False, True), (True, False)])
def test_it_is_taken_out_only_where_it_can_be(
    is_in_text: bool, is_editable: bool, row: PictureRow, qtbot: QtBot
) -> None:
    row.set_place(is_in_text=is_in_text, is_editable=is_editable)
    with qtbot.assertNotEmitted(row.removal_requested):
        QTest.keyClick(row, Qt.Key.Key_Delete)
    assert not row._remove.isEnabled()
    assert row._go.isEnabled() is is_in_text


def test_its_menu_does_what_the_keys_do(row: PictureRow, qtbot: QtBot) -> None:
    edit, go, remove = row.actions()
    for action, signal in (
        (edit, row.clicked),
        (go, row.place_requested),
        (remove, row.removal_requested),
    ):
        with qtbot.waitSignal(signal):
            action.trigger()


def test_a_small_picture_fills_its_square(row: PictureRow) -> None:
    row.set_picture(picture_from(photo(600, 100), "").thumbnail)
    assert row._picture.pixmap().deviceIndependentSize().toSize() == row._picture.size()
    row.set_picture(b"no picture")
    assert row._picture.pixmap().deviceIndependentSize().toSize() != row._picture.size()
