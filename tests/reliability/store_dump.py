"""Opens a newsroom as the program does and says what is in it.

    python store_dump.py {db}
    python store_dump.py --each

With `--each` it does so for every `{db}` that it is given as a line on stdin, to start only once.
`{db}` is the newsroom's data folder or the `newsdesk.sqlite` in it. On stdout `ROW <key> <seq>
<sha256>` for the latest state of each release that can be read, in the trash too, then one of:
`OK`, exit code 0; `CORRUPT why`, 3; `NEWER v`, 4, of a later newsdesk, with its schema; `REFUSED
<problem> why`, 5, the newsroom may be whole but cannot be opened now.

`OK` is said of no less than everything: the file, the foreign keys, every release against its
hash, every revision, the chain of the permanent ones, and the pictures that the releases name.
"""

import argparse
import gc
import sys
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from stored_text import StoredText, folder_of

from newsdesk.desk import open_desk
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.services.desk import Desk
from newsdesk.storage import sqlite
from newsdesk.storage.opening import NAME

_DAMAGE = {StorageProblem.CORRUPT, StorageProblem.NOT_A_DATABASE, StorageProblem.FOREIGN}


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="store_dump.py")
    parser.add_argument("db", nargs="?", help="the data folder, or the newsdesk.sqlite in it")
    parser.add_argument("--each", action="store_true", help="for each line on stdin")
    chosen = parser.parse_args(words)
    if not chosen.each and chosen.db is None:
        parser.error("which newsroom?")
    sys.stdout.reconfigure(encoding="utf-8")
    if not chosen.each:
        return _tell(folder_of(chosen.db))
    for line in sys.stdin:
        _tell(folder_of(line.rstrip("\n")))
        gc.collect()  # nothing of one newsroom is held when the next one comes
    return 0


def _tell(folder: Path) -> int:
    """Say what is in a newsroom; return the exit code for it."""
    try:
        with open_desk(folder, writing=True) as desk:
            complaints = [*_rows(desk), *_file(folder / NAME)]
    except StorageError as error:
        return _refusal(folder, error)
    if complaints:
        _say("CORRUPT", complaints[0])
        return 3
    _say("OK")
    return 0


def _rows(desk: Desk) -> Iterator[str]:
    """Say what the releases hold; yield what is wrong with any."""
    for trashed in (False, True):
        for key in desk.releases.ids(ReleaseQuery(trashed=trashed)):
            try:
                text = StoredText.of(desk.releases.get(str(key)))
                _say("ROW", text.key, text.number, text.sha256)
                yield from _history(desk, key)
                yield from _pictures(desk, key)
            except StorageError as error:
                yield f"{key}: {error.problem} {error.detail}"


def _history(desk: Desk, key: ReleaseId) -> Iterator[str]:
    before: str | None = None
    with desk.releases._workplace.database.reading() as work:
        for revision in work.revisions.list(key):
            work.revisions.release_at(key, revision.number)
            if revision.is_permanent:
                if revision.prev_sha != before:
                    yield f"{key}: revision {revision.number} does not follow the one before"
                before = revision.sha256


def _pictures(desk: Desk, key: ReleaseId) -> Iterator[str]:
    for picture in desk.pictures.of(str(key)):
        if sha256(picture.read()).hexdigest() != picture.sha256:
            yield f"{key}: picture {picture.sha256}"


def _file(path: Path) -> Iterator[str]:
    with closing(sqlite.connect(path, writing=False)) as driver:
        if damage := sqlite.first_damage(driver):
            yield damage


def _refusal(folder: Path, error: StorageError) -> int:
    detail = " ".join(f"{error.path} {error.detail}".split())
    if error.problem is StorageProblem.NEWER:
        header = sqlite.read_header(folder / NAME)
        _say("NEWER", header.schema if header else "?")
        return 4
    if error.problem in _DAMAGE:
        _say("CORRUPT", error.problem, detail)
        return 3
    _say("REFUSED", error.problem, detail)
    return 5


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")  # in one piece
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
