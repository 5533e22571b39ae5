"""A database in a folder of its own, with a clock that the test moves."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from uuid6 import uuid7

from newsdesk.storage.database import Database
from tests.storage.making import Clock

NOBODY = 65534
Opener = Callable[..., Database]


@pytest.fixture(scope="session")
def empty_newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("empty-newsroom")
    Database.open(folder, writing=True, now=Clock(), new_id=uuid7).close()
    return folder


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path, empty_newsroom: Path) -> Path:
    return Path(shutil.copytree(empty_newsroom, tmp_path / "newsroom"))


@pytest.fixture
def open_database(clock: Clock) -> Iterator[Opener]:
    """Opens a folder for writing, or as said; all are closed in the end."""
    opened: list[Database] = []

    def opener(folder: Path, *, writing: bool = True) -> Database:
        database = Database.open(folder, writing=writing, now=clock, new_id=uuid7)
        opened.append(database)
        return database

    yield opener
    for database in opened:
        database.close()


@pytest.fixture
def database(folder: Path, open_database: Opener) -> Database:
    return open_database(folder)


@pytest.fixture
def powerless() -> Iterator[Path]:
    """A folder that belongs to an ordinary user, in whose name the test goes on.

    What is read-only does not stop root.
    """
    if os.name == "nt":
        pytest.skip("Windows has no read-only folders")
    with tempfile.TemporaryDirectory() as name, _as_nobody(Path(name)):
        yield Path(name)
        Path(name).chmod(0o700)


@contextmanager
def _as_nobody(folder: Path) -> Iterator[None]:
    if os.name == "nt" or os.geteuid() != 0:
        yield
        return
    os.chown(folder, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture(scope="session")
def empty_newsroom_bytes(empty_newsroom: Path) -> bytes:
    """Read before the test goes on as somebody who cannot."""
    return (empty_newsroom / "newsdesk.sqlite").read_bytes()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes of its own; only root may make one."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("a full disk needs root on Linux")
    disk = tmp_path / "small disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this root may not mount anything")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)  # noqa: S607


def fill(path: Path) -> None:
    """Write until the disk is full, and raise what that raises."""
    with path.open("wb", buffering=0) as file:
        while file.write(bytes(1 << 14)):
            pass
