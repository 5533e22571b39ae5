from pathlib import Path
from uuid import UUID

import pytest
from uuid6 import uuid7

from newsdesk.domain.query import ReleaseQuery
from newsdesk.storage import sqlite
from newsdesk.storage.database import Database
from newsdesk.storage.earlier import make_first
from newsdesk.storage.names import NAME
from newsdesk.storage.schema import newest
from tests.storage.making import Clock


def schema(folder: Path) -> int:
    header = sqlite.read_header(folder / NAME)
    assert header is not None
    return header.schema


def test_it_is_of_the_first_schema_until_it_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    make_first(folder, "An old harbour")
    assert schema(folder) == 1
    Database.open(folder, writing=True, now=Clock(), new_id=new_id).close()
    assert schema(folder) == newest()


def test_its_release_is_found_by_its_headline(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    make_first(folder, "An old harbour")
    with Database.open(folder, writing=True, now=Clock(), new_id=new_id) as database:
        with database.reading() as work:
            (found,) = work.releases.summaries(ReleaseQuery(text="old harb"))
        assert found.headline == "An old harbour"


def test_no_newsroom_is_written_over(tmp_path: Path) -> None:
    make_first(tmp_path / "old", "An old harbour")
    with pytest.raises(FileExistsError):
        make_first(tmp_path / "old", "Another one")


def new_id() -> UUID:
    return UUID(int=uuid7().int)
