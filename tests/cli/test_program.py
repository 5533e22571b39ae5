"""The program as a whole, started for real."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk import __version__


def newsdesk(*words: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "newsdesk", *words],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_it_says_its_version() -> None:
    said = newsdesk("--version")
    assert said.returncode == 0
    assert said.stdout.decode().strip() == f"newsdesk {__version__}"


def test_without_a_command_and_without_a_screen_it_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said = newsdesk()
    assert said.returncode == 1
    assert b"no screen" in said.stderr
    assert b"Traceback" not in said.stderr


def test_what_is_neither_a_command_nor_a_file_is_wrong_usage() -> None:
    said = newsdesk("lits")
    assert said.returncode == 2
    assert b"no command and no file 'lits'" in said.stderr


def test_options_without_a_command_say_what_there_is() -> None:
    said = newsdesk("--json")
    assert said.returncode == 2
    assert b"import" in said.stderr


def test_a_body_is_read_from_standard_input(tmp_path: Path) -> None:
    there = ("--data-dir", str(tmp_path))
    said = newsdesk(*there, "new", "--json", "--body-file", "-", stdin="Genève.".encode())
    assert json.loads(said.stdout)["body_md"] == "Genève."
    assert newsdesk(*there, "new", "--body-file", "-", stdin=b"\xff\xfe\x00").returncode == 1


@pytest.mark.parametrize("wrong", [b"SQLite format 3\0 but not really", b"plain text" * 400])
def test_a_newsroom_that_is_none_is_said_in_words_and_left_alone(
    tmp_path: Path, wrong: bytes
) -> None:
    path = tmp_path / "newsdesk.sqlite"
    path.write_bytes(wrong)
    for words in (("list",), ("new",)):
        said = newsdesk("--data-dir", str(tmp_path), *words)
        assert said.returncode == 1
        assert said.stderr.startswith(b"newsdesk: ")
        assert b"Traceback" not in said.stderr
    assert path.read_bytes() == wrong


def test_a_command_that_reads_waits_for_nobody_and_one_that_writes_is_told(
    tmp_path: Path,
) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == b"open\n"
        there = ("--data-dir", str(tmp_path))
        assert newsdesk(*there, "list").returncode == 0
        said = newsdesk(*there, "new")
        assert said.returncode == 1
        assert b"Another newsdesk" in said.stderr
    finally:
        holder.communicate(b"\n", timeout=30)
    assert newsdesk(*there, "new").returncode == 0


_HOLD = """
import sys
from pathlib import Path
from newsdesk.desk import open_desk
with open_desk(Path(sys.argv[1]), writing=True) as desk:
    desk.releases.new({"headline": "Held"})
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
def test_a_reader_that_had_enough_is_no_error(tmp_path: Path) -> None:
    newsdesk("--data-dir", str(tmp_path), "samples")
    command = (
        f'"{sys.executable}" -m newsdesk --data-dir "{tmp_path}" show aqaba-pilot-station --html'
    )
    said = subprocess.run(
        ["/bin/bash", "-c", f"set -o pipefail; {command} | head -c 10"],
        capture_output=True,
        check=False,
    )
    assert said.stderr == b""
