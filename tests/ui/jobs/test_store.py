import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event, current_thread

from pytestqt.qtbot import QtBot

from newsdesk.desk import moving_of, open_desk
from newsdesk.domain.backup import BackupReason
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NewsdeskError, NotFoundError, StorageError, StorageProblem
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store


def test_a_change_is_stored_answered_and_then_told(
    store: Store, hub: ChangeHub, qtbot: QtBot
) -> None:
    order: list[str] = []
    made: list[Release] = []
    hub.changed.connect(lambda _changes: order.append("told"))

    def then(release: Release) -> None:
        made.append(release)
        order.append("answered")

    with qtbot.waitSignal(hub.changed) as told:
        store.change(lambda desk: desk.releases.new({"headline": "Harbour opens"}), then)
    assert order == ["answered", "told"]
    assert told.args is not None
    assert told.args[0] == Changes.of(releases={made[0].id})
    found: list[Release] = []
    store.read(lambda desk: desk.releases.get(str(made[0].id)), found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0].headline == "Harbour opens"


def test_what_changed_nothing_is_not_told(store: Store, hub: ChangeHub, qtbot: QtBot) -> None:
    done: list[str] = []
    with qtbot.assertNotEmitted(hub.changed):
        store.change(lambda _desk: ("nothing", Changes()), done.append)
        qtbot.waitUntil(lambda: done == ["nothing"])


def test_it_is_idle_again_when_the_last_change_is_stored(store: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(store.idle):
        store.change(lambda _desk: (1, Changes()))
        store.change(lambda _desk: (2, Changes()))
        assert not store.is_idle
    assert store.is_idle


def _missing(desk: Desk) -> Release:
    return desk.releases.get("no-such-release")


def test_what_nobody_else_cares_for_is_told_as_failed(store: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(store.failed) as failed:
        store.read(_missing, lambda _: None)
    assert failed.args is not None
    assert isinstance(failed.args[0], NotFoundError)


def test_who_cares_is_told_alone(store: Store, qtbot: QtBot) -> None:
    refusals: list[NewsdeskError] = []
    with qtbot.assertNotEmitted(store.failed):
        store.read(_missing, lambda _: None, refusals.append)
        qtbot.waitUntil(lambda: len(refusals) == 1)


def test_a_newsroom_that_another_writes_in_can_still_be_read(
    newsroom_folder: Path, now: Callable[[], datetime], qtbot: QtBot
) -> None:
    with open_desk(newsroom_folder, writing=True) as desk:
        desk.newsroom.edit({"organisation": "Office for Safe Harbours"})
        second = Store(
            open_to_write=lambda: open_desk(newsroom_folder, writing=True, now=now),
            open_to_read=lambda: open_desk(newsroom_folder, now=now),
            hub=ChangeHub(),
        )
        with qtbot.waitSignals([second.refused, second.opened]):
            second.start()
        assert not second.is_writable
        assert second.is_readable
        names: list[str] = []
        second.read(lambda desk: desk.newsroom.get().organisation, names.append)
        qtbot.waitUntil(lambda: names == ["Office for Safe Harbours"])
    with qtbot.waitSignal(second.opened):
        second.start()  # tried again once the other has gone
    assert second.is_writable
    second.stop()


def test_what_cannot_be_stored_is_refused_at_once_and_not_done_later(
    newsroom_folder: Path, now: Callable[[], datetime], qtbot: QtBot
) -> None:
    store = Store(
        open_to_write=lambda: open_desk(newsroom_folder, writing=True, now=now),
        open_to_read=lambda: open_desk(newsroom_folder, now=now),
        hub=ChangeHub(),
    )
    done: list[object] = []
    refusals: list[NewsdeskError] = []

    def change() -> None:
        store.change(
            lambda desk: desk.releases.new({"headline": "Harbour"}), done.append, refusals.append
        )

    assert store.refusal is None  # nobody knows yet: what is asked now waits
    with open_desk(newsroom_folder, writing=True):
        with qtbot.waitSignals([store.refused, store.opened]):
            store.start()
        assert isinstance(store.refusal, StorageError)
        change()
        assert refusals == []  # the answer comes when whoever asks is ready for it
        qtbot.waitUntil(lambda: refusals == [store.refusal])
        assert store.is_idle
        with qtbot.waitSignal(store.failed):
            store.change(lambda _desk: (1, Changes()))
    with qtbot.waitSignal(store.opened):
        store.start()
    assert store.refusal is None
    assert done == []
    change()
    qtbot.waitUntil(lambda: len(done) == 1)
    store.stop()


def test_a_newsroom_that_does_not_open_says_why(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "newsroom"
    folder.mkdir()
    (folder / "newsdesk.sqlite").write_text("this is no database")
    store = Store(
        open_to_write=lambda: open_desk(folder, writing=True),
        open_to_read=lambda: open_desk(folder),
        hub=ChangeHub(),
    )
    errors: list[StorageError] = []
    store.refused.connect(errors.append)
    store.unreadable.connect(errors.append)
    store.start()
    qtbot.waitUntil(lambda: len(errors) == 2)
    assert {error.problem for error in errors} == {StorageProblem.NOT_A_DATABASE}
    assert not store.is_readable
    assert (folder / "newsdesk.sqlite").read_text() == "this is no database"
    store.stop()


def test_backups_wait_for_nobody_and_nobody_waits_for_them(store: Store, qtbot: QtBot) -> None:
    go_on = Event()
    done: list[str] = []
    store.back_up(lambda _desk: go_on.wait(20), lambda _: done.append("backed up"))
    store.read(lambda _desk: None, lambda _: done.append("read"))
    store.change(lambda _desk: (None, Changes()), lambda _: done.append("changed"))
    qtbot.waitUntil(lambda: {"read", "changed"} == set(done))
    go_on.set()
    qtbot.waitUntil(lambda: "backed up" in done)


def test_who_makes_backups_is_told_of_the_end_before_it_is_waited_for(store: Store) -> None:
    go_on = Event()
    store.ending.connect(go_on.set)
    store.back_up(lambda _desk: go_on.wait(20), lambda _: None)
    store.stop()
    assert go_on.is_set()


def test_checks_wait_for_no_backup_and_no_backup_for_them(store: Store, qtbot: QtBot) -> None:
    go_on = Event()
    done: list[str] = []
    store.check(lambda _desk: go_on.wait(20), lambda _: done.append("checked"))
    store.back_up(lambda _desk: None, lambda _: done.append("backed up"))
    qtbot.waitUntil(lambda: done == ["backed up"])
    go_on.set()
    qtbot.waitUntil(lambda: done == ["backed up", "checked"])


def test_where_nobody_can_read_beside_the_writer_its_thread_does_everything(
    newsroom_folder: Path, qtbot: QtBot
) -> None:
    newsroom_folder.mkdir(exist_ok=True)
    (newsroom_folder / ".stfolder").mkdir()
    moving_of(newsroom_folder).allow()
    store = Store(
        open_to_write=lambda: open_desk(newsroom_folder, writing=True),
        open_to_read=lambda: open_desk(newsroom_folder),
        hub=ChangeHub(),
    )
    threads: list[str] = []

    def where(_desk: object) -> str:
        return current_thread().name

    store.read(where, threads.append)  # before it is open
    with qtbot.waitSignal(store.opened):
        store.start()
    assert store.is_writable
    assert store.is_readable
    store.look(where, threads.append)
    store.back_up(where, threads.append)
    store.check(where, threads.append)
    store.change(lambda desk: desk.releases.new({"headline": "Alone"}))
    counts: list[int] = []
    store.read(lambda desk: len(desk.releases.ids(ReleaseQuery())), counts.append)
    qtbot.waitUntil(lambda: counts == [1])
    assert threads == ["newsdesk-writer"] * 4
    made: list[object] = []
    store.back_up(lambda desk: desk.backups.make(BackupReason.ASKED), made.append)
    qtbot.waitUntil(lambda: bool(made))
    store.stop()


def test_a_thread_that_computes_lets_the_window_have_its_turn_soon(store: Store) -> None:
    assert store.is_writable
    assert sys.getswitchinterval() < 0.001
