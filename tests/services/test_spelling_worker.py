"""The process that knows how words are spelled."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsdesk.services import spelling_worker
from newsdesk.services.spelling_worker import (
    KNOWN,
    NAMES,
    OPEN,
    OPTION,
    SUGGEST,
    answer_all,
    command,
    question,
)
from tests.services.small_dictionary import write_dictionary


@pytest.fixture
def opening(tmp_path: Path) -> bytes:
    """The question that opens a dictionary."""
    place = write_dictionary(tmp_path / "en", words=["quay", "harbour"])
    return question(1, OPEN, f"{place}.aff", f"{place}.dic", [])


def answers(*questions: bytes) -> list[Any]:
    said = io.BytesIO()
    answer_all(io.BytesIO(b"".join(questions)), said)
    return [json.loads(line) for line in said.getvalue().splitlines()]


def test_questions_are_answered_in_their_order(opening: bytes) -> None:
    assert answers(
        opening,
        question(2, KNOWN, ["quay", "Okello", "quaye"]),
        question(3, NAMES, ["Okello"]),
        question(4, KNOWN, ["Okello"]),
        question(5, SUGGEST, "quaye"),
    ) == [[1, True], [2, [True, False, False]], [3, True], [4, [True]], [5, ["quay"]]]


def test_what_cannot_be_answered_says_why_and_the_next_is(opening: bytes, tmp_path: Path) -> None:
    missing = question(2, OPEN, str(tmp_path / "no.aff"), str(tmp_path / "no.dic"), [])
    said = answers(question(0, KNOWN, ["quay"]), missing, opening, question(3, KNOWN, ["quay"]))
    assert [one[:2] for one in said] == [[0, None], [2, None], [1, True], [3, [True]]]
    assert "no.aff" in said[1][2]


def test_it_is_newsdesk_itself_with_nothing_of_the_window(opening: bytes) -> None:
    run = subprocess.run(command(), input=opening, capture_output=True, check=False, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"[1, true]\n", b"")
    code = "import sys, newsdesk.services.spelling_worker; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    heavy = {b"PySide6", b"sqlalchemy", b"regex", b"hunspell", b"newsdesk.importing"}
    assert set(loaded.split()) & heavy == set()


def test_a_packed_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert spelling_worker.command() == [sys.executable, OPTION]


def test_nobody_who_reads_is_no_fault(opening: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf(io.BytesIO):
        def write(self, *_said: object) -> int:
            raise BrokenPipeError

    ended: list[int] = []

    def end(code: int) -> None:
        ended.append(code)
        raise SystemExit

    monkeypatch.setattr(spelling_worker.os, "_exit", end)
    with pytest.raises(SystemExit):
        answer_all(io.BytesIO(opening), Deaf())
    assert ended == [0]
