"""Hundreds of releases come in through the program's own door, and the worst happens meanwhile."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.query import ReleaseQuery

COUNT = 200
TEXT = """\
Harbour crews of pier {0} train for winter

GENEVA, 3 May 2026 – Ninety workers of pier {0} have finished a course in night rescue.

{1}

“A rope is thrown in the same way everywhere,” said Dana Whitlock, head of press.

For more information, please contact:
Dana Whitlock
OSH Geneva
Email: dana.whitlock@example.org
"""
_STORED = re.compile(r"  (?P<id>[0-9a-f]{8}-[0-9a-f-]{27})  [a-z0-9-]+\n")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(COUNT):
        others = " ".join(f"boat {number}-{boat} is theirs" for boat in range(40))
        text = TEXT.format(number, f"The {others}.")
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def started(tmp_path: Path, texts: Path) -> Iterator["subprocess.Popen[str]"]:
    """An import of all of them that has stored some."""
    program = subprocess.Popen(
        _words(tmp_path, "import", texts),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with program:
        yield program
        program.kill()


def _words(tmp_path: Path, *words: str | Path) -> list[str | Path]:
    # unbuffered: what is printed has been stored
    return [sys.executable, "-u", "-m", "newsdesk", "--data-dir", tmp_path / "newsroom", *words]


def until_some_are_told(program: "subprocess.Popen[str]") -> list[str]:
    """Return the ids of what was said to be stored, as soon as something is."""
    assert program.stdout is not None
    for line in program.stdout:
        if found := _STORED.fullmatch(line):
            return [found["id"]]
    raise AssertionError("it ended")


def the_rest_of(program: "subprocess.Popen[str]") -> tuple[str, str]:
    """Return what else it said, and on stderr, once it has ended."""
    assert program.stdout is not None
    assert program.stderr is not None
    said = program.stdout.read(), program.stderr.read()  # `communicate` knows no read-ahead
    program.wait(60)
    return said


def assert_whole(tmp_path: Path, told: list[str]) -> None:
    """What was told is stored, and all that is stored is whole."""
    with open_desk(tmp_path / "newsroom") as desk:
        stored = {str(row.id) for row in desk.releases.summaries(ReleaseQuery(limit=COUNT))}
        (contact,) = desk.contacts.all()
        for key in stored:
            release = desk.releases.get(key)  # compared with the hash of its revision
            assert [one.reason for one in desk.releases.revisions(key)] == ["import"]
            assert [one.contact_id for one in release.contacts] == [contact.id]
            assert release.id in desk.releases.ids(ReleaseQuery(text=release.headline))
    assert set(told) <= stored
    assert len(stored) < COUNT


def test_what_was_told_is_kept_when_the_program_is_killed(
    started: "subprocess.Popen[str]", tmp_path: Path, texts: Path
) -> None:
    told = until_some_are_told(started)
    readers = _children(started.pid)
    started.kill()
    rest, _ = the_rest_of(started)
    told += [found["id"] for found in _STORED.finditer(rest)]
    _wait_for_the_end_of(readers)
    assert_whole(tmp_path, told)

    again = subprocess.run(
        _words(tmp_path, "import", texts, "--json"), check=False, capture_output=True, timeout=120
    )
    answer = json.loads(again.stdout)
    assert (again.returncode, answer["refused"]) == (0, [])
    with open_desk(tmp_path / "newsroom") as desk:
        assert desk.releases.counts().all == COUNT


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal to send")
def test_ctrl_c_reaches_the_whole_program_and_what_was_told_is_all_there_is(
    started: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    told = until_some_are_told(started)
    readers = _children(started.pid)
    for process in (started.pid, *readers):  # as a terminal does
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGINT)
    rest, said = the_rest_of(started)
    told += [found["id"] for found in _STORED.finditer(rest)]
    assert started.returncode == 130
    assert said == "newsdesk: Stopped. What was done before is kept.\n"
    assert_whole(tmp_path, told)
    with open_desk(tmp_path / "newsroom") as desk:
        assert desk.releases.counts().all == len(told)


def test_all_comes_in_though_nobody_reads_what_is_said(
    started: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    until_some_are_told(started)
    assert started.stdout is not None
    started.stdout.close()
    assert started.stderr is not None
    assert started.stderr.read() == ""
    assert started.wait(60) == 0
    with open_desk(tmp_path / "newsroom") as desk:
        assert desk.releases.counts().all == COUNT


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold a program")
def test_a_second_import_at_once_is_refused_in_words(
    started: "subprocess.Popen[str]", tmp_path: Path, texts: Path
) -> None:
    until_some_are_told(started)
    started.send_signal(signal.SIGSTOP)
    second = subprocess.run(
        _words(tmp_path, "import", texts), check=False, capture_output=True, timeout=60
    )
    started.send_signal(signal.SIGCONT)
    assert second.returncode == 1
    assert b"Another newsdesk is writing" in second.stderr
    assert b"Traceback" not in second.stderr
    the_rest_of(started)
    assert started.returncode == 0


def _children(process: int) -> list[int]:
    """Return the processes that a process started, where the system tells."""
    path = Path(f"/proc/{process}/task/{process}/children")
    return [int(number) for number in path.read_text().split()] if path.exists() else []


def _wait_for_the_end_of(processes: list[int]) -> None:
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{process}/cmdline").exists() for process in processes):
        assert time.monotonic() < deadline, "a reader outlived the program"
        time.sleep(0.05)
