from dataclasses import dataclass

import pytest

from newsdesk.rendering.pictures import with_pictures

SHA = "ab" * 32


@dataclass(frozen=True)
class StoredFile:
    mime: str = "image/png"
    size: int = 4

    def read(self) -> bytes:
        raise AssertionError("the page names a picture, it does not hold it")


def test_a_picture_that_is_there_stays_as_it_is() -> None:
    html = f'<p><img alt="A quay" src="newsdesk-media:{SHA}"></p>'
    assert with_pictures(html, {SHA: StoredFile()}) == html


@pytest.mark.parametrize("media", [{}, {SHA: StoredFile("image/svg+xml")}])
def test_one_that_cannot_be_shown_is_its_words(media: dict[str, StoredFile]) -> None:
    html = f'<p><img alt="A quay" src="newsdesk-media:{SHA}"></p>'
    assert with_pictures(html, media) == '<p><span class="picture-missing">[A quay]</span></p>'


def test_a_source_may_become_another() -> None:
    html = f'<img src="newsdesk-media://{SHA.upper()}" alt="">'
    shown = with_pictures(html, {SHA: StoredFile()}, lambda sha256, file: f"{sha256}.{file.size}")
    assert shown == f'<img src="{SHA}.4" alt="">'


def test_a_link_to_the_store_is_only_its_text() -> None:
    assert with_pictures('<a href="newsdesk-media:ab">the <em>plan</em></a>', {}) == (
        "the <em>plan</em>"
    )
