"""A source as it was found, with the marks of what was found in it, which a person can change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from newsdesk.domain.provenance import Extent, Finding, FindingKind
from newsdesk.ui.dialogs.finding_words import is_taken_back, kind_words
from newsdesk.ui.dialogs.mark_kinds import MARK_KINDS, kind_of_key
from newsdesk.ui.dialogs.mark_margin import Label, MarkMargin
from newsdesk.ui.dialogs.mark_painting import ShownLine, outline, paint_mark, paint_underline
from newsdesk.ui.dialogs.mark_places import (
    Place,
    ShownMark,
    from_qt,
    mark_of,
    moved,
    snapped,
    stepped,
    to_qt,
)
from newsdesk.ui.theme.theme_controller import ThemeController

_MARGIN = 10
_LEADING = 1.3  # line to line, in heights of the font
_LONGEST_LINE = 4_000  # characters
_MOST = 150_000  # characters in all
_GRAB = 5  # px around an edge where it can be taken hold of
_MARGIN_SHARE = 0.34  # of the width that the words beside the text may take
_STEPS = {
    Qt.Key.Key_Up: (-1, False),
    Qt.Key.Key_Down: (1, False),
    Qt.Key.Key_Left: (-1, True),
    Qt.Key.Key_Right: (1, True),
}


@dataclass(frozen=True, slots=True)
class _Grip:
    """An edge that is being moved."""

    mark: ShownMark
    is_end: bool
    by_word: bool

    def at(self, place: Place) -> ShownMark | None:
        """Return the mark with its edge there, None if nothing would be left of it."""
        start, end = (self.mark.start, place) if self.is_end else (place, self.mark.end)
        if start >= end:
            return None
        extent = replace(
            self.mark.extent,
            first_line=start.line,
            start=start.column,
            last_line=end.line,
            end=end.column,
        )
        return replace(self.mark, extent=extent)


class SourceView(QTextEdit):
    """Shows the lines of a source and takes marks; it changes nothing itself.

    A letter marks the selection, or the line of the cursor. Alt and an arrow move the end of the
    mark at the cursor, with Shift its beginning; a dateline's by word.

    Signals:
        marks_edited(tuple[Mark, ...]): the user says what parts of the source are.
        refusal_edited(Finding): the user puts a mark back into the text.
        pointed(Finding | None): the mouse or the cursor is on it.
    """

    marks_edited = Signal(object)
    refusal_edited = Signal(object)
    pointed = Signal(object)

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source")
        self.setAccessibleName(self.tr("The source as it was found"))
        self.setAccessibleDescription(
            self.tr(
                "Select a part and press a letter to say what it is; "
                "the menu key lists the letters."
            )
        )
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(_MARGIN)
        self.viewport().setMouseTracking(True)
        self._themes = themes
        self._lines: Sequence[str] = ("",)
        self._texts: Sequence[str] = ("",)  # of them, as they are shown: very long ones are cut
        self._marks: list[ShownMark] = []
        self._pointed: Finding | None = None
        self._grip: _Grip | None = None
        self._dragged: ShownMark | None = None
        self._margin = MarkMargin(themes, self)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        themes.theme_changed.connect(self._on_theme_changed)

    @property
    def marks(self) -> Sequence[ShownMark]:
        return tuple(self._marks)

    @property
    def pointed_at(self) -> Finding | None:
        """The finding as read whose marks are outlined."""
        return self._pointed

    @property
    def margin(self) -> MarkMargin:
        return self._margin

    @property
    def is_cut(self) -> bool:
        """Whether the source is longer than can be laid out without holding the window up."""
        return len(self._texts) < len(self._lines)

    def show_source(self, lines: Sequence[str]) -> None:
        """Show another source, without marks; of a very long one the beginning."""
        self._lines = tuple(lines) or ("",)
        self._texts = tuple(_shown(self._lines))
        self._marks = []
        self._pointed = None
        self.setPlainText("\n".join(self._texts))
        self._set_line_height()
        self._fit_margin()

    def show_marks(self, extents: Sequence[Extent], now: Mapping[Finding, Finding]) -> None:
        """Show these marks and no others.

        Args:
            now: the findings as read -> as they stand in the draft.
        """
        shown = (ShownMark(one, now.get(one.finding, one.finding)) for one in extents)
        self._marks = [one for one in shown if not is_taken_back(one.finding)]
        self._fit_margin()
        self.viewport().update()

    def point_at(self, finding: Finding | None) -> None:
        """Outline the marks of a finding as read and bring the first into view."""
        if finding == self._pointed:
            return
        self._pointed = finding
        marks = (one for one in self._marks if one.start.line < len(self._texts))
        first = next((one for one in marks if one.extent.finding == finding), None)
        if first is not None:
            self._bring_into_view(first)
        self.viewport().update()

    def selected(self) -> tuple[Place, Place]:
        """Return what is selected, without spaces around it; if nothing, the cursor's line."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            start, end = (
                self._place(at) for at in (cursor.selectionStart(), cursor.selectionEnd())
            )
            while start < end and not self._lines[start.line][start.column :].strip():
                start = Place(start.line + 1, 0)
            while end > start and not self._lines[end.line][: end.column].strip():
                end = Place(end.line - 1, len(self._lines[end.line - 1]))
            line, last = self._lines[start.line], self._lines[end.line]
            rest = line[start.column :]
            start = Place(start.line, len(line) - len(rest.lstrip()))
            end = Place(end.line, len(last[: end.column].rstrip()))
            return start, end
        number = cursor.blockNumber()
        return Place(number, 0), Place(number, len(self._lines[number]))

    @Slot(object)
    def mark_selected(self, kind: FindingKind) -> None:
        """Say what the selection is."""
        start, end = self.selected()
        if start < end:
            self._clear_selection(end)
            self.marks_edited.emit((mark_of(kind, start, end),))

    # Keys, mouse, menu ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if step and modifiers & Qt.KeyboardModifier.AltModifier:
            self._step_edge(*step, is_end=not modifiers & Qt.KeyboardModifier.ShiftModifier)
            return
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        kind = kind_of_key(event.text()) if plain and event.text() else None
        if kind is not None:
            self.mark_selected(kind)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()  # they are the dialog's
        elif event.matches(QKeySequence.StandardKey.Undo) or event.matches(
            QKeySequence.StandardKey.Redo
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_letter = event.modifiers() == Qt.KeyboardModifier.NoModifier
            is_step = Qt.Key(event.key()) in _STEPS and bool(
                event.modifiers() & Qt.KeyboardModifier.AltModifier
            )
            if is_step or (is_letter and kind_of_key(event.text() or "-") is not None):
                event.accept()
                return True
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            ):
                return False
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._grip is not None:
            self._drag(event.position())
            return
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            grip = self._grip_at(event.position())
            shape = Qt.CursorShape.IBeamCursor
            if grip is not None:
                shape = (
                    Qt.CursorShape.SizeHorCursor if grip.by_word else Qt.CursorShape.SizeVerCursor
                )
            self.viewport().setCursor(shape)
            mark = grip.mark if grip else self._mark_at_point(event.position())
            self._set_pointed(mark)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._grip = self._grip_at(event.position()) if is_left else None
        if self._grip is None:
            super().mousePressEvent(event)
        else:
            self.setFocus()
            self._dragged = self._grip.mark

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        grip, dragged = self._grip, self._dragged
        self._grip = self._dragged = None
        if grip is None:
            super().mouseReleaseEvent(event)
        elif dragged is not None:
            place = dragged.end if grip.is_end else dragged.start
            self._move(grip.mark, place, is_end=grip.is_end)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self._set_pointed(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not is_key and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        menu = self.menu()
        place = event.globalPos()
        if is_key:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        menu.popup(place)

    def menu(self) -> QMenu:
        """Return what can be said of the selection and of the mark at the cursor."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark = self._mark_at(self._place(self.textCursor().position()))
        if mark is not None and mark.kind is not FindingKind.QUOTE and not mark.is_doubtful:
            back = self.tr("Put back into the text: {0}").format(kind_words(mark.finding))
            menu.addAction(back, lambda: self.refusal_edited.emit(mark.extent.finding))
            menu.addSeparator()
        start, end = self.selected()
        for one in MARK_KINDS:
            action = menu.addAction(
                f"{one.name}\t{one.key}", lambda kind=one.kind: self.mark_selected(kind)
            )
            action.setEnabled(start < end)
        menu.addSeparator()
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction(self.tr("Select all"), self.selectAll)
        return menu

    def _step_edge(self, step: int, by_word: bool, *, is_end: bool) -> None:
        mark = self._mark_at(self._place(self.textCursor().position()))
        if mark is None or not mark.is_movable:
            return
        if by_word and self.isRightToLeft() != self._is_right_to_left(mark):
            step = -step
        place = stepped(mark, self._lines, step, is_end=is_end, by_word=by_word)
        self._move(mark, place, is_end=is_end)

    def _is_right_to_left(self, mark: ShownMark) -> bool:
        block = self.document().findBlockByNumber(mark.start.line)
        return block.textDirection() is Qt.LayoutDirection.RightToLeft

    def _move(self, mark: ShownMark, place: Place, *, is_end: bool) -> None:
        if marks := moved(mark, place, is_end=is_end):
            self.marks_edited.emit(marks)

    # Where things are -----------------------------------------------------------------------

    def _drag(self, point: QPointF) -> None:
        grip = self._grip
        if grip is not None:
            at = snapped(
                self._place(self.cursorForPosition(point.toPoint()).position()),
                self._lines,
                is_end=grip.is_end,
                by_word=grip.by_word,
            )
            self._dragged = grip.at(at) or self._dragged
            self.viewport().update()

    def _grip_at(self, point: QPointF) -> _Grip | None:
        """Return the edge that the mouse can take hold of."""
        shown = self._shown()
        for mark in self._marks:
            path = outline(mark, shown, self._lines)
            if path.isEmpty() or not mark.is_movable:
                continue
            room = path.boundingRect()
            if not room.adjusted(-_GRAB, -_GRAB, _GRAB, _GRAB).contains(point):
                continue
            if mark.moves_by_word(self._lines) and not mark.is_whole(self._lines):
                edges = self._word_edges(mark)
                for is_end, edge in ((False, edges[0]), (True, edges[1])):
                    if edge.contains(point):
                        return _Grip(mark, is_end=is_end, by_word=True)
            else:
                if abs(point.y() - room.bottom()) <= _GRAB:
                    return _Grip(mark, is_end=True, by_word=False)
                if abs(point.y() - room.top()) <= _GRAB:
                    return _Grip(mark, is_end=False, by_word=False)
        return None

    def _word_edges(self, mark: ShownMark) -> tuple[QRectF, QRectF]:
        """Return where the beginning and the end of a mark within a line can be taken hold of."""
        first, last = (
            QRectF(self.cursorRect(self._cursor(place))).adjusted(-_GRAB, 0, _GRAB, 0)
            for place in (mark.start, mark.end)
        )
        return first, last

    def _set_pointed(self, mark: ShownMark | None) -> None:
        finding = None if mark is None else mark.extent.finding
        if finding != self._pointed:
            self._pointed = finding
            self.viewport().update()
            self.pointed.emit(finding)

    def _mark_at_point(self, point: QPointF) -> ShownMark | None:
        shown = self._shown()
        inside = [m for m in self._marks if outline(m, shown, self._lines).contains(point)]
        return min(inside, key=_size, default=None)

    def _mark_at(self, place: Place) -> ShownMark | None:
        """Return the smallest mark that a place is in, or right behind."""
        inside = [one for one in self._marks if one.covers(place) or one.end == place]
        return min(inside, key=_size, default=None)

    def _place(self, position: int) -> Place:
        block = self.document().findBlock(position)
        number = block.blockNumber()
        text, line = self._texts[number], self._lines[number]
        column = from_qt(text, position - block.position())
        is_end = column == len(text)  # of what is shown of it: all of it is meant
        return Place(number, len(line) if is_end else column)

    def _cursor(self, place: Place) -> QTextCursor:
        block = self.document().findBlockByNumber(min(place.line, len(self._texts) - 1))
        cursor = QTextCursor(block)
        text = self._texts[block.blockNumber()]
        cursor.setPosition(block.position() + to_qt(text, place.column))
        return cursor

    def _clear_selection(self, end: Place) -> None:
        self.setTextCursor(self._cursor(end))

    def _set_line_height(self) -> None:
        """Give the lines air; the document knows no line height of its own."""
        height = QTextBlockFormat()
        height.setLineHeight(
            round(self.fontMetrics().height() * _LEADING),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        pen = QTextCursor(self.document())
        pen.select(QTextCursor.SelectionType.Document)
        pen.mergeBlockFormat(height)

    def _bring_into_view(self, mark: ShownMark) -> None:
        rect = self.cursorRect(self._cursor(mark.start))
        height = self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height - rect.height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - min(height // 4, 3 * rect.height()))

    def _shown(self) -> list[ShownLine]:
        """Return the lines that can be seen."""
        shown: list[ShownLine] = []
        block = self.cursorForPosition(QPoint(0, 0)).block()
        layout = self.document().documentLayout()
        top = self.verticalScrollBar().value()
        height, width = self.viewport().height(), self.viewport().width()
        while block.isValid():
            room = layout.blockBoundingRect(block).translated(0, -top)
            if room.top() > height:
                break
            number = block.blockNumber()
            shown.append(ShownLine(number, self._texts[number], block, room.topLeft(), width))
            block = block.next()
        return shown

    # Painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self._shown()
        theme = self._themes.theme
        marks = sorted(self._now(), key=lambda one: one.extent.finding == self._pointed)
        for mark in marks:
            is_pointed = mark.extent.finding == self._pointed or mark == self._dragged
            path = outline(mark, shown, self._lines)
            if not path.isEmpty():
                paint_mark(painter, mark, path, theme, is_pointed=is_pointed)
            if mark.kind is FindingKind.QUOTE:
                paint_underline(painter, mark, shown, theme)
        painter.end()
        super().paintEvent(event)
        self._margin.set_labels(self._labels(shown))

    def _now(self) -> list[ShownMark]:
        """Return the marks, one whose edge is being moved as it would be."""
        if self._grip is None or self._dragged is None:
            return self._marks
        return [self._dragged if one == self._grip.mark else one for one in self._marks]

    def _labels(self, shown: Sequence[ShownLine]) -> list[Label]:
        labels: list[Label] = []
        for mark in self._now():
            own = [line for line in shown if mark.start.line <= line.number <= mark.end.line]
            if own:
                is_quote = mark.kind is FindingKind.QUOTE
                top = max(own[0].room.top(), 0.0)
                labels.append(
                    Label(mark, _label(mark), top, own[-1].room.bottom(), has_bar=not is_quote)
                )
        return sorted(labels, key=lambda one: (one.top, one.mark.kind is FindingKind.QUOTE))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_margin()

    def _fit_margin(self) -> None:
        texts = [_label(one) for one in self._marks]
        width = self._margin.width_for(texts, round(self.width() * _MARGIN_SHARE))
        sides = (0, 0, width, 0) if self.isRightToLeft() else (width, 0, 0, 0)
        if self.viewportMargins().left() + self.viewportMargins().right() != width:
            self.setViewportMargins(*sides)
        room = self.viewport().geometry()
        left = room.right() + 1 if self.isRightToLeft() else room.left() - width
        self._margin.setGeometry(QRect(QPoint(left, room.top()), room.size()))
        self._margin.resize(width, room.height())

    @Slot()
    def _on_scrolled(self) -> None:
        self._margin.set_labels(self._labels(self._shown()))

    @Slot()
    def _on_cursor_moved(self) -> None:
        if self.hasFocus() and not self.textCursor().hasSelection():
            self._set_pointed(self._mark_at(self._place(self.textCursor().position())))

    @Slot(object)
    def _on_theme_changed(self, _theme: object) -> None:
        self.viewport().update()
        self._margin.update()


def _shown(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that are shown, as they are shown."""
    left = _MOST
    for line in lines:
        if left <= 0:
            return
        yield line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"
        left -= min(len(line), _LONGEST_LINE) + 1


def _label(mark: ShownMark) -> str:
    words = kind_words(mark.finding)
    return f"{words} ?" if mark.is_doubtful else words


def _size(mark: ShownMark) -> tuple[int, int]:
    return (mark.end.line - mark.start.line, mark.end.column - mark.start.column)
