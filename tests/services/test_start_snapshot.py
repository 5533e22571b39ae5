import json
import logging
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from uuid import UUID

import pytest

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseCounts, ReleaseSummary
from newsdesk.domain.release import Standing
from newsdesk.domain.workflow import State
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.release import render_release
from newsdesk.services.start_snapshot import MOST_ROWS, StartSnapshot, StartSnapshotFile
from tests.exporting.sample import ARABIC, ENGLISH, HARBOUR_UNION


def row(number: int) -> ReleaseSummary:
    return ReleaseSummary(
        id=ReleaseId(UUID(int=number)),
        headline="Harbour crews from nine ports train together",
        slug=f"harbour-{number}",
        state=State.PUBLISHED,
        language="en",
        dateline_text="GENEVA, 2 March – ",
        abstract="x" * 120,
        opening="y" * 150,
        updated=ENGLISH.versioncreated,
        embargo_until=ENGLISH.firstcreated,
        embargo_tz="Europe/Zurich",
        starred=True,
    )


PAGE = render_release(ARABIC, HARBOUR_UNION, Standing.CLEAR, BlockRenderer()).page
SNAPSHOT = StartSnapshot(
    release=ARABIC,
    page=PAGE,
    newsroom=HARBOUR_UNION,
    rows=tuple(map(row, range(3))),
    counts=ReleaseCounts(all=9, drafts=4, embargoed=1, published=3, withdrawn=1, trashed=2),
    total=9,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "start.json"


@pytest.mark.parametrize(
    "snapshot",
    [
        SNAPSHOT,
        StartSnapshot(),
        StartSnapshot(release=replace(ENGLISH, body_md="half a pair: \ud800")),
    ],
    ids=["full", "empty", "strange"],
)
def test_what_was_shown_last_is_shown_first(path: Path, snapshot: StartSnapshot) -> None:
    StartSnapshotFile(path, "1.2").save(snapshot)
    assert StartSnapshotFile(path, "1.2").load() == snapshot


def test_another_newsdesk_begins_anew(path: Path) -> None:
    StartSnapshotFile(path, "1.2").save(SNAPSHOT)
    assert StartSnapshotFile(path, "1.3").load() is None


def test_a_first_start_has_none_and_writes_nothing(path: Path) -> None:
    assert StartSnapshotFile(path, "1.2").load() is None
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"newsdesk": "1.2"}',
        b'{"newsdesk": "1.2", "snapshot": []}',
        b'{"newsdesk": "1.2", "snapshot": {"release": {}}}',
        b'{"newsdesk": "1.2", "snapshot": {"total": "many"}}',
    ],
    ids=lambda content: repr(content[:30]),
)
def test_a_file_that_cannot_be_read_is_passed_over(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert StartSnapshotFile(path, "1.2").load() is None


def test_wherever_the_file_was_cut_off_nothing_is_raised(path: Path) -> None:
    file = StartSnapshotFile(path, "1.2")
    file.save(SNAPSHOT)
    whole = path.read_bytes()
    for end in range(0, len(whole), 97):
        path.write_bytes(whole[:end])
        assert file.load() is None


def test_a_value_of_another_kind_spoils_the_whole(path: Path) -> None:
    file = StartSnapshotFile(path, "1.2")
    file.save(SNAPSHOT)
    kept = json.loads(path.read_bytes())
    kept["snapshot"]["rows"][1]["state"] = "loud"
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert file.load() is None


def test_a_disk_that_refuses_is_taken_quietly(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    with caplog.at_level(logging.INFO):
        StartSnapshotFile(tmp_path / "file" / "start.json", "1.2").save(SNAPSHOT)
    assert [record.levelno for record in caplog.records] == [logging.INFO]


def test_a_full_list_is_read_in_no_time(path: Path) -> None:
    full = replace(
        SNAPSHOT,
        release=replace(ENGLISH, body_md="word " * 800),
        rows=tuple(map(row, range(MOST_ROWS))),
    )
    file = StartSnapshotFile(path, "1.2")
    file.save(full)
    times: list[float] = []
    for _ in range(5):
        begun = perf_counter()
        assert file.load() is not None
        times.append(perf_counter() - begun)
    assert min(times) < 0.010 * 5  # a slow machine; usually it is a fifth of the 10 ms
