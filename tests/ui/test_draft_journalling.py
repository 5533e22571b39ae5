"""What is typed is in the journal within three seconds, whatever becomes of saving it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from newsdesk import paths
from newsdesk.desk import open_journal
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.journal import LeftEntry
from newsdesk.domain.release import Release
from newsdesk.services.draft_journal import DraftJournal
from newsdesk.storage.journal import JournalFolder
from newsdesk.ui import draft_journalling as module
from newsdesk.ui.autosave import AutosaveController
from newsdesk.ui.draft_journalling import DraftJournalling
from newsdesk.ui.jobs.journal_thread import JournalThread
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from tests.ui.conftest import NOW


@pytest.fixture
def autosave(
    session: ReleaseSession, store: Store, now: Callable[[], datetime]
) -> AutosaveController:
    autosave = AutosaveController(session, store, now)
    for timer in (autosave._idle, autosave._longest, autosave._retry):
        timer.setInterval(10**8)  # it saves when a test says so
    return autosave


@pytest.fixture
def journalling(
    session: ReleaseSession,
    autosave: AutosaveController,
    newsroom_folder: Path,
    now: Callable[[], datetime],
) -> Iterator[DraftJournalling]:
    def journal() -> AbstractContextManager[DraftJournal]:
        return open_journal(newsroom_folder)

    journalling = DraftJournalling(session, autosave, JournalThread(journal), now)
    yield journalling
    journalling.end()


@pytest.fixture
def release(store: Store, session: ReleaseSession, qtbot: QtBot) -> Release:
    """A stored draft, open, whose body stands in `session`."""
    made: list[Release] = []
    store.change(lambda desk: desk.releases.new({"headline": "Harbour opens"}), made.append)
    qtbot.waitUntil(lambda: bool(made))
    session.open(made[0])
    return made[0]


def left(folder: Path) -> list[LeftEntry]:
    return JournalFolder(paths.journal_dir(folder)).left()


def fire(timer: QTimer) -> None:
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def type_headline(session: ReleaseSession, text: str) -> None:
    session.edit("Headline", headline=text)


def test_it_writes_a_moment_after_the_last_key_and_within_three_seconds_of_the_first(
    journalling: DraftJournalling, release: Release, session: ReleaseSession
) -> None:
    assert not journalling._soon.isActive()
    type_headline(session, "H")
    assert journalling._soon.interval() == 800
    assert journalling._latest.interval() < 3_000
    begun = journalling._latest.remainingTime()
    journalling._latest.setInterval(50_000)
    type_headline(session, "Ha")
    assert journalling._latest.remainingTime() > begun, "the first key began it"


def test_what_was_typed_is_there_after_the_end(
    journalling: DraftJournalling,
    release: Release,
    session: ReleaseSession,
    newsroom_folder: Path,
    qtbot: QtBot,
) -> None:
    type_headline(session, "Harbour opens for winter")
    fire(journalling._soon)
    assert not journalling._latest.isActive()
    journalling.end()
    (text,) = left(newsroom_folder)
    assert text.entry.release == replace(release, headline="Harbour opens for winter")
    assert text.entry.at == NOW
    assert not text.is_stored


def test_what_the_newsroom_has_is_marked(
    journalling: DraftJournalling,
    release: Release,
    session: ReleaseSession,
    autosave: AutosaveController,
    newsroom_folder: Path,
    qtbot: QtBot,
) -> None:
    type_headline(session, "Harbour opens for winter")
    fire(journalling._soon)
    autosave.save()
    qtbot.waitUntil(lambda: autosave.is_settled)
    journalling.end()
    (text,) = left(newsroom_folder)
    assert text.is_stored


def test_what_is_about_to_be_stored_is_written_too(
    journalling: DraftJournalling,
    release: Release,
    session: ReleaseSession,
    autosave: AutosaveController,
    newsroom_folder: Path,
    qtbot: QtBot,
) -> None:
    type_headline(session, "Harbour opens for winter")
    autosave.save()
    type_headline(session, "Harbour opens for the winter")  # while it is stored
    qtbot.waitUntil(lambda: autosave.waiting(release.id) is None)
    fire(journalling._soon)
    journalling.end()
    (text,) = left(newsroom_folder)
    assert text.entry.release.headline == "Harbour opens for the winter"
    assert not text.is_stored


def test_the_same_text_is_not_written_twice(
    journalling: DraftJournalling,
    release: Release,
    session: ReleaseSession,
    qtbot: QtBot,
) -> None:
    type_headline(session, "Harbour opens for winter")
    with qtbot.waitSignal(journalling._thread.written):
        fire(journalling._soon)
    with qtbot.assertNotEmitted(journalling._thread.written):
        journalling.journal()
        journalling.journal_at_once()
    type_headline(session, "Harbour opens")
    with qtbot.waitSignal(journalling._thread.written):
        journalling.journal_at_once()


def test_a_release_that_is_left_is_written_first(
    journalling: DraftJournalling,
    release: Release,
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    newsroom_folder: Path,
    qtbot: QtBot,
) -> None:
    store.stop()  # nothing can be stored any more
    type_headline(session, "Harbour opens for winter")
    autosave.leave()
    session.open(replace(release, id=ReleaseId(type(release.id)(int=1))))
    assert not journalling._soon.isActive()
    assert not journalling._latest.isActive()
    journalling.end()
    (text,) = left(newsroom_folder)
    assert text.entry.release.headline == "Harbour opens for winter"


def test_the_session_knows_whether_the_text_is_in_the_journal(
    journalling: DraftJournalling,
    release: Release,
    session: ReleaseSession,
    newsroom_folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    in_the_way = paths.journal_dir(newsroom_folder)
    in_the_way.parent.mkdir(parents=True)
    in_the_way.write_text("no folder")
    type_headline(session, "Harbour opens for winter")
    fire(journalling._soon)
    qtbot.waitUntil(lambda: session.journal_error is not None)
    assert not session.is_journalled
    in_the_way.unlink()
    fire(journalling._again)
    qtbot.waitUntil(lambda: session.is_journalled)
    assert session.journal_error is None
    assert journalling._again.interval() == module._AGAIN_MS


def test_what_is_typed_at_last_is_written_at_the_end(
    journalling: DraftJournalling,
    release: Release,
    session: ReleaseSession,
    newsroom_folder: Path,
) -> None:
    type_headline(session, "Harbour opens for winter")
    journalling.end()
    assert [one.entry.release.headline for one in left(newsroom_folder)] == [
        "Harbour opens for winter"
    ]
