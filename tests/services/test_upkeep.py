"""Care for the open database."""

from contextlib import closing
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import StorageError
from newsdesk.storage import sqlite
from newsdesk.storage.names import NAME


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "newsroom"


def test_the_log_is_taken_in(folder: Path) -> None:
    log = folder / f"{NAME}-wal"
    with open_desk(folder, writing=True) as desk:
        desk.releases.new({"headline": "Harbour opens"})
        assert log.stat().st_size
        assert desk.upkeep.checkpoint() == (None, Changes())
        assert log.stat().st_size == 0
        assert b"Harbour opens" in (folder / NAME).read_bytes()


def test_what_is_distrusted_is_checked_before_it_is_opened_again(folder: Path) -> None:
    told: list[int] = []

    class Told:
        def report(self, done: int, total: int) -> None:
            told.append(done)

    with open_desk(folder, writing=True) as desk:
        desk.upkeep.distrust()
    with open_desk(folder, writing=True, progress=Told()):
        assert told
    told.clear()
    with open_desk(folder, writing=True, progress=Told()):
        assert told == []


def test_an_index_that_lost_a_release_is_made_again(folder: Path) -> None:
    with open_desk(folder, writing=True) as desk:
        desk.releases.new({"headline": "Harbour opens"})
    with closing(sqlite.connect(folder / NAME, writing=True)) as driver:
        driver.execute("DELETE FROM release_search")
    with open_desk(folder, writing=True) as desk:
        assert not desk.verification.verify().is_sound
        desk.upkeep.mend_index()
        assert desk.verification.verify().is_sound


def test_who_only_reads_mends_nothing(folder: Path) -> None:
    with (
        open_desk(folder, writing=True),
        open_desk(folder) as reading,
        pytest.raises(StorageError),
    ):
        reading.upkeep.mend_index()
