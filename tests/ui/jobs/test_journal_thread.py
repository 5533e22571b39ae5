"""The journal is written beside the window, the last text of each release, and never twice."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Event, current_thread

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.journal import JournalEntry
from newsdesk.ui.jobs.journal_thread import JournalThread
from tests.ui.conftest import NOW
from tests.ui.dialogs.releases import complete


class SlowJournal:
    """Notes what is asked of it, and in which thread; waits before each text if told to."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.threads: set[str] = set()
        self.may_go_on = Event()
        self.may_go_on.set()
        self.has_begun = Event()
        self.error: Exception | None = None

    @contextmanager
    def open(self) -> Generator["SlowJournal"]:
        yield self
        self.close()

    def write(self, entry: JournalEntry) -> None:
        self.threads.add(current_thread().name)
        self.has_begun.set()
        assert self.may_go_on.wait(10)
        if self.error is not None:
            raise self.error
        self.done.append(entry.release.body_md)

    def mark_stored(self, release_id: ReleaseId) -> None:
        self.done.append(f"stored {release_id.int}")

    def close(self) -> None:
        self.done.append("closed")


@pytest.fixture
def journal() -> SlowJournal:
    return SlowJournal()


@pytest.fixture
def thread(journal: SlowJournal, qapp: QApplication) -> Iterator[JournalThread]:
    thread = JournalThread(journal.open)
    yield thread
    journal.may_go_on.set()
    thread.stop()


def entry(body: str, number: int = 1) -> JournalEntry:
    release = replace(complete(body_md=body), id=ReleaseId(type(complete().id)(int=number)))
    return JournalEntry(release=release, at=NOW)


def test_a_text_is_written_in_another_thread_and_that_is_said(
    thread: JournalThread, journal: SlowJournal, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(thread.written) as written:
        thread.write(entry("Typed"))
    assert written.args == [entry("").release.id]
    assert journal.done == ["Typed"]
    assert journal.threads == {"newsdesk-journal"}


def test_of_what_came_while_the_disk_was_busy_the_last_is_written(
    thread: JournalThread, journal: SlowJournal
) -> None:
    journal.may_go_on.clear()
    thread.write(entry("T"))
    assert journal.has_begun.wait(10)
    for body in ("Th", "The", "The harbour"):
        thread.write(entry(body))
    thread.write(entry("Another", number=2))
    assert not thread.wait(0.01)
    journal.may_go_on.set()
    assert thread.wait(10)
    assert journal.done == ["T", "The harbour", "Another"]


def test_a_mark_comes_after_its_text_and_not_after_a_newer_one(
    thread: JournalThread, journal: SlowJournal
) -> None:
    journal.may_go_on.clear()
    thread.write(entry("T"))
    assert journal.has_begun.wait(10)
    thread.write(entry("The"))
    thread.mark_stored(entry("").release.id)
    thread.write(entry("Another", number=2))
    thread.mark_stored(entry("", number=2).release.id)
    thread.write(entry("Another one", number=2))
    journal.may_go_on.set()
    assert thread.wait(10)
    assert journal.done == ["T", "The", "Another one", "stored 1"]


def test_stopping_writes_what_is_to_be_written_and_closes(
    thread: JournalThread, journal: SlowJournal
) -> None:
    journal.may_go_on.clear()
    thread.write(entry("First"))
    thread.write(entry("Last"))
    journal.may_go_on.set()
    thread.stop()
    assert journal.done[-2:] == ["Last", "closed"]


def test_without_a_text_there_is_no_thread_and_nothing_to_wait_for(
    thread: JournalThread, journal: SlowJournal
) -> None:
    thread.mark_stored(entry("").release.id)
    assert thread.wait(0)
    thread.stop()
    assert journal.done == []


def test_why_a_text_was_not_written_is_said_and_the_next_one_is(
    thread: JournalThread, journal: SlowJournal, qtbot: QtBot
) -> None:
    journal.error = StorageError(StorageProblem.FULL)
    with qtbot.waitSignal(thread.refused) as refused:
        thread.write(entry("First"))
    assert refused.args == [entry("").release.id, journal.error]
    journal.error = None
    with qtbot.waitSignal(thread.written):
        thread.write(entry("Second"))
    assert journal.done == ["Second"]


def test_a_mistake_is_raised_where_it_is_seen_and_the_next_text_is_written(
    thread: JournalThread, journal: SlowJournal, qtbot: QtBot
) -> None:
    journal.error = RuntimeError("of ours")
    with qtbot.captureExceptions() as raised:
        thread.write(entry("First"))
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][1] is journal.error
    journal.error = None
    with qtbot.waitSignal(thread.written):
        thread.write(entry("Second"))
