"""A copy is whole, on the disk and compared, or it is not there."""

from pathlib import Path

import pytest

from newsdesk.domain.errors import Cancelled, StorageError, StorageProblem
from newsdesk.storage import copied_file
from newsdesk.storage.copied_file import PIECE, copy_file


def test_a_copy_is_the_same_and_nothing_else_is_left(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "folder" / "target"
    target.parent.mkdir()
    source.write_bytes(b"press" * PIECE)
    steps: list[None] = []
    copy_file(source, target, lambda: steps.append(None))
    assert target.read_bytes() == source.read_bytes()
    assert len(steps) == 5
    assert list(target.parent.iterdir()) == [target]


def test_a_copy_that_is_broken_off_leaves_what_stood_there(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"new")
    target.write_bytes(b"old")

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        copy_file(source, target, stop)
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source", "target"]


def test_a_disk_that_gives_back_something_else_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"text")
    monkeypatch.setattr(copied_file, "sync", lambda path: path.write_bytes(b"tezt"))
    with pytest.raises(StorageError) as refused:
        copy_file(source, target)
    assert refused.value.problem is StorageProblem.IO
    assert list(tmp_path.iterdir()) == [source]
