"""Words of a text on the screen that nobody knows: where they stand, in Qt's units."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.services.spelled_words import SpelledWord, asked_about, spelled_words, unknown_parts
from newsdesk.ui.spelling.spell_checker import SpellChecker

_FENCES = ("```", "~~~")
_MOST_REMEMBERED = 400  # lines

IsCode = Callable[[QTextBlock], bool]


@dataclass(frozen=True, slots=True)
class Place:
    """A word in a document, from and up to these positions."""

    start: int
    end: int
    spelling: str  # as dictionaries have it

    def cursor(self, block: QTextBlock) -> QTextCursor:
        """Return a cursor that has it selected."""
        cursor = QTextCursor(block)
        cursor.setPosition(self.start)
        cursor.setPosition(self.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


class UnknownWords:
    """Reads lines of a document, and remembers the words in those it read last."""

    def __init__(self, checker: SpellChecker, is_code: IsCode = lambda _block: False) -> None:
        """`is_code` tells whether a line stands in fenced code."""
        self._checker = checker
        self._is_code = is_code
        self._language = ""
        self._lines: dict[str, list[SpelledWord]] = {}

    def asked_in(self, block: QTextBlock) -> set[str]:
        """Return the spellings that must be known before a line can be judged."""
        language = self._checker.language
        asked: set[str] = set()
        for word in self._words(block):
            if not self._checker.is_known(word.spelling):
                asked |= asked_about(word, language)
        return {spelling for spelling in asked if self._checker.is_known(spelling) is None}

    def in_block(self, block: QTextBlock) -> Iterator[Place]:
        """Yield the words of a line that nobody knows; what was not asked about is known."""
        text, start, language = block.text(), block.position(), self._checker.language
        for word in self._words(block):
            if self._is_known(word.spelling):
                continue
            for part in unknown_parts(word, language, self._is_known):
                at = start + _units(text, part.start)
                yield Place(at, at + _units(part.text, len(part.text)), part.spelling)

    def at(self, cursor: QTextCursor) -> Place | None:
        """Return the unknown word that a cursor stands in, or at the edge of."""
        position = cursor.position()
        places = self.in_block(cursor.block())
        return next((one for one in places if one.start <= position <= one.end), None)

    def _is_known(self, spelling: str) -> bool:
        return self._checker.is_known(spelling) is not False

    def _words(self, block: QTextBlock) -> list[SpelledWord]:
        text = block.text()
        if self._is_code(block) or text.startswith(_FENCES):
            return []
        if self._language != self._checker.language or len(self._lines) > _MOST_REMEMBERED:
            self._language = self._checker.language
            self._lines.clear()
        words = self._lines.get(text)
        if words is None:
            words = self._lines[text] = spelled_words(text, self._language)
        return words


def _units(text: str, characters: int) -> int:
    """Qt counts a character beyond the first 65,536 as two."""
    if text.isascii():
        return characters
    return len(text[:characters].encode("utf-16-le", "surrogatepass")) // 2
