"""The bytes of a damaged file, brought so far that SQLite opens it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsdesk.storage.salvage import pages

PAGE = 4096


def make(path: Path, *, page_size: int = PAGE, length: int = 20) -> Path:
    """Make a database whose schema takes many pages, one table of it a page and more by itself."""
    with closing(sqlite3.connect(path)) as driver:
        driver.execute(f"PRAGMA page_size={page_size}")
        for number in range(length):
            columns = ", ".join(f"column_{at}_of_table_{number} TEXT" for at in range(40))
            driver.execute(f"CREATE TABLE t{number} ({columns})")
            driver.execute(f"INSERT INTO t{number} (column_0_of_table_{number}) VALUES ('x')")  # noqa: S608
        long = ", ".join(f"a_rather_long_name_of_a_column_{at} TEXT" for at in range(500))
        driver.execute(f"CREATE TABLE long ({long})")
        driver.commit()
    return path


def tables(path: Path) -> int:
    with closing(sqlite3.connect(path)) as driver:
        found = driver.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        assert driver.execute("SELECT * FROM t3").fetchone()[0] == "x"
        return found


@pytest.mark.parametrize("page_size", [512, 4096, 65536])
def test_a_schema_of_any_size_is_taken_over_whole(tmp_path: Path, page_size: int) -> None:
    donor = make(tmp_path / "donor", page_size=page_size)
    content = bytearray(donor.read_bytes())
    with donor.open("rb") as file:
        numbers = pages._schema_pages(file, page_size)
    for number in numbers:
        content[(number - 1) * page_size : number * page_size] = bytes(page_size)
    damaged = tmp_path / "damaged"
    damaged.write_bytes(content)
    with pytest.raises(sqlite3.DatabaseError):
        tables(damaged)
    pages.graft(damaged, donor)
    assert tables(damaged) == 21


def test_a_file_that_was_cut_off_gets_as_many_pages_as_it_says(tmp_path: Path) -> None:
    path = make(tmp_path / "file")
    whole = path.stat().st_size
    path.write_bytes(path.read_bytes()[: whole - PAGE - 7])
    pages.pad(path)
    assert path.stat().st_size == whole


def test_a_page_count_out_of_all_proportion_is_not_believed(tmp_path: Path) -> None:
    path = make(tmp_path / "file")
    content = bytearray(path.read_bytes()[:-9])
    content[28:32] = b"\xff\xff\xff\xff"
    path.write_bytes(content)
    pages.pad(path)
    assert path.stat().st_size == len(content) + 9


def test_a_log_beside_it_is_heeded_after_grafting(tmp_path: Path) -> None:
    donor = make(tmp_path / "donor")
    damaged = tmp_path / "damaged"
    damaged.write_bytes(bytes(100) + donor.read_bytes()[100:])
    (tmp_path / "damaged-wal").write_bytes(b"some log")
    pages.graft(damaged, donor)
    assert damaged.read_bytes()[18:20] == b"\2\2"
    (tmp_path / "damaged-wal").unlink()
    pages.graft(damaged, donor)
    assert damaged.read_bytes()[18:20] == b"\1\1"


@pytest.mark.parametrize(
    ("said", "size"), [(b"\x10\0", 4096), (b"\0\1", 65536), (b"\0\0", None), (b"ab", None)]
)
def test_the_size_of_a_page_is_a_power_of_two_or_nothing(said: bytes, size: int | None) -> None:
    assert pages.page_size(bytes(16) + said + bytes(82)) == size
