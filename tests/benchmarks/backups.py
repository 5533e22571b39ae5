"""What a verified backup costs beside SQLite's own copy and check, and who waits for it."""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median
from threading import Event, Thread
from time import perf_counter

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.release import Release
from newsdesk.storage import sqlite
from newsdesk.storage.backup import back_up, sync
from newsdesk.storage.database import Database
from newsdesk.storage.opening import NAME
from newsdesk.ui.backup_keeping import REST_S
from tests.benchmarks.rows import Row
from tests.benchmarks.storage import body, kept, new_release, open_newsroom

_RELEASES = 10_000
_TOGETHER = 500  # in one transaction
_BACKUPS = 3
_BETWEEN_S = 0.01  # two saves


def measure() -> list[Row]:
    # beside the project: a temporary folder may lie in memory, where nothing is ever synced
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        folder = Path(name)
        with open_newsroom(folder) as database:
            _fill(database)
        ours, bare = _backups(folder)
        beside, alone = _longest_saves(folder)
    return [
        # ours reads and hashes each release and each revision of it besides
        Row("a verified backup of 10,000 releases", ours * 1e3, "ms", bare * 1e3, 6),
        Row("the longest save while one is made", beside * 1e3, "ms", alone * 1e3, 4),
    ]


def _fill(database: Database) -> None:
    chance = Random(1)  # noqa: S311 - the same texts every time
    for _ in range(_RELEASES // _TOGETHER):
        with database.transaction() as work:
            for _ in range(_TOGETHER):
                release = new_release()
                slug = f"{release.slug}-{release.id.hex[-12:]}"
                kept(work, replace(release, slug=slug, body_md=body(chance)))


def _backups(folder: Path) -> tuple[float, float]:
    """Return the median seconds of ours and of the bare one; one by turns with the other."""
    ours: list[float] = []
    bare: list[float] = []
    with closing(sqlite.connect(folder / NAME, writing=False)) as driver:
        for number in range(_BACKUPS):
            place = folder / f"backups-{number}"
            now = datetime.now(UTC)
            begun = perf_counter()
            made = back_up(driver, place, now=now, reason=BackupReason.ASKED)
            ours.append(perf_counter() - begun)
            sqlite.remove(made)
            bare.append(_bare(driver, folder / "bare.sqlite"))
    return median(ours), median(bare)


def _bare(driver: sqlite3.Connection, path: Path) -> float:
    """Copy and check as SQLite does by itself, which knows nothing of what a text should be."""
    begun = perf_counter()
    with closing(sqlite3.connect(path)) as target:
        driver.backup(target)
        said = target.execute("PRAGMA integrity_check").fetchall()
        orphans = target.execute("PRAGMA foreign_key_check").fetchall()
    sync(path)
    took = perf_counter() - begun
    assert (said, orphans) == ([("ok",)], [])
    sqlite.remove(path)
    return took


def _longest_saves(folder: Path) -> tuple[float, float]:
    """Return the seconds of the longest save while a backup is made, and while none is.

    The backup is made as the window has it made: in another thread, resting between its steps.
    """
    with open_newsroom(folder) as database:
        with database.transaction() as work:
            release = kept(work, new_release())
        is_done = Event()

        def make() -> None:
            with closing(sqlite.connect(folder / NAME, writing=False)) as driver:
                back_up(
                    driver,
                    folder / "beside",
                    now=datetime.now(UTC),
                    reason=BackupReason.CHANGE,
                    rest=lambda: time.sleep(REST_S),
                )
            is_done.set()

        thread = Thread(target=make)
        thread.start()
        beside, release = _saves(database, release, lambda _: is_done.is_set())
        thread.join()
        alone, _ = _saves(database, release, lambda number: number == len(beside))
    return max(beside), max(alone)


def _saves(
    database: Database, release: Release, is_over: Callable[[int], bool]
) -> tuple[list[float], Release]:
    """Save again and again; return the seconds of each, and what was saved last."""
    chance = Random(2)  # noqa: S311 - the same texts every time
    took: list[float] = []
    while not is_over(len(took)):
        edited = replace(release, body_md=body(chance), versioncreated=datetime.now(UTC))
        begun = perf_counter()
        with database.transaction() as work:
            release = kept(work, edited)
        took.append(perf_counter() - begun)
        time.sleep(_BETWEEN_S)
    return took, release
