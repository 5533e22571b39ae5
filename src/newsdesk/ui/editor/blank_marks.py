"""Grounds under blanks, `{{like this}}`: what is to be filled in is seen."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.editor.blanks import BLANK
from newsdesk.ui.editor.lines import lines_in_sight, lines_of
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.marks import mark
from newsdesk.ui.theme.theme import Theme
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.timers import single_shot

PAUSE_MS = 200  # after the last key
LAYER = "blanks"
_Show = Callable[[Sequence[QTextEdit.ExtraSelection]], None]


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
        self._body.set_marks(LAYER, [])
        self._pause.start()

    @Slot()
    def _mark(self) -> None:
        places = [place for block in lines_in_sight(self._body) for place in _blanks_in(block)]
        if places == self._drawn:
            return
        self._drawn = places
        marks = _marks(self._body.document(), places, self._themes.theme)
        self._body.set_marks(LAYER, marks)


class FieldBlankMarks(QObject):
    """The same under those of a short field."""

    def __init__(
        self, document: QTextDocument, show: _Show, themes: ThemeController, parent: QObject
    ) -> None:
        """`show` takes what is to be marked in the field with this document."""
        super().__init__(parent)
        self._document = document
        self._show = show
        self._themes = themes
        self._are_any = False  # drawn
        self._pause = single_shot(self, self._mark, PAUSE_MS)
        document.contentsChanged.connect(self._pause.start)
        themes.theme_changed.connect(self._pause.start)
        self._pause.start()

    @Slot()
    def _mark(self) -> None:
        places = [place for block in lines_of(self._document) for place in _blanks_in(block)]
        if places or self._are_any:  # what is written over takes its mark along
            self._are_any = bool(places)
            self._show(_marks(self._document, places, self._themes.theme))


def _marks(
    document: QTextDocument, places: Iterable[tuple[int, int]], theme: Theme
) -> list[QTextEdit.ExtraSelection]:
    ground = QTextCharFormat()
    ground.setBackground(theme.colour("warn_soft"))
    ground.setForeground(theme.colour("warn"))
    return [mark(document, start, end, ground) for start, end in places]


def _blanks_in(block: QTextBlock) -> Iterator[tuple[int, int]]:
    if "{{" not in block.text():
        return
    matches = BLANK.globalMatch(block.text())
    while matches.hasNext():
        match = matches.next()
        yield block.position() + match.capturedStart(), block.position() + match.capturedEnd()
