"""Mending a copy of a damaged database file so far that SQLite opens it again.

Works on the bytes, as https://www.sqlite.org/fileformat2.html describes them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from newsdesk.storage import sqlite

_HEADER = 100  # bytes, at the beginning of the first page
_USUAL_SIZE = 4096
_SIZES = frozenset(2**power for power in range(9, 17))
_INNER, _LEAF = 0x05, 0x0D  # kinds of pages of a table
_MOST_MISSING = 4  # times what is there: a page count beyond that is damaged itself


def pad(path: Path) -> None:
    """Bring a file that was cut off to whole pages, as many as it says it has, by zeros."""
    head = _head(path)
    size = page_size(head) or _USUAL_SIZE
    there = -(-path.stat().st_size // size)
    claimed = int.from_bytes(head[28:32], "big")
    pages = claimed if there < claimed <= there * _MOST_MISSING else there
    with path.open("r+b") as file:
        file.truncate(pages * size)


def graft(path: Path, donor: Path) -> None:
    """Give a file the header and the schema of a sound database, and keep all its other pages.

    The tables must lie where they lie in `donor`: in a copy of the same database of an earlier
    time, or in one that was made the same way.
    """
    size = page_size(_head(donor)) or _USUAL_SIZE
    with donor.open("rb") as source, path.open("r+b") as target:
        for number in sorted(_schema_pages(source, size)):
            target.seek((number - 1) * size)
            target.write(_page(source, number, size))
        pages = -(-target.seek(0, 2) // size)
        target.truncate(pages * size)
        for at, value in (
            (28, pages),
            (32, 0),  # no page is free: nothing is ever written here
            (36, 0),
            (92, int.from_bytes(_page(source, 1, size)[24:28], "big")),  # the page count holds
        ):
            target.seek(at)
            target.write(value.to_bytes(4, "big"))
        if any(file.stat().st_size for file in sqlite.companions(path)):
            target.seek(18)
            target.write(b"\2\2")  # what is beside it is its log


def page_size(head: bytes) -> int | None:
    """Return the size of a page in bytes; None if the header makes no sense."""
    size = int.from_bytes(head[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size in _SIZES else None


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER)


def _page(file: BinaryIO, number: int, size: int) -> bytes:
    file.seek((number - 1) * size)
    return file.read(size)


def _schema_pages(file: BinaryIO, size: int) -> set[int]:
    """Return the numbers of the pages that hold the schema, in a sound database."""
    wanted, found = [1], set[int]()
    while wanted:
        number = wanted.pop()
        found.add(number)
        page = _page(file, number, size)
        start = _HEADER if number == 1 else 0
        cells = _cells(page, start)
        if page[start] == _INNER:
            wanted += [_number(page, cell) for cell in cells]
            wanted.append(_number(page, start + 8))
        elif page[start] == _LEAF:
            for cell in cells:
                found |= set(_overflow(file, page, cell, size))
    return found


def _cells(page: bytes, start: int) -> list[int]:
    """Return where the cells of a page begin."""
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + (12 if page[start] == _INNER else 8)
    return [int.from_bytes(page[at : at + 2], "big") for at in range(first, first + 2 * count, 2)]


def _overflow(file: BinaryIO, page: bytes, cell: int, size: int) -> Iterator[int]:
    """Yield the pages that a row which is too long for its own goes on in."""
    length, at = _varint(page, cell)
    _, at = _varint(page, at)
    if length <= size - 35:
        return
    least = (size - 12) * 32 // 255 - 23
    here = least + (length - least) % (size - 4)
    number = _number(page, at + (here if here <= size - 35 else least))
    while number:
        yield number
        number = _number(_page(file, number, size), 0)


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "big")


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """Return a number of variable length, and where it ends."""
    value = 0
    for byte in page[at : at + 8]:
        value, at = (value << 7) | (byte & 0x7F), at + 1
        if byte < 0x80:
            return value, at
    return (value << 8) | page[at], at + 1
