import os
from pathlib import Path

import pytest

from newsdesk.domain.errors import MediaProblem, MediaRefusedError
from newsdesk.domain.media import LARGEST
from newsdesk.services.new_picture import THUMBNAIL_PX, picture_from, picture_in
from tests.importing.pictures import png
from tests.pictures import photo


def problem(path: Path) -> MediaProblem:
    with pytest.raises(MediaRefusedError) as refused:
        picture_in(path)
    assert refused.value.source == path.name
    return refused.value.problem


def test_a_picture_is_known_by_its_content_and_seen_upright(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_bytes(photo(300, 200, orientation=6))
    new = picture_in(tmp_path / "quay.txt")
    assert (new.name, new.picture.mime, new.picture.suffix) == ("quay.txt", "image/jpeg", ".jpg")
    assert (new.width, new.height) == (200, 300)
    assert new.content == photo(300, 200, orientation=6)
    assert picture_from(new.content, "").sha256 == new.sha256
    thumbnail = picture_from(new.thumbnail, "")
    assert (thumbnail.width, thumbnail.height) == (THUMBNAIL_PX * 2 // 3, THUMBNAIL_PX)


SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("nothing.png", b"", MediaProblem.NO_PICTURE),
        ("drawing.svg", SVG, MediaProblem.NO_PICTURE),
        ("text.jpg", b"Ninety harbour workers.", MediaProblem.NO_PICTURE),
        ("page.gif", b"<script>alert(1)</script>GIF89a", MediaProblem.NO_PICTURE),
        ("half.jpg", photo()[:-400], MediaProblem.DAMAGED),
        ("torn.png", photo(kind="PNG").replace(b"IDAT", b"IDAX"), MediaProblem.DAMAGED),
        ("vast.png", png(60_000, 60_000), MediaProblem.TOO_MANY_PIXELS),
    ],
)
def test_what_cannot_be_shown_is_refused(
    name: str, content: bytes, why: MediaProblem, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    assert problem(tmp_path / name) is why


def test_no_more_is_read_than_a_picture_may_have(tmp_path: Path) -> None:
    with (tmp_path / "long.jpg").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert problem(tmp_path / "long.jpg") is MediaProblem.TOO_LARGE


def test_what_is_no_file_is_not_there(tmp_path: Path) -> None:
    assert problem(tmp_path / "gone.jpg") is MediaProblem.MISSING
    assert problem(tmp_path) is MediaProblem.MISSING


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert problem(tmp_path / "pipe.jpg") is MediaProblem.MISSING


def test_a_picture_that_is_something_else_too_is_only_a_picture() -> None:
    content = photo() + b"PK\x03\x04<script>alert(1)</script>\xff\xd9"
    assert picture_from(content, "both.jpg").picture.mime == "image/jpeg"
