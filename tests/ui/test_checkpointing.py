"""The log is short again once nobody has stored anything for a moment."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.storage.names import NAME
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.checkpointing import Checkpointing
from newsdesk.ui.jobs.store import Store


@pytest.fixture
def checkpointing(store: Store, hub: ChangeHub) -> Checkpointing:
    return Checkpointing(store, hub, store)


def test_what_was_stored_is_taken_into_the_file_after_a_moment(
    checkpointing: Checkpointing, store: Store, newsroom_folder: Path, qtbot: QtBot
) -> None:
    checkpointing._timer.setInterval(20)
    store.change(lambda desk: desk.releases.new({"headline": "Harbour opens"}))
    qtbot.waitUntil(lambda: b"Harbour opens" in (newsroom_folder / NAME).read_bytes())
    qtbot.waitUntil(lambda: (newsroom_folder / f"{NAME}-wal").stat().st_size == 0)


def test_each_change_puts_it_off(
    checkpointing: Checkpointing, store: Store, hub: ChangeHub, qtbot: QtBot
) -> None:
    assert not checkpointing._timer.isActive()
    for headline in ("One", "Two"):
        with qtbot.waitSignal(hub.changed):
            store.change(lambda desk, text=headline: desk.releases.new({"headline": text}))
        assert checkpointing._timer.isActive()
        assert checkpointing._timer.remainingTime() > checkpointing._timer.interval() - 1000


def test_while_something_waits_to_be_stored_it_waits_too(
    checkpointing: Checkpointing, store: Store, qtbot: QtBot
) -> None:
    done: list[object] = []
    store.change(lambda desk: desk.releases.new({"headline": "One"}), done.append)
    checkpointing._checkpoint()
    assert checkpointing._timer.isActive()
    qtbot.waitUntil(lambda: bool(done))
