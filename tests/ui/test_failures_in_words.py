"""Each failure of the store, provoked for real: what it is called, what is safe, what to do."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage.lock import FolderLock
from newsdesk.storage.names import NAME
from newsdesk.ui.messages import words
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

SAFE_AND_NEXT = {  # what is safe, and what to do
    StorageProblem.FULL: ("everything saved before is kept", "Free some space"),
    StorageProblem.READONLY: ("Nothing was changed", "Ask for permission"),
    StorageProblem.BUSY: ("Nothing was changed", "Wait a moment"),
    StorageProblem.LOCKED: ("Nothing was changed", "Close the other one"),
    StorageProblem.VANISHED: ("What was saved before is kept in it", "Put it back where it was"),
    StorageProblem.CANNOT_OPEN: ("Nothing was changed", "See whether the disk is there"),
    StorageProblem.CORRUPT: ("Nothing was changed", "Keep a copy of the whole folder"),
    StorageProblem.NOT_A_DATABASE: ("Nothing was changed", "Use another folder"),
    StorageProblem.NEWER: ("Nothing was changed", "Install the newer version"),
    StorageProblem.IO: ("What was saved before is kept", "Check the disk"),
    StorageProblem.CLOUD_FOLDER: ("Nothing was changed", "Move it to a folder of this machine"),
    StorageProblem.NETWORK_FOLDER: ("Nothing was changed", "Move it to a folder of this machine"),
}


def refusal(folder: Path, *, writing: bool = True) -> StorageError:
    """Open the newsroom, change it, and return what refused that."""
    with pytest.raises(StorageError) as caught, open_desk(folder, writing=writing) as desk:
        desk.releases.new({"headline": "Refused"})
    return caught.value


def said(error: StorageError, problem: StorageProblem) -> str:
    """Return all that is said, once it is what it should be."""
    assert error.problem is problem
    message = words(error)
    safe, next_ = SAFE_AND_NEXT[problem]
    assert safe in message.text
    assert next_ in message.text
    return message.title


@contextmanager
def nobody(folder: Path) -> Iterator[None]:
    """Within, be a user whom permissions stop; they do not stop root."""
    if os.name == "nt":
        pytest.skip("Windows has no such permissions")
    with ExitStack() as back:
        if os.geteuid() == 0:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, 65534, 65534)
            for parent in folder.parents:
                if parent.stat().st_uid == 0 and not parent.stat().st_mode & 0o001:
                    back.callback(parent.chmod, parent.stat().st_mode)
                    parent.chmod(parent.stat().st_mode | 0o011)
            os.seteuid(65534)
            back.callback(os.seteuid, 0)
        yield


# What refuses to be opened ----------------------------------------------------------------------


def test_a_folder_that_may_not_be_written_in(newsroom_folder: Path) -> None:
    (newsroom_folder / "newsdesk.lock").unlink(missing_ok=True)
    newsroom_folder.chmod(0o500)
    with nobody(newsroom_folder):
        error = refusal(newsroom_folder)
    newsroom_folder.chmod(0o700)
    assert said(error, StorageProblem.READONLY) == "The newsroom can only be read"


def test_a_file_that_may_not_be_read(newsroom_folder: Path) -> None:
    (newsroom_folder / NAME).chmod(0)
    with nobody(newsroom_folder):
        error = refusal(newsroom_folder, writing=False)
    assert said(error, StorageProblem.CANNOT_OPEN) == "The newsroom cannot be opened"


def test_one_that_another_newsdesk_writes_in(newsroom_folder: Path) -> None:
    lock = FolderLock.take(newsroom_folder)
    error = refusal(newsroom_folder)
    lock.release()
    told = said(error, StorageProblem.LOCKED)
    assert told == "Another newsdesk is writing in this newsroom"


def test_a_damaged_one(newsroom_folder: Path) -> None:
    path = newsroom_folder / NAME
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(len(content) - 100))
    told = said(refusal(newsroom_folder), StorageProblem.CORRUPT)
    assert told == "Something in the newsroom is damaged"
    path.write_bytes(bytes(len(content)))
    assert said(refusal(newsroom_folder), StorageProblem.NOT_A_DATABASE) == (
        "This file is no newsroom"
    )


def test_one_of_a_newer_newsdesk_keeps_every_byte(newsroom_folder: Path) -> None:
    path = newsroom_folder / NAME
    content = bytearray(path.read_bytes())
    content[60:64] = (9999).to_bytes(4, "big")
    path.write_bytes(content)
    told = said(refusal(newsroom_folder), StorageProblem.NEWER)
    assert told == "This newsroom was made by a newer newsdesk"
    assert path.read_bytes() == content


# What happens while one writes ------------------------------------------------------------------


def type_in_vain(window: OpenWindow, title: str, text: str = "Typed meanwhile. ") -> None:
    """Type, and wait until the status bar says why that is not saved."""
    window.type_body(text)
    window.autosave.save()
    window.wait(lambda: window.window.status.text().startswith(f"Not saved: {title}. "))
    assert text[:10] in window.window.editor.text.text()
    window.type_body("And more. ")  # one can go on
    assert not window.window.status.text().startswith("Saved")


def resume(window: OpenWindow) -> None:
    """Wait, and do nothing else, until all of it is saved."""
    release = window.release
    window.wait(lambda: window.window.status.text().startswith("Saved"))
    assert window.stored(release).body_md == window.window.editor.text.text()


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    window = open_window().begin()
    window.wait(lambda: window.session.is_editable)
    return window


def test_the_folder_is_renamed_away_and_back(window: OpenWindow) -> None:
    elsewhere = window.folder.with_name("renamed")
    window.folder.rename(elsewhere)
    type_in_vain(window, "The folder of the newsroom is gone")
    said(StorageError(StorageProblem.VANISHED), StorageProblem.VANISHED)
    elsewhere.rename(window.folder)
    resume(window)


def test_another_folder_in_its_place_is_not_written_in(window: OpenWindow) -> None:
    elsewhere = window.folder.with_name("renamed")
    window.folder.rename(elsewhere)
    window.folder.mkdir()
    (window.folder / NAME).write_bytes((elsewhere / NAME).read_bytes())
    type_in_vain(window, "The folder of the newsroom is gone")
    (window.folder / NAME).unlink()
    for left in window.folder.iterdir():
        left.rename(elsewhere / left.name)
    window.folder.rmdir()
    elsewhere.rename(window.folder)
    resume(window)


def test_another_program_has_the_file_in_hand(window: OpenWindow) -> None:
    with closing(sqlite3.connect(window.folder / NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        type_in_vain(window, "The newsroom is busy")  # after SQLite has waited for it
        other.execute("ROLLBACK")
        said(StorageError(StorageProblem.BUSY), StorageProblem.BUSY)
        resume(window)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits on files")
def test_the_disk_does_not_take_what_is_written(window: OpenWindow) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        type_in_vain(window, "The disk did not answer as it should")
        said(StorageError(StorageProblem.IO), StorageProblem.IO)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, old)
    resume(window)


@pytest.fixture
def small_disk(newsroom_folder: Path) -> Iterator[Path]:
    """Let the newsroom's folder be a small disk; only root may make one."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only the administrator may make a disk of a given size here")
    kept = {path.name: path.read_bytes() for path in newsroom_folder.iterdir() if path.is_file()}
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "newsdesk-test", str(newsroom_folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    for name, content in kept.items():
        (newsroom_folder / name).write_bytes(content)
    yield newsroom_folder
    subprocess.run(["umount", "--lazy", str(newsroom_folder)], check=True)  # noqa: S607


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        while file.write(bytes(1 << 12)):
            pass


def test_the_disk_is_full_and_has_room_again(small_disk: Path, open_window: Open) -> None:
    with open_desk(small_disk, writing=True) as desk:
        desk.releases.new({"headline": "On a small disk"})
    window = open_window().begin()
    window.wait(lambda: window.session.is_editable)
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="No space"):
        fill(ballast)
    type_in_vain(window, "The disk is full")
    said(StorageError(StorageProblem.FULL), StorageProblem.FULL)
    ballast.unlink()
    resume(window)


def test_a_folder_that_is_kept_the_same_in_a_cloud(newsroom_folder: Path) -> None:
    (newsroom_folder / ".stfolder").mkdir()
    for writing in (True, False):
        error = refusal(newsroom_folder, writing=writing)
        assert said(error, StorageProblem.CLOUD_FOLDER) == (
            "The newsroom lies in a folder of Syncthing"
        )
