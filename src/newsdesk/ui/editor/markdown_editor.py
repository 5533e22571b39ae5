"""The text of a release, written as Markdown."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from newsdesk.ui.editor import list_levels, tables, transfer
from newsdesk.ui.editor.caret_place import carried_over
from newsdesk.ui.editor.formats import TableChange, TextFormat
from newsdesk.ui.editor.formatting import as_address, format_text
from newsdesk.ui.editor.line_breaks import break_line
from newsdesk.ui.editor.long_text import is_binary
from newsdesk.ui.editor.picture_intake import has_pictures
from newsdesk.ui.editor.placeholder import paint_placeholder
from newsdesk.ui.editor.source_view import SourceView
from newsdesk.ui.editor.text_intake import TextIntake
from newsdesk.ui.theme.theme_controller import ThemeController

_WHEEL_STEP = 120  # as Qt counts the eighths of a degree of one notch
_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_ENTER = (
    QKeySequence.StandardKey.InsertParagraphSeparator,
    QKeySequence.StandardKey.InsertLineSeparator,
)


class MarkdownEditor(SourceView):
    """A source that is written in.

    Attributes:
        intake: opens texts in it, and puts texts in.

    Signals:
        pasted(): text came in at once; `text_edited` was before.
        typed(str): a key or an input method has written this at the caret.
        left_upwards(): the user went up from the first line.
        zoom_requested(int): so many steps larger, or smaller.
    """

    pasted = Signal()
    typed = Signal(str)
    left_upwards = Signal()
    zoom_requested = Signal(int)

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._may_edit = True
        self._turned = 0  # of the wheel, since the last step of zoom
        self._paste_takers: list[Callable[[QMimeData], bool]] = []
        self.intake = TextIntake(self)
        self._placeholder = self.tr("Begin with the news: who did what, where and when")
        self.intake.busy_changed.connect(self._allow)

    # The text -------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Show another text from its start; there is nothing to undo then."""
        self.intake.open(text)
        self._on_cursor_moved()

    def reload(self, text: str) -> None:
        """Show what the text has become elsewhere, the caret and the view where they were."""
        old, new = self.text(), transfer.opened(text)
        if old == new:
            return
        at = carried_over(old, new, self.textCursor().position())
        scrolled, document = self.verticalScrollBar().value(), self._text

        def go_back() -> None:
            if document is self._text and at < document.characterCount():
                cursor = self.textCursor()
                cursor.setPosition(at)
                self.setTextCursor(cursor)
                self._scroll_to(scrolled)

        self.set_text(text)
        if self.intake.is_busy:
            self.intake.opened.connect(go_back, Qt.ConnectionType.SingleShotConnection)
        else:
            go_back()

    # How it is edited -----------------------------------------------------------------------

    @property
    def is_editable(self) -> bool:
        return not self.isReadOnly()

    def set_editable(self, is_editable: bool) -> None:
        """Let the text be changed, or only read, selected and copied."""
        is_other = is_editable != self._may_edit
        self._may_edit = is_editable
        self._allow()
        if is_other:
            self.style().unpolish(self)  # the style sheet has a ground of its own for either
            self.style().polish(self)

    @Slot()
    def _allow(self) -> None:
        is_editable = self._may_edit and not self.intake.is_busy
        if is_editable != self.is_editable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextEditorInteraction if is_editable else _READING
            )

    @property
    def can_undo(self) -> bool:
        return self.is_editable and self._text.isUndoAvailable()

    @property
    def can_redo(self) -> bool:
        return self.is_editable and self._text.isRedoAvailable()

    def undo(self) -> None:
        if self.can_undo:
            super().undo()

    def redo(self) -> None:
        if self.can_redo:
            super().redo()

    def format_text(self, text_format: TextFormat) -> None:
        """Put marks on what is selected, or take them off; a link goes where the clipboard says."""
        if not self.is_editable:
            return
        is_link = text_format is TextFormat.LINK
        address = as_address(QGuiApplication.clipboard().text()) if is_link else ""
        cursor = self.textCursor()
        format_text(cursor, text_format, address=address)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @property
    def is_in_table(self) -> bool:
        """Whether the caret is in a table."""
        return tables.is_in_table(self.textCursor())

    def change_table(self, change: TableChange) -> None:
        """Change the table the caret is in."""
        if self.is_editable:
            cursor = self.textCursor()
            tables.change_table(cursor, change)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def correct(self, replaced: int, text: str) -> None:
        """Put `text` in place of so many characters before the caret: one step of undo."""
        cursor = self.textCursor()
        start = cursor.position() - replaced
        cursor.beginEditBlock()
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.is_editable:
            paint_placeholder(self, self._placeholder)

    # Keys, clipboard, drops -----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._press_tab(event, is_back=key == Qt.Key.Key_Backtab)
        elif self.is_editable and any(event.matches(enter) for enter in _ENTER):
            self._press_enter(is_plain=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Up and not modifiers and self._is_on_first_line():
            self.left_upwards.emit()
        else:
            edits = self.document().revision()
            super().keyPressEvent(event)
            if self.document().revision() != edits:
                self.typed.emit(event.text())

    def _press_enter(self, *, is_plain: bool) -> None:
        """Go on with a list or a quotation, with Shift only to the next line.

        Qt's own is no line to Markdown with Shift, and without it nothing but a loss of the line
        height in an empty line.
        """
        cursor = self.textCursor()
        if is_plain:
            cursor.insertBlock()
        else:
            break_line(cursor, is_code=self._text.highlighter.is_code(cursor.block()))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _press_tab(self, event: QKeyEvent, *, is_back: bool) -> None:
        is_back = is_back or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.is_editable:
            # QTextEdit's own refuses to leave a text in which Tab writes
            QAbstractScrollArea.focusNextPrevChild(self, not is_back)
            return
        cursor = self.textCursor()
        if not tables.go_to_cell(cursor, is_back=is_back):
            (list_levels.outdent if is_back else list_levels.indent)(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _is_on_first_line(self) -> bool:
        cursor = self.textCursor()
        return not cursor.hasSelection() and not cursor.movePosition(QTextCursor.MoveOperation.Up)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        is_done = event.commitString() or event.replacementLength()
        if is_done or self.textCursor().hasSelection():
            super().inputMethodEvent(event)
            self.typed.emit(event.commitString())
        else:  # Qt says that the text changed, but it is only being composed
            with self.setting():
                super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        has_text = source.hasText() or source.hasHtml()
        is_text = has_text and not transfer.is_files(source)
        return self.is_editable and (is_text or has_pictures(source))

    def add_paste_taker(self, taker: Callable[[QMimeData], bool]) -> None:
        """Ask `taker`, before those there are, whether it has taken what is pasted or dropped.

        What nobody takes comes in as plain text.
        """
        self._paste_takers.insert(0, taker)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        is_other_file = transfer.is_files(source) and not has_pictures(source)
        if not self.is_editable or is_other_file:
            return
        if any(taker(source) for taker in self._paste_takers):
            return
        if not self.canInsertFromMimeData(source) or is_binary(source.text()):
            self.intake.refused.emit()
        else:
            self.intake.put_in(transfer.pasted(source))

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        return transfer.copied(self.textCursor())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned = 0
            super().wheelEvent(event)
            return
        event.accept()
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _WHEEL_STEP)  # a touchpad sends small parts of one
        if steps:
            self._turned -= steps * _WHEEL_STEP
            self.zoom_requested.emit(steps)
