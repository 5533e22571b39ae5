import os
import stat
from pathlib import Path

import pytest

from newsdesk.services.atomic_file import replace_file


@pytest.mark.parametrize("is_synced", [True, False])
def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path, *, is_synced: bool) -> None:
    path = tmp_path / "new" / "folder" / "kept.json"
    replace_file(path, b"one", is_synced=is_synced)
    replace_file(path, b"two", is_synced=is_synced)
    assert path.read_bytes() == b"two"
    assert os.listdir(path.parent) == ["kept.json"]  # noqa: PTH208 - hidden files too


def test_what_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "taken" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="taken"):
        replace_file(tmp_path / "taken", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize(("is_shared", "mode"), [(False, 0o600), (True, 0o640)])
def test_a_file_is_its_owners_unless_it_is_to_be_shared(
    tmp_path: Path, *, is_shared: bool, mode: int
) -> None:
    old = os.umask(0o027)
    try:
        replace_file(tmp_path / "kept.json", b"x", is_shared=is_shared)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "kept.json").stat().st_mode) == mode
