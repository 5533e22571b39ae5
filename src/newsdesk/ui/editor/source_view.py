"""The text of a release as Markdown source: how it stands in the pane, and where one is in it."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFont, QShowEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsdesk.ui.editor.caret_place import clicked, line_and_column
from newsdesk.ui.editor.placeholder import direct_while_empty
from newsdesk.ui.editor.text_document import FONT_PX, TextDocument
from newsdesk.ui.editor.usual_menu import usual_menu
from newsdesk.ui.theme.fonts import mono_font
from newsdesk.ui.theme.theme import Theme
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.timers import single_shot

_CARET_PX = 2
_TELLING_MS = 60  # nobody reads the column while typing, and a key should not wait for it


class SourceView(QTextEdit):
    """Plain text, each paragraph in its own direction, all lines of one height.

    A QTextEdit because a QPlainTextEdit can do neither of the latter two.

    Signals:
        text_edited(): the user changed the text, undo and redo included; what is done within
            `setting` does not emit it.
        cursor_moved(int, int): to this line and column, both from 1; a moment later.
        focus_changed(): it has the keyboard now, or no longer.
        document_changed(): it shows another document; who listens to one changes over.
        shown(): it is seen now, at its width.
    """

    text_edited = Signal()
    cursor_moved = Signal(int, int)
    focus_changed = Signal()
    document_changed = Signal()
    shown = Signal()

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._is_setting = False
        self._text = self.new_document()
        self._family = ""
        self._px = 0
        self._font = self.font()
        self._marks: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self.setObjectName("body")
        self.setAccessibleName(self.tr("Text"))
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(_CARET_PX)
        themes.theme_changed.connect(self._on_theme_changed)
        self.setDocument(self._text)
        self.set_font("", FONT_PX)
        self._telling = single_shot(self, self._tell_place, _TELLING_MS)  # of where the caret is
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    # The text -------------------------------------------------------------------------------

    def text(self) -> str:
        """Return the text as typed."""
        return self._text.text()

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

    # Where one is in it ---------------------------------------------------------------------

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

    # How it looks ---------------------------------------------------------------------------

    def set_marks(self, layer: str, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Draw over the text what one of its readers marks; what others mark stays."""
        self._marks[layer] = list(marks)
        self.setExtraSelections([mark for layer in self._marks.values() for mark in layer])

    @property
    def margin_px(self) -> int:
        """How far from the edge the text begins."""
        return self._text.margin_px

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

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)  # where Qt goes to the caret
        self.shown.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        menu = usual_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.focus_changed.emit()
