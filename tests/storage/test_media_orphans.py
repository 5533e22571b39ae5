"""Which files of the media store nothing names."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from uuid6 import uuid7

from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import MediaAsset
from newsdesk.storage.database import Database
from newsdesk.storage.media_orphans import old_files, remove_old
from tests.storage.making import NOW, keep, plain_release

BEFORE = NOW - timedelta(days=30)


def stored(database: Database, content: bytes, *, days_old: int) -> tuple[str, str]:
    """Keep a file that was last asked for so many days ago; return its hash and path."""
    sha256, path = database.media_store.add(content, ".png")
    made_old(database.media_store.folder / path, NOW - timedelta(days=days_old))
    return sha256, path


def made_old(file: Path, at: datetime) -> None:
    os.utime(file, (at.timestamp(), at.timestamp()))


def asset(sha256: str, path: str) -> MediaAsset:
    return MediaAsset(id=MediaId(uuid7()), sha256=sha256, path=path, mime="image/png")


def none_more() -> list[str]:
    return []


def cleared(database: Database) -> list[str]:
    return database.clear_orphans(BEFORE, none_more)


def test_a_file_without_a_row_goes_after_its_time(database: Database) -> None:
    _, old = stored(database, b"old", days_old=31)
    _, young = stored(database, b"young", days_old=29)
    assert cleared(database) == [old]
    assert not database.media_store.has(old)
    assert database.media_store.has(young)


def test_a_file_that_a_row_names_stays_even_if_it_was_put_away(database: Database) -> None:
    kept = asset(*stored(database, b"kept", days_old=400))
    away = asset(*stored(database, b"away", days_old=400))
    with database.transaction() as work:
        work.media.save(kept)
        work.media.save(away)
        work.media.delete(away.id, at=NOW, by="dana")
    assert cleared(database) == []


def test_a_file_that_only_an_old_revision_names_stays(database: Database) -> None:
    sha256, path = stored(database, b"once shown", days_old=400)
    picture = asset(sha256, path)
    with database.transaction() as work:
        work.media.save(picture)
    keep(database, plain_release(body_md=f"![A quay](newsdesk-media:{sha256})"))
    database._driver.execute("DELETE FROM media")
    assert cleared(database) == []
    database._driver.execute("DELETE FROM revision")
    assert cleared(database) == [path]


def test_where_a_revision_cannot_be_read_nothing_goes(database: Database) -> None:
    stored(database, b"orphan", days_old=400)
    keep(database, plain_release())
    database._driver.execute("UPDATE revision SET snapshot = x'00'")
    assert cleared(database) == []


def test_what_is_named_elsewhere_is_asked_for_only_if_something_would_go(
    database: Database,
) -> None:
    asked: list[bool] = []

    def kept() -> list[str]:
        asked.append(True)
        return [path]

    path = ""
    assert database.clear_orphans(BEFORE, kept) == []
    assert not asked
    _, path = stored(database, b"in a backup", days_old=31)
    assert database.clear_orphans(BEFORE, kept) == []
    assert asked


def test_a_file_that_is_asked_for_meanwhile_stays(database: Database) -> None:
    _, path = stored(database, b"again", days_old=31)
    folder = database.media_store.folder
    assert old_files(folder, BEFORE) == [path]
    database.media_store.add(b"again", ".png")
    assert remove_old(folder, [path], BEFORE) == []
    assert old_files(folder, BEFORE) == []


def test_what_was_broken_off_while_it_was_written_goes_too(database: Database) -> None:
    _, path = stored(database, b"whole", days_old=1)
    half = (database.media_store.folder / path).with_name(".newsdesk-half")
    half.write_bytes(b"ha")
    made_old(half, NOW - timedelta(days=31))
    assert cleared(database) == [half.relative_to(database.media_store.folder).as_posix()]


@pytest.mark.parametrize("name", ["notes.txt", "ab/cd/deep.png"])
def test_what_is_no_file_of_the_store_is_left_alone(database: Database, name: str) -> None:
    file = database.media_store.folder / name
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x")
    made_old(file, NOW - timedelta(days=400))
    assert cleared(database) == []
    assert file.exists()
