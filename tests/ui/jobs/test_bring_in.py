"""Bringing texts in without a window: files, folders, a pasted text, and every answer."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.changes import Changes
from newsdesk.domain.duplicate import Resolution
from newsdesk.domain.errors import (
    ImportProblem,
    ImportRefusedError,
    NewsdeskError,
    StorageError,
    StorageProblem,
)
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.ui.jobs.bring_in import MANY, BringIn
from newsdesk.ui.jobs.import_account import BroughtIn, CameIn
from newsdesk.ui.jobs.import_question import Ask, Question
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
        self.questions: list[Question] = []
        self.stored: list[Release] = []
        self.refused: list[tuple[str, NewsdeskError]] = []
        self.progress: list[tuple[int, int]] = []
        self.outcomes: list[BroughtIn] = []
        bring_in.confirmation_needed.connect(self._on_question)
        bring_in.stored.connect(self.stored.append)
        bring_in.refused.connect(lambda *refusal: self.refused.append(refusal))
        bring_in.progressed.connect(lambda done, total, _: self.progress.append((done, total)))
        bring_in.finished.connect(self.outcomes.append)

    def _on_question(self, question: Question) -> None:
        self.questions.append(question)
        self.asked.append((question.draft, question.number, question.total))

    def brought_in(self, *, is_cancelled: bool = False) -> BroughtIn:
        """Return how a run ends that stored these and refused none."""
        first = CameIn(self.stored[0].id, self.stored[0].headline)
        return BroughtIn(len(self.stored), first, is_cancelled=is_cancelled)

    @property
    def headlines(self) -> list[str]:
        return [release.headline for release in self.stored]


@pytest.fixture
def run(store: Store, now: Callable[[], datetime]) -> Run:
    return Run(BringIn(store, now))


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
    assert run.outcomes == [run.brought_in()]


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
    assert run.asked[1][1:] == (4, 4)  # when all that are sure came in
    assert run.headlines == [
        "Rabat has a new quay",
        *(f"{port} opens a second quay" for port in ("Lagos", "Oran")),
    ]
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
    assert run.outcomes == [run.brought_in(is_cancelled=True)]
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

    def refuse(_service: ImportService, _drafts: object, _resolution: object) -> None:
        raise full

    monkeypatch.setattr(ImportService, "store_all", refuse)
    paths = [written(tmp_path, f"{one}.md", MARKDOWN.format(one)) for one in ("Rabat", "Lagos")]
    run.bring_in.start_files(paths)
    until(lambda: bool(run.outcomes))
    assert run.outcomes == [BroughtIn(refused=(("Rabat.md", full),), is_cancelled=True)]


def test_it_does_not_need_the_file_once_it_was_read(run: Run, until: Until, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    run.bring_in.start_files([written(folder, "quay.txt", PLAIN.format("Rabat"))])
    until(lambda: bool(run.asked))
    shutil.rmtree(folder)
    run.bring_in.accept(run.asked[0][0])
    until(lambda: bool(run.outcomes))
    assert run.headlines == ["Rabat opens a second quay"]


def test_what_is_under_way_is_stored_whole_when_the_newsroom_is_closed(
    run: Run, until: Until, tmp_path: Path, store: Store, newsroom_folder: Path
) -> None:
    run.bring_in.start_files([feed(tmp_path, 30)])
    until(lambda: len(run.stored) > 3)
    store.stop()
    with open_desk(newsroom_folder) as desk:
        stored = desk.releases.summaries(ReleaseQuery())
        assert len(run.stored) <= len(stored) < 30
        assert all(desk.releases.get(str(row.id)).body_md for row in stored)
    until(lambda: bool(run.outcomes))
    assert run.outcomes[0].is_cancelled


def test_a_save_comes_in_between(run: Run, until: Until, tmp_path: Path, store: Store) -> None:
    there: list[int] = []
    run.bring_in.start_files([feed(tmp_path, 30)])
    until(lambda: len(run.stored) > 3)
    store.change(
        lambda desk: (len(desk.releases.ids(ReleaseQuery())), Changes()),
        there.append,
    )
    until(lambda: bool(run.outcomes) and bool(there))
    assert there[0] < 30
    assert len(run.stored) == 30


# What is here already ---------------------------------------------------------------------------

STORY = """\
---
headline: {0}
language: en
---
Ninety harbour workers from nine ports have finished a course in night rescue this week, and they
said that the boats, the ropes and the radio were all that they had hoped for when they began.
"""
OTHER = """\
---
headline: {0}
language: en
---
A dozen ferry pilots have asked the ministry for lamps along the river, where fog stands on most
mornings of the autumn, and have been told that the lamps will be there before the first frost.
"""


@pytest.fixture
def stored_before(run: Run, until: Until, tmp_path: Path, store: Store) -> Release:
    """A release that is stored when the run begins."""
    kept: list[Any] = []
    store.change(
        lambda desk: desk.imports.store(desk.imports.read(STORY.format("Crews").encode(), "a.md")),
        kept.append,
    )
    until(lambda: bool(kept))
    return kept[0].release


def texts(folder: Path, *headlines: str) -> list[Path]:
    return [written(folder, f"{one}.md", STORY.format(one)) for one in headlines]


def test_of_what_is_here_already_a_person_is_asked(
    run: Run, until: Until, tmp_path: Path, stored_before: Release
) -> None:
    run.bring_in.start_files(texts(tmp_path, "Crews again"))
    until(lambda: bool(run.questions))
    (duplicate,) = run.questions[0].duplicates
    assert duplicate.release_id == stored_before.id
    run.bring_in.accept(run.questions[0].draft)
    until(lambda: bool(run.outcomes))
    assert run.headlines == ["Crews again"]  # a copy
    assert run.stored[0].id != stored_before.id


def test_it_may_be_updated(run: Run, until: Until, tmp_path: Path, stored_before: Release) -> None:
    run.bring_in.start_files(texts(tmp_path, "Crews again"))
    until(lambda: bool(run.questions))
    run.bring_in.update(run.questions[0].draft, stored_before.id)
    until(lambda: bool(run.outcomes))
    assert [one.id for one in run.stored] == [stored_before.id]
    assert run.headlines == ["Crews again"]


def test_two_texts_of_one_run_are_one_too(run: Run, until: Until, tmp_path: Path) -> None:
    run.bring_in.start_files(texts(tmp_path, "Crews", "Crews again"))
    until(lambda: bool(run.questions))
    assert run.headlines == ["Crews"]
    assert run.questions[0].duplicates[0].release_id == run.stored[0].id
    run.bring_in.skip()
    until(lambda: bool(run.outcomes))
    assert run.outcomes[0].skipped == ("Crews again.md",)


@pytest.mark.parametrize(
    ("resolution", "stored", "skipped"),
    [(Resolution.SKIP, 1, 3), (Resolution.COPY, 4, 0), (Resolution.UPDATE, 4, 0)],
)
def test_one_answer_may_hold_for_all_further_ones(
    run: Run,
    until: Until,
    tmp_path: Path,
    stored_before: Release,
    resolution: Resolution,
    stored: int,
    skipped: int,
) -> None:
    paths = texts(tmp_path, "One", "Two", "Three")
    paths.append(written(tmp_path, "other.md", OTHER.format("Pilots")))
    run.bring_in.start_files(paths)
    until(lambda: bool(run.questions))
    run.bring_in.settle_duplicates(resolution)
    draft = run.questions[0].draft
    if resolution is Resolution.SKIP:
        run.bring_in.skip()
    elif resolution is Resolution.COPY:
        run.bring_in.accept(draft)
    else:
        run.bring_in.update(draft, stored_before.id)
    until(lambda: bool(run.outcomes))
    assert len(run.questions) == 1
    assert (len(run.stored), len(run.outcomes[0].skipped)) == (stored, skipped)
    same = [one for one in run.stored if one.id == stored_before.id]
    assert len(same) == (3 if resolution is Resolution.UPDATE else 0)


# Many -------------------------------------------------------------------------------------------


def feed(folder: Path, count: int) -> Path:
    """Write a feed of items that nothing is doubtful about, each of its own words."""
    items = "".join(
        f"<item><title>Port number {n} opens</title><description>The port of Sam{n} has opened its "
        f"quay {n}, which {n} workers built in {n} weeks, and its {n} boats have left for the sea, "
        f"the office of the port of Sam{n} said when all {n} had gone.</description></item>"
        for n in range(100, 100 + count)
    )
    return written(folder, "feed.xml", f'<rss version="2.0"><channel>{items}</channel></rss>')


def test_of_a_long_feed_it_is_asked_once_which_items_to_look_at(
    run: Run, until: Until, tmp_path: Path
) -> None:
    chosen: list[tuple[int, bool]] = []
    run.bring_in.choice_needed.connect(lambda *choice: chosen.append(choice))
    run.bring_in.start_files([feed(tmp_path, 70)])
    until(lambda: bool(chosen))
    assert run.bring_in.is_waiting
    ((count, is_more),) = chosen
    assert MANY < count <= 70
    assert is_more is (count < 70)
    run.bring_in.ask_about(Ask.DOUBTFUL)
    until(lambda: bool(run.outcomes))
    assert len(run.stored) == 70
    assert len(chosen) == 1


def test_each_item_of_a_long_feed_may_be_looked_at(run: Run, until: Until, tmp_path: Path) -> None:
    chosen: list[tuple[int, bool]] = []
    run.bring_in.choice_needed.connect(lambda *choice: chosen.append(choice))
    run.bring_in.start_files([feed(tmp_path, 45)])
    until(lambda: bool(chosen))
    run.bring_in.ask_about(Ask.EACH)
    for number in (1, 2):
        until(lambda: len(run.questions) == number)  # noqa: B023
        assert run.questions[-1].number == number
        assert run.questions[-1].total == 45
        run.bring_in.accept(run.questions[-1].draft)
    until(lambda: len(run.questions) == 3)
    run.bring_in.cancel()
    assert run.outcomes[0].stored == 2
    assert run.outcomes[0].is_cancelled


def test_a_short_feed_needs_no_question(run: Run, until: Until, tmp_path: Path) -> None:
    chosen: list[object] = []
    run.bring_in.choice_needed.connect(lambda *choice: chosen.append(choice))
    run.bring_in.start_files([feed(tmp_path, 5)])
    until(lambda: bool(run.outcomes))
    assert len(run.stored) == 5
    assert chosen == []


# A site that was decided about ------------------------------------------------------------------

PAGE = Path(__file__).resolve().parents[2] / "importing" / "files" / "page.html"


def test_pages_of_a_site_are_not_asked_about_once_that_is_said(
    run: Run, until: Until, store: Store, now: Callable[[], datetime]
) -> None:
    run.bring_in.start_files([PAGE])
    until(lambda: bool(run.questions))
    run.bring_in.skip()
    until(lambda: bool(run.outcomes))
    store.change(lambda desk: desk.sites.remember("https://example.org/"))
    until(lambda: store.is_idle)
    again = Run(BringIn(store, now))
    again.bring_in.start_files([PAGE])
    until(lambda: bool(again.outcomes or again.questions))
    assert again.questions == []
    assert len(again.stored) == 1


def test_it_holds_at_once_for_pages_that_are_read_already(
    run: Run, until: Until, tmp_path: Path, store: Store
) -> None:
    page = PAGE.read_text("utf-8")
    other = page.replace("harbour-crews", "ferry-pilots").replace("?p=42", "?p=43")
    for old, new in (("Harbour crews", "Ferry pilots"), ("Ninety", "Two dozen"), ("finished", "x")):
        other = other.replace(old, new)
    run.bring_in.start_files(
        [written(tmp_path, "one.html", page), written(tmp_path, "two.html", other)]
    )
    until(lambda: bool(run.questions))
    store.change(lambda desk: desk.sites.remember("https://example.org/"))
    run.bring_in.accept(run.questions[0].draft)
    until(lambda: bool(run.outcomes) or len(run.questions) == 2)
    asked = [one for one in run.questions[1:] if not one.duplicates]
    assert asked == []
