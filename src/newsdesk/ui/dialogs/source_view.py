"""A source as it was found, with the marks of what was found in it, which a person can change."""

from collections.abc import Mapping, Sequence

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

from newsdesk.domain.provenance import Extent, Finding, FindingKind, Mark
from newsdesk.ui.dialogs.finding_words import is_taken_back, kind_words
from newsdesk.ui.dialogs.mark_edges import Edge, EdgeDrag, edge_at
from newsdesk.ui.dialogs.mark_kinds import MARK_KINDS, kind_of_key
from newsdesk.ui.dialogs.mark_margin import MarkMargin, label_words, labels
from newsdesk.ui.dialogs.mark_painting import ShownLine, outline, paint_mark, paint_underline
from newsdesk.ui.dialogs.mark_places import Place, ShownMark, mark_of, moved, stepped
from newsdesk.ui.dialogs.source_lines import SourceLines
from newsdesk.ui.editor.lines import first_in_sight
from newsdesk.ui.theme.theme_controller import ThemeController

_MARGIN = 10
_LEADING = 1.3  # line to line, in heights of the font
_MARGIN_SHARE = 0.34  # of the width that the words beside the text may take
_STEPS = {
    Qt.Key.Key_Up: (-1, False),
    Qt.Key.Key_Down: (1, False),
    Qt.Key.Key_Left: (-1, True),
    Qt.Key.Key_Right: (1, True),
}


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
        self._lines = SourceLines(self.document())
        self._marks: list[ShownMark] = []
        self._pointed: Finding | None = None
        self._drag: EdgeDrag | None = None
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
        return self._lines.is_cut

    def show_source(self, lines: Sequence[str]) -> None:
        """Show another source, without marks; of a very long one the beginning."""
        self._lines = SourceLines(self.document(), lines)
        self._marks = []
        self._pointed = None
        self.setPlainText("\n".join(self._lines.shown))
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
        marks = (one for one in self._marks if one.start.line < len(self._lines.shown))
        first = next((one for one in marks if one.extent.finding == finding), None)
        if first is not None:
            self._bring_into_view(first)
        self.viewport().update()

    def selected(self) -> tuple[Place, Place]:
        """Return what is selected, without spaces around it; if nothing, the cursor's line."""
        return self._lines.selected(self.textCursor())

    @Slot(object)
    def mark_selected(self, kind: FindingKind) -> None:
        """Say what the selection is."""
        start, end = self.selected()
        if start < end:
            self.setTextCursor(self._lines.cursor(end))
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
        if self._drag is not None:
            self._drag.move_to(self._place_at(event.position()), self._lines.whole)
            self.viewport().update()
            return
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            edge = self._edge_at(event.position())
            shape = Qt.CursorShape.IBeamCursor
            if edge is not None:
                shape = (
                    Qt.CursorShape.SizeHorCursor if edge.by_word else Qt.CursorShape.SizeVerCursor
                )
            self.viewport().setCursor(shape)
            mark = edge.mark if edge else self._mark_at_point(event.position())
            self._set_pointed(mark)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        is_left = event.button() == Qt.MouseButton.LeftButton
        edge = self._edge_at(event.position()) if is_left else None
        self._drag = EdgeDrag(edge) if edge is not None else None
        if self._drag is None:
            super().mousePressEvent(event)
        else:
            self.setFocus()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        drag, self._drag = self._drag, None
        if drag is None:
            super().mouseReleaseEvent(event)
        else:
            self._say(drag.marks())
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
        mark = self._mark_at(self._lines.place(self.textCursor().position()))
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
        mark = self._mark_at(self._lines.place(self.textCursor().position()))
        if mark is None or not mark.is_movable:
            return
        if by_word and self.isRightToLeft() != self._is_right_to_left(mark):
            step = -step
        place = stepped(mark, self._lines.whole, step, is_end=is_end, by_word=by_word)
        self._say(moved(mark, place, is_end=is_end))

    def _is_right_to_left(self, mark: ShownMark) -> bool:
        block = self.document().findBlockByNumber(mark.start.line)
        return block.textDirection() is Qt.LayoutDirection.RightToLeft

    def _say(self, marks: tuple[Mark, ...]) -> None:
        if marks:
            self.marks_edited.emit(marks)

    # Where things are -----------------------------------------------------------------------

    def _edge_at(self, point: QPointF) -> Edge | None:
        """Return the edge that the mouse can take hold of."""
        return edge_at(point, self._marks, self._shown(), self._lines.whole, self._caret)

    def _caret(self, place: Place) -> QRectF:
        return QRectF(self.cursorRect(self._lines.cursor(place)))

    def _place_at(self, point: QPointF) -> Place:
        return self._lines.place(self.cursorForPosition(point.toPoint()).position())

    def _set_pointed(self, mark: ShownMark | None) -> None:
        finding = None if mark is None else mark.extent.finding
        if finding != self._pointed:
            self._pointed = finding
            self.viewport().update()
            self.pointed.emit(finding)

    def _mark_at_point(self, point: QPointF) -> ShownMark | None:
        shown = self._shown()
        inside = [m for m in self._marks if outline(m, shown, self._lines.whole).contains(point)]
        return min(inside, key=_size, default=None)

    def _mark_at(self, place: Place) -> ShownMark | None:
        """Return the smallest mark that a place is in, or right behind."""
        inside = [one for one in self._marks if one.covers(place) or one.end == place]
        return min(inside, key=_size, default=None)

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
        rect = self.cursorRect(self._lines.cursor(mark.start))
        height = self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height - rect.height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - min(height // 4, 3 * rect.height()))

    def _shown(self) -> list[ShownLine]:
        """Return the lines that can be seen."""
        shown: list[ShownLine] = []
        block = first_in_sight(self)
        layout = self.document().documentLayout()
        top = self.verticalScrollBar().value()
        height, width = self.viewport().height(), self.viewport().width()
        while block.isValid():
            room = layout.blockBoundingRect(block).translated(0, -top)
            if room.top() > height:
                break
            number = block.blockNumber()
            text = self._lines.shown[number]
            shown.append(ShownLine(number, text, block, room.topLeft(), width))
            block = block.next()
        return shown

    # Painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self._shown()
        theme = self._themes.theme
        dragged = self._drag.mark if self._drag else None
        marks = sorted(self._now(), key=lambda one: one.extent.finding == self._pointed)
        for mark in marks:
            is_pointed = mark.extent.finding == self._pointed or mark == dragged
            path = outline(mark, shown, self._lines.whole)
            if not path.isEmpty():
                paint_mark(painter, mark, path, theme, is_pointed=is_pointed)
            if mark.kind is FindingKind.QUOTE:
                paint_underline(painter, mark, shown, theme)
        painter.end()
        super().paintEvent(event)
        self._margin.set_labels(labels(self._now(), shown))

    def _now(self) -> list[ShownMark]:
        """Return the marks, one whose edge is being moved as it would be."""
        return self._marks if self._drag is None else self._drag.shown(self._marks)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_margin()

    def _fit_margin(self) -> None:
        texts = [label_words(one) for one in self._marks]
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
        self._margin.set_labels(labels(self._now(), self._shown()))

    @Slot()
    def _on_cursor_moved(self) -> None:
        if self.hasFocus() and not self.textCursor().hasSelection():
            self._set_pointed(self._mark_at(self._lines.place(self.textCursor().position())))

    @Slot(object)
    def _on_theme_changed(self, _theme: object) -> None:
        self.viewport().update()
        self._margin.update()


def _size(mark: ShownMark) -> tuple[int, int]:
    return (mark.end.line - mark.start.line, mark.end.column - mark.start.column)
