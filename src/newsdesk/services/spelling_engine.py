"""The library that knows how words are spelled, behind what newsdesk asks of it.

chunspell is Hunspell itself; where it cannot be had (Intel Macs) spylls reads the same files.
Either keeps Python's lock while it works, a second at times: the window has a process of its own
for it, see `spelling_worker.py`.
"""

from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast


class Engine(Protocol):
    """One dictionary, with words beside it."""

    def knows(self, word: str) -> bool: ...

    def suggestions(self, word: str) -> list[str]:
        """Return what may have been meant, the likeliest first. Takes up to a second."""
        ...

    def add(self, word: str) -> None:
        """Know a word that was not known."""
        ...

    def remove(self, word: str) -> None:
        """Know a word no longer that was added."""
        ...


def open_engine(aff: Path, dic: Path) -> Engine:
    """Load a dictionary: two files in one folder, under one name. Takes up to a second.

    Raises:
        OSError: they are not there, or their place has a name that cannot be handed on.
        ValueError: they are no dictionary; Hunspell, which takes anything, never says so.
    """
    try:
        library: Any = import_module("hunspell")  # chunspell's name; it has no types
    except ImportError:
        library = import_module("spylls.hunspell")
        return _Spylls(library.Dictionary.from_files(str(aff.with_suffix(""))))
    # its own way to names beyond the code page of a Windows machine begins with UTF-8
    folder = str(dic.parent)
    return _Chunspell(library.Hunspell(aff.stem, hunspell_data_dir=folder, system_encoding="UTF-8"))


class _Chunspell:
    def __init__(self, loaded: Any) -> None:
        self._loaded = loaded

    def knows(self, word: str) -> bool:
        try:
            return bool(self._loaded.spell(word))
        except UnicodeEncodeError:  # a letter that the dictionary's encoding lacks
            return False

    def suggestions(self, word: str) -> list[str]:
        try:
            return list(cast("tuple[str, ...]", self._loaded.suggest(word)))
        except UnicodeEncodeError:
            return []

    def add(self, word: str) -> None:
        with suppress(UnicodeEncodeError):
            self._loaded.add(word)

    def remove(self, word: str) -> None:
        with suppress(UnicodeEncodeError):
            self._loaded.remove(word)


class _Spylls:
    """Checks only: its suggestions take a minute in a large dictionary."""

    def __init__(self, loaded: Any) -> None:
        self._loaded = loaded
        self._added: set[str] = set()

    def knows(self, word: str) -> bool:
        return self._is_added(word) or bool(self._loaded.lookup(word))

    def suggestions(self, word: str) -> list[str]:
        return get_close_matches(word, self._added)

    def add(self, word: str) -> None:
        self._added.add(word)

    def remove(self, word: str) -> None:
        self._added.discard(word)

    def _is_added(self, word: str) -> bool:
        """As Hunspell does: a word may be written with a capital, or in capitals."""
        if word in self._added:
            return True
        if word.isupper():
            return word.title() in self._added or word.lower() in self._added
        return word[:1].isupper() and word[:1].lower() + word[1:] in self._added
