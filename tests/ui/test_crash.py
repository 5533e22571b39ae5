import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui.crash import CrashHook, in_places


@pytest.fixture
def kept() -> list[str]:
    return []


@pytest.fixture
def hook(kept: list[str], qtbot: QtBot) -> Iterator[CrashHook]:
    before = sys.excepthook, threading.excepthook
    hook = CrashHook(lambda: kept.append("stored"))
    hook.install()
    yield hook
    sys.excepthook, threading.excepthook = before


def _fail(secret: str) -> None:
    raise ValueError(secret)


def _error(typed: str = "The minister resigns") -> ValueError:
    try:
        _fail(typed)
    except ValueError as error:
        return error
    raise AssertionError


def test_the_text_is_stored_before_anything_is_said(
    hook: CrashHook,
    kept: list[str],
    qtbot: QtBot,
    expected_warnings: list[logging.LogRecord],
) -> None:
    kept_when_told: list[int] = []
    hook.crashed.connect(lambda _report: kept_when_told.append(len(kept)))
    with qtbot.waitSignal(hook.crashed) as told:
        sys.excepthook(ValueError, _error(), None)
    assert kept_when_told == [1]
    assert told.args is not None
    assert "ValueError" in told.args[0]
    assert "minister" not in told.args[0]
    assert "in _fail" in told.args[0]


def test_the_same_mistake_is_told_once(
    hook: CrashHook, qtbot: QtBot, expected_warnings: list[logging.LogRecord]
) -> None:
    reports: list[str] = []
    hook.crashed.connect(reports.append)
    error = _error()
    for _ in range(3):
        sys.excepthook(ValueError, error, None)
    qtbot.waitUntil(lambda: len(expected_warnings) == 3)
    assert len(reports) == 1


def test_a_mistake_in_a_thread_is_told_too(
    hook: CrashHook, qtbot: QtBot, expected_warnings: list[logging.LogRecord]
) -> None:
    with qtbot.waitSignal(hook.crashed):
        thread = threading.Thread(target=_fail, args=("x",))
        thread.start()
        thread.join()


def test_the_text_is_kept_in_its_own_thread_wherever_the_mistake_was(
    kept: list[str], qtbot: QtBot, expected_warnings: list[logging.LogRecord]
) -> None:
    before = sys.excepthook, threading.excepthook
    threads: list[threading.Thread] = []
    hook = CrashHook(lambda: threads.append(threading.current_thread()))
    hook.install()
    try:
        sys.excepthook(ValueError, _error(), None)
        assert threads == [threading.main_thread()], "before anything else, and at once"
        elsewhere = threading.Thread(target=_fail, args=("x",))
        with qtbot.waitSignal(hook.crashed):
            elsewhere.start()
        elsewhere.join()
        qtbot.waitUntil(lambda: len(threads) == 2)
        assert threads[1] is threading.main_thread()
    finally:
        sys.excepthook, threading.excepthook = before


def test_a_text_that_cannot_be_kept_does_not_hide_the_mistake(
    qtbot: QtBot, expected_warnings: list[logging.LogRecord]
) -> None:
    before = sys.excepthook, threading.excepthook
    hook = CrashHook(lambda: _fail("of keeping"))
    hook.install()
    try:
        with qtbot.waitSignal(hook.crashed) as told:
            sys.excepthook(ValueError, _error(), None)
    finally:
        sys.excepthook, threading.excepthook = before
    assert told.args is not None
    assert "in _error" in told.args[0]


def test_a_report_names_places_and_no_words() -> None:
    report = in_places(_error("secret"))
    assert report.splitlines()[0] == "ValueError"
    assert "secret" not in report
