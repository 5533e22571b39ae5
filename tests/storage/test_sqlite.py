"""The file and its connections, as SQLite itself says they are."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage import sqlite
from newsdesk.storage.database import Database
from newsdesk.storage.engine import engine_on
from newsdesk.storage.schema import newest
from tests.storage.conftest import Opener
from tests.storage.making import keep, plain_release

_SAFE = {
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
}
_WRITER = _SAFE | {
    "journal_mode": "wal",
    "synchronous": 2,
    "secure_delete": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "query_only": 0,
    "wal_autocheckpoint": 1000,
}
_READER = _SAFE | {"query_only": 1, "wal_autocheckpoint": 0}


def said(driver: sqlite3.Connection, names: dict[str, object]) -> dict[str, object]:
    return {name: sqlite.ask(driver, name) for name in names}


def test_the_writing_connection_is_set_up_for_keeping(database: Database) -> None:
    assert said(database._driver, _WRITER) == _WRITER


def test_a_reading_connection_neither_writes_nor_makes_checkpoints(
    folder: Path, open_database: Opener
) -> None:
    reader = open_database(folder, writing=False)
    assert said(reader._driver, _READER) == _READER


def test_a_setting_that_does_not_take_is_noticed(database: Database) -> None:
    with pytest.raises(StorageError, match="no_such_pragma"):
        sqlite._set(database._driver, {"no_such_pragma": 1})


def test_the_file_says_whose_it_is_and_which_schema_it_has(folder: Path) -> None:
    header = sqlite.read_header(folder / "newsdesk.sqlite")
    assert header == sqlite.Header(application_id=0x4E455753, schema=newest(), is_wal=False)


def test_the_marks_are_set_in_the_transaction_that_makes_the_tables() -> None:
    with closing(sqlite.in_memory()) as driver, engine_on(driver).connect() as connection:
        with connection.begin() as transaction:
            sqlite.begin(connection, writing=True)
            sqlite.mark(connection, 7)
            assert sqlite.schema_number(driver) == 7
            transaction.rollback()
        assert sqlite.schema_number(driver) == 0
        assert sqlite.ask(driver, "application_id") == 0


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"x" * 4096, b"PK\3\4" * 99])
def test_another_file_has_no_header(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert sqlite.read_header(path) is None
    assert not sqlite.is_at_rest(path)


def test_a_transaction_that_writes_takes_its_lock_at_once(database: Database) -> None:
    spoken: list[str] = []
    database._driver.set_trace_callback(spoken.append)
    keep(database, plain_release())
    with database.reading() as work:
        work.contacts.all()
    database._driver.set_trace_callback(None)
    assert spoken[0] == "BEGIN IMMEDIATE"
    assert [word for word in spoken if word.startswith(("BEGIN", "COMMIT", "ROLLBACK"))] == [
        "BEGIN IMMEDIATE",
        "COMMIT",
        "BEGIN",
        "COMMIT",
    ]


def test_foreign_keys_are_off_only_as_long_as_needed(database: Database) -> None:
    driver = database._driver
    with sqlite.unlinked(driver):
        assert sqlite.ask(driver, "foreign_keys") == 0
    assert sqlite.ask(driver, "foreign_keys") == 1


def test_switching_foreign_keys_off_inside_a_transaction_is_refused(database: Database) -> None:
    """SQLite itself would say nothing, and delete the children of a rebuilt table."""
    driver = database._driver
    driver.execute("BEGIN")
    with pytest.raises(StorageError, match="foreign_keys=0"), sqlite.unlinked(driver):
        pass
    driver.rollback()


def test_a_sound_file_has_no_damage(database: Database) -> None:
    keep(database, plain_release())
    assert sqlite.first_damage(database._driver) is None


def test_a_row_without_its_release_is_damage(database: Database) -> None:
    driver = database._driver
    with sqlite.unlinked(driver):
        driver.execute("INSERT INTO release_media VALUES ('a', 0, 'b', 'body', '', '')")
    assert "release_media" in (sqlite.first_damage(driver) or "")


def test_overwritten_pages_are_damage(folder: Path, open_database: Opener) -> None:
    database = open_database(folder)
    for _ in range(20):
        keep(database, plain_release(body_md="x" * 9000))
    database.close()
    path = folder / "newsdesk.sqlite"
    content = bytearray(path.read_bytes())
    half = len(content) // 2
    content[half : half + 8192] = b"\xff" * 8192
    path.write_bytes(content)
    with closing(sqlite.connect(path, writing=False)) as driver:
        assert sqlite.first_damage(driver) is not None


def test_a_copy_holds_what_is_still_in_the_log(database: Database, tmp_path: Path) -> None:
    release = keep(database, plain_release())
    sqlite.copy(database._driver, tmp_path / "copy.sqlite", lambda: None)
    with closing(sqlite3.connect(tmp_path / "copy.sqlite")) as copy:
        assert copy.execute("SELECT headline FROM release").fetchall() == [(release.headline,)]


def test_an_index_that_lost_its_words_is_not_sound(database: Database) -> None:
    keep(database, plain_release())
    connection = database._connection
    with connection.begin():
        assert sqlite.is_index_sound(connection)
        connection.exec_driver_sql("DELETE FROM release_search_data WHERE id > 10")
        assert not sqlite.is_index_sound(connection)


def test_the_index_and_its_tables_are_known_by_name() -> None:
    assert sqlite.is_of_index("release_search")
    assert sqlite.is_of_index("release_search_data")
    assert not sqlite.is_of_index("release")


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (sqlite3.SQLITE_FULL, StorageProblem.FULL),
        (sqlite3.SQLITE_READONLY_DIRECTORY, StorageProblem.READONLY),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StorageProblem.BUSY),
        (sqlite3.SQLITE_CORRUPT_INDEX, StorageProblem.CORRUPT),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, StorageProblem.CANNOT_OPEN),
        (sqlite3.SQLITE_IOERR_WRITE, StorageProblem.IO),
        (sqlite3.SQLITE_NOTADB, StorageProblem.NOT_A_DATABASE),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, None),
        (sqlite3.SQLITE_MISUSE, None),
    ],
)
def test_an_error_is_known_by_its_code(code: int, problem: StorageProblem | None) -> None:
    error = sqlite3.OperationalError("whatever the words")
    error.sqlite_errorcode = code
    assert sqlite.problem_of(error) is problem


def test_what_is_no_error_of_the_driver_is_a_bug() -> None:
    assert sqlite.problem_of(ValueError()) is None
    assert sqlite.problem_of(None) is None
