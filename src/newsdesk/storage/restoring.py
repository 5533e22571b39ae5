"""A copy takes the place of the database, and the database stays beside it.

In two steps, so that there is a good newsroom whenever this is broken off. The copy is staged:
brought into the folder, read as a whole and found sound, while anybody may still work. From then on
it is decided, and whoever opens the newsroom next, under its lock, first sets aside what stands in
its place, all of it, and puts the copy there.
"""

import re
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from newsdesk.storage import sqlite
from newsdesk.storage.backup import check, no_rest, sync
from newsdesk.storage.errors import files_in_words, in_words
from newsdesk.storage.names import NAME

_PART = f"{NAME}.restoring"
_STAGED = re.compile(rf"{re.escape(NAME)}\.restored-(\d{{8}}T\d{{6}}Z)")


def stage(folder: Path, source: Path, *, now: datetime, rest: Callable[[], None] = no_rest) -> Path:
    """Bring a copy into a newsroom's folder, and return where the present database will stand.

    Raises:
        StorageError: it is damaged, newer, none of ours, or could not be brought in; the newsroom
            is as it was.
    """
    check(source, rest)
    part = folder / _PART
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    with files_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        sqlite.remove(part)
        try:
            with in_words(source), closing(sqlite.connect_to_copy(source)) as driver:
                sqlite.copy(driver, part, rest)
            check(part, rest)
            sync(part)
            for other in _staged_in(folder):
                other.unlink()
            part.replace(folder / f"{NAME}.restored-{stamp}")
        finally:
            sqlite.remove(part)
        sync(folder)
    return _aside(folder, stamp)


def is_staged(folder: Path) -> bool:
    """Tell whether a copy waits to take the place of the database."""
    return bool(_staged_in(folder))


def finish(folder: Path) -> None:
    """Let a staged copy take the place of the database; nothing if there is none.

    For who holds the folder's lock and has the database not open. It may be broken off anywhere:
    the next one goes on.
    """
    for staged in _staged_in(folder):
        named = _STAGED.fullmatch(staged.name)
        assert named is not None
        path, aside = folder / NAME, _aside(folder, named[1])
        for ending in ("", *sqlite.ENDINGS):  # a log that stayed would be read into the copy
            file = path.with_name(path.name + ending)
            if file.exists():
                file.rename(aside.with_name(aside.name + ending))
        sync(folder)
        staged.rename(path)
        sync(folder)


def set_aside_in(folder: Path) -> list[Path]:
    """Return the databases that a restored one has taken the place of."""
    return sorted(folder.glob("newsdesk-before-restore-*.sqlite"))


def _aside(folder: Path, stamp: str) -> Path:
    return folder / f"newsdesk-before-restore-{stamp}.sqlite"


def _staged_in(folder: Path) -> list[Path]:
    """Return the one that is staged; of several, which only tampering could make, the last one."""
    if not folder.is_dir():
        return []
    staged = [path for path in folder.iterdir() if _STAGED.fullmatch(path.name)]
    return sorted(staged, reverse=True)[:1]
