"""Which files there are to bring in: those named, and those in folders and archives."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePath

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.fold import fold
from newsdesk.importing import SOURCES, archive
from newsdesk.services.files import read_whole, reading_in_words

MOST = 250_000  # files of one place; one that has more is refused
_HIDDEN = 0x2  # an attribute on Windows
_JUNCTION = 0xA0000003  # a link to a folder on Windows
_OWNER_FILE = "~$"  # in it Word says who has a document open
_NUMBERS = re.compile(r"(\d+)")
_PAGES = (".html", ".htm", ".xhtml")
_PARTS_OF_PAGES = (  # what browsers call the folder that a page is saved with, in their languages
    *("_files", ".files", "_file", "-dateien", "_fichiers", "_archivos", "_arquivos"),
    *("_ficheiros", "_bestanden", "-filer", "_pliki", "_soubory", "_tiedostot", "_dosyalar"),
    *("_elemei", "_bylos", "_datoteke", "_fajlovi", "_failid", "_fails", "_fitxers"),
    "_fitxategiak",
)
_SUFFIXES = (*(suffix for source in SOURCES for suffix in source.suffixes), *archive.SUFFIXES)


def importable_suffixes() -> tuple[str, ...]:
    """Return how the names of files end that can be brought in: lower case, with the dot."""
    return _SUFFIXES


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be read, on its own or in an archive."""

    path: str  # as its place was named, and on from there
    member: str = ""  # its name in the archive at `path`

    @property
    def name(self) -> str:
        """Its last name as it can be kept: what is no character becomes a question mark."""
        name = PurePath(self.member or self.path).name
        return name.encode("utf-8", "replace").decode()

    def __str__(self) -> str:
        return f"{self.path}/{self.member}" if self.member else self.path


@dataclass(frozen=True, slots=True)
class Listing:
    """What some places hold."""

    files: tuple[SourceFile, ...]
    refused: tuple[ImportRefusedError, ...]  # folders and archives: unreadable, empty, too full
    left_alone: int  # files of other kinds in them


def listed(places: Iterable[PurePath]) -> Listing:
    """Return the files at some places, each once, in the order in which people count.

    A file that is named is listed whatever it is; of a folder, what can be brought in, and of the
    folders and archives in it too. What is hidden there is left alone, and so are links, and the
    folder with the parts of a saved page: frames and advertisements are pages too.
    """
    lister = _Lister()
    for place in places:
        lister.add(os.fspath(place))
    return Listing(tuple(lister.files), tuple(lister.refused), lister.left_alone)


class _Lister:
    def __init__(self) -> None:
        self.files: dict[SourceFile, None] = {}  # a set that keeps its order
        self.refused: list[ImportRefusedError] = []
        self.left_alone = 0

    def add(self, place: str) -> None:
        """Add what a place holds: all of it, or, if that is nothing or too much, nothing."""
        refused = len(self.refused)
        found: dict[SourceFile, None] = {}
        for file in self._in_folder(place) if Path(place).is_dir() else self._in_file(place):
            if len(found) == MOST:
                self.refused.append(ImportRefusedError(ImportProblem.TOO_MANY, place, str(MOST)))
                return
            found[file] = None
        if not found and len(self.refused) == refused:
            self.refused.append(ImportRefusedError(ImportProblem.EMPTY, place))
        self.files |= found

    def _in_folder(self, place: str) -> Iterator[SourceFile]:
        waiting = [(place, True)]  # a stack: folders may lie deeper than calls can
        while waiting:
            path, is_folder = waiting.pop()
            if is_folder:
                waiting += reversed(self._entries(path))
            elif path.lower().endswith(_SUFFIXES):
                yield from self._in_file(path)
            else:
                self.left_alone += 1

    def _entries(self, folder: str) -> list[tuple[str, bool]]:
        """Return the paths in a folder, each with whether it is one."""
        try:
            with reading_in_words(folder), os.scandir(folder) as entries:
                kept = [one for one in entries if not _is_left_out(one)]
                kept.sort(key=lambda one: counting(one.name))
                found = [(one.path, one.is_dir(follow_symlinks=False)) for one in kept]
        except ImportRefusedError as error:
            self.refused.append(error)
            return []
        pages = _pages(path for path, is_folder in found if not is_folder)
        return [
            (path, is_folder)
            for path, is_folder in found
            if not (is_folder and _is_part_of_page(path, pages))
        ]

    def _in_file(self, path: str) -> Iterator[SourceFile]:
        if not path.lower().endswith(archive.SUFFIXES):
            yield SourceFile(path)
            return
        try:
            with reading_in_words(path), Path(path).open("rb") as file:
                names = [member.name for member in archive.members(file, path)]
        except ImportRefusedError as error:
            self.refused.append(error)
            return
        pages = _pages(names)
        for name in sorted(names, key=counting):
            if any(_is_part_of_page(folder, pages) for folder in _folders_above(name)):
                continue
            if name.lower().endswith(_SUFFIXES):
                yield SourceFile(path, name)
            else:
                self.left_alone += 1


def _is_left_out(entry: "os.DirEntry[str]") -> bool:
    """Tell whether somebody, or the system, keeps an entry out of sight, or it leads elsewhere."""
    if entry.name.startswith((".", _OWNER_FILE)) or entry.is_symlink():
        return True
    if os.name == "nt":
        about = entry.stat(follow_symlinks=False)
        if about.st_file_attributes & _HIDDEN or about.st_reparse_tag == _JUNCTION:
            return True
    return not entry.is_file() and not entry.is_dir()  # a pipe, a device


def _pages(paths: Iterable[str]) -> set[str]:
    """Return the paths of pages without their suffix, to be compared in any case."""
    lowered = [path.lower() for path in paths]
    return {path.rpartition(".")[0] for path in lowered if path.endswith(_PAGES)}


def _is_part_of_page(folder: str, pages: set[str]) -> bool:
    """Tell whether a folder holds what a page beside it was saved with."""
    lowered = folder.lower()
    return any(
        lowered.endswith(ending) and lowered.removesuffix(ending) in pages
        for ending in _PARTS_OF_PAGES
    )


def _folders_above(member: str) -> Iterator[str]:
    parts = member.split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts)))


def counting(name: str) -> list[tuple[int, str]]:
    """Return a key that orders names as people count: `2.txt` comes before `10.txt`."""
    parts = _NUMBERS.split(fold(name))
    digits = [part.lstrip("0") for part in parts[1::2]]
    words = [(0, part) for part in parts]
    words[1::2] = [(len(number), number) for number in digits]
    return words


class SourceReader:
    """Reads files, keeping open the archive that it read from last."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._archive = ""
        self._members: dict[str, archive.Member] = {}

    def read(self, source: SourceFile) -> bytes:
        """Return the content of a file; raise `ImportRefusedError` if it cannot be had."""
        if not source.member:
            # a feed may be larger than a text, which is found out when its kind is known
            return read_whole(Path(source.path), largest=archive.LARGEST_MEMBER)
        with reading_in_words(source.path):
            if source.path != self._archive:
                self._open_archive(source.path)
            if source.member not in self._members:
                raise ImportRefusedError(ImportProblem.UNREADABLE, str(source))
            return self._members[source.member].read()

    def _open_archive(self, path: str) -> None:
        self.close()
        file = self._open.enter_context(Path(path).open("rb"))  # noqa: SIM115 - `close` does it
        self._members = {member.name: member for member in archive.members(file, path)}
        self._archive = path

    def close(self) -> None:
        """Let go of the archive."""
        self._archive, self._members = "", {}
        self._open.close()
