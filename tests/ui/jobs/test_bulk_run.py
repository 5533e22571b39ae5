"""The same done to many releases."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NewsdeskError, StorageError, StorageProblem
from newsdesk.domain.ids import ReleaseId
from newsdesk.services.bulk import Outcome
from newsdesk.ui.jobs.bulk_run import AT_ONCE, BulkRun

IDS = [ReleaseId(UUID(int=number + 1)) for number in range(2 * AT_ONCE + 5)]


class Store:
    """Does at once what it is asked for, in the place of a thread."""

    def __init__(self, refuses_after: int = 10**9) -> None:
        self.left = refuses_after

    def change(
        self,
        work: Callable[[Any], tuple[Any, Changes]],
        then: Callable[[Any], None],
        otherwise: Callable[[NewsdeskError], None],
    ) -> None:
        self.left -= 1
        if self.left < 0:
            otherwise(StorageError(StorageProblem.FULL))
        else:
            then(work(None)[0])


def work(_desk: object, some: Sequence[ReleaseId]) -> tuple[Outcome[ReleaseId], Changes]:
    return Outcome(done=tuple(some)), Changes()


def run_of(ids: Sequence[ReleaseId], store: Store) -> BulkRun:
    return BulkRun(ids, work, store)  # type: ignore[arg-type]


def test_many_are_done_a_few_at_a_time(qtbot: QtBot) -> None:
    run, told, pieces = run_of(IDS, Store()), [], []
    run.progressed.connect(lambda done, total: told.append((done, total)))
    run.stored.connect(lambda outcome: pieces.append(len(outcome.done)))
    with qtbot.waitSignal(run.finished) as finished:
        run.start()
    assert list(finished.args[0].done) == IDS  # type: ignore[index]
    assert pieces == [AT_ONCE, AT_ONCE, 5]
    assert told == [(AT_ONCE, 45), (2 * AT_ONCE, 45), (45, 45)]


def test_what_was_done_before_it_was_stopped_is_told(qtbot: QtBot) -> None:
    run = run_of(IDS, Store())
    run.stored.connect(lambda _: run.cancel())
    with qtbot.waitSignal(run.cancelled) as cancelled:
        run.start()
    assert len(cancelled.args[0].done) == AT_ONCE  # type: ignore[index]


@pytest.mark.parametrize("pieces", [0, 1])
def test_a_store_that_refuses_ends_it(qtbot: QtBot, pieces: int) -> None:
    run = run_of(IDS, Store(refuses_after=pieces))
    with qtbot.waitSignal(run.failed) as failed:
        run.start()
    error, outcome = failed.args  # type: ignore[misc]
    assert error.problem is StorageProblem.FULL
    assert (None if outcome is None else len(outcome.done)) == (AT_ONCE if pieces else None)


def test_nothing_to_do_is_done(qtbot: QtBot) -> None:
    run = run_of([], Store())
    with qtbot.waitSignal(run.finished) as finished:
        run.start()
    assert finished.args[0].done == ()  # type: ignore[index]
