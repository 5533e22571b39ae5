"""Loading a dictionary of unknown make."""

import sys
from pathlib import Path

import pytest

from newsdesk.services import spelling_trial
from newsdesk.services.spelling_trial import can_be_loaded
from tests.services.small_dictionary import write_dictionary


def test_a_dictionary_can_be_loaded(tmp_path: Path) -> None:
    assert can_be_loaded(write_dictionary(tmp_path / "de-DE"))


def test_what_is_not_there_cannot(tmp_path: Path) -> None:
    assert not can_be_loaded(tmp_path / "de-DE")


@pytest.mark.parametrize("code", ["import os; os.abort()", "print('[1, true]')", "raise OSError"])
def test_what_brings_its_process_down_cannot(
    tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spelling_trial, "command", lambda: [sys.executable, "-c", code])
    assert not can_be_loaded(write_dictionary(tmp_path / "de-DE"))


def test_what_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import time; time.sleep(60)"
    monkeypatch.setattr(spelling_trial, "command", lambda: [sys.executable, "-c", code])
    monkeypatch.setattr(spelling_trial, "_LONGEST_S", 0.2)
    assert not can_be_loaded(write_dictionary(tmp_path / "de-DE"))
