import gc
from collections.abc import Iterator
from threading import Thread, current_thread, main_thread
from weakref import finalize

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui.jobs.garbage import GarbageCollector


class Ring:
    """Something only the garbage collector clears away."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GarbageCollector]:
    collector = GarbageCollector()
    collector.start()
    yield collector
    collector.stop()


def _dead_ring(died_in: list[Thread]) -> None:
    finalize(Ring(), lambda: died_in.append(current_thread()))


def test_what_a_thread_leaves_dies_in_ours(collector: GarbageCollector, qtbot: QtBot) -> None:
    died_in: list[Thread] = []

    def work() -> None:
        _dead_ring(died_in)
        for _ in range(5_000):  # enough to make Python look for garbage by itself
            Ring()

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert died_in == []
    collector.collect()
    assert died_in == [main_thread()]


def test_it_clears_away_by_itself(collector: GarbageCollector, qtbot: QtBot) -> None:
    died_in: list[Thread] = []
    collector._timer.setInterval(10)
    _dead_ring(died_in)
    qtbot.waitUntil(lambda: len(died_in) == 1)


@pytest.mark.parametrize("was_enabled", [True, False])
def test_at_the_end_python_does_it_again_if_it_did_before(
    was_enabled: bool, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(gc.disable)  # as it is for every test of the window
    if was_enabled:
        gc.enable()
    collector = GarbageCollector()
    collector.start()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled() is was_enabled
