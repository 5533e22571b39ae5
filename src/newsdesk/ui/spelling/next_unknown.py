"""Going from one word that nobody knows to the next, through all the texts of a release."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit

from newsdesk.ui.spelling.spell_checker import SpellChecker
from newsdesk.ui.spelling.unknown_words import UnknownWords

_MOST_ASKED = 300  # words that are looked up before it is seen whether one of them is it


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A text, and who reads its words."""

    text: QTextEdit
    words: UnknownWords


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is looked at from a position of its document on."""

    checked: CheckedText
    block: QTextBlock
    start: int = 0


class NextUnknown(QObject):
    """Looks for it from the caret on, and round to the caret again.

    Signals:
        not_found(): there is none.
    """

    not_found = Signal()

    def __init__(
        self, texts: Sequence[CheckedText], checker: SpellChecker, parent: QObject | None = None
    ) -> None:
        """`texts` stand in the order in which they are read."""
        super().__init__(parent)
        self._texts = texts
        self._checker = checker
        self._number = 0  # of the search; a later one ends those before

    def go_on(self) -> None:
        """Select the next one, with the keyboard in its text."""
        self._number += 1
        self._walk_on(self._lines(), self._number)

    def _lines(self) -> Iterator[_Line]:
        focused = next((n for n, one in enumerate(self._texts) if one.text.hasFocus()), None)
        first = len(self._texts) - 1 if focused is None else focused
        here = self._texts[first]
        caret = here.text.textCursor().selectionEnd()
        begun = here.text.document().findBlock(caret)
        yield _Line(here, begun, caret)
        yield from (_Line(here, block) for block in _following(begun.next()))
        for other in (*self._texts[first + 1 :], *self._texts[:first]):
            start = other.text.document().begin()
            yield from (_Line(other, block) for block in _following(start))
        for block in _following(here.text.document().begin()):
            yield _Line(here, block)
            if block == begun:
                return

    def _walk_on(self, lines: Iterator[_Line], number: int) -> None:
        """Look up the words of the next lines, then see whether one of them is it."""
        if number != self._number or not self._checker.is_ready:
            return
        asked: set[str] = set()
        taken: list[_Line] = []
        for line in lines:
            taken.append(line)
            asked |= line.checked.words.asked_in(line.block)
            if len(asked) >= _MOST_ASKED or len(taken) >= _MOST_ASKED:
                break
        if not taken:
            self.not_found.emit()
            return

        def look() -> None:
            if number != self._number or self._is_selected(taken):
                return
            # later: keys come first, and a text of any length is walked through
            QTimer.singleShot(0, self, partial(self._walk_on, lines, number))

        self._checker.look_up(asked, look)

    def _is_selected(self, taken: Sequence[_Line]) -> bool:
        for line in taken:
            if not line.block.isValid():  # it was taken out meanwhile
                continue
            for place in line.checked.words.in_block(line.block):
                if place.start >= line.start:
                    text = line.checked.text
                    text.setTextCursor(place.cursor(line.block))
                    text.ensureCursorVisible()
                    text.setFocus()
                    return True
        return False


def _following(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.next()
