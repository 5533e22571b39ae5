"""How texts come into the editor: opened, or put in at the caret; long ones piece by piece."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextDocument

from newsdesk.ui.editor import transfer
from newsdesk.ui.editor.long_text import beginning, has_endless_line, is_long, needs_asking
from newsdesk.ui.editor.sliced_writing import SlicedWriting
from newsdesk.ui.widgets.endless_word import keep_words, let_words_break

if TYPE_CHECKING:
    from newsdesk.ui.editor.markdown_editor import MarkdownEditor


class TextIntake(QObject):
    """Fills the document that an editor shows; while it is busy, the editor may only be read.

    Signals:
        busy_changed(): `is_busy` is another.
        progressed(int, int): so many characters are there, of so many.
        opened(): the text that was opened is there to its end.
        asked(str): this is so long that the user is asked first; `put_in` with `is_asked` is yes.
        endless_line_came(): a line came in that is too long to be written in at ease.
        refused(): what was to be put in is no text; nothing was.
    """

    busy_changed = Signal()
    progressed = Signal(int, int)
    opened = Signal()
    asked = Signal(str)
    endless_line_came = Signal()
    refused = Signal()

    def __init__(self, editor: "MarkdownEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._writing = SlicedWriting(editor.setting, self)
        self._is_opening = False
        self._is_endless = False
        self._is_begun = False  # some of what is opened was shown at once
        self._writing.progressed.connect(self.progressed)
        self._writing.ended.connect(self._on_ended)

    @property
    def is_busy(self) -> bool:
        return self._writing.is_running

    @property
    def is_opening(self) -> bool:
        """Whether it is busy with a text that is opened: its document holds a part of it."""
        return self.is_busy and self._is_opening

    @property
    def is_endless(self) -> bool:
        """Whether the text that came in last has a line that takes long by itself."""
        return self._is_endless

    def open(self, text: str) -> None:
        """Show `text` from its start, what is seen of it at once; there is nothing to undo then."""
        self.stop()
        text = transfer.opened(text)
        self._is_endless = has_endless_line(text)
        first = beginning(text) if is_long(text) else text
        if self._is_endless:
            first = ""  # a line cannot be shown by halves: who waits is to see why
        self._is_begun = bool(first)
        editor, document = self._editor, self._editor.document()
        with editor.setting():
            keep_words(editor)
            let_words_break(editor, text)
            document.wrap_mode = editor.wordWrapMode()
            with document.unseen():
                document.fill(first)
                editor.moveCursor(QTextCursor.MoveOperation.Start)
        editor.verticalScrollBar().setValue(0)
        if len(first) == len(text):
            self._tell_opened()
            return
        document.setUndoRedoEnabled(False)
        pen = QTextCursor(document)
        pen.movePosition(QTextCursor.MoveOperation.End)
        self._begin(pen, text[len(first) :], is_opening=True)

    def put_in(self, text: str, *, is_asked: bool = False) -> None:
        """Put `text` in place of what is selected, as one step of undo."""
        editor = self._editor
        if not editor.is_editable or not text:
            return
        if needs_asking(text) and not is_asked:
            self.asked.emit(text)
            return
        self._is_endless = has_endless_line(text)
        let_words_break(editor, text)
        editor.document().wrap_mode = editor.wordWrapMode()
        if self._is_endless or is_long(text):
            self._begin(editor.textCursor(), text, is_opening=False)
            return
        editor.textCursor().insertText(text)
        self._tell_put_in()

    @Slot()
    def stop(self) -> None:
        """Stop what it is busy with; of a text that was put in nothing is left."""
        self._writing.stop()

    def _begin(self, pen: QTextCursor, text: str, *, is_opening: bool) -> None:
        self._is_opening = is_opening
        self._writing.write(pen, text)
        self.busy_changed.emit()

    @Slot(bool)
    def _on_ended(self, is_whole: bool) -> None:
        document = self._editor.document()
        if self._is_opening:
            document.setUndoRedoEnabled(True)
            if not self._is_begun:
                with self._editor.setting():
                    self._editor.moveCursor(QTextCursor.MoveOperation.Start)
        elif not is_whole:
            with self._editor.setting():
                document.undo()
                document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        self.busy_changed.emit()
        if is_whole:
            (self._tell_opened if self._is_opening else self._tell_put_in_slowly)()

    def _tell_opened(self) -> None:
        self.opened.emit()
        self._tell_endless()

    def _tell_put_in_slowly(self) -> None:
        self._editor.text_edited.emit()  # not with every piece
        self._tell_put_in()

    def _tell_put_in(self) -> None:
        self._editor.ensureCursorVisible()
        self._editor.pasted.emit()
        self._tell_endless()

    def _tell_endless(self) -> None:
        if self._is_endless and self._editor.is_editable:
            self.endless_line_came.emit()
