"""What the next start shows before anything is read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.release import Release
from newsdesk.services.desk import Desk
from newsdesk.services.start_snapshot import StartSnapshot, StartSnapshotFile
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.snapshot_keeper import SnapshotKeeper

Changed = Callable[[Callable[[Desk], tuple[object, object]]], object]


@pytest.fixture
def file(tmp_path: Path) -> StartSnapshotFile:
    return StartSnapshotFile(tmp_path / "start.json", "1.0")


@pytest.fixture
def taken() -> list[StartSnapshot | None]:
    """What is open, as the keeper asks for it; the last one counts."""
    return [StartSnapshot()]


@pytest.fixture
def keeper(
    file: StartSnapshotFile, taken: list[StartSnapshot | None], store: Store, hub: ChangeHub
) -> SnapshotKeeper:
    keeper = SnapshotKeeper(file, lambda: taken[-1], store, hub)
    keeper._later.setInterval(20)
    return keeper


def begun(changed: Changed, headline: str) -> Release:
    made = changed(lambda desk: desk.releases.new({"headline": headline}))
    assert isinstance(made, Release)
    return made


def headlines(file: StartSnapshotFile) -> list[str] | None:
    snapshot = file.load()
    return [row.headline for row in snapshot.rows] if snapshot else None


def test_what_is_stored_is_written_a_moment_later(
    keeper: SnapshotKeeper,
    file: StartSnapshotFile,
    taken: list[StartSnapshot | None],
    changed: Changed,
    qtbot: QtBot,
) -> None:
    release = begun(changed, "Harbour opens")
    taken.append(StartSnapshot(release=release))
    begun(changed, "Harbour closes")
    qtbot.waitUntil(lambda: headlines(file) == ["Harbour closes", "Harbour opens"])
    snapshot = file.load()
    assert snapshot is not None
    assert snapshot.release == release
    assert (snapshot.total, snapshot.counts.all) == (2, 2)


def test_another_release_in_the_window_is_written_too(
    keeper: SnapshotKeeper, file: StartSnapshotFile, qtbot: QtBot
) -> None:
    keeper.note()
    qtbot.waitUntil(lambda: headlines(file) == [])


def test_one_who_never_pauses_does_not_put_it_off(
    keeper: SnapshotKeeper, file: StartSnapshotFile, qtbot: QtBot
) -> None:
    keeper._later.setInterval(100)
    busy = QTimer()
    busy.setInterval(5)
    busy.timeout.connect(keeper.note)
    busy.start()
    qtbot.waitUntil(lambda: headlines(file) == [])


def test_at_the_end_it_is_written_without_a_wait(
    keeper: SnapshotKeeper, file: StartSnapshotFile, qtbot: QtBot
) -> None:
    keeper._later.setInterval(60_000)
    keeper.note()
    keeper.write()
    assert not keeper._later.isActive()
    qtbot.waitUntil(lambda: headlines(file) == [])


def test_a_text_that_is_not_stored_is_not_in_it(
    keeper: SnapshotKeeper,
    file: StartSnapshotFile,
    taken: list[StartSnapshot | None],
    store: Store,
    qtbot: QtBot,
) -> None:
    taken.append(None)
    keeper.write()
    answers: list[int] = []
    store.read(lambda _desk: 1, answers.append)  # comes behind what would be written
    qtbot.waitUntil(lambda: answers == [1])
    assert file.load() is None


def test_what_was_wanted_before_the_newsroom_was_open_is_not_written_later(
    file: StartSnapshotFile, newsroom_folder: Path, hub: ChangeHub, qtbot: QtBot
) -> None:
    store = Store(
        open_to_write=lambda: open_desk(newsroom_folder, writing=True),
        open_to_read=lambda: open_desk(newsroom_folder),
        hub=hub,
    )
    SnapshotKeeper(file, StartSnapshot, store, hub).write()
    with qtbot.waitSignal(store.opened):
        store.start()
    store.stop()
    assert file.load() is None
