from pathlib import Path

import pytest

from newsdesk.domain.media import LARGEST
from tests.cli.conftest import Newsdesk
from tests.importing.pictures import png
from tests.pictures import photo


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    path = tmp_path / "quay.jpg"
    path.write_bytes(photo(60, 40, orientation=6))
    return path


@pytest.fixture
def release(newsdesk: Newsdesk) -> str:
    return newsdesk("new", "--set", "headline=Crews train", "--json").json["id"]


def test_a_picture_is_added_described_exported_and_taken_out(
    newsdesk: Newsdesk, release: str, quay: Path, tmp_path: Path
) -> None:
    assert "No pictures" in newsdesk("media", release).out
    added = newsdesk(
        *("media", release, "--add", quay, "--alt", "A quay", "--caption", "At night"),
        *("--credit", "Noor Elm", "--json"),
    )
    assert added.code == 0
    (picture,) = added.json
    assert picture == {
        "sha256": picture["sha256"],
        "role": "body",
        "in_text": True,
        "mime": "image/jpeg",
        "width": 40,
        "height": 60,
        "file_name": "quay.jpg",
        "alt": "A quay",
        "caption": "At night",
        "credit": "Noor Elm",
    }
    short = picture["sha256"][:12]
    listed = newsdesk("media", release).out
    assert all(words in listed for words in (short, "40 x 60", "quay.jpg", "At night · Noor Elm"))
    assert newsdesk("media", release, "--edit", short, "--alt", "Two people").code == 0
    (picture,) = newsdesk("media", release, "--json").json
    assert (picture["alt"], picture["caption"]) == ("Two people", "At night")
    assert newsdesk("export", release, "--out", tmp_path / "out").code == 0
    (page,) = (tmp_path / "out").glob("*.html")
    html = page.read_text("utf-8")
    assert "data:image/jpeg;base64," in html
    assert 'alt="Two people"' in html
    assert newsdesk("media", release, "--edit", short, "--decorative").code == 0
    assert "(decorative)" in newsdesk("media", release).out
    assert newsdesk("media", release, "--remove", short, "--json").json == []
    assert newsdesk("show", release, "--markdown").out.strip() == "# Crews train"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--add", "quay.jpg"), "--add needs --alt"),
        (("--add", "quay.jpg", "--alt", "a", "--decorative"), "--decorative says"),
        (("--add", "quay.jpg", "--alt", " "), "--alt says what is seen"),
        (("--edit", "ab"), "--edit needs"),
        (("--alt", "a"), "go with --add or --edit"),
        (("--add", "quay.jpg", "--remove", "ab"), "not allowed with"),
    ],
)
def test_words_that_do_not_go_together_are_explained(
    words: tuple[str, ...], says: str, newsdesk: Newsdesk, release: str
) -> None:
    answer = newsdesk("media", release, *words)
    assert answer.code == 2
    assert says in answer.err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is no JPEG, PNG, WebP or GIF"),
        (b"<svg/>", "is no JPEG, PNG, WebP or GIF"),
        (photo()[:-300], "is damaged"),
        (png(60_000, 60_000), "has too many pixels"),
        (bytes(LARGEST + 1), "is too large"),
    ],
    ids=["nothing", "a drawing", "half", "vast", "long"],
)
def test_what_is_no_picture_is_refused_and_nothing_is_kept(
    content: bytes, says: str, newsdesk: Newsdesk, release: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.jpg").write_bytes(content)
    answer = newsdesk("media", release, "--add", tmp_path / "bad.jpg", "--alt", "a")
    assert answer.code == 1
    assert says in answer.err
    assert "bad.jpg" in answer.err
    assert newsdesk("media", release, "--json").json == []
    assert newsdesk("media", release, "--add", tmp_path / "gone.jpg", "--alt", "a").code == 1


def test_a_published_release_keeps_its_pictures(
    newsdesk: Newsdesk, release: str, quay: Path
) -> None:
    newsdesk("media", release, "--add", quay, "--alt", "A quay")
    (picture,) = newsdesk("media", release, "--json").json
    assert newsdesk("publish", release, "--yes").code == 0
    answer = newsdesk("media", release, "--remove", picture["sha256"])
    assert answer.code == 1
    assert newsdesk("media", release, "--json").json == [picture]


def test_a_picture_that_the_release_has_not_is_not_found(newsdesk: Newsdesk, release: str) -> None:
    answer = newsdesk("media", release, "--remove", "abc")
    assert answer.code == 1
    assert "abc" in answer.err
