"""One writer at a time, also across processes."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage.lock import FolderLock

HOLDER = """
import sys
from pathlib import Path
from newsdesk.storage.lock import FolderLock
lock = FolderLock.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_one_is_refused_until_the_first_gives_it_back(tmp_path: Path) -> None:
    first = FolderLock.take(tmp_path)
    with pytest.raises(StorageError) as caught:
        FolderLock.take(tmp_path)
    assert caught.value.args[:2] == (StorageProblem.LOCKED, str(tmp_path))
    first.release()
    FolderLock.take(tmp_path).release()


def test_giving_back_twice_does_no_harm(tmp_path: Path) -> None:
    first = FolderLock.take(tmp_path)
    first.release()
    second = FolderLock.take(tmp_path)
    first.release()
    with pytest.raises(StorageError):
        FolderLock.take(tmp_path)
    second.release()


def test_a_process_that_is_killed_gives_it_back(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(StorageError) as caught:
            FolderLock.take(tmp_path)
        assert caught.value.problem is StorageProblem.LOCKED
        holder.kill()
    FolderLock.take(tmp_path).release()


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        FolderLock.take(tmp_path / "nowhere")
    assert caught.value.problem is StorageProblem.CANNOT_OPEN


def test_what_was_noted_is_there_for_the_next_one(tmp_path: Path) -> None:
    first = FolderLock.take(tmp_path)
    assert first.noted() == ""
    first.note("a longer note")
    first.note("short")
    first.release()
    assert first.noted() == ""  # it has no say any more
    first.note("too late")
    second = FolderLock.take(tmp_path)
    assert second.noted() == "short"
    second.release()
