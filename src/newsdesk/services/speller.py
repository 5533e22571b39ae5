"""One language's spelling: its dictionary, lists of words beside it, and names."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from newsdesk.domain.fold import fold
from newsdesk.services.spelling_engine import Engine, open_engine

MOST_SUGGESTIONS = 8


class Speller:
    """Tells which words are known, and remembers what it told."""

    def __init__(self, engine: Engine, lists: Iterable[str] = ()) -> None:
        """`lists`: words beside the dictionary's own."""
        self._engine = engine
        self._names: set[str] = set()  # those of them that the dictionary does not know
        self._told: dict[str, bool] = {}
        for word in lists:
            if not engine.knows(word):
                engine.add(word)

    @classmethod
    def open(cls, aff: Path, dic: Path, lists: Sequence[Path] = ()) -> "Speller":
        """Load a dictionary, and files of words beside it; raise `OSError` or `ValueError`."""
        words = (word for path in lists for word in words_of(path.read_text("utf-8")))
        return cls(open_engine(aff, dic), words)

    def set_names(self, names: Iterable[str]) -> None:
        """Know these beside the dictionary, in place of those before."""
        wanted = set(names)
        for name in self._names - wanted:
            self._engine.remove(name)
        self._names &= wanted
        for name in wanted - self._names:
            if not self._engine.knows(name):  # Hunspell would forget its own with it
                self._engine.add(name)
                self._names.add(name)
        self._told.clear()

    def is_known(self, word: str) -> bool:
        """Tell whether a word, as `spelled_words.spelling_of` has it, is spelled rightly."""
        known = self._told.get(word)
        if known is None:
            known = self._told[word] = self._engine.knows(word)
        return known

    def suggestions(self, word: str) -> list[str]:
        """Return what may have been meant, the likeliest first. Takes up to a second.

        What differs in nothing but accents is likelier than Hunspell thinks: ninos, niños.
        """
        plain = fold(word)
        found = sorted(self._engine.suggestions(word), key=lambda one: fold(one) != plain)
        return found[:MOST_SUGGESTIONS]


def words_of(text: str) -> list[str]:
    """Return the words of a list: apart by white space, remarks behind a #."""
    return [word for line in text.splitlines() for word in line.partition("#")[0].split()]
