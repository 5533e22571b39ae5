"""What the system that runs these tests says of its folders."""

import json
import sys
from pathlib import Path

import pytest

from newsdesk.domain.errors import StorageProblem
from newsdesk.storage.folder_check import problem_with
from newsdesk.storage.this_machine import answers


def test_a_folder_for_tests_is_a_good_place(tmp_path: Path) -> None:
    assert problem_with(tmp_path.resolve() / "newsroom", answers()) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux says it in a file")
def test_linux_says_what_is_mounted_at_its_root() -> None:
    assert any(" / / " in line for line in answers().mounts.splitlines())


@pytest.mark.skipif(sys.platform != "darwin", reason="a Mac says it in words")
def test_a_mac_says_what_is_mounted_at_its_root() -> None:
    assert " on / (" in answers().mounts


@pytest.mark.skipif(sys.platform != "win32", reason="drives have letters on Windows only")
def test_the_drive_of_windows_is_no_network() -> None:
    assert not answers().drive(Path.home().drive + "\\").is_remote


def test_a_mark_beside_a_folder_is_seen(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    error = problem_with(tmp_path.resolve() / "press" / "newsroom", answers())
    assert error is not None
    assert (error.problem, error.detail) == (StorageProblem.CLOUD_FOLDER, "Syncthing")


@pytest.mark.parametrize("place", [".dropbox", "AppData/Roaming/Dropbox"])
def test_dropbox_says_itself_what_it_keeps(place: str, home: Path, tmp_path: Path) -> None:
    kept = tmp_path / "a folder of any name"
    folder = home / place
    folder.mkdir(parents=True)
    told = {"personal": {"path": str(kept), "host": 1}, "business": {"path": 7}, "other": None}
    (folder / "info.json").write_text(json.dumps(told))
    error = problem_with(kept / "newsroom", answers())
    assert error is not None
    assert error.detail == "Dropbox"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"personal": []}'])
def test_a_word_of_dropbox_that_makes_no_sense_is_passed_over(content: str, home: Path) -> None:
    folder = home / ".dropbox"
    folder.mkdir(parents=True)
    (folder / "info.json").write_text(content)
    assert answers().synced == {}
