"""The pages of a PDF on the canvas."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPageSize
from pytestqt.qtbot import QtBot

from newsdesk.ui.preview.sheet_view import SheetView
from tests.ui.preview.pdfs import pdf_of

CANVAS = QColor("#e9ecf0")
SEVEN = tuple("abcdefg")


@pytest.fixture
def view(qtbot: QtBot) -> SheetView:
    view = SheetView(CANVAS)
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def picture(view: SheetView) -> QImage:
    return view.viewport().grab().toImage()


def test_sheets_are_as_wide_as_there_is_room_and_of_their_own_shape(view: SheetView) -> None:
    assert view.show_pdf(pdf_of("a"))
    (sheet,) = view._places
    assert sheet.width() == view.viewport().width() - 40
    assert sheet.height() / sheet.width() == pytest.approx(297 / 210, abs=0.01)
    assert view.show_pdf(pdf_of("a", size=QPageSize.PageSizeId.Letter))
    (sheet,) = view._places
    assert sheet.height() / sheet.width() == pytest.approx(11 / 8.5, abs=0.01)


def test_paper_is_white_on_the_canvas(view: SheetView) -> None:
    view.show_pdf(pdf_of("a"))
    drawn = picture(view)
    assert drawn.pixelColor(3, 3) == CANVAS
    assert drawn.pixelColor(30, 30) == Qt.GlobalColor.white
    dark = QColor("#121417")
    view.set_canvas(dark)
    assert picture(view).pixelColor(3, 3) == dark
    assert picture(view).pixelColor(30, 30) == Qt.GlobalColor.white


def test_what_the_page_says_is_drawn(view: SheetView) -> None:
    view.show_pdf(pdf_of("WWWWWWWW"))
    drawn = picture(view)
    colours = {drawn.pixelColor(x, y).lightness() for x in range(25, 200) for y in range(25, 120)}
    assert min(colours) < 100


def test_it_says_which_page_is_seen(view: SheetView, qtbot: QtBot) -> None:
    assert (view.page, view.page_count) == (0, 0)
    with qtbot.waitSignal(view.page_changed) as changed:
        view.show_pdf(pdf_of(*SEVEN))
    assert changed.args == [1]
    assert view.page_count == 7
    view.verticalScrollBar().setValue(view._places[3].top())
    assert view.page == 4
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.page == 7


def test_keys_turn_the_pages(view: SheetView, qtbot: QtBot) -> None:
    view.show_pdf(pdf_of(*SEVEN))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 400
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 7
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1


def test_new_pages_stand_where_the_old_ones_did(view: SheetView) -> None:
    view.show_pdf(pdf_of(*SEVEN))
    view.verticalScrollBar().setValue(900)
    view.show_pdf(pdf_of(*SEVEN, "h"))
    assert view.verticalScrollBar().value() == 900
    view.show_pdf(pdf_of("a"))
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    view.show_pdf(pdf_of(*SEVEN), is_from_top=True)
    assert view.verticalScrollBar().value() == 0


def test_a_wider_pane_keeps_the_place_in_the_text(view: SheetView, qtbot: QtBot) -> None:
    view.show_pdf(pdf_of(*SEVEN))
    view.verticalScrollBar().setValue(view._places[4].top())
    view.resize(700, 600)
    qtbot.waitUntil(lambda: view._places[0].width() > 600)
    assert view.page in (4, 5)
    top = view.verticalScrollBar().value()
    assert abs(top - view._places[4].top()) < view._places[0].height() / 10


def test_only_what_is_seen_is_drawn(view: SheetView) -> None:
    view.show_pdf(pdf_of(*(str(number) for number in range(40))))
    picture(view)
    assert 1 <= len(view._drawn) <= 3
    for value in range(0, view.verticalScrollBar().maximum(), 400):
        view.verticalScrollBar().setValue(value)
        picture(view)
    assert len(view._drawn) <= 8


@pytest.mark.parametrize("junk", [b"", b"%PDF-1.4 and nothing", b"\x00" * 100])
def test_what_is_no_pdf_changes_nothing(view: SheetView, junk: bytes) -> None:
    view.show_pdf(pdf_of(*SEVEN))
    assert not view.show_pdf(junk)
    assert view.page_count == 7
