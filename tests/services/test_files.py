import os
import stat
from pathlib import Path

import pytest

from newsdesk.domain.errors import ExportError, ImportProblem, ImportRefusedError
from newsdesk.importing.decoding import LARGEST
from newsdesk.services.files import read_whole, write_atomically


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "page.html"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert os.listdir(path.parent) == ["page.html"]  # noqa: PTH208 - hidden files too


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "page.html"
    (folder / "inside").mkdir(parents=True)
    with pytest.raises(ExportError) as refused:
        write_atomically(folder, b"new")
    assert refused.value.path == str(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_folder_that_is_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError):
        write_atomically(tmp_path / "file" / "page.html", b"new")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_others_may_read_what_was_exported(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write_atomically(tmp_path / "page.html", b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o644


def test_a_file_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_bytes(b"text")
    assert read_whole(path) == b"text"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ImportRefusedError) as refused:
        read_whole(path)
    assert refused.value.problem is ImportProblem.TOO_LARGE
    assert len(read_whole(path, largest=LARGEST + 1)) == LARGEST + 1


@pytest.mark.parametrize("name", ["missing.md", "."])
def test_what_is_no_file_is_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read_whole(tmp_path / name)
    assert refused.value.problem is ImportProblem.UNREADABLE
    assert refused.value.source == str(tmp_path / name)
