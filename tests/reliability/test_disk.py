"""The disk of the power cuts keeps what POSIX promises, and need keep no more."""

import random
from pathlib import Path

import pytest

from tests.reliability.disk import Disk
from tests.reliability.recording import Call

ROOT = Path("/disk")
LETTER = str(ROOT / "letter")
OPEN = Call("open", LETTER, number=3, flags="O_RDWR|O_CREAT")
SYNC = Call("sync", LETTER, descriptor=3)
OPEN_ROOT = Call("open", str(ROOT), number=4, flags="O_RDONLY")
SYNC_ROOT = Call("sync", str(ROOT), descriptor=4)


def written(content: bytes, offset: int = 0) -> Call:
    return Call("write", LETTER, descriptor=3, content=content, number=offset)


@pytest.fixture
def disk() -> Disk:
    return Disk(ROOT)


def left_by(disk: Disk, tmp_path: Path) -> list[dict[str, bytes]]:
    """What a hundred cuts leave."""
    found: list[dict[str, bytes]] = []
    for seed in range(100):
        place = tmp_path / str(seed)
        disk.after_cut(place, random.Random(seed))  # noqa: S311 - the same again
        found.append({path.name: path.read_bytes() for path in place.iterdir()})
    return found


def after(disk: Disk, *calls: Call) -> Disk:
    for call in calls:
        disk.do(call)
    return disk


def test_what_was_synced_with_its_name_is_there_after_every_cut(disk: Disk, tmp_path: Path) -> None:
    after(disk, OPEN, written(b"Dear all"), SYNC, OPEN_ROOT, SYNC_ROOT)
    assert left_by(disk, tmp_path) == [{"letter": b"Dear all"}] * 100


def test_a_name_that_was_not_synced_may_be_gone_with_all_that_was(
    disk: Disk, tmp_path: Path
) -> None:
    after(disk, OPEN, written(b"Dear all"), SYNC)
    assert {} in left_by(disk, tmp_path)


def test_what_was_not_synced_may_be_torn(disk: Disk, tmp_path: Path) -> None:
    before, later = b"a" * 1024, b"b" * 1024
    after(disk, OPEN, written(before), SYNC, OPEN_ROOT, SYNC_ROOT, written(later))
    found = {one["letter"] for one in left_by(disk, tmp_path)}
    assert found == {before, later, before[:512] + later[512:], later[:512] + before[512:]}


def test_a_file_takes_the_place_of_another_at_once(disk: Disk, tmp_path: Path) -> None:
    old = Call("open", str(ROOT / "draft"), number=5, flags="O_RDWR|O_CREAT")
    after(disk, OPEN, old, OPEN_ROOT, SYNC_ROOT)
    after(disk, Call("rename", str(ROOT / "draft"), LETTER))
    assert {tuple(sorted(one)) for one in left_by(disk, tmp_path)} == {
        ("letter",),
        ("draft", "letter"),
    }
