"""The paragraph that is written stands out; the others step back."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.marks import mark
from newsdesk.ui.theme.theme_controller import ThemeController

_LAYER = "focus"
_MOST_LINES = 400  # of a paragraph, in each direction; a longer one is none


class FocusMode(QObject):
    """Softens all but the paragraph with the caret: the lines up to the next blank ones."""

    def __init__(self, editor: MarkdownEditor, themes: ThemeController) -> None:
        super().__init__(editor)
        self._editor = editor
        self._themes = themes
        self._is_on = False
        self._seen: tuple[int, int, bool] | None = None  # what the marks were drawn for
        editor.cursorPositionChanged.connect(self._on_caret_moved)
        editor.document_changed.connect(self._draw)
        editor.intake.busy_changed.connect(self._draw)
        themes.theme_changed.connect(self._draw)

    @property
    def is_on(self) -> bool:
        return self._is_on

    @is_on.setter
    def is_on(self, is_on: bool) -> None:
        if is_on != self._is_on:
            self._is_on = is_on
            self._draw()

    @Slot()
    def _on_caret_moved(self) -> None:
        """Draw anew where the caret came into another line; within one, marks move with it."""
        if not self._is_on:
            return
        if self._situation() != self._seen:
            self._draw()

    def _situation(self) -> tuple[int, int, bool]:
        """Return what the paragraph depends on: line, lines in all, whether the line is blank."""
        block = self._editor.textCursor().block()
        return block.blockNumber(), self._editor.document().blockCount(), block.length() == 1

    @Slot()
    def _draw(self) -> None:
        if not self._is_on:
            if self._seen is not None:
                self._seen = None
                self._editor.set_marks(_LAYER, [])
            return
        self._seen = self._situation()
        first, last = _paragraph(self._editor.textCursor().block())
        end = self._editor.document().characterCount() - 1
        around = [(0, first.position()), (last.position() + last.length() - 1, end)]
        self._editor.set_marks(_LAYER, [self._soft(*one) for one in around if one[0] < one[1]])

    def _soft(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        soft = QTextCharFormat()
        soft.setForeground(self._themes.theme.colour("line2"))
        return mark(self._editor.document(), start, end, soft)


def _paragraph(block: QTextBlock) -> tuple[QTextBlock, QTextBlock]:
    """Return the first and the last line of the paragraph that a line is in."""
    first = last = block
    if not block.text().strip():
        return first, last
    for _ in range(_MOST_LINES):
        before = first.previous()
        if not before.isValid() or not before.text().strip():
            break
        first = before
    for _ in range(_MOST_LINES):
        following = last.next()
        if not following.isValid() or not following.text().strip():
            break
        last = following
    return first, last
