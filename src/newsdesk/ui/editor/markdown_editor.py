"""The text of a release, written as Markdown."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QShowEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTextEdit, QWidget

from newsdesk.ui.editor import list_levels, tables, transfer
from newsdesk.ui.editor.caret_place import carried_over, clicked, line_and_column
from newsdesk.ui.editor.formats import TableChange, TextFormat
from newsdesk.ui.editor.formatting import as_address, format_text
from newsdesk.ui.editor.line_breaks import break_line
from newsdesk.ui.editor.long_text import is_binary
from newsdesk.ui.editor.picture_intake import has_pictures
from newsdesk.ui.editor.placeholder import direct_while_empty, paint_placeholder
from newsdesk.ui.editor.text_document import FONT_PX, TextDocument
from newsdesk.ui.editor.text_intake import TextIntake
from newsdesk.ui.theme.fonts import mono_font
from newsdesk.ui.theme.theme import Theme
from newsdesk.ui.theme.theme_controller import ThemeController

_CARET_PX = 2
_WHEEL_STEP = 120  # as Qt counts the eighths of a degree of one notch
_TELLING_MS = 60  # nobody reads the column while typing, and a key should not wait for it
_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_ENTER = (
    QKeySequence.StandardKey.InsertParagraphSeparator,
    QKeySequence.StandardKey.InsertLineSeparator,
)


class MarkdownEditor(QTextEdit):
    """Plain text, each paragraph in its own direction, all lines of one height.

    A QTextEdit because a QPlainTextEdit can do neither of the latter two.

    Attributes:
        intake: opens texts in it, and puts texts in.

    Signals:
        text_edited(): the user changed the text, undo and redo included; `set_text` does not
            emit it.
        pasted(): text came in at once; `text_edited` was before.
        typed(str): a key or an input method has written this at the caret.
        cursor_moved(int, int): to this line and column, both from 1; a moment later.
        left_upwards(): the user went up from the first line.
        focus_changed(): it has the keyboard now, or no longer.
        document_changed(): it shows another document; who listens to one changes over.
        shown(): it is seen now, at its width.
        zoom_requested(int): so many steps larger, or smaller.
    """

    text_edited = Signal()
    pasted = Signal()
    typed = Signal(str)
    cursor_moved = Signal(int, int)
    left_upwards = Signal()
    focus_changed = Signal()
    document_changed = Signal()
    shown = Signal()
    zoom_requested = Signal(int)

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._is_setting = False
        self._may_edit = True
        self._turned = 0  # of the wheel, since the last step of zoom
        self._paste_takers: list[Callable[[QMimeData], bool]] = []
        self._text = self.new_document()
        self.intake = TextIntake(self)
        self._family = ""
        self._px = 0
        self._font = self.font()
        self._marks: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self.setObjectName("body")
        self.setAccessibleName(self.tr("Text"))
        self._placeholder = self.tr("Begin with the news: who did what, where and when")
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(_CARET_PX)
        themes.theme_changed.connect(self._on_theme_changed)
        self.setDocument(self._text)
        self.set_font("", FONT_PX)
        self._telling = QTimer(self)  # of where the caret is
        self._telling.setSingleShot(True)
        self._telling.setInterval(_TELLING_MS)
        self._telling.timeout.connect(self._tell_place)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.intake.busy_changed.connect(self._allow)

    # The text -------------------------------------------------------------------------------

    def text(self) -> str:
        """Return the text as typed."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Show another text from its start; there is nothing to undo then."""
        self.intake.open(text)
        self._on_cursor_moved()

    def document(self) -> TextDocument:
        return self._text

    def new_document(self) -> TextDocument:
        """Return an empty document, to be shown here at some time."""
        document = TextDocument(self._themes.theme, self)
        document.contentsChanged.connect(self._on_contents_changed)
        return document

    def show_document(self, document: TextDocument) -> None:
        """Show another document with what can be undone in it, the caret at its start.

        Marks over the text are gone then; who sets some looks out for `document_changed`.
        """
        if document is self._text:
            return
        self._marks.clear()
        self.setExtraSelections([])
        self._text = document
        with self.setting():
            document.set_theme(self._themes.theme)
            document.set_font(self._font, dpi=self.logicalDpiY())
            self.setDocument(document)
            document.lay_out_for(self.logicalDpiY(), self._px)
            self.setWordWrapMode(document.wrap_mode)
        direct_while_empty(self)
        self.document_changed.emit()
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

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the caret, from 1."""
        return line_and_column(self.textCursor())

    def go_to(self, first_line: int, last_line: int, around: str, offset: int) -> None:
        """Put the caret where somebody clicked on the page, and take the keyboard.

        Args:
            first_line: of the block that was clicked, from 0.
            last_line: inclusive.
            around: the words around the click as the page has them.
            offset: of the click in `around`.
        """
        cursor = self.textCursor()
        cursor.setPosition(clicked(self._text, first_line, last_line, around, offset))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def go_to_line(self, line: int) -> None:
        """Put the caret at the beginning of a line, from 0, with what follows in sight."""
        cursor = QTextCursor(self._text.findBlockByNumber(min(line, self._text.blockCount() - 1)))
        self._text.size()  # lays out all of it: the bar knows how far it goes
        self.setTextCursor(cursor)
        top = self.verticalScrollBar().value() + self.cursorRect().top()
        self.verticalScrollBar().setValue(top - self.viewport().height() // 4)
        self.setFocus()

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

    def set_marks(self, layer: str, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Draw over the text what one of its readers marks; what others mark stays."""
        self._marks[layer] = list(marks)
        self.setExtraSelections([mark for layer in self._marks.values() for mark in layer])

    def set_font(self, family: str, px: int) -> None:
        """Write in another typeface, "" is ours; what can be undone stays."""
        if (family, px) == (self._family, self._px):
            return
        self._family, self._px = family, px
        font = mono_font(px, family)
        # ligatures would draw ** and # as something else than was typed
        font.setFeature(QFont.Tag("calt"), 0)
        families = ", ".join(f'"{name}"' for name in font.families() if '"' not in name)
        scrolled = self.verticalScrollBar().value()
        self._font = font
        with self.setting():
            self.setStyleSheet(f"QTextEdit {{ font-family: {families}; font-size: {px}px; }}")
            self.ensurePolished()
            self._text.set_font(font, dpi=self.logicalDpiY())
        self._scroll_to(scrolled)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.is_editable:
            paint_placeholder(self, self._placeholder)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            direct_while_empty(self)
        if event.type() == QEvent.Type.FontChange and self._text.defaultFont() != self._font:
            self._text.setDefaultFont(self._font)  # a style sheet cannot say all of it

    @contextmanager
    def setting(self) -> Generator[None]:
        """Within, nothing that changes is the user's doing."""
        self._is_setting = True
        try:
            yield
        finally:
            self._is_setting = False

    @Slot()
    def _on_contents_changed(self) -> None:
        direct_while_empty(self)
        if not self._is_setting:
            self.text_edited.emit()

    @Slot()
    def _on_cursor_moved(self) -> None:
        if not self._is_setting and not self._telling.isActive():
            self._telling.start()

    @Slot()
    def _tell_place(self) -> None:
        self.cursor_moved.emit(*self.place)

    @Slot(object)
    def _on_theme_changed(self, theme: Theme) -> None:
        scrolled = self.verticalScrollBar().value()
        self._text.set_theme(theme)
        self._scroll_to(scrolled)

    def _scroll_to(self, scrolled: int) -> None:
        if scrolled:
            self.document().size()  # lays out all of it, or there would be nothing to scroll to
            self.verticalScrollBar().setValue(scrolled)

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

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)  # where Qt goes to the caret
        self.shown.emit()

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

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.focus_changed.emit()
