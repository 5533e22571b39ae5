"""The source: what is marked in it, and how a person marks it otherwise."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from newsdesk.domain.provenance import Confidence, Finding, FindingKind, Mark
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.dialogs.finding_words import TAKEN_BACK
from newsdesk.ui.dialogs.mark_places import Place, ShownMark, mark_of
from newsdesk.ui.dialogs.source_view import SourceView
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.marks import shown

LINES = (
    "Crews are ready",
    "",
    "GENEVA, 3 May – Ninety workers have finished a course.",
    "🛟 They said “we are ready for it”.",
    "",
    "Contact",
    "Dana Whitlock",
    "The end",
)
HEADLINE = shown(FindingKind.HEADLINE, (0, 0), (0, 15), text="Crews are ready")
DATELINE = shown(FindingKind.DATELINE, (2, 0), (2, 15), text="GENEVA, 3 May –")
QUOTE = shown(FindingKind.QUOTE, (3, 13), (3, 32))
CONTACT = shown(FindingKind.CONTACT, (5, 0), (6, 13))
DOUBT = shown(FindingKind.EMBARGO, (7, 0), (7, 7), confidence=Confidence.LOW)
MARKS = (HEADLINE, DATELINE, QUOTE, CONTACT, DOUBT)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class Source:
    """A view of the lines with all the marks, and what was said in it."""

    def __init__(self, view: SourceView) -> None:
        self.view = view
        self.said: list[tuple[Mark, ...]] = []
        self.back: list[Finding] = []
        self.pointed: list[Finding | None] = []
        view.marks_edited.connect(self.said.append)
        view.refusal_edited.connect(self.back.append)
        view.pointed.connect(self.pointed.append)

    def put_cursor(self, line: int, column: int = 0, to: tuple[int, int] | None = None) -> None:
        cursor = QTextCursor(self.view.document().findBlockByNumber(line))
        cursor.setPosition(self._position(line, column))
        if to is not None:
            cursor.setPosition(self._position(*to), QTextCursor.MoveMode.KeepAnchor)
        self.view.setTextCursor(cursor)

    def _position(self, line: int, column: int) -> int:
        return self.view.document().findBlockByNumber(line).position() + column

    def point(self, line: int, column: int = 0) -> QPoint:
        """Return the middle of a character's left side, in the viewport."""
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(self._position(line, column))
        return self.view.cursorRect(cursor).center()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.view, key, modifier or Qt.KeyboardModifier.NoModifier)

    def drag(self, start: QPoint, end: QPoint) -> None:
        left, port = Qt.MouseButton.LeftButton, self.view.viewport()
        QTest.mouseMove(port, start)
        QTest.mousePress(port, left, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(port, end)
        QTest.mouseRelease(port, left, Qt.KeyboardModifier.NoModifier, end)


@pytest.fixture
def source(themes: ThemeController, qtbot: QtBot) -> Source:
    view = SourceView(themes)
    qtbot.addWidget(view)
    view.resize(520, 360)
    view.show_source(LINES)
    show(view, MARKS)
    view.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return Source(view)


def show(view: SourceView, marks: tuple[ShownMark, ...]) -> None:
    view.show_marks([one.extent for one in marks], {one.finding: one.finding for one in marks})


def kind(mark: FindingKind, first: tuple[int, int], end: tuple[int, int]) -> Mark:
    return mark_of(mark, Place(*first), Place(*end))


# Saying what a part is ----------------------------------------------------------------------------


def test_a_letter_marks_the_line_of_the_cursor(source: Source) -> None:
    source.put_cursor(2, 20)
    source.key(Qt.Key.Key_N)
    assert source.said == [(kind(FindingKind.NOTES, (2, 0), (2, len(LINES[2]))),)]


def test_a_letter_marks_what_is_selected_without_the_spaces_around_it(source: Source) -> None:
    source.put_cursor(2, 15, to=(2, 23))
    source.key(Qt.Key.Key_D)
    assert source.said == [(kind(FindingKind.DATELINE, (2, 16), (2, 22)),)]


def test_a_selection_over_lines_and_past_a_sign_of_two_units(source: Source) -> None:
    source.put_cursor(3, 3, to=(6, 4))
    source.key(Qt.Key.Key_C)
    assert source.said == [(kind(FindingKind.CONTACT, (3, 2), (6, 4)),)]


def test_an_empty_line_is_nothing_that_could_be_marked(source: Source) -> None:
    source.put_cursor(1)
    source.key(Qt.Key.Key_H)
    assert source.said == []


def test_what_is_no_letter_of_a_kind_marks_nothing(source: Source) -> None:
    for key in (Qt.Key.Key_Q, Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_Space):
        source.key(key)
    source.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert source.said == []
    assert source.view.textCursor().hasSelection()


def test_nothing_can_be_typed_into_it(source: Source) -> None:
    source.key(Qt.Key.Key_Q)
    assert source.view.toPlainText() == "\n".join(LINES)


def menu_of(source: Source) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(source.view.viewport(), event)
    return source.view.findChildren(QMenu)[-1]


def test_the_menu_names_every_kind_and_puts_a_mark_back(source: Source) -> None:
    source.put_cursor(5, 2)
    menu = menu_of(source)
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "Put back into the text: Contact"
    assert "Headline\tH" in texts
    menu.actions()[0].trigger()
    assert source.back == [CONTACT.finding]
    next(one for one in menu.actions() if one.text() == "Page furniture\tX").trigger()
    assert source.said == [(kind(FindingKind.FURNITURE, (5, 0), (5, 7)),)]
    menu.close()


def test_what_stands_in_the_text_cannot_be_put_back_into_it(source: Source) -> None:
    for line, column in ((3, 15), (7, 2)):
        source.put_cursor(line, column)
        menu = menu_of(source)
        assert not menu.actions()[0].text().startswith("Put back")
        menu.close()


# Edges --------------------------------------------------------------------------------------------


def test_alt_and_an_arrow_move_the_end_by_line(source: Source) -> None:
    source.put_cursor(5, 1)
    source.key(Qt.Key.Key_Down, ALT)
    source.key(Qt.Key.Key_Up, ALT)
    source.key(Qt.Key.Key_Up, ALT | SHIFT)
    assert source.said == [
        (kind(FindingKind.CONTACT, (5, 0), (7, 7)),),
        (kind(FindingKind.BODY, (5, 7), (6, 13)),),
        (kind(FindingKind.CONTACT, (3, 0), (6, 13)),),
    ]


def test_alt_and_an_arrow_move_a_dateline_by_word(source: Source) -> None:
    source.put_cursor(2, 3)
    source.key(Qt.Key.Key_Right, ALT)
    source.key(Qt.Key.Key_Left, ALT)
    assert source.said == [
        (kind(FindingKind.DATELINE, (2, 0), (2, 22)),),
        (kind(FindingKind.BODY, (2, 13), (2, 15)),),
    ]


def test_where_there_is_no_mark_no_edge_is_moved(source: Source) -> None:
    source.put_cursor(2, 30)
    source.key(Qt.Key.Key_Down, ALT)
    assert source.said == []


def test_an_edge_is_dragged_by_line(source: Source) -> None:
    line = source.point(6)
    bottom = QPoint(line.x() + 40, line.y() + 9)
    source.drag(bottom, source.point(7, 3))
    assert source.said == [(kind(FindingKind.CONTACT, (5, 0), (7, 7)),)]


def test_the_edge_of_a_dateline_is_dragged_by_word(source: Source) -> None:
    source.drag(source.point(2, 15), source.point(2, 23))
    assert source.said == [(kind(FindingKind.DATELINE, (2, 0), (2, 22)),)]


def test_a_drag_inside_a_mark_selects(source: Source) -> None:
    source.drag(source.point(2, 20), source.point(2, 28))
    assert source.said == []
    assert source.view.textCursor().hasSelection()


# Looking ------------------------------------------------------------------------------------------


def test_the_mouse_tells_what_it_is_on(source: Source) -> None:
    for line, column in ((0, 3), (2, 5), (2, 30), (3, 20)):
        QTest.mouseMove(source.view.viewport(), source.point(line, column))
    assert source.pointed == [HEADLINE.finding, DATELINE.finding, None, QUOTE.finding]


def test_the_cursor_tells_what_it_is_on(source: Source) -> None:
    source.put_cursor(6, 2)
    assert source.pointed[-1] == CONTACT.finding


def test_what_is_pointed_at_elsewhere_is_brought_into_view(source: Source) -> None:
    view = source.view
    lines = [*LINES, *[f"Line {number}" for number in range(200)], "Contact"]
    far = shown(FindingKind.CONTACT, (len(lines) - 1, 0), (len(lines) - 1, 7))
    view.show_source(lines)
    show(view, (*MARKS, far))
    assert view.verticalScrollBar().value() == 0
    view.point_at(far.finding)
    assert view.verticalScrollBar().value() > 0
    view.point_at(HEADLINE.finding)
    assert view.verticalScrollBar().value() < 40
    assert source.pointed == []  # nobody pointed here


def test_beside_each_mark_stands_what_it_is(source: Source, qtbot: QtBot) -> None:
    view = source.view
    qtbot.waitUntil(lambda: len(view.margin.labels) == len(MARKS))
    assert [one.text for one in view.margin.labels] == [
        "Headline", "Dateline", "Quote", "Contact", "Embargo ?",
    ]  # fmt: skip
    assert view.margin.width() > 0
    assert not view.margin.geometry().intersects(view.viewport().geometry())


def test_in_a_mirrored_window_the_words_stand_on_the_other_side(
    source: Source, qtbot: QtBot
) -> None:
    view = source.view
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.resize(521, 360)
    qtbot.waitUntil(lambda: view.margin.x() > view.viewport().x())
    assert not view.margin.geometry().intersects(view.viewport().geometry())


def test_what_was_put_back_is_marked_no_more(source: Source, qtbot: QtBot) -> None:
    from dataclasses import replace  # noqa: PLC0415 - for this one

    now = replace(CONTACT.finding, confidence=Confidence.LOW, flags=(TAKEN_BACK,))
    source.view.show_marks([CONTACT.extent], {CONTACT.finding: now})
    assert source.view.marks == ()


def colour_at(source: Source, point: QPointF) -> str:
    image = source.view.viewport().grab().toImage()
    return image.pixelColor(point.toPoint()).name().upper()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_sure_marks_have_the_ground_of_their_kind_and_doubtful_ones_have_none(
    source: Source, themes: ThemeController, choice: ThemeChoice
) -> None:
    themes.choose(choice)
    try:
        beside = QPointF(20, 0)  # px behind the last letter
        end = QPointF(source.point(0, 15)) + beside
        assert colour_at(source, end) == themes.theme.mark("headline").ground
        doubt = QPointF(source.point(7, 7)) + beside
        assert colour_at(source, doubt) != themes.theme.mark("embargo").ground
    finally:
        themes.choose(ThemeChoice.LIGHT)


def test_of_a_very_long_source_the_beginning_is_shown_and_a_line_without_an_end_is_cut(
    source: Source,
) -> None:
    view = source.view
    long = "x" * 2_000_000
    view.show_source([long, *["A line of the source."] * 100_000])
    assert view.is_cut
    assert len(view.toPlainText()) < 200_000
    show(view, (shown(FindingKind.FURNITURE, (99_000, 0), (99_000, 21)),))
    view.point_at(view.marks[0].extent.finding)  # which is out of sight
    view.moveCursor(QTextCursor.MoveOperation.Start)
    source.key(Qt.Key.Key_N)
    assert source.said == [(kind(FindingKind.NOTES, (0, 0), (0, len(long))),)]
