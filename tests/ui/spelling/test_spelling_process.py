"""The window's way to the process that knows how words are spelled."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.services.spelling_worker import KNOWN, OPEN, command
from newsdesk.ui.spelling.spelling_process import SpellingProcess
from tests.services.small_dictionary import write_dictionary


@pytest.fixture
def process(qtbot: QtBot) -> Iterator[SpellingProcess]:
    process = SpellingProcess(command())
    yield process
    process.stop()


def test_it_starts_when_it_is_asked_and_answers_in_order(
    process: SpellingProcess, tmp_path: Path, qtbot: QtBot
) -> None:
    assert not process.is_running
    place = write_dictionary(tmp_path / "en")
    said: list[Any] = []
    process.ask(KNOWN, ["quay"], then=said.append, otherwise=said.append)
    process.ask(OPEN, f"{place}.aff", f"{place}.dic", [], then=said.append)
    process.ask(KNOWN, ["quay", "quaye"], then=said.append)
    qtbot.waitUntil(lambda: len(said) == 3, timeout=20_000)
    assert said == ["no dictionary is open", True, [True, False]]


def test_what_has_no_answer_for_nobody_is_no_fault(process: SpellingProcess, qtbot: QtBot) -> None:
    said: list[Any] = []
    process.ask(KNOWN, ["quay"], then=said.append)
    process.ask(KNOWN, ["quay"], then=said.append, otherwise=said.append)
    qtbot.waitUntil(lambda: said == ["no dictionary is open"], timeout=20_000)


def test_that_it_died_is_said_and_the_next_question_starts_another(
    process: SpellingProcess, qtbot: QtBot
) -> None:
    said: list[Any] = []
    process.ask(KNOWN, ["quay"], then=said.append)
    with qtbot.waitSignal(process.ended, timeout=20_000) as ended:
        process._process.kill()
    assert ended.args == [True]
    assert said == []
    process.ask(KNOWN, [], then=said.append, otherwise=said.append)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    with qtbot.waitSignal(process.ended, timeout=20_000) as ended:
        process._process.kill()
    assert ended.args == [False]


def test_a_program_that_is_not_there_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    process = SpellingProcess([str(tmp_path / "nothing")])
    with qtbot.waitSignal(process.ended) as ended:
        process.ask(KNOWN, ["quay"], then=pytest.fail)
    assert ended.args == [True]


def test_one_that_is_stopped_answers_nothing_more(process: SpellingProcess, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(process.ended, wait=50):
        process.ask(KNOWN, ["quay"], then=pytest.fail, otherwise=pytest.fail)
        process.stop()
    assert not process.is_running


def test_it_goes_with_its_object(qtbot: QtBot) -> None:
    code = "import time; time.sleep(60)"
    process = SpellingProcess([sys.executable, "-c", code])
    process.ask(KNOWN, ["quay"], then=pytest.fail)
    running = process._process
    qtbot.waitUntil(lambda: running.processId() > 0)
    with qtbot.waitSignal(process.destroyed):
        process.deleteLater()
    assert running.state() is running.ProcessState.NotRunning
