"""Nothing is lost between the editor and the disk, and nothing is said to be saved before it is."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import StaleReleaseError, StorageError, StorageProblem
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.services.desk import Desk
from newsdesk.ui import autosave as module
from newsdesk.ui.autosave import AutosaveController
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession, SaveState


@dataclass
class Clock:
    at: datetime

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def autosave(
    session: ReleaseSession, store: Store, now: Callable[[], datetime]
) -> AutosaveController:
    return AutosaveController(session, store, now)


@pytest.fixture
def begun(store: Store, qtbot: QtBot) -> Callable[[str], Release]:
    """A stored draft with this headline."""

    def begin(headline: str) -> Release:
        made: list[Release] = []
        store.change(lambda desk: desk.releases.new({"headline": headline}), made.append)
        qtbot.waitUntil(lambda: bool(made))
        return made[0]

    return begin


def stored(store: Store, qtbot: QtBot, release: Release) -> Release:
    found: list[Release] = []
    store.read(lambda desk: desk.releases.get(str(release.id)), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_it_saves_a_moment_after_the_last_edit(
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    begun: Callable[[str], Release],
    qtbot: QtBot,
) -> None:
    autosave._idle.setInterval(30)
    session.open(begun("Harbour opens"))
    states: list[SaveState] = []
    session.save_state_changed.connect(lambda: states.append(session.save_state))
    with qtbot.waitSignal(autosave.settled):
        session.edit("Change headline", headline="Harbour closes")
        assert session.save_state is SaveState.UNSAVED
    assert states == [SaveState.UNSAVED, SaveState.SAVING, SaveState.SAVED]
    assert session.release is not None
    assert stored(store, qtbot, session.release).headline == "Harbour closes"


def test_someone_who_never_pauses_is_saved_all_the_same(
    session: ReleaseSession,
    autosave: AutosaveController,
    begun: Callable[[str], Release],
    qtbot: QtBot,
) -> None:
    autosave._longest.setInterval(30)
    session.open(begun("Harbour opens"))
    with qtbot.waitSignal(autosave.settled):
        session.edit("Change headline", headline="Harbour closes")
    assert autosave._idle.interval() == module.IDLE_MS


def test_what_is_typed_during_a_save_is_saved_after_it(
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    begun: Callable[[str], Release],
    qtbot: QtBot,
) -> None:
    session.open(begun("Harbour opens"))
    session.edit("Change headline", headline="One")
    autosave.save()
    session.edit("Change headline", headline="Two")
    session.edit("Change abstract", abstract="Both")
    with qtbot.waitSignal(autosave.settled):
        autosave.save()  # the first is still under way
    assert not session.is_dirty
    assert session.release is not None
    kept = stored(store, qtbot, session.release)
    assert (kept.headline, kept.abstract) == ("Two", "Both")


def test_leaving_a_release_saves_it(
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    begun: Callable[[str], Release],
    qtbot: QtBot,
) -> None:
    first, second = begun("First"), begun("Second")
    session.open(first)
    session.edit("Change headline", headline="First, edited")
    with qtbot.waitSignal(autosave.settled):
        autosave.leave()
        session.open(second)
    assert stored(store, qtbot, first).headline == "First, edited"
    assert session.save_state is SaveState.SAVED


def test_a_release_left_and_opened_again_at_once_is_the_one_that_was_left(
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    begun: Callable[[str], Release],
    qtbot: QtBot,
) -> None:
    first, second = begun("First"), begun("Second")
    session.open(first)
    session.edit("Change headline", headline="First, edited")
    autosave.leave()
    session.open(second)
    waiting = autosave.waiting(first.id)
    assert waiting is not None
    assert waiting.headline == "First, edited"
    with qtbot.waitSignal(autosave.settled):
        session.open(waiting, is_stored=False)
    assert session.save_state is SaveState.SAVED
    session.edit("Change abstract", abstract="Going on")
    with qtbot.waitSignal(autosave.settled):
        autosave.save()
    assert stored(store, qtbot, first).abstract == "Going on"


class Disk:
    """A newsroom whose saves fail while it is full."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.is_full = False

    @contextmanager
    def open(self) -> Generator[Desk]:
        with open_desk(self.folder, writing=True) as desk:
            save = desk.releases.save

            def save_if_there_is_room(release: Release, reason: Reason) -> tuple[Release, Changes]:
                if self.is_full:
                    raise StorageError(StorageProblem.FULL, str(self.folder))
                return save(release, reason)

            desk.releases.save = save_if_there_is_room  # type: ignore[method-assign]
            yield desk


def test_on_a_full_disk_the_text_waits_and_is_saved_when_there_is_room(
    newsroom_folder: Path, session: ReleaseSession, now: Callable[[], datetime], qtbot: QtBot
) -> None:
    disk = Disk(newsroom_folder)
    store = Store(
        open_to_write=disk.open, open_to_read=lambda: open_desk(newsroom_folder), hub=ChangeHub()
    )
    with qtbot.waitSignal(store.opened):
        store.start()
    autosave = AutosaveController(session, store, now)
    made: list[Release] = []
    for headline in ("First", "Second"):
        store.change(lambda desk, h=headline: desk.releases.new({"headline": h}), made.append)
    qtbot.waitUntil(lambda: len(made) == 2)
    first, second = made
    session.open(first)
    disk.is_full = True
    session.edit("Change headline", headline="Written on a full disk")
    outcome: list[bool] = []
    autosave.flush(outcome.append)
    qtbot.waitUntil(lambda: outcome == [False])
    assert session.save_state is SaveState.FAILED
    autosave.leave()
    session.open(second)  # going on elsewhere loses nothing
    waiting = autosave.waiting(first.id)
    assert waiting is not None
    assert waiting.headline == "Written on a full disk"
    with qtbot.waitSignal(autosave.left_unsaved):
        autosave.save()
    disk.is_full = False
    with qtbot.waitSignal(autosave.settled):
        autosave._retry.timeout.emit()
    assert stored(store, qtbot, first).headline == "Written on a full disk"
    assert autosave.is_settled
    store.stop()


def test_it_is_tried_again_by_itself_ever_more_rarely(
    newsroom_folder: Path,
    session: ReleaseSession,
    now: Callable[[], datetime],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "AGAIN_MS", 5)
    monkeypatch.setattr(module, "LONGEST_MS", 30)
    disk = Disk(newsroom_folder)
    store = Store(
        open_to_write=disk.open, open_to_read=lambda: open_desk(newsroom_folder), hub=ChangeHub()
    )
    with qtbot.waitSignal(store.opened):
        store.start()
    autosave = AutosaveController(session, store, now)
    made: list[Release] = []
    store.change(lambda desk: desk.releases.new({"headline": "First"}), made.append)
    qtbot.waitUntil(lambda: bool(made))
    session.open(made[0])
    disk.is_full = True
    waits: list[int] = []
    autosave._retry.timeout.connect(lambda: waits.append(autosave._retry.interval()))
    session.edit("Change headline", headline="Written on a full disk")
    autosave.save()
    qtbot.waitUntil(lambda: len(waits) >= 5)
    assert waits[:5] == [5, 10, 20, 30, 30]
    disk.is_full = False
    qtbot.waitUntil(lambda: autosave.is_settled)
    assert session.save_state is SaveState.SAVED
    assert autosave._again_ms == 5, "the next failure begins anew"
    store.stop()


def test_a_release_that_somebody_else_saved_is_not_overwritten(
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    begun: Callable[[str], Release],
    qtbot: QtBot,
) -> None:
    mine = begun("Mine")
    session.open(mine)
    session.edit("Change headline", headline="Mine, edited")
    theirs: list[Release] = []
    store.change(
        lambda desk: desk.releases.edit(str(mine.id), {"headline": "Theirs"}), theirs.append
    )
    qtbot.waitUntil(lambda: bool(theirs))
    with qtbot.waitSignal(autosave.stale) as stale:
        autosave.save()
    assert stale.args is not None
    assert stale.args[0].headline == "Mine, edited"
    assert stored(store, qtbot, mine).headline == "Theirs"
    with qtbot.waitSignal(autosave.settled):
        autosave.keep_mine(replace(stale.args[0], version=theirs[0].version))
    assert stored(store, qtbot, mine).headline == "Mine, edited"


def test_a_stale_text_is_asked_about_once(
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    begun: Callable[[str], Release],
    qtbot: QtBot,
) -> None:
    mine = begun("Mine")
    session.open(mine)
    session.edit("Change headline", headline="Mine, edited")
    theirs: list[Release] = []
    store.change(
        lambda desk: desk.releases.edit(str(mine.id), {"headline": "Theirs"}), theirs.append
    )
    qtbot.waitUntil(lambda: bool(theirs))
    with qtbot.waitSignal(autosave.stale):
        autosave.save()
    outcome: list[bool] = []
    with qtbot.assertNotEmitted(autosave.stale):
        for timer in (autosave._idle, autosave._longest, autosave._retry):
            timer.timeout.emit()
        autosave.save_permanently()
        autosave.flush(outcome.append)
        assert outcome == [False]  # and it does not wait for what only the user can decide
        stored(store, qtbot, mine)
    assert isinstance(autosave.error, StaleReleaseError)
    autosave.forget(mine.id)
    session.replace_stored(theirs[0])
    session.edit("Change headline", headline="Theirs, edited")
    with qtbot.waitSignal(autosave.settled):
        autosave.save()
    assert stored(store, qtbot, mine).headline == "Theirs, edited"


def test_whoever_waits_hears_that_nothing_can_be_stored(
    newsroom_folder: Path, session: ReleaseSession, now: Callable[[], datetime], qtbot: QtBot
) -> None:
    store = Store(
        open_to_write=lambda: open_desk(newsroom_folder, writing=True),
        open_to_read=lambda: open_desk(newsroom_folder),
        hub=ChangeHub(),
    )
    autosave = AutosaveController(session, store, now)
    outcome: list[bool] = []
    with open_desk(newsroom_folder, writing=True) as desk:
        release, _changes = desk.releases.new({"headline": "Harbour opens"})
        session.open(release)  # as from the start snapshot
        session.edit("Change headline", headline="Harbour opens again")
        autosave.flush(outcome.append)
        assert outcome == []  # the newsroom may still open
        store.start()
        qtbot.waitUntil(lambda: outcome == [False])
        assert session.save_state is SaveState.FAILED
        autosave.flush(outcome.append)
        assert outcome == [False, False]
        assert autosave.error is store.refusal is not None
    with qtbot.waitSignal(autosave.settled):
        store.start()
    assert session.save_state is SaveState.SAVED
    assert stored(store, qtbot, release).headline == "Harbour opens again"
    store.stop()


def test_what_is_typed_while_it_is_stored_is_stored_before_that_is_said(
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    begun: Callable[[str], Release],
    qtbot: QtBot,
) -> None:
    release = begun("Harbour opens")
    session.open(release)
    session.edit("Change headline", headline="One")
    outcome: list[str] = []
    autosave.flush(lambda _is_saved: outcome.append(stored(store, qtbot, release).headline))
    session.edit("Change abstract", abstract="so that it is no step with it")
    session.edit("Change headline", headline="Two")
    qtbot.waitUntil(lambda: bool(outcome))
    assert outcome == ["Two"]
    assert autosave.is_settled


def test_a_text_that_was_just_typed_is_kept_for_good_when_that_is_asked_for(
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    begun: Callable[[str], Release],
    qtbot: QtBot,
) -> None:
    release = begun("Harbour opens")
    session.open(release)
    session.edit("Change headline", headline="Harbour opens again")
    with qtbot.waitSignal(autosave.settled):
        autosave.save_permanently()
    assert reasons(store, qtbot, release) == [Reason.SAVE, Reason.SAVE]
    assert stored(store, qtbot, release).headline == "Harbour opens again"


def test_an_asked_for_save_is_kept_for_good(
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    begun: Callable[[str], Release],
    qtbot: QtBot,
) -> None:
    release = begun("Harbour opens")
    session.open(release)
    for headline in ("One", "Two"):
        session.edit("Change headline", headline=headline)
        with qtbot.waitSignal(autosave.settled):
            autosave.save()
    with qtbot.waitSignal(autosave.settled):
        autosave.save_permanently()
    assert reasons(store, qtbot, release) == [
        Reason.SAVE, Reason.AUTOSAVE, Reason.AUTOSAVE, Reason.SAVE,
    ]  # fmt: skip


def test_every_ten_minutes_an_autosave_is_kept_for_good(
    session: ReleaseSession,
    store: Store,
    begun: Callable[[str], Release],
    now: Callable[[], datetime],
    qtbot: QtBot,
) -> None:
    clock = Clock(now())
    autosave = AutosaveController(session, store, clock)
    release = begun("Harbour opens")
    session.open(release)
    for minutes in (0, 4, 5, 2):
        clock.at += timedelta(minutes=minutes)
        session.edit("Change headline", headline=f"{clock.at}")
        with qtbot.waitSignal(autosave.settled):
            autosave.save()
    clock.at += timedelta(minutes=9)
    session.edit("Change headline", headline="Nine minutes later")
    with qtbot.waitSignal(autosave.settled):
        autosave.save()
    kept = reasons(store, qtbot, release)
    assert kept == [Reason.SAVE, *[Reason.AUTOSAVE] * 3, Reason.SAVE, Reason.AUTOSAVE]


def reasons(store: Store, qtbot: QtBot, release: Release) -> list[Reason]:
    found: list[list[Reason]] = []
    store.read(
        lambda desk: [one.reason for one in desk.releases.revisions(str(release.id))], found.append
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]
