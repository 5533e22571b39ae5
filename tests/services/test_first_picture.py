import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsdesk.services import atomic_file
from newsdesk.services.first_picture import FirstPictureFile

PICTURE = {"text": "Le port s'ouvre – افتتاح الميناء", "panes": [[0, 0, 10, 10, "#ffffff"]]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "picture.json"


@pytest.fixture
def file(path: Path) -> FirstPictureFile:
    return FirstPictureFile(path, "1.0")


def test_a_picture_comes_back_as_it_was_kept(file: FirstPictureFile) -> None:
    file.save(PICTURE)
    picture = file.load()
    assert picture is not None
    assert {name: picture[name] for name in PICTURE} == PICTURE


def test_there_is_none_at_first(file: FirstPictureFile) -> None:
    assert file.load() is None


def test_that_of_another_newsdesk_counts_for_nothing(file: FirstPictureFile, path: Path) -> None:
    file.save(PICTURE)
    assert FirstPictureFile(path, "1.1").load() is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe\x00", b"[]", b"null", b'"text"', b"{}", b"[" * 100_000],
    ids=["empty", "cut off", "binary", "list", "null", "text", "no version", "deep"],
)
def test_what_cannot_be_read_is_done_without(
    content: bytes, file: FirstPictureFile, path: Path
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert file.load() is None


def test_one_that_was_discarded_is_gone(file: FirstPictureFile, path: Path) -> None:
    file.save(PICTURE)
    file.discard()
    assert not path.exists()
    assert file.load() is None
    file.discard()  # and once more


def test_half_a_character_pair_does_not_stop_it(file: FirstPictureFile) -> None:
    file.save({"text": "half a pair: \ud83d"})
    picture: dict[str, Any] | None = file.load()
    assert picture is not None
    assert picture["text"].startswith("half a pair: ")


def test_a_full_disk_costs_the_picture_and_nothing_else(
    file: FirstPictureFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    file.save(PICTURE)
    monkeypatch.setattr(atomic_file, "replace_file", full)
    file.save({"text": "newer"})
    assert path.exists()


def test_importing_it_brings_next_to_nothing() -> None:
    code = (
        "import sys; before = set(sys.modules); import newsdesk.services.first_picture;"
        "print(sorted(name for name in set(sys.modules) - before if 'newsdesk.' in name))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['newsdesk.services', 'newsdesk.services.first_picture']"
