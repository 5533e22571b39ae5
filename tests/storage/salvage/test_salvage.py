"""What is read out of a damaged database, where `SELECT *` gives up."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from uuid6 import uuid7

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.storage import sqlite
from newsdesk.storage.backup import check, no_rest
from newsdesk.storage.names import NAME
from newsdesk.storage.salvage.reassembly import Reassembly
from newsdesk.storage.salvage.salvage import salvage
from tests.storage.conftest import Opener
from tests.storage.making import Clock, keep, plain_release

MANY = 60
PAGE = 4096


@pytest.fixture
def reassembly(clock: Clock) -> Reassembly:
    return Reassembly(
        author="dana",
        device="desk-1",
        now=clock,
        new_id=uuid7,
        dateline_text=lambda release: release.language.upper(),
    )


@pytest.fixture
def written(folder: Path, open_database: Opener) -> list[Release]:
    """A closed newsroom with texts that fill a page and more each."""
    with open_database(folder) as database:
        return [
            keep(
                database,
                plain_release(headline=f"Berth {number}", body_md=f"Text {number}. " + "x" * 5000),
            )
            for number in range(MANY)
        ]


def texts(folder: Path, open_database: Opener) -> dict[str, str]:
    with open_database(folder, writing=False).reading() as work:
        summaries = work.releases.summaries(ReleaseQuery(limit=1000))
        return {one.headline: work.releases.get(one.id).body_md for one in summaries}


def saved(
    folder: Path, reassembly: Reassembly, open_database: Opener, donors: list[Path] | None = None
) -> dict[str, str]:
    """Salvage the database of a folder, and return the texts of what came out."""
    target = folder.parent / "salvaged" / NAME
    target.parent.mkdir()
    before = (folder / NAME).read_bytes()
    salvage(folder / NAME, target, donors or [], reassembly, no_rest)
    check(target)
    assert (folder / NAME).read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == [NAME]
    return texts(target.parent, open_database)


def roots(path: Path) -> dict[str, int]:
    with closing(sqlite.connect(path, writing=False)) as driver:
        return dict(driver.execute("SELECT name, rootpage FROM sqlite_master"))


def pages_of(path: Path, sign: bytes) -> list[int]:
    """Return the numbers, from 0, of the pages that hold some bytes."""
    content = path.read_bytes()
    return [at for at in range(len(content) // PAGE) if sign in content[at * PAGE :][:PAGE]]


def overwrite(path: Path, page: int, content: bytes = bytes(PAGE)) -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(content)


def leaves(path: Path) -> list[int]:
    """Return the pages, from 0, that hold rows of releases, in the order of the table."""
    content = path.read_bytes()
    root = (roots(path)["release"] - 1) * PAGE
    count = int.from_bytes(content[root + 3 : root + 5], "big")
    assert content[root] == 5
    cells = [int.from_bytes(content[root + 12 + 2 * n :][:2], "big") for n in range(count)]
    return [int.from_bytes(content[root + cell :][:4], "big") - 1 for cell in cells]


@pytest.mark.usefixtures("written")
def test_rows_behind_a_broken_page_are_read(
    folder: Path, reassembly: Reassembly, open_database: Opener
) -> None:
    broken = leaves(folder / NAME)
    overwrite(folder / NAME, broken[len(broken) // 2])
    with closing(sqlite3.connect(folder / NAME)) as driver:
        plainly = 0
        with suppress(sqlite3.DatabaseError):
            for _ in driver.execute("SELECT * FROM release NOT INDEXED ORDER BY rowid"):
                plainly += 1
    assert plainly < MANY
    found = saved(folder, reassembly, open_database)
    assert len(found) == MANY  # those whose rows are gone come back from their history
    assert all(text.startswith(f"Text {name.split()[1]}.") for name, text in found.items())


@pytest.mark.usefixtures("written")
def test_a_file_that_was_cut_off_gives_what_is_left(
    folder: Path, reassembly: Reassembly, open_database: Opener
) -> None:
    path = folder / NAME
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 3 // 4 + 100])
    assert len(saved(folder, reassembly, open_database)) > MANY // 2


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("length", [16, 100, PAGE])
def test_a_file_without_its_beginning_gets_that_of_another_one_of_its_kind(
    folder: Path, reassembly: Reassembly, open_database: Opener, length: int
) -> None:
    overwrite(folder / NAME, 0, bytes(length))
    assert len(saved(folder, reassembly, open_database)) == MANY


def test_a_backup_tells_where_the_tables_lie(
    folder: Path, reassembly: Reassembly, open_database: Opener
) -> None:
    """In a database that was not made anew by this newsdesk no other one does."""
    with open_database(folder) as database:
        database._driver.execute("CREATE TABLE filler (text)")
        database._driver.execute("DROP TABLE revision")
    del database
    path = folder / NAME
    with closing(sqlite.in_memory()) as fresh:
        reassembly.make(fresh, 6)
        sql = fresh.execute("SELECT sql FROM sqlite_master WHERE name = 'revision'").fetchone()[0]
        more = fresh.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = 'revision' AND type = 'index'"
        ).fetchall()
    with closing(sqlite.connect(path, writing=True)) as driver:
        driver.execute(sql)
        for (one,) in more:
            if one:
                driver.execute(one)
    backup = folder.parent / "backup.sqlite"
    with open_database(folder) as database:
        keep(database, plain_release(headline="Moved"))
    backup.write_bytes(path.read_bytes())
    overwrite(path, 0)
    assert list(saved(folder, reassembly, open_database, [backup])) == ["Moved"]


@pytest.mark.usefixtures("written")
def test_a_text_that_is_not_what_was_recorded_is_told_of(
    folder: Path, reassembly: Reassembly
) -> None:
    path = folder / NAME
    (page,) = pages_of(path, b"Text 7. xx")
    content = path.read_bytes()[page * PAGE :][:PAGE]
    overwrite(path, page, content.replace(b"Text 7. xx", b"Text 8. xx"))
    target = folder.parent / "salvaged.sqlite"
    found = salvage(path, target, [], reassembly, no_rest)
    assert found.doubtful == ("Berth 7",)
    assert found.releases == MANY
    check(target)


def test_what_is_only_in_the_log_is_salvaged_too(
    folder: Path, reassembly: Reassembly, open_database: Opener
) -> None:
    database = open_database(folder)
    keep(database, plain_release(headline="Only in the log"), Reason.SAVE)
    crashed = folder.parent / "crashed"
    crashed.mkdir()
    for file in (folder / NAME, folder / f"{NAME}-wal"):
        (crashed / file.name).write_bytes(file.read_bytes())
    overwrite(crashed / NAME, 0, bytes(50))
    assert list(saved(crashed, reassembly, open_database)) == ["Only in the log"]


@pytest.mark.parametrize("ruin", [bytes, lambda size: b"Dear reader, " * (size // 13)])
def test_where_nothing_can_be_read_that_is_said_and_nothing_is_made(
    folder: Path, reassembly: Reassembly, ruin: Callable[[int], bytes]
) -> None:
    path = folder / NAME
    path.write_bytes(ruin(path.stat().st_size))
    before = sorted(folder.iterdir())
    with pytest.raises(StorageError) as caught:
        salvage(path, folder / "salvaged.sqlite", [], reassembly, no_rest)
    assert caught.value.problem is StorageProblem.CORRUPT
    assert sorted(folder.iterdir()) == before
