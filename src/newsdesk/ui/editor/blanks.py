"""Blanks, `{{like this}}`: seen in the text, and gone to one after the other."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, QPoint, QRegularExpression, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.plain_field import PlainField
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.timers import single_shot

PAUSE_MS = 200  # after the last key
_LAYER = "blanks"
_BLANK = QRegularExpression("\\{\\{[^{}\\n]{1,120}\\}\\}")
_Text: TypeAlias = MarkdownEditor | PlainField


class Blanks(QObject):
    """Knows the blanks of the texts of a release, in the order in which they are read.

    While one is selected, Tab goes to the next.
    """

    def __init__(self, fields: Sequence[PlainField], body: MarkdownEditor) -> None:
        super().__init__(body)
        self._texts: list[_Text] = [*fields, body]
        for text in self._texts:
            text.installEventFilter(self)

    def go_to_first(self) -> bool:
        """Select the first one; tell whether there is any."""
        return any(self._select(text, 0) for text in self._texts)

    def go_on(self) -> bool:
        """Select the one behind the caret, or from the top on; tell whether there is any."""
        here = next(
            (n for n, one in enumerate(self._texts) if one.hasFocus()), len(self._texts) - 1
        )
        if self._select(self._texts[here], self._texts[here].textCursor().selectionEnd()):
            return True
        behind = [*self._texts[here + 1 :], *self._texts[: here + 1]]
        return any(self._select(text, 0) for text in behind)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and isinstance(watched, QTextEdit)
            and _BLANK.match(watched.textCursor().selectedText()).capturedLength()
            == len(watched.textCursor().selectedText())
            > 0
        ):
            self.go_on()
            return True
        return super().eventFilter(watched, event)

    def _select(self, text: _Text, position: int) -> bool:
        found = text.document().find(_BLANK, position)
        if found.isNull() or text.isReadOnly() or not text.isVisible():
            return False
        text.setTextCursor(found)
        text.ensureCursorVisible()
        text.setFocus()
        return True


class BlankMarks(QObject):
    """Grounds under the blanks of the body that are seen, once nothing happened for a moment."""

    def __init__(self, body: MarkdownEditor, themes: ThemeController) -> None:
        super().__init__(body)
        self._body = body
        self._themes = themes
        self._drawn: list[tuple[int, int]] = []
        self._pause = single_shot(self, self._mark, PAUSE_MS)
        body.textChanged.connect(self._pause.start)
        body.document_changed.connect(self._begin_anew)
        body.verticalScrollBar().valueChanged.connect(self._pause.start)
        body.viewport().installEventFilter(self)
        themes.theme_changed.connect(self._begin_anew)
        self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._pause.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _begin_anew(self) -> None:
        self._drawn = []
        self._body.set_marks(_LAYER, [])
        self._pause.start()

    @Slot()
    def _mark(self) -> None:
        places = [place for block in self._seen() for place in _blanks_in(block)]
        if places == self._drawn:
            return
        self._drawn = places
        ground = QTextCharFormat()
        ground.setBackground(self._themes.theme.colour("warn_soft"))
        ground.setForeground(self._themes.theme.colour("warn"))
        marks: list[QTextEdit.ExtraSelection] = []
        for start, end in places:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._body.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format = ground
            marks.append(mark)
        self._body.set_marks(_LAYER, marks)

    def _seen(self) -> Iterator[QTextBlock]:
        size = self._body.viewport().size()
        block = self._body.cursorForPosition(QPoint(0, 0)).block()
        last = self._body.cursorForPosition(QPoint(size.width(), size.height())).block()
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            yield block
            block = block.next()


def _blanks_in(block: QTextBlock) -> Iterator[tuple[int, int]]:
    if "{{" not in block.text():
        return
    matches = _BLANK.globalMatch(block.text())
    while matches.hasNext():
        match = matches.next()
        yield block.position() + match.capturedStart(), block.position() + match.capturedEnd()
