"""What became of each text of an import, told and summed up."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.duplicate import Resolution
from newsdesk.domain.errors import (
    Cancelled,
    ImportProblem,
    ImportRefusedError,
    StorageError,
    StorageProblem,
)
from newsdesk.services.import_ import Draft, Imported
from newsdesk.services.import_reading import FileEnd
from newsdesk.services.import_sources import Listing, SourceFile
from newsdesk.ui.jobs.import_account import CameIn
from newsdesk.ui.jobs.import_tally import ImportTally
from newsdesk.ui.jobs.source_reading import FoundDraft
from newsdesk.ui.jobs.store import Store

ONE, TWO, THREE = (SourceFile(f"{name}.md") for name in ("one", "two", "three"))
LOCKED = ImportRefusedError(ImportProblem.EMPTY, "locked.pdf")


class Told:
    """What a tally has said."""

    def __init__(self, tally: ImportTally) -> None:
        self.progress: list[tuple[int, int, str]] = []
        self.stored: list[str] = []
        self.refused: list[str] = []
        tally.progressed.connect(lambda *one: self.progress.append(one))
        tally.stored.connect(lambda release: self.stored.append(release.headline))
        tally.refused.connect(lambda name, _error: self.refused.append(name))


@pytest.fixture
def tally(store: Store, now: Callable[[], datetime]) -> ImportTally:
    return ImportTally(store, now)


@pytest.fixture
def told(tally: ImportTally) -> Told:
    return Told(tally)


def found(source: SourceFile) -> FoundDraft:
    headline = f"The quay of {source.name}"
    return FoundDraft(
        source, Draft(headline=headline, body_md="Boats.", language="en"), needs_look=False
    )


@pytest.fixture
def kept(store: Store, qtbot: QtBot) -> Callable[[FoundDraft], Imported]:
    def stored(one: FoundDraft) -> Imported:
        became: list[Imported] = []
        store.change(
            lambda desk: desk.imports.store_all([one.draft], Resolution.COPY),
            became.extend,
        )
        qtbot.waitUntil(lambda: bool(became))
        return became[0]

    return stored


def test_files_are_counted_and_the_next_one_is_named(tally: ImportTally, told: Told) -> None:
    tally.begin(Listing((ONE, TWO), (LOCKED,), 0))
    assert (tally.total, tally.files_done, told.refused) == (2, 0, ["locked.pdf"])
    tally.end_file(FileEnd(ONE))
    tally.end_file(FileEnd(TWO, LOCKED))
    assert told.progress == [(1, 2, "two.md"), (2, 2, "")]
    assert told.refused == ["locked.pdf", "two.md"]


def test_it_sums_up_what_came_in_what_did_not_and_what_nobody_wanted(
    tally: ImportTally,
    told: Told,
    kept: Callable[[FoundDraft], Imported],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    full = StorageError(StorageProblem.FULL)
    tally.begin(Listing((ONE, TWO, THREE), (), 0))
    imported = kept(found(ONE))
    tally.keep(found(ONE), imported)
    tally.fail(found(TWO), full)
    tally.leave_out(found(THREE))
    for source in (ONE, TWO, THREE):
        tally.end_file(FileEnd(source))
    assert tally.drafts_done == 3
    assert told.stored == ["The quay of one.md"]
    summed_up = tally.summed_up(is_cancelled=False)
    assert summed_up.stored == 1
    assert summed_up.first == CameIn(imported.release.id, "The quay of one.md")
    assert summed_up.refused == (("two.md", full),)
    assert summed_up.skipped == ("three.md",)
    account = summed_up.account
    assert account is not None
    qtbot.waitUntil(lambda: len(list(account._by_file())) == 6)
    account.write(tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert [one["file"] for one in report["files"]] == ["one.md", "two.md", "three.md"]


def test_the_first_reason_to_stop_is_the_one_that_is_told(tally: ImportTally) -> None:
    full = StorageError(StorageProblem.FULL)
    tally.begin(Listing((ONE,), (), 0))
    tally.stop(full)
    tally.stop(Cancelled())
    summed_up = tally.summed_up(is_cancelled=True)
    assert summed_up.is_cancelled
    assert summed_up.account is not None
    assert summed_up.account.stopped is full
