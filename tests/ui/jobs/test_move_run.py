"""Moving a newsroom, and what is heard of it where the window lives."""

from collections.abc import Callable
from threading import Event, current_thread
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import Cancelled, StorageError, StorageProblem
from newsdesk.services.moving import Moved, MovingService
from newsdesk.ui.jobs.move_run import MoveRun

MOVED = Moved(source="/cloud", target="/here", is_usual=True)


class Service:
    """A newsroom that does as the test says."""

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.is_waiting = Event()
        self.is_endless = False
        self.threads: list[str] = []

    @property
    def destination(self) -> str:
        self.threads.append(current_thread().name)
        return "/here"

    def move(self, *, report: Callable[[int, int], None]) -> Moved:
        if self.error is not None:
            raise self.error
        report(5 << 30, 6 << 30)
        self.is_waiting.set()
        while self.is_endless:
            report(5 << 30, 6 << 30)
        return MOVED

    def allow(self) -> None:
        self.threads.append("allowed")


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def run(service: Service, qtbot: QtBot) -> MoveRun:
    return MoveRun(lambda: cast(MovingService, service))


def test_where_it_would_go_is_found_out_in_a_thread_of_its_own(
    run: MoveRun, service: Service, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(run.looked) as looked:
        run.look()
    assert looked.args == ["/here"]
    assert service.threads == ["newsdesk-moving"]


def test_it_is_told_how_far_it_is_and_where_it_went(run: MoveRun, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    run.progressed.connect(lambda done, total: heard.append((done, total)))
    with qtbot.waitSignal(run.moved) as moved:
        run.move()
    assert heard == [(5 << 30, 6 << 30)]
    assert moved.args == [MOVED]


def test_what_refuses_it_is_told(run: MoveRun, service: Service, qtbot: QtBot) -> None:
    service.error = StorageError(StorageProblem.FULL)
    with qtbot.waitSignal(run.failed) as failed:
        run.move()
    assert failed.args == [service.error]


def test_a_bug_is_raised_where_it_is_seen(run: MoveRun, service: Service, qtbot: QtBot) -> None:
    service.error = ValueError("a bug")
    with qtbot.captureExceptions() as raised:
        run.move()
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][1] is service.error


def test_it_is_broken_off_when_the_window_is_closed(
    run: MoveRun, service: Service, qtbot: QtBot
) -> None:
    service.is_endless = True
    run.move()
    assert service.is_waiting.wait(20)
    with qtbot.waitSignal(run.failed) as failed:
        run.stop()
    assert failed.args is not None
    assert isinstance(failed.args[0], Cancelled)


def test_a_folder_is_allowed(run: MoveRun, service: Service, qtbot: QtBot) -> None:
    with qtbot.waitSignal(run.allowed):
        run.allow()
    assert service.threads == ["allowed"]
