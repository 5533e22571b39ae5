from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import pytest

from newsdesk.domain.errors import (
    Cancelled,
    ImportProblem,
    ImportRefusedError,
    StorageError,
    StorageProblem,
)
from newsdesk.domain.query import ReleaseQuery
from newsdesk.services.desk import Desk
from newsdesk.services.import_ import Draft, Imported, Refusal
from newsdesk.services.import_batch import Between, NotStored, Store, Stored, bring_in, in_batches
from newsdesk.services.import_reading import FileEnd, ReadDraft, Reading, ReadingPlan
from newsdesk.services.import_sources import SourceFile, listed

TEXT = """\
---
headline: Crews of Port {} train
language: en
urgency: {}
tags: [rescue, night]
---
Ninety harbour workers have finished a course.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """120 releases, of which the seventh has a field that cannot be."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(1, 221):
        text = TEXT.format(number, 99 if number == 7 else 3)
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    return folder


class Asked:
    """A store that counts its transactions, and progress that may say stop."""

    def __init__(self, desk: Desk, *, stop_at: int | None = None) -> None:
        self._desk = desk
        self._stop_at = stop_at
        self.batches: list[int] = []
        self.reports: list[tuple[int, int]] = []

    def store(self, drafts: Sequence[Draft], between: Between) -> list[Imported | Refusal]:
        self.batches.append(len(drafts))
        return self._desk.imports.store_all(drafts, between=between)[0]

    def report(self, done: int, total: int) -> None:
        self.reports.append((done, total))
        if self._stop_at is not None and done >= self._stop_at:
            raise Cancelled


def plan(desk: Desk) -> ReadingPlan:
    return ReadingPlan(tools=desk.imports.tools(), processes=0)


def headlines(desk: Desk) -> list[str]:
    return [row.headline for row in desk.releases.summaries(ReleaseQuery())]


def test_all_is_stored_in_few_transactions_and_in_order(desk: Desk, folder: Path) -> None:
    asked = Asked(desk)
    files = listed([folder]).files
    outcomes = list(bring_in(files, plan(desk), asked.store, asked))
    assert len(asked.batches) < 10
    stored = [one for one in outcomes if isinstance(one, Stored)]
    assert [one.source.name for one in stored] == [
        f"{number}.md" for number in range(1, 221) if number != 7
    ]
    (refused,) = [one for one in outcomes if isinstance(one, NotStored)]
    assert isinstance(refused.error, ImportRefusedError)
    assert refused.error.problem is ImportProblem.FRONT_MATTER
    assert refused.error.source == str(folder / "7.md")
    assert [one.source for one in outcomes if isinstance(one, FileEnd)] == list(files)
    assert len(headlines(desk)) == 219
    assert asked.reports[-1] == (220, 220)


def test_what_was_told_is_kept_when_it_is_stopped(desk: Desk, folder: Path) -> None:
    asked = Asked(desk, stop_at=50)
    told: list[str] = []

    def run() -> None:
        outcomes = bring_in(listed([folder]).files, plan(desk), asked.store, asked)
        told.extend(one.imported.release.headline for one in outcomes if isinstance(one, Stored))

    with pytest.raises(Cancelled):
        run()
    assert 0 < len(told) < 219
    assert sorted(told) == sorted(headlines(desk))
    for key in told:
        release = desk.releases.get(desk.releases.summaries(ReleaseQuery(text=f'"{key}"'))[0].slug)
        assert [term.name("en") for term in release.terms] == ["rescue", "night"]


def test_a_store_that_refuses_ends_it(desk: Desk, folder: Path) -> None:
    def refuse(_drafts: Sequence[Draft], _between: Between) -> list[Imported | Refusal]:
        raise Cancelled

    store: Store = refuse
    with pytest.raises(Cancelled):
        list(bring_in(listed([folder]).files, plan(desk), store))
    assert headlines(desk) == []


def test_a_batch_is_full_at_some_size_and_the_last_one_is_what_is_left(desk: Desk) -> None:
    source = SourceFile("feed.xml")
    draft = desk.imports.read(b"The harbour opens\n\nIt does.", "one.txt")
    readings: list[Reading] = [ReadDraft(source, draft) for _ in range(120)]
    batches = list(in_batches([*readings, FileEnd(source)]))
    assert list(chain(*batches)) == [*readings, FileEnd(source)]
    assert len(batches) == 2


def test_on_a_full_disk_what_was_told_is_kept_and_nothing_else(desk: Desk, folder: Path) -> None:
    driver = desk.imports._workplace.database._driver
    asked = Asked(desk)
    told: list[Stored] = []
    files = listed([folder]).files

    def run() -> None:
        for one in bring_in(files, plan(desk), asked.store):
            if isinstance(one, Stored):
                told.append(one)
            if len(told) == 10:  # the first batch is told; there is room for half of the second
                (pages,) = driver.execute("PRAGMA page_count").fetchone()
                driver.execute(f"PRAGMA max_page_count={pages + 40}")

    with pytest.raises(StorageError) as refused:
        run()
    assert refused.value.problem is StorageProblem.FULL
    stored = desk.releases.summaries(ReleaseQuery(limit=300))
    assert {row.id for row in stored} == {one.imported.release.id for one in told}
    for row in stored:
        assert len(desk.releases.get(row.slug).terms) == 2
    driver.execute("PRAGMA max_page_count=1000000")
    left = list(bring_in(files[120:], plan(desk), asked.store))
    assert all(one.refusal is None for one in left if isinstance(one, FileEnd))
    assert len(headlines(desk)) == len(told) + 100
