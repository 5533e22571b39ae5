"""How far a check is, told in one thread and heard in another."""

from threading import Thread, current_thread

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import Cancelled
from newsdesk.ui.jobs.opening_progress import OpeningProgress


def test_it_is_heard_where_the_window_lives(qtbot: QtBot) -> None:
    progress = OpeningProgress()
    heard: list[tuple[int, int, str]] = []
    progress.progressed.connect(
        lambda done, total: heard.append((done, total, current_thread().name))
    )
    size = 5 << 30  # more than Qt's own integers hold

    def check() -> None:
        for done in (0, size, size, size):
            progress.report(done, size)

    thread = Thread(target=check)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [(0, size, "MainThread"), (size, size, "MainThread")]


def test_a_window_that_is_closed_stops_it() -> None:
    progress = OpeningProgress()
    progress.stop()
    with pytest.raises(Cancelled):
        progress.report(1, 2)
    progress.begin()
    progress.report(1, 2)
