"""The guards of conftest.py, shown on a run of tests that break each of them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS_THAT_BREAK_A_RULE = """
import contextlib, logging, os, socket
from pathlib import Path
import pytest
from hypothesis import given, strategies as st

def test_opens_a_socket():
    socket.socket(socket.AF_INET)

def test_opens_one_of_the_default_family_and_hides_it():
    with contextlib.suppress(Exception):
        socket.socket()

def test_looks_a_name_up():
    socket.getaddrinfo("example.org", 80)

def test_logs_a_warning():
    logging.getLogger("newsdesk.storage").warning("the disk is nearly full")

def test_expects_a_warning_in_vain(expected_warnings):
    pass

def test_opens_a_local_socket():
    if hasattr(socket, "AF_UNIX"):
        socket.socket(socket.AF_UNIX).close()

def test_expects_its_warning(expected_warnings):
    logging.getLogger("newsdesk.storage").warning("the disk is nearly full")
    assert [record.getMessage() for record in expected_warnings] == ["the disk is nearly full"]

def test_has_a_home_of_its_own(tmp_path):
    assert Path.home() == tmp_path / "home"
    assert not Path.home().exists()

@given(st.integers())
def test_draws_examples_under_the_guards(number):
    assert isinstance(number, int)

@pytest.mark.nightly
def test_takes_all_night():
    raise AssertionError
"""

BREAKS = {
    "test_opens_a_socket",
    "test_opens_one_of_the_default_family_and_hides_it",
    "test_looks_a_name_up",
    "test_logs_a_warning",
    "test_expects_a_warning_in_vain",
}
KEEPS = {
    "test_opens_a_local_socket",
    "test_expects_its_warning",
    "test_has_a_home_of_its_own",
    "test_draws_examples_under_the_guards",
}


@pytest.fixture
def outcomes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """The tests of such a run by what pytest says of them."""
    monkeypatch.setenv("NEWSDESK_TEST_FORM", "normal")
    folder = tmp_path / "run"
    folder.mkdir()
    shutil.copy(Path(__file__).with_name("conftest.py"), folder)
    (folder / "test_rules.py").write_text(TESTS_THAT_BREAK_A_RULE, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = nightly\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:pytest-qt", "-p", "no:cacheprovider"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    said: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) \S+::(\w+)", run.stdout, re.MULTILINE):
        said.setdefault(name, set()).add(outcome)
    assert "1 skipped" in run.stdout.splitlines()[-1]
    return said


def test_what_breaks_a_guard_fails_and_nothing_else(outcomes: dict[str, set[str]]) -> None:
    broken = {name for name, said in outcomes.items() if said & {"FAILED", "ERROR"}}
    assert broken == BREAKS
    assert outcomes.keys() == BREAKS | KEEPS
