import json
import logging
from pathlib import Path

import pytest

from newsdesk.services.glyph_cache import GlyphCache

PICTURES = {"plus 18 #555E69 @1": b"\x89PNG\r\n\x00\xff", "plus 18 #AEB5BF @2": b""}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "icons.json"


def test_pictures_are_there_at_the_next_start(path: Path) -> None:
    assert GlyphCache(path).load() == {}
    GlyphCache(path).save(PICTURES)
    assert GlyphCache(path).load() == PICTURES
    GlyphCache(path).save({})
    assert GlyphCache(path).load() == {}


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", "[" * 100_000, '{"a": 7}', '{"a": null}', '{"a": "*"}', '{"a": "é"}'],
    ids=lambda content: content[:10],
)
def test_a_file_that_is_not_whole_holds_nothing(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    assert GlyphCache(path).load() == {}


def test_half_a_file_holds_nothing(path: Path) -> None:
    GlyphCache(path).save(PICTURES)
    path.write_bytes(path.read_bytes()[:-10])
    assert GlyphCache(path).load() == {}


def test_a_disk_that_refuses_is_taken_quietly(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    with caplog.at_level(logging.INFO):
        GlyphCache(tmp_path / "file" / "icons.json").save(PICTURES)
    assert [record.levelno for record in caplog.records] == [logging.INFO]


def test_one_wrong_picture_is_not_taken_for_a_whole_file(path: Path) -> None:
    GlyphCache(path).save(PICTURES)
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"x": "not base 64"}))
    assert GlyphCache(path).load() == {}
