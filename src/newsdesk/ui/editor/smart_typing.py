"""Typographic marks while one types, in the language of the release."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock

from newsdesk.rendering.typed_marks import KEYS, correction
from newsdesk.ui.editor.inline import as_qt_counts
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.markdown_highlighter import MarkdownHighlighter
from newsdesk.ui.editor.paragraphs import is_indented_code
from newsdesk.ui.editor.plain_field import PlainField

_Field = MarkdownEditor | PlainField


class SmartTyping(QObject):
    """Corrects straight marks behind the key: to undo once brings back what was typed.

    What is pasted or dropped is none of its business.
    """

    def __init__(self, language: Callable[[], str], parent: QObject | None = None) -> None:
        """`language` returns the tag of what is written now."""
        super().__init__(parent)
        self._language = language
        self.is_on = True

    def watch(self, field: _Field, *, is_markdown: bool = False) -> None:
        """Correct what is typed into `field`; in Markdown some lines are code."""
        field.typed.connect(partial(self._on_typed, field, is_markdown))

    def _on_typed(self, field: _Field, is_markdown: bool, text: str) -> None:
        if text not in KEYS or not self.is_on:
            return
        cursor = field.textCursor()
        block, at = cursor.block(), cursor.positionInBlock()
        line = as_qt_counts(block.text())
        if line[at - 1 : at] != text or (is_markdown and _is_code(block)):
            return
        if found := correction(line[:at], line[at:], self._language()):
            field.correct(found.replaced, found.text)


def _is_code(block: QTextBlock) -> bool:
    return MarkdownHighlighter.is_code(block) or is_indented_code(block)
