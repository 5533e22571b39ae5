from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.errors import (
    Cancelled,
    FieldError,
    NewsdeskError,
    StorageError,
    StorageProblem,
)
from newsdesk.services.desk import Desk
from newsdesk.ui.jobs.desk_thread import DeskThread


@pytest.fixture
def thread(newsroom_folder: Path) -> Iterator[DeskThread]:
    thread = DeskThread("test", lambda: open_desk(newsroom_folder))
    yield thread
    thread.stop()


def test_what_is_asked_before_the_desk_is_open_is_answered_when_it_is(
    thread: DeskThread, qtbot: QtBot
) -> None:
    answers: list[object] = []
    thread.ask(lambda desk: desk.releases.counts().all, answers.append, answers.append)
    with qtbot.waitSignal(thread.opened):
        thread.start()
    qtbot.waitUntil(lambda: answers == [0])
    assert thread.is_open


def test_work_is_done_in_the_thread_and_answered_outside_it(
    thread: DeskThread, qtbot: QtBot
) -> None:
    where: list[object] = []
    thread.start()
    thread.ask(
        lambda _desk: current_thread(),
        lambda worker: where.extend((worker, current_thread())),
        where.append,
    )
    qtbot.waitUntil(lambda: len(where) == 2)
    assert where[0] is not main_thread()
    assert where[1] is main_thread()


def test_things_are_done_one_after_the_other(thread: DeskThread, qtbot: QtBot) -> None:
    done: list[object] = []
    thread.start()
    for number in range(50):
        thread.ask(lambda _desk, n=number: n, done.append, done.append)
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_a_refusal_is_answered_and_the_thread_goes_on(thread: DeskThread, qtbot: QtBot) -> None:
    refusals: list[NewsdeskError] = []
    answers: list[object] = []

    def refuse(_desk: Desk) -> object:
        raise FieldError("headline", "")

    thread.start()
    thread.ask(refuse, answers.append, refusals.append)
    thread.ask(lambda _desk: "still here", answers.append, refusals.append)
    qtbot.waitUntil(lambda: answers == ["still here"])
    assert [type(one) for one in refusals] == [FieldError]


def test_a_bug_is_raised_where_the_answer_would_have_come(thread: DeskThread, qtbot: QtBot) -> None:
    def fail(_desk: Desk) -> object:
        raise ZeroDivisionError

    thread.start()
    with qtbot.captureExceptions() as raised:
        thread.ask(fail, lambda _: None, lambda _: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_a_newsroom_that_cannot_be_opened_is_refused_and_can_be_tried_again(
    newsroom_folder: Path, qtbot: QtBot
) -> None:
    tries: list[int] = []

    @contextmanager
    def open_at_the_second_try() -> Generator[Desk]:
        tries.append(1)
        if len(tries) == 1:
            raise StorageError(StorageProblem.LOCKED, "somewhere")
        with open_desk(newsroom_folder) as desk:
            yield desk

    thread = DeskThread("test", open_at_the_second_try)
    with qtbot.waitSignal(thread.refused) as refused:
        thread.start()
    assert refused.args is not None
    assert refused.args[0].problem is StorageProblem.LOCKED
    assert not thread.is_open
    with qtbot.waitSignal(thread.opened):
        thread.start()
    thread.stop()


def test_stopping_does_first_what_was_asked(newsroom_folder: Path, qtbot: QtBot) -> None:
    done: list[str] = []
    thread = DeskThread("test", lambda: open_desk(newsroom_folder))
    thread.start()
    for letter in "abc":
        thread.ask(lambda _desk, one=letter: done.append(one), lambda _: None, lambda _: None)
    thread.stop()
    assert done == ["a", "b", "c"]
    assert not thread.is_open


def test_an_opening_that_was_broken_off_is_told_to_nobody_and_can_be_begun_again(
    newsroom_folder: Path, qtbot: QtBot
) -> None:
    is_stopped, has_begun = Event(), Event()

    @contextmanager
    def opened() -> Iterator[Desk]:
        has_begun.set()
        while not is_stopped.wait(0.01):
            pass
        if is_first:
            raise Cancelled
        with open_desk(newsroom_folder) as desk:
            yield desk

    is_first = True
    thread = DeskThread("test", opened)
    answers: list[object] = []
    thread.ask(lambda desk: desk.newsroom.get().version, answers.append, answers.append)
    thread.start()
    assert has_begun.wait(20)
    is_stopped.set()
    with qtbot.assertNotEmitted(thread.refused, wait=50):
        thread.stop()
    is_first = False
    with qtbot.waitSignal(thread.opened):
        thread.start()
    qtbot.waitUntil(lambda: answers == [0])
    thread.stop()


def test_what_was_asked_of_one_is_done_by_the_other(newsroom_folder: Path, qtbot: QtBot) -> None:
    done: list[object] = []
    one = DeskThread("one", lambda: open_desk(newsroom_folder))
    other = DeskThread("other", lambda: open_desk(newsroom_folder))
    for _ in range(2):
        one.ask(lambda _desk: current_thread().name, done.append, done.append)
    one.hand_over(other)
    one.hand_over(other)
    other.start()
    qtbot.waitUntil(lambda: done == ["other", "other"])
    other.stop()
