"""ZIP archives: everything in one is looked at before anything of it is handed out.

One hostile member refuses the whole archive: whoever made it is not to be trusted with the rest.
Nothing is ever unpacked to disk. Scripts of saved pages (`.js`) are no programs here, since a page
"saved completely" brings them along and nothing runs them. An archive inside an archive is handed
out, but reading it is refused, so that the releases beside it still come in: opened once it would
ask for all the limits again, and a person can unpack it in a moment.
"""

import io
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import PurePosixPath
from struct import error as StructError  # noqa: N812 - a class, named as one
from typing import BinaryIO, NamedTuple

from newsdesk.domain.errors import ImportProblem, ImportRefusedError

SUFFIXES = (".zip",)
MOST_MEMBERS = 20_000
LARGEST_MEMBER = 128 * 1024 * 1024  # bytes, unpacked; a larger one is refused by itself
LARGEST_TOTAL = 4 * 1024**3  # bytes, unpacked, pictures and all
_HIGHEST_RATIO = 200  # unpacked to packed; tables of figures reach 40
_SMALL = 1024 * 1024  # bytes, unpacked; what stays below may have any ratio
_LARGEST_DIRECTORY = 16 * 1024 * 1024  # bytes that the list of members takes in the file
_CHUNK = 256 * 1024
_LOCAL_HEADER = 30  # bytes before a member's name and content
_ENCRYPTED = 0x1 | 0x40 | 0x2000  # by password, strongly, the list of members too
_IS_UTF8 = 0x800
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_DRIVE = re.compile(r"[A-Za-z]:")
_PROGRAMS = frozenset({
    ".apk", ".appimage", ".bat", ".cmd", ".com", ".command", ".cpl", ".deb", ".dll", ".dmg", ".elf",
    ".exe", ".hta", ".jar", ".jse", ".lnk", ".msc", ".msi", ".pif", ".pkg", ".ps1", ".psm1", ".reg",
    ".rpm", ".scf", ".scr", ".sh", ".so", ".vb", ".vbe", ".vbs", ".wsf", ".wsh",
})  # fmt: skip
_ARCHIVES = frozenset({".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst"})
_LEFT_OUT = frozenset({"__macosx", "thumbs.db", "desktop.ini"})  # what systems put in
_BROKEN = (
    zipfile.BadZipFile, StructError, zlib.error, NotImplementedError, ValueError, EOFError,
    OverflowError, OSError,
)  # fmt: skip


class Member(NamedTuple):
    """A file in an archive."""

    name: str  # its path in the archive, with `/`
    read: Callable[[], bytes]  # raises `ImportRefusedError`; works while the archive is open


def members(file: BinaryIO, name: str, *, keeps_hidden: bool = False) -> tuple[Member, ...]:
    """Return the files in a ZIP archive, in its order, without folders and what systems put in.

    Args:
        file: the archive; it can seek, and stays open as long as its members are read.
        name: that of the archive, for what is refused.
        keeps_hidden: also what systems hide: a document has parts that are called so.

    Raises:
        ImportRefusedError: it is no archive, or something in it is hostile.
    """
    try:
        archive = zipfile.ZipFile(_Bounded(file))
    except _BROKEN as error:
        raise ImportRefusedError(ImportProblem.DAMAGED, name, _words(error)) from error
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise ImportRefusedError(ImportProblem.TOO_MANY, name, str(MOST_MEMBERS))
    paths = [_path(info) for info in infos]
    for problem, detail in _hostile(infos, paths, archive.start_dir):
        raise ImportRefusedError(problem, name, detail)
    return tuple(
        Member(path, partial(_read, archive, info, f"{name}/{path}"))
        for info, path in zip(infos, paths, strict=True)
        if not info.is_dir() and (keeps_hidden or not _is_left_out(path))
    )


class _Bounded(io.RawIOBase):
    """A file that hands out no more at once than a list of members may take.

    `ZipFile` reads that list in one go, in the size that the archive itself states.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1, /) -> bytes:
        if size > _LARGEST_DIRECTORY:
            raise zipfile.BadZipFile("a list of members beyond all measure")
        return self._file.read(size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True


def _path(info: zipfile.ZipInfo) -> str:
    """Return the name of a member as it was meant, with `/`.

    Without the mark for UTF-8 a name is read as CP437, which many programs never meant.
    """
    name = info.orig_filename  # `filename` ends at a NUL
    if not info.flag_bits & _IS_UTF8 and not name.isascii():
        with suppress(UnicodeError):  # it was CP437, or is in an encoding that nothing tells
            name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _hostile(
    infos: list[zipfile.ZipInfo], paths: list[str], end: int
) -> Iterator[tuple[ImportProblem, str]]:
    """Yield what refuses an archive; `end` is where its list of members begins."""
    for info, path in zip(infos, paths, strict=True):
        shown = _shown(path)
        if _leads_out(path):
            yield ImportProblem.ARCHIVE_PATH, shown
        elif _is_link(info):
            yield ImportProblem.ARCHIVE_LINK, shown
        elif info.flag_bits & _ENCRYPTED:
            yield ImportProblem.ARCHIVE_ENCRYPTED, shown
        elif info.compress_type not in _METHODS:
            yield ImportProblem.DAMAGED, f"{shown}: compression {info.compress_type}"
        elif PurePosixPath(path.casefold().rstrip(". ")).suffix in _PROGRAMS:
            yield ImportProblem.ARCHIVE_PROGRAM, shown
        elif _is_bomb(info.file_size, info.compress_size):
            yield ImportProblem.ARCHIVE_BOMB, shown
    total = sum(info.file_size for info in infos)
    if total > LARGEST_TOTAL or _is_bomb(total, sum(info.compress_size for info in infos)):
        yield ImportProblem.ARCHIVE_BOMB, f"{total // _SMALL} MB"
    yield from ((ImportProblem.ARCHIVE_DUPLICATE, path) for path in _repeated(paths))
    yield from ((ImportProblem.ARCHIVE_DUPLICATE, path) for path in _overlapping(infos, end))


def _leads_out(path: str) -> bool:
    """Tell whether a name is no plain path downwards: `..`, `/etc`, `C:`, a control character."""
    return (
        not path.strip("/ .")
        or path.startswith("/")
        or _DRIVE.match(path) is not None
        or ".." in (part.strip() for part in path.split("/"))
        or any(unicodedata.category(char) in {"Cc", "Cs"} for char in path)
    )


def _is_link(info: zipfile.ZipInfo) -> bool:
    """Tell whether a member is neither a file nor a folder: a link, a device, a pipe."""
    return stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG, stat.S_IFDIR}


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > _SMALL and unpacked > packed * _HIGHEST_RATIO


def _repeated(paths: Iterable[str]) -> Iterator[str]:
    """Yield the names that another has too on a system that does not tell cases apart."""
    seen: set[str] = set()
    for path in paths:
        parts = (part.rstrip(". ") for part in path.casefold().split("/"))
        key = unicodedata.normalize("NFC", "/".join(part for part in parts if part))
        if key in seen:
            yield _shown(path)
        seen.add(key)


def _overlapping(infos: Iterable[zipfile.ZipInfo], end: int) -> Iterator[str]:
    """Yield the members that reach into the next one or the list: small files, large content."""
    ordered = sorted(infos, key=lambda info: info.header_offset)
    for info, following in pairwise([*ordered, None]):
        assert info is not None
        reach = info.header_offset + _LOCAL_HEADER + info.compress_size
        if reach > (following.header_offset if following else end):
            yield _shown(info.filename)


def _is_left_out(path: str) -> bool:
    parts = path.casefold().split("/")
    return any(part.startswith((".", "~$")) or part in _LEFT_OUT for part in parts)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    """Return the content of a member, never more than its stated size."""
    if PurePosixPath(name.casefold()).suffix in _ARCHIVES:
        raise ImportRefusedError(ImportProblem.ARCHIVE_NESTED, name)
    if info.file_size > LARGEST_MEMBER:
        raise ImportRefusedError(ImportProblem.TOO_LARGE, name)
    try:
        with archive.open(info) as member:
            # in pieces: asked for all at once, it unpacks whatever is there, then cuts it off
            content = b"".join(iter(partial(member.read, _CHUNK), b""))
    except (*_BROKEN, RuntimeError) as error:
        raise ImportRefusedError(ImportProblem.DAMAGED, name, _words(error)) from error
    if len(content) != info.file_size:
        raise ImportRefusedError(ImportProblem.DAMAGED, name, "cut off")
    return content


def _shown(path: str) -> str:
    """Return a name as it may be printed."""
    return "".join(char if char.isprintable() else "�" for char in path)[:120]


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
