"""Work on a damaged newsroom, and what is heard of it where the window lives."""

from collections.abc import Callable
from threading import Event, current_thread
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import Cancelled, StorageError, StorageProblem
from newsdesk.domain.rescue import Rescued, Survey
from newsdesk.services.rescue import RescueService
from newsdesk.ui.jobs.rescue_run import RescueRun

NOTHING = Survey(backup=None, drafts=())


class Rescue:
    """A newsroom that does as the test says."""

    is_readable = True

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.is_waiting = Event()
        self.threads: list[str] = []

    def survey(self, place: str, rest: Callable[[], None]) -> Survey:
        self.threads.append(current_thread().name)
        rest()
        return NOTHING

    def restore(self, path: str, rest: Callable[[], None]) -> Rescued:
        if self.error is not None:
            raise self.error
        return Rescued(releases=len(path))

    def salvage(self, rest: Callable[[], None]) -> Rescued:
        self.is_waiting.set()
        while True:
            rest()


@pytest.fixture
def rescue() -> Rescue:
    return Rescue()


@pytest.fixture
def run(rescue: Rescue, qtbot: QtBot) -> RescueRun:
    return RescueRun(lambda: cast(RescueService, rescue))


def test_what_is_found_is_told_in_the_thread_of_the_window(
    run: RescueRun, rescue: Rescue, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(run.surveyed) as surveyed:
        run.survey()
    assert surveyed.args == [NOTHING, True]
    assert rescue.threads == ["newsdesk-rescue"]


def test_one_thing_is_done_after_the_other(run: RescueRun, qtbot: QtBot) -> None:
    with qtbot.waitSignals([run.surveyed, run.rescued]):
        run.survey()
        run.restore("four")
    with qtbot.waitSignal(run.rescued) as rescued:
        run.restore("three")
    assert rescued.args == [Rescued(releases=5)]


def test_a_refusal_is_told(run: RescueRun, rescue: Rescue, qtbot: QtBot) -> None:
    rescue.error = StorageError(StorageProblem.FULL)
    with qtbot.waitSignal(run.failed) as failed:
        run.restore("path")
    assert failed.args == [rescue.error]


def test_stopping_breaks_it_off_and_says_so(run: RescueRun, rescue: Rescue, qtbot: QtBot) -> None:
    run.salvage()
    rescue.is_waiting.wait()
    with qtbot.waitSignal(run.failed) as failed:
        run.stop()
    assert isinstance(cast(list[object], failed.args)[0], Cancelled)
    with qtbot.waitSignal(run.rescued):
        run.restore("again")
