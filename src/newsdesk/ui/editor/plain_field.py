"""A field for one paragraph that grows with its text."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontInfo,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from newsdesk.ui.editor import transfer
from newsdesk.ui.editor.placeholder import direct_while_empty, paint_placeholder
from newsdesk.ui.editor.usual_menu import usual_menu
from newsdesk.ui.widgets.endless_word import keep_words, let_words_break

_LINE_RATIO = 1.35  # of a line to its letters
_MARGIN_PX = 7
_BORDER_PX = 1  # the focus ring of the style sheet
_MOST_LINES = 3  # then it scrolls
_MOVES: dict[int, QTextCursor.MoveOperation] = {
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
}
_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class PlainField(QTextEdit):
    """Plain text without line breaks, in the direction of its content.

    It keeps no undo of its own: whoever listens does.

    Signals:
        text_edited(): the user changed the text; `set_text` does not emit it.
        typed(str): a key or an input method has written this at the caret.
        corrected(): what was typed was changed by `correct`; a step of undo of its own.
        entered(): the user pressed Enter.
        left_upwards(), left_downwards(): the user went on from the first or the last line.
    """

    text_edited = Signal()
    typed = Signal(str)
    corrected = Signal()
    entered = Signal()
    left_upwards = Signal()
    left_downwards = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_setting = False
        self._marks: dict[str, Sequence[QTextEdit.ExtraSelection]] = {}
        self.setObjectName(name)
        self._placeholder = placeholder
        self.setAccessibleName(placeholder)
        self.setToolTip(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        keep_words(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN_PX)
        self._set_line_height()
        self.document().contentsChanged.connect(self._on_contents_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def text(self) -> str:
        return self.document().toRawText().replace("\u2029", " ")

    def set_text(self, text: str) -> None:
        """Show `text`, the caret at the same words."""
        shown = " ".join(transfer.opened(text).split("\n"))
        if shown == self.text():
            return
        cursor = self.textCursor()
        at, length = cursor.position(), self.document().characterCount()
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        behind = cursor.selection().toRawText()
        is_other_before = bool(behind) and shown.endswith(behind)
        self._is_setting = True
        keep_words(self)
        let_words_break(self, shown)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(shown)
        if is_other_before:
            at += self.document().characterCount() - length
        cursor.setPosition(max(0, min(at, cursor.position())))
        self.setTextCursor(cursor)
        self._is_setting = False

    def correct(self, replaced: int, text: str) -> None:
        """Put `text` in place of so many characters before the caret."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.position() - replaced, QTextCursor.MoveMode.KeepAnchor)
        self._is_setting = True
        cursor.insertText(text)
        self._is_setting = False
        self.setTextCursor(cursor)
        self.corrected.emit()

    def set_editable(self, is_editable: bool) -> None:
        """Let the text be changed, or only read, selected and copied."""
        if is_editable != self.isReadOnly():
            return
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextEditorInteraction if is_editable else _READING
        )
        self.style().unpolish(self)  # the style sheet has a ground of its own for either
        self.style().polish(self)

    def set_marks(self, layer: str, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Draw these over the text, in place of those of the same layer; the first lies lowest."""
        self._marks[layer] = marks
        self.setExtraSelections([mark for layer in self._marks.values() for mark in layer])

    def go_to_end(self) -> None:
        self.moveCursor(QTextCursor.MoveOperation.End)

    @Slot()
    def _on_contents_changed(self) -> None:
        direct_while_empty(self)
        if not self._is_setting:
            self.text_edited.emit()

    # How high it is -------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        lines = self._line_px * _MOST_LINES
        text = self.document().size().height() - 2 * _MARGIN_PX
        height = min(max(text, self._line_px), lines) + 2 * (_MARGIN_PX + _BORDER_PX)
        return QSize(super().sizeHint().width(), math.ceil(height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, self.sizeHint().height())

    @property
    def _line_px(self) -> int:
        return round(QFontInfo(self.font()).pixelSize() * _LINE_RATIO)

    def _set_line_height(self) -> None:
        line = QTextBlockFormat()
        line.setLineHeight(self._line_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self._is_setting = True
        cursor.mergeBlockFormat(line)
        self._is_setting = False
        self.updateGeometry()

    @Slot(QSizeF)
    def _on_size_changed(self, _size: QSizeF) -> None:
        is_long = self.document().size().height() > self._line_px * _MOST_LINES + 2 * _MARGIN_PX
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(
            needed if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self.isReadOnly():
            paint_placeholder(self, self._placeholder)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            direct_while_empty(self)
        if event.type() == QEvent.Type.FontChange:
            self._set_line_height()

    # Keys, clipboard, drops -----------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window: what is written here is a step of the release's."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and any(event.matches(key) for key in _UNDO)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
                self.entered.emit()
            else:
                event.ignore()
        elif not modifiers and key in _MOVES and self._is_last_line(_MOVES[key]):
            (self.left_upwards if key == Qt.Key.Key_Up else self.left_downwards).emit()
        else:
            edits = self.document().revision()
            super().keyPressEvent(event)
            if self.document().revision() != edits:
                self.typed.emit(event.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        super().inputMethodEvent(event)
        self.typed.emit(event.commitString())

    def _is_last_line(self, move: QTextCursor.MoveOperation) -> bool:
        """Whether there is no line further up or down."""
        cursor = self.textCursor()
        return not cursor.hasSelection() and not cursor.movePosition(move)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Show Qt's menu without its undo, which would never be possible."""
        menu = usual_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
        if menu.actions() and menu.actions()[0].isSeparator():
            menu.removeAction(menu.actions()[0])
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        has_text = source.hasText() or source.hasHtml()
        return not self.isReadOnly() and has_text and not transfer.is_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        if self.canInsertFromMimeData(source) and (text := transfer.pasted_line(source)):
            let_words_break(self, text)
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        return transfer.copied(self.textCursor())
