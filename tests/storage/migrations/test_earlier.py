"""Newsrooms as earlier newsdesks left them, with rows in every table, opened by this one."""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from uuid6 import uuid7

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage import sqlite
from newsdesk.storage.backup import backups_in, check
from newsdesk.storage.database import Database
from newsdesk.storage.migrate import migrate
from newsdesk.storage.names import NAME
from newsdesk.storage.schema import newest
from tests.storage.making import Clock
from tests.storage.migrations.filling import fill
from tests.storage.migrations.setting_back import shortened

EARLIER = range(1, newest())
DERIVED = {"alembic_version", "release_fingerprint"}


def rows(path: Path) -> dict[str, list[dict[str, object]]]:
    """Return every row of every table but what is derived, by column."""
    with closing(sqlite.connect_to_copy(path)) as driver:
        driver.row_factory = sqlite3.Row
        names = [row["name"] for row in driver.execute(TABLES)]
        kept = [n for n in names if not sqlite.is_of_index(n) and n not in DERIVED]
        return {
            name: [dict(row) for row in driver.execute(f"SELECT * FROM {name}")]  # noqa: S608
            for name in kept
        }


TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def made(tmp_path: Path, schema: int) -> Path:
    """Return the folder of a newsroom of an earlier schema, with rows in every table, closed."""
    folder = tmp_path / "newsroom"
    folder.mkdir()
    with closing(sqlite.create(folder / NAME)) as driver:
        migrate(driver, shortened(tmp_path, schema))
        fill(driver)
        assert sqlite.first_damage(driver) is None
    return folder


@pytest.mark.parametrize("schema", EARLIER)
def test_every_row_of_every_table_is_still_there(tmp_path: Path, schema: int) -> None:
    folder = made(tmp_path, schema)
    before = rows(folder / NAME)
    assert all(before.values()), [name for name, found in before.items() if not found]
    Database.open(folder, writing=True, now=Clock(), new_id=new_id).close()
    header = sqlite.read_header(folder / NAME)
    assert header is not None
    assert header.schema == newest()
    after = rows(folder / NAME)
    for name, earlier in before.items():
        assert len(after[name]) == len(earlier), name
        for was, is_ in zip(earlier, after[name], strict=True):
            assert {column: is_[column] for column in was.keys() & is_.keys()} == {
                column: value for column, value in was.items() if column in is_
            }, name


@pytest.mark.parametrize("schema", EARLIER)
def test_a_sound_backup_of_what_it_was_stands_beside_it(tmp_path: Path, schema: int) -> None:
    folder = made(tmp_path, schema)
    before = rows(folder / NAME)
    Database.open(folder, writing=True, now=Clock(), new_id=new_id).close()
    (backup,) = backups_in(folder / "backups")
    assert (backup.reason, backup.is_verified) == (BackupReason.SCHEMA, True)
    check(Path(backup.path))
    header = sqlite.read_header(Path(backup.path))
    assert header is not None
    assert header.schema == schema
    assert rows(Path(backup.path)) == before


@pytest.mark.parametrize("schema", EARLIER)
def test_what_is_migrated_can_be_read_and_written(tmp_path: Path, schema: int) -> None:
    folder = made(tmp_path, schema)
    with Database.open(folder, writing=True, now=Clock(), new_id=new_id) as database:
        with database.transaction() as work:
            (key,) = work.soundness.release_ids()
            release = work.releases.get(key)
            assert release.quotes
            assert release.contacts
            assert release.dateline.places
            saved = work.releases.save(release, dateline_text="")
        assert saved.version == release.version + 1


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize("schema", [newest() + 1, 9999])
def test_one_of_a_newer_newsdesk_is_refused_to_the_byte(
    tmp_path: Path, schema: int, writing: bool
) -> None:
    folder = made(tmp_path, newest())
    with closing(sqlite3.connect(folder / NAME)) as driver:
        driver.execute(f"PRAGMA user_version={schema}")
    before = (folder / NAME).read_bytes()
    with pytest.raises(StorageError) as caught:
        Database.open(folder, writing=writing, now=Clock(), new_id=new_id)
    assert caught.value.problem is StorageProblem.NEWER
    assert (folder / NAME).read_bytes() == before
    assert {path.name for path in folder.iterdir()} <= {NAME, "newsdesk.lock"}


def new_id() -> UUID:
    return UUID(int=uuid7().int)
