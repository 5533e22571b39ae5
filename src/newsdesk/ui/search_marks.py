"""What was looked for in the library, marked in the text that is open and on its page."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from newsdesk.domain.hits import Hits
from newsdesk.domain.search import Search
from newsdesk.ui.editor.lines import lines_in_sight, lines_of
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.marks import mark
from newsdesk.ui.editor.plain_field import PlainField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.marked_line import qt_length
from newsdesk.ui.preview.page_hand import PageHand
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.timers import single_shot

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_LAYER = "searched"
_PAUSE_MS = 120  # after the last key or scroll
_NOTHING = Hits(Search())


class SearchMarks(QObject):
    """Marks the lines in sight once nothing has happened for a moment, and all of the page.

    Escape in one of the texts takes the marks off until something else is looked for.
    """

    def __init__(
        self,
        text: MarkdownEditor,
        fields: Sequence[PlainField],
        hand: PageHand,
        store: Store,
        themes: ThemeController,
    ) -> None:
        """`fields` are those above the text: headline and subheadline."""
        super().__init__(text)
        self._text = text
        self._fields = fields
        self._hand = hand
        self._store = store
        self._themes = themes
        self._words = ""
        self._hits = _NOTHING
        self._pause = single_shot(self, self._mark, _PAUSE_MS)
        text.textChanged.connect(self._wait)
        text.verticalScrollBar().valueChanged.connect(self._wait)
        text.viewport().installEventFilter(self)
        for one in (text, *fields):
            one.installEventFilter(self)
        for field in fields:
            field.textChanged.connect(self._wait)
        hand.began.connect(self._mark_page)
        themes.theme_changed.connect(self._wait)

    @property
    def is_marking(self) -> bool:
        return bool(self._hits)

    @Slot(str)
    def look_for(self, words: str) -> None:
        """Mark what this search asks for; "" marks nothing."""
        if words == self._words:
            return
        self._words = words
        if not words:
            self._take(words, Search())
            return

        def parse(desk: "Desk") -> Search:
            return desk.search.parsed(words)

        self._store.read(parse, lambda search: self._take(words, search))

    @Slot()
    def take_off(self) -> None:
        """Mark nothing, until something else is looked for."""
        self._hits = _NOTHING
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._wait()
        is_escape = (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        )
        if is_escape and self._hits and watched in (self._text, *self._fields):
            self.take_off()
            return True
        return super().eventFilter(watched, event)

    def _take(self, words: str, search: Search) -> None:
        if words == self._words:
            self._hits = Hits(search)
            self._show()

    def _show(self) -> None:
        self._mark()
        self._mark_page()

    @Slot()
    def _wait(self) -> None:
        if self._hits:
            self._pause.start()

    @Slot()
    def _mark_page(self) -> None:
        self._hand.seek(self._hits.script_pattern)

    def _mark(self) -> None:
        self._pause.stop()
        marks = [one for block in self._seen() for one in self._in_block(block)]
        self._text.set_marks(_LAYER, marks)
        for field in self._fields:
            blocks = lines_of(field.document()) if self._hits else ()
            field.set_marks(_LAYER, [one for block in blocks for one in self._in_block(block)])

    def _seen(self) -> Iterator[QTextBlock]:
        """Yield the lines on the screen, while something is looked for."""
        if not self._hits or not self._text.isVisible():
            return
        yield from lines_in_sight(self._text)

    def _in_block(self, block: QTextBlock) -> Sequence[QTextEdit.ExtraSelection]:
        text, ground = block.text(), QTextCharFormat()
        ground.setBackground(QColor(self._themes.theme.colours["warn_soft"]))
        document, begin = block.document(), block.position()
        return [
            mark(
                document,
                begin + qt_length(text[: hit.start]),
                begin + qt_length(text[: hit.end]),
                ground,
            )
            for hit in self._hits.spans(text)
        ]
