"""The dictionaries that spelling is checked with: those that came with newsdesk, and the user's."""

import logging
import os
import shutil
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import (
    DictionaryProblem,
    DictionaryRefusedError,
    FieldError,
    NotFoundError,
)
from newsdesk.domain.language import base, normalised
from newsdesk.services.dictionary_files import FoundDictionary, read_dictionaries
from newsdesk.services.spelling_trial import can_be_loaded

_ABOUT = "dictionary.toml"
_LISTS = "words"  # the folder of words beside the dictionaries' own
_REMOVED = ".removed"
_USUAL: Mapping[str, str] = {"en": "en-GB", "pt": "pt-BR"}
"""Where several would do: what a house checks with that has not chosen."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """One language's words, as two files of Hunspell's form."""

    tag: str  # BCP 47
    aff: Path
    dic: Path
    lists: tuple[Path, ...] = ()  # of words beside its own
    is_own: bool = False  # the user added it
    name: str = ""
    version: str = ""
    licence: str = ""


def dictionary_for(
    language: str, dictionaries: Sequence[Dictionary], chosen: Mapping[str, str]
) -> Dictionary | None:
    """Return what a language is checked with; None if there is nothing.

    Args:
        chosen: language -> dictionary, by the house.
    """
    by_tag = {one.tag: one for one in dictionaries}
    general = base(language)
    wanted = [chosen.get(language, ""), language, chosen.get(general, ""), _USUAL.get(general, "")]
    wanted += [general, *(tag for tag in sorted(by_tag) if base(tag) == general)]
    return next((by_tag[tag] for tag in wanted if tag in by_tag and base(tag) == general), None)


class DictionaryService:
    """Lists them, adds from a file, and removes what was added."""

    def __init__(self, bundled: Path, own: Path) -> None:
        """Two folders, which hold one folder a dictionary; `own` need not be there yet."""
        self._bundled = bundled
        self._own = own

    def all(self) -> list[Dictionary]:
        """Return them by their tags; one of the user's takes the place of ours of its language."""
        found = self._in(self._bundled, is_own=False) | self._in(self._own, is_own=True)
        return [found[tag] for tag in sorted(found)]

    def add(self, path: Path, tag: str | None = None) -> tuple[list[Dictionary], Changes]:
        """Keep the dictionaries in a file; one of that language that was added before is replaced.

        Args:
            tag: their language; by default what their names say.

        Raises:
            DictionaryRefusedError, ImportRefusedError: one of them cannot be used; none was kept.
            FieldError: `tag` is no language.
        """
        found = read_dictionaries(path, normalised(tag) if tag else None)
        try:
            self._own.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(dir=self._own, prefix=".new-") as folder:
                for one in found:
                    _write(Path(folder) / one.tag, one)
                for one in found:
                    if not can_be_loaded(Path(folder) / one.tag / one.tag):
                        raise DictionaryRefusedError(DictionaryProblem.DAMAGED, path.name)
                for one in found:
                    self._put_in_place(Path(folder) / one.tag)
        except OSError as error:
            detail = error.strerror or str(error)
            raise DictionaryRefusedError(DictionaryProblem.NOT_KEPT, path.name, detail) from error
        kept = self._in(self._own, is_own=True)
        return [kept[one.tag] for one in found], Changes.of(Subject.DICTIONARIES)

    def remove(self, tag: str) -> tuple[Dictionary, Changes]:
        """Put away one of the user's; `put_back` has it again until another one is removed.

        Raises:
            NotFoundError: the user added none of this language.
            DictionaryRefusedError: it cannot be moved.
        """
        removed = self._in(self._own, is_own=True).get(normalised(tag))
        if removed is None:
            raise NotFoundError("dictionary", tag)
        with _moving(removed.tag):
            shutil.rmtree(self._own / _REMOVED, ignore_errors=True)
            (self._own / _REMOVED).mkdir()
            removed.dic.parent.rename(self._own / _REMOVED / removed.tag)
        return removed, Changes.of(Subject.DICTIONARIES)

    def put_back(self, tag: str) -> tuple[Dictionary, Changes]:
        """Bring back the one that was removed last; raise `NotFoundError` if it is another."""
        removed = self._own / _REMOVED / tag
        if not removed.is_dir():
            raise NotFoundError("dictionary", tag)
        with _moving(tag):
            self._put_in_place(removed)
        return self._in(self._own, is_own=True)[tag], Changes.of(Subject.DICTIONARIES)

    def _put_in_place(self, new: Path) -> None:
        place = self._own / new.name
        shutil.rmtree(place, ignore_errors=True)
        new.rename(place)

    def _in(self, folder: Path, *, is_own: bool) -> dict[str, Dictionary]:
        found: dict[str, Dictionary] = {}
        with suppress(OSError):  # the user's need not be there
            for place in sorted(folder.iterdir()):
                halves = [place / f"{place.name}{suffix}" for suffix in (".aff", ".dic")]
                if place.name.startswith(".") or not all(map(Path.is_file, halves)):
                    continue
                with suppress(FieldError):
                    tag = normalised(place.name)
                    about = _about(place / _ABOUT)
                    lists = self._lists(tag)
                    found[tag] = Dictionary(
                        tag=tag, aff=halves[0], dic=halves[1], lists=lists, is_own=is_own, **about
                    )
        return found

    def _lists(self, tag: str) -> tuple[Path, ...]:
        names = dict.fromkeys((base(tag), tag))
        places = [self._bundled / _LISTS / f"{name}.txt" for name in names]
        return tuple(place for place in places if place.is_file())


class _moving:  # noqa: N801 - reads as a verb
    """Say of a folder that cannot be moved what it is."""

    def __init__(self, tag: str) -> None:
        self._tag = tag

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if isinstance(error, OSError):
            detail = error.strerror or str(error)
            raise DictionaryRefusedError(DictionaryProblem.NOT_KEPT, self._tag, detail) from error


def _about(path: Path) -> dict[str, str]:
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}  # the user's say nothing
    except (OSError, ValueError) as error:
        _log.info("%s: %s", path, error)
        return {}
    return {name: str(said.get(name, "")) for name in ("name", "version", "licence")}


def _write(folder: Path, found: FoundDictionary) -> None:
    folder.mkdir()
    for suffix, content in ((".aff", found.aff), (".dic", found.dic)):
        with (folder / f"{found.tag}{suffix}").open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
