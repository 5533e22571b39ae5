"""Bringing texts in without a window: files, folders, a pasted text, and every answer."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.errors import (
    ImportProblem,
    ImportRefusedError,
    NewsdeskError,
    StorageError,
    StorageProblem,
)
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.ui.jobs.bring_in import BringIn, BroughtIn, is_sure
from newsdesk.ui.jobs.store import Store

PLAIN = """\
{0} opens a second quay

GENEVA, 3 May 2026 – The port of {0} has opened a second quay, the Office for Safe Harbours said.

For more information, please contact:
Dana Whitlock
OSH Geneva
Tel: +41 22 555 01 00
Email: dana.whitlock@example.org
"""
DOUBTFUL = PLAIN.replace(
    "GENEVA, 3 May 2026 – ", "Embargoed until the minister has spoken, on 3 May at 10:00\n\n"
)
MARKDOWN = """\
---
headline: {0} counts its boats
language: en
---
There are ninety of them.
"""


class Run:
    """What a run has said so far."""

    def __init__(self, bring_in: BringIn) -> None:
        self.bring_in = bring_in
        self.asked: list[tuple[Any, int, int]] = []
        self.stored: list[Release] = []
        self.refused: list[tuple[str, NewsdeskError]] = []
        self.progress: list[tuple[int, int]] = []
        self.outcomes: list[BroughtIn] = []
        bring_in.confirmation_needed.connect(lambda *asked: self.asked.append(asked))
        bring_in.stored.connect(self.stored.append)
        bring_in.refused.connect(lambda *refusal: self.refused.append(refusal))
        bring_in.progressed.connect(lambda *steps: self.progress.append(steps))
        bring_in.finished.connect(self.outcomes.append)

    @property
    def headlines(self) -> list[str]:
        return [release.headline for release in self.stored]


@pytest.fixture
def run(store: Store) -> Run:
    return Run(BringIn(store))


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda claim: qtbot.waitUntil(claim, timeout=20_000)


Until = Callable[[Callable[[], bool]], None]


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_text_that_says_what_is_what_is_stored_without_asking(
    run: Run, until: Until, tmp_path: Path
) -> None:
    run.bring_in.start_files([written(tmp_path, "boats.md", MARKDOWN.format("Aqaba"))])
    until(lambda: bool(run.outcomes))
    assert run.asked == []
    assert run.headlines == ["Aqaba counts its boats"]
    assert run.progress == [(1, 1)]
    assert run.outcomes == [BroughtIn(stored=tuple(run.stored))]


def test_a_plain_text_waits_for_a_person(
    run: Run, until: Until, tmp_path: Path, newsroom_folder: Path
) -> None:
    run.bring_in.start_files([written(tmp_path, "quay.txt", PLAIN.format("Rabat"))])
    until(lambda: bool(run.asked))
    draft, number, total = run.asked[0]
    assert (draft.headline, number, total) == ("Rabat opens a second quay", 1, 1)
    assert run.bring_in.is_waiting
    with open_desk(newsroom_folder) as desk:
        assert desk.releases.summaries(ReleaseQuery()) == []
    run.bring_in.accept(replace(draft, headline="Rabat has a new quay"))
    until(lambda: bool(run.outcomes))
    assert run.headlines == ["Rabat has a new quay"]
    with open_desk(newsroom_folder) as desk:
        assert [row.headline for row in desk.releases.summaries(ReleaseQuery())] == run.headlines


def test_a_pasted_text_is_asked_for_too(run: Run, until: Until) -> None:
    run.bring_in.start_text(PLAIN.format("Lagos"))
    until(lambda: bool(run.asked))
    run.bring_in.accept(run.asked[0][0])
    until(lambda: bool(run.outcomes))
    assert run.headlines == ["Lagos opens a second quay"]


def test_nothing_pasted_is_told_without_a_file_name(run: Run, until: Until) -> None:
    run.bring_in.start_text("  \n ")
    until(lambda: bool(run.outcomes))
    ((name, error),) = run.refused
    assert name == ""
    assert isinstance(error, ImportRefusedError)
    assert error.problem is ImportProblem.EMPTY
    assert run.outcomes[0].refused == ((name, error),)


def test_a_folder_is_brought_in_as_people_count(run: Run, until: Until, tmp_path: Path) -> None:
    for number in (10, 2, 1):
        written(tmp_path, f"{number}.md", MARKDOWN.format(f"Port {number}"))
    written(tmp_path, "photo.jpg", "no text")
    run.bring_in.start_files([tmp_path])
    until(lambda: bool(run.outcomes))
    assert run.headlines == [f"Port {number} counts its boats" for number in (1, 2, 10)]
    assert run.progress == [(1, 3), (2, 3), (3, 3)]


def test_one_that_cannot_be_read_does_not_stop_the_others(
    run: Run, until: Until, tmp_path: Path
) -> None:
    empty_folder = tmp_path / "empty"
    empty_folder.mkdir()
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    good = written(tmp_path, "boats.md", MARKDOWN.format("Aqaba"))
    run.bring_in.start_files([empty_folder, tmp_path / "gone.txt", picture, good, good])
    until(lambda: bool(run.outcomes))
    problems = {name: error.problem for name, error in run.refused}  # type: ignore[attr-defined]
    assert problems == {
        "empty": ImportProblem.EMPTY,
        "gone.txt": ImportProblem.UNREADABLE,
        "picture.txt": ImportProblem.BINARY,
    }
    assert run.headlines == ["Aqaba counts its boats"]
    assert run.outcomes[0].refused == tuple(run.refused)
    assert not run.outcomes[0].is_cancelled


def test_fields_that_cannot_be_are_told_and_nothing_is_stored(
    run: Run, until: Until, tmp_path: Path
) -> None:
    text = MARKDOWN.format("Aqaba").replace("language: en", "language: en\nurgency: many")
    run.bring_in.start_files([written(tmp_path, "boats.md", text)])
    until(lambda: bool(run.outcomes))
    assert [name for name, _ in run.refused] == ["boats.md"]
    assert run.stored == []


def test_one_that_is_skipped_is_not_stored(run: Run, until: Until, tmp_path: Path) -> None:
    paths = [written(tmp_path, f"{one}.txt", PLAIN.format(one)) for one in ("Rabat", "Lagos")]
    run.bring_in.start_files(paths)
    until(lambda: len(run.asked) == 1)
    run.bring_in.skip()
    until(lambda: len(run.asked) == 2)
    assert run.asked[1][1:] == (2, 2)
    run.bring_in.accept(run.asked[1][0])
    until(lambda: bool(run.outcomes))
    assert run.headlines == ["Lagos opens a second quay"]
    assert run.outcomes[0].skipped == ("Rabat.txt",)


def test_all_that_are_sure_come_in_and_the_doubtful_are_asked_for(
    run: Run, until: Until, tmp_path: Path
) -> None:
    paths = [
        written(tmp_path, "1.txt", PLAIN.format("Rabat")),
        written(tmp_path, "2.txt", PLAIN.format("Lagos")),
        written(tmp_path, "3.txt", DOUBTFUL.format("Cairo")),
        written(tmp_path, "4.txt", PLAIN.format("Oran")),
    ]
    run.bring_in.start_files(paths)
    until(lambda: len(run.asked) == 1)
    run.bring_in.accept_all(replace(run.asked[0][0], headline="Rabat has a new quay"))
    until(lambda: len(run.asked) == 2)
    assert run.asked[1][1:] == (3, 4)
    assert run.headlines == ["Rabat has a new quay", "Lagos opens a second quay"]
    run.bring_in.accept(run.asked[1][0])
    until(lambda: bool(run.outcomes))
    assert len(run.stored) == 4
    assert len(run.asked) == 2


def test_accepting_all_without_a_change_takes_the_text_as_read(run: Run, until: Until) -> None:
    run.bring_in.start_text(PLAIN.format("Lagos"))
    until(lambda: bool(run.asked))
    run.bring_in.accept_all()
    until(lambda: bool(run.outcomes))
    assert run.headlines == ["Lagos opens a second quay"]


def test_cancelling_keeps_what_was_brought_in(run: Run, until: Until, tmp_path: Path) -> None:
    paths = [written(tmp_path, f"{one}.txt", PLAIN.format(one)) for one in ("Rabat", "Lagos")]
    run.bring_in.start_files(paths)
    until(lambda: len(run.asked) == 1)
    run.bring_in.accept(run.asked[0][0])
    until(lambda: len(run.asked) == 2)
    run.bring_in.cancel()
    assert run.outcomes == [BroughtIn(stored=tuple(run.stored), is_cancelled=True)]
    assert run.headlines == ["Rabat opens a second quay"]
    assert not run.bring_in.is_waiting


def test_cancelling_while_it_reads_stores_nothing(
    run: Run, until: Until, tmp_path: Path, newsroom_folder: Path
) -> None:
    run.bring_in.start_files([written(tmp_path, "boats.md", MARKDOWN.format("Aqaba"))])
    run.bring_in.cancel()
    until(lambda: bool(run.outcomes))
    assert run.outcomes == [BroughtIn(is_cancelled=True)]
    with open_desk(newsroom_folder) as desk:
        assert desk.releases.summaries(ReleaseQuery()) == []


def test_an_answer_that_nobody_waits_for_does_nothing(run: Run, until: Until) -> None:
    run.bring_in.start_text(PLAIN.format("Lagos"))
    until(lambda: bool(run.asked))
    draft = run.asked[0][0]
    run.bring_in.accept(draft)
    run.bring_in.accept(draft)
    run.bring_in.skip()
    until(lambda: bool(run.outcomes))
    assert len(run.stored) == 1
    assert run.outcomes[0].skipped == ()


def test_nothing_to_bring_in_is_over_at_once(run: Run, until: Until) -> None:
    run.bring_in.start_files([])
    until(lambda: bool(run.outcomes))
    assert run.outcomes == [BroughtIn()]


def test_a_store_that_refuses_ends_the_run(
    run: Run,
    until: Until,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from newsdesk.services.import_ import ImportService  # noqa: PLC0415 - for this test alone

    full = StorageError(StorageProblem.FULL)

    def refuse(_service: ImportService, _draft: object) -> None:
        raise full

    monkeypatch.setattr(ImportService, "store", refuse)
    paths = [written(tmp_path, f"{one}.md", MARKDOWN.format(one)) for one in ("Rabat", "Lagos")]
    run.bring_in.start_files(paths)
    until(lambda: bool(run.outcomes))
    assert run.outcomes == [BroughtIn(refused=(("Rabat.md", full),), is_cancelled=True)]


def test_a_text_without_a_headline_is_not_sure(store: Store, until: Until) -> None:
    found: list[Any] = []
    for text in (PLAIN.format("Rabat"), DOUBTFUL.format("Rabat")):
        store.read(lambda desk, text=text: desk.imports.read_pasted(text), found.append)
    until(lambda: len(found) == 2)
    sure, doubtful = found
    assert is_sure(sure)
    assert not is_sure(replace(sure, headline=""))
    assert not is_sure(doubtful)


def test_it_does_not_need_the_file_once_it_was_read(run: Run, until: Until, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    run.bring_in.start_files([written(folder, "quay.txt", PLAIN.format("Rabat"))])
    until(lambda: bool(run.asked))
    shutil.rmtree(folder)
    run.bring_in.accept(run.asked[0][0])
    until(lambda: bool(run.outcomes))
    assert run.headlines == ["Rabat opens a second quay"]
