"""Files under the hash of their content."""

import errno
import os
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage.media_store import MediaStore
from tests.importing.pictures import jpeg

PHOTO = jpeg()
DIGEST = sha256(PHOTO).hexdigest()
NAME = f"{DIGEST[:2]}/{DIGEST}.jpg"

ADD = """
import sys
from pathlib import Path
from newsdesk.storage.media_store import MediaStore
from tests.storage.test_media_store import PHOTO

store = MediaStore(Path(sys.argv[1]))
sys.stdin.read(1)
for _ in range(100):
    store.add(PHOTO, ".jpg")
"""
DIE_HALF_WAY = """
import os, sys
from pathlib import Path
from newsdesk.storage.media_store import MediaStore
from tests.storage.test_media_store import PHOTO

os.fsync = lambda _file: os._exit(9)
MediaStore(Path(sys.argv[1])).add(PHOTO, ".jpg")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "media"


def files(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def process(code: str, folder: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", code, str(folder)], stdin=subprocess.PIPE)


def test_a_file_lies_under_its_hash_and_comes_back(folder: Path) -> None:
    store = MediaStore(folder)
    assert store.add(PHOTO, ".jpg") == (DIGEST, NAME)
    assert store.read(NAME) == PHOTO
    assert files(folder) == [NAME]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_nobody_else_may_look_at_what_is_under_embargo(folder: Path) -> None:
    MediaStore(folder).add(PHOTO, ".jpg")
    for path in (folder, folder / DIGEST[:2], folder / NAME):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_what_is_there_is_not_written_again(folder: Path) -> None:
    store = MediaStore(folder)
    store.add(PHOTO, ".jpg")
    before = (folder / NAME).stat()
    store.add(PHOTO, ".jpg")
    after = (folder / NAME).stat()
    assert before.st_ino == after.st_ino


def test_a_damaged_file_is_put_right_when_it_comes_again(folder: Path) -> None:
    store = MediaStore(folder)
    store.add(PHOTO, ".jpg")
    (folder / NAME).write_bytes(b"x")
    store.add(PHOTO, ".jpg")
    assert store.read(NAME) == PHOTO


def test_two_processes_may_keep_the_same_picture_at_once(folder: Path) -> None:
    running = [process(ADD, folder) for _ in range(2)]
    for one in running:
        one.communicate(b"!")
    assert [one.returncode for one in running] == [0, 0]
    assert files(folder) == [NAME]
    assert MediaStore(folder).read(NAME) == PHOTO


def test_a_process_that_dies_half_way_leaves_no_half_file_under_a_name(folder: Path) -> None:
    dying = process(DIE_HALF_WAY, folder)
    dying.communicate()
    assert dying.returncode == 9
    assert all(Path(name).name.startswith(".newsdesk-") for name in files(folder))
    MediaStore(folder).add(PHOTO, ".jpg")
    assert MediaStore(folder).read(NAME) == PHOTO


def test_a_full_disk_is_said_in_words_and_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError) as refused:
        MediaStore(folder).add(PHOTO, ".jpg")
    assert refused.value.problem is StorageProblem.FULL
    assert files(folder) == []


def test_a_folder_that_cannot_be_written_is_said_in_words(powerless: Path) -> None:
    powerless.chmod(0o500)
    with pytest.raises(StorageError) as refused:
        MediaStore(powerless / "media").add(PHOTO, ".jpg")
    assert refused.value.problem is StorageProblem.READONLY


def test_a_file_that_is_gone_is_said_in_words(folder: Path) -> None:
    with pytest.raises(StorageError):
        MediaStore(folder).read(NAME)
