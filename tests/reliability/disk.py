"""A disk that loses what nobody told it to keep.

What POSIX promises and no more: `fsync` of a file keeps its content, not its name; the names in a
folder are kept by `fsync` of that folder. What was written since may be on the disk or not, sector
by sector and in any order; names that were given or taken away come in their order, up to some
point. What was said on the output is out of the machine at once.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tests.reliability.recording import Call

_SHARES = (0.0, 0.0, 0.5, 0.9, 1.0)  # of what was not told to be kept, how much is
_SECTOR = 512  # bytes that are written whole or not at all
_MEMORY = "-shm"  # SQLite's shared memory: it means nothing without the processes that share it


@dataclass(slots=True, eq=False)
class _File:
    kept: bytearray = field(default_factory=bytearray)
    now: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)  # None: cut off there

    def write(self, offset: int, content: bytes) -> None:
        self.since.append((offset, content))
        _put(self.now, offset, content)

    def truncate(self, length: int) -> None:
        self.since.append((length, None))
        _put(self.now, length, None)

    def sync(self) -> None:
        self.kept = bytearray(self.now)
        self.since.clear()

    def after_cut(self, survives: Callable[[], bool]) -> bytes:
        found = bytearray(self.kept)
        for offset, content in self.since:
            if content is None:
                if survives():
                    _put(found, offset, None)
                continue
            for start, end in _sectors(offset, offset + len(content)):
                if survives():
                    _put(found, start, content[start - offset : end - offset])
        return bytes(found)


@dataclass(slots=True, eq=False)
class _Folder:
    kept: dict[str, "_Node"] = field(default_factory=dict)
    now: dict[str, "_Node"] = field(default_factory=dict)
    since: list[dict[str, "_Node"]] = field(default_factory=list)  # the names after each change

    def change(self, **names: "_Node | None") -> None:
        changed = {**self.now, **names}
        self.now = {name: node for name, node in changed.items() if node is not None}
        self.since.append(self.now)

    def sync(self) -> None:
        self.kept = self.now
        self.since.clear()

    def after_cut(self, chance: random.Random, share: float) -> dict[str, "_Node"]:
        last = round(share * len(self.since))
        return chance.choice([self.kept, *self.since[:last]])


_Node = _File | _Folder


class Disk:
    """The files and folders below one that is on the disk from the beginning."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._top = _Folder()
        self._open: dict[int, tuple[_Node, int]] = {}  # with the place that is written next

    def do(self, call: Call) -> None:
        """Let a call have its effect on what processes see."""
        match call.name:
            case "open":
                self._opened(call)
            case "mkdir":
                self._parent(call.path).change(**{_name(call.path): _Folder()})
            case "unlink" | "rmdir":
                self._parent(call.path).change(**{_name(call.path): None})
            case "rename":
                self._renamed(call)
            case _:
                self._done_to_open(call)

    def _opened(self, call: Call) -> None:
        folder, name = self._parent(call.path), _name(call.path)
        node = self._top if call.path == str(self._root) else folder.now.get(name)
        if node is None:  # it was made now: nothing was there before
            node = _File()
            folder.change(**{name: node})
        place = 0
        if isinstance(node, _File):
            if "O_TRUNC" in call.flags and node.now:
                node.truncate(0)
            place = len(node.now) if "O_APPEND" in call.flags else 0
        self._open[call.number] = node, place

    def _renamed(self, call: Call) -> None:
        before, after = self._parent(call.path), self._parent(call.to_path)
        node = before.now[_name(call.path)]
        if before is after:  # one step: the old name or the new one
            before.change(**{_name(call.path): None, _name(call.to_path): node})
        else:
            after.change(**{_name(call.to_path): node})
            before.change(**{_name(call.path): None})

    def _done_to_open(self, call: Call) -> None:
        node, place = self._open[call.descriptor]
        if call.name == "sync":
            node.sync()
        elif call.name == "seek":
            self._open[call.descriptor] = node, call.number
        elif isinstance(node, _File) and call.name == "write":
            node.write(place if call.number < 0 else call.number, call.content)
            if call.number < 0:
                self._open[call.descriptor] = node, place + len(call.content)
        elif isinstance(node, _File) and call.name == "truncate":
            node.truncate(call.number)
        else:
            raise NotImplementedError(call.name)

    def _parent(self, path: str) -> _Folder:
        node: _Node = self._top
        for name in Path(path).relative_to(self._root).parts[:-1]:
            assert isinstance(node, _Folder)
            node = node.now[name]
        assert isinstance(node, _Folder)
        return node

    def after_cut(self, place: Path, chance: random.Random) -> None:
        """Write into a new folder what the disk may hold if the power goes now."""
        _restore(self._top, place, chance, chance.choice(_SHARES))


def _restore(folder: _Folder, place: Path, chance: random.Random, share: float) -> None:
    place.mkdir()
    for name, node in folder.after_cut(chance, share).items():
        if isinstance(node, _Folder):
            _restore(node, place / name, chance, share)
        elif not name.endswith(_MEMORY):
            (place / name).write_bytes(node.after_cut(lambda: chance.random() < share))


def _put(content: bytearray, offset: int, new: bytes | None) -> None:
    """Put bytes in their place, or end there; what was never written between is zero."""
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    if new is None:
        del content[offset:]
    else:
        content[offset : offset + len(new)] = new


def _sectors(start: int, end: int) -> list[tuple[int, int]]:
    borders = [start, *range(start - start % _SECTOR + _SECTOR, end, _SECTOR), end]
    return list(pairwise(borders))


def _name(path: str) -> str:
    return Path(path).name
