"""Lines of a source, and the places in them that the document's positions stand for."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from newsdesk.ui.dialogs.mark_places import Place
from newsdesk.ui.dialogs.source_lines import SourceLines

LINES = ("Crews are ready", "", "🛟 They are here.  ", "   ", "The end")


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    return QTextDocument()


def shown_in(document: QTextDocument, *lines: str) -> SourceLines:
    source = SourceLines(document, lines)
    document.setPlainText("\n".join(source.shown))
    return source


def selection(source: SourceLines, start: Place, end: Place) -> QTextCursor:
    cursor = source.cursor(start)
    cursor.setPosition(source.cursor(end).position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def test_there_and_back_is_the_same_place_also_behind_a_sign_of_two_units(
    document: QTextDocument,
) -> None:
    source = shown_in(document, *LINES)
    for place in (Place(0, 0), Place(0, 15), Place(1, 0), Place(2, 1), Place(2, 8), Place(4, 7)):
        assert source.place(source.cursor(place).position()) == place
    assert source.cursor(Place(2, 1)).positionInBlock() == 2


def test_without_a_selection_the_line_of_the_cursor_is_meant(document: QTextDocument) -> None:
    source = shown_in(document, *LINES)
    assert source.selected(source.cursor(Place(0, 4))) == (Place(0, 0), Place(0, 15))


def test_a_selection_leaves_out_the_spaces_and_empty_lines_around_it(
    document: QTextDocument,
) -> None:
    source = shown_in(document, *LINES)
    wide = selection(source, Place(0, 15), Place(3, 3))
    assert source.selected(wide) == (Place(2, 0), Place(2, 16))


def test_of_spaces_alone_nothing_is_selected(document: QTextDocument) -> None:
    source = shown_in(document, *LINES)
    start, end = source.selected(selection(source, Place(3, 0), Place(3, 2)))
    assert start >= end


def test_a_source_of_nothing_has_one_empty_line(document: QTextDocument) -> None:
    source = shown_in(document)
    assert source.whole == source.shown == ("",)
    assert not source.is_cut
    assert source.place(0) == Place(0, 0)


def test_the_end_of_a_line_that_is_cut_is_the_end_of_all_of_it(document: QTextDocument) -> None:
    long = "x" * 100_000
    source = shown_in(document, long, "The end")
    (first, last) = source.shown
    assert len(first) < len(long)
    assert last == "The end"
    assert source.place(len(first)) == Place(0, len(long))
    assert source.place(10) == Place(0, 10)


def test_of_very_many_lines_the_first_are_shown(document: QTextDocument) -> None:
    source = shown_in(document, *["A line of the source."] * 100_000)
    assert source.is_cut
    assert 0 < len(source.shown) < len(source.whole) == 100_000
    out_of_sight = source.cursor(Place(99_000, 0))
    assert out_of_sight.blockNumber() == len(source.shown) - 1
