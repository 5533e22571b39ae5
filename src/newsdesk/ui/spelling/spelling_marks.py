"""Wavy lines under the words of a text that nobody knows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.editor.lines import lines_in_sight
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.plain_field import PlainField
from newsdesk.ui.spelling.spell_checker import SpellChecker
from newsdesk.ui.spelling.unknown_words import Place, UnknownWords
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.timers import single_shot

Draw = Callable[[Sequence[QTextEdit.ExtraSelection]], None]

PAUSE_MS = 350  # after the last key; nobody looks for slips in the middle of a word


class SpellingMarks(QObject):
    """Marks what is seen of one text, once nothing has happened for a moment.

    A key does no more than wind the clock. The word that is being written is not marked before the
    caret leaves it.
    """

    def __init__(
        self,
        text: MarkdownEditor | PlainField,
        words: UnknownWords,
        checker: SpellChecker,
        themes: ThemeController,
        draw: Draw,
    ) -> None:
        """`draw` puts marks over the text in place of those it put there before."""
        super().__init__(text)
        self._text = text
        self._words = words
        self._checker = checker
        self._draw_marks = draw
        self._themes = themes
        self._typed_up_to = -1  # where the last edit ended
        self._marks: list[QTextEdit.ExtraSelection] = []
        self._pause = single_shot(self, self.check, PAUSE_MS)
        text.text_edited.connect(self._on_edited)
        text.textChanged.connect(self.wait)
        text.cursorPositionChanged.connect(self.wait)
        text.verticalScrollBar().valueChanged.connect(self.wait)
        text.viewport().installEventFilter(self)
        checker.changed.connect(self._on_checker_changed)
        themes.theme_changed.connect(self._on_theme_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._pause.start()
        return super().eventFilter(watched, event)

    @Slot()
    def wait(self) -> None:
        """Check once nothing has happened for a moment."""
        self._pause.start()

    @Slot()
    def begin_anew(self) -> None:
        """The text shows another document, in which nothing is marked yet."""
        self._marks = []
        self._typed_up_to = -1
        self._pause.start()

    @Slot()
    def check(self) -> None:
        """Look up the words that are seen, and mark those that nobody knows."""
        self._pause.stop()
        if not self._checker.is_ready or self._text.isReadOnly() or not self._text.isVisible():
            self._draw([])
            return
        blocks = list(lines_in_sight(self._text))
        if not blocks:  # it is not laid out yet, and the top was looked for behind the end
            self._pause.start()
            return
        asked = set[str]().union(*map(self._words.asked_in, blocks))
        if asked:
            self._checker.look_up(asked, self._pause_shortly)
        self._draw([place for block in blocks for place in self._words.in_block(block)])

    def _pause_shortly(self) -> None:
        """Mark what was looked up, unless keys were pressed meanwhile: then after those."""
        if not self._pause.isActive():
            self.check()

    def _draw(self, places: list[Place]) -> None:
        caret = self._text.textCursor().position()
        if caret == self._typed_up_to:
            places = [one for one in places if not one.start <= caret <= one.end]
        drawn = [(one.cursor.selectionStart(), one.cursor.selectionEnd()) for one in self._marks]
        if drawn == [(one.start, one.end) for one in places]:
            return
        wavy = self._format()
        self._marks = []
        for place in places:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = place.cursor(self._text.document().findBlock(place.start))
            mark.format = wavy
            self._marks.append(mark)
        self._draw_marks(self._marks)

    def _format(self) -> QTextCharFormat:
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wavy.setUnderlineColor(self._themes.theme.colour("bad"))
        return wavy

    @Slot()
    def _on_edited(self) -> None:
        self._typed_up_to = self._text.textCursor().position()

    @Slot()
    def _on_checker_changed(self) -> None:
        if not self._pause.isActive():
            self.check()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._draw([])
        self.check()
