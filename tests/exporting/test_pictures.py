import base64
from dataclasses import dataclass

import pytest

from newsdesk.exporting.pictures import embedded

SHA = "ab" * 32
CONTENT = b"\x89PNG\r\n\x1a\n content"


@dataclass(frozen=True)
class StoredFile:
    mime: str
    content: bytes
    caption: str = ""
    credit: str = ""
    size_px: tuple[int, int] | None = None

    def read(self) -> bytes:
        return self.content


MEDIA = {SHA: StoredFile("image/png", CONTENT)}


@pytest.mark.parametrize("path", [SHA, f"//{SHA}", SHA.upper()])
def test_a_picture_is_put_into_the_file(path: str) -> None:
    html = embedded(f'<p><img alt="A &quot;quay&quot;" src="newsdesk-media:{path}"></p>', MEDIA)
    data = base64.b64encode(CONTENT).decode()
    assert html == (f'<p><img alt="A &quot;quay&quot;" src="data:image/png;base64,{data}"></p>')


@pytest.mark.parametrize("media", [{}, {SHA: StoredFile("image/svg+xml", b"<svg onload='x'/>")}])
def test_a_picture_that_cannot_be_shown_is_its_words(media: dict[str, StoredFile]) -> None:
    html = embedded(f'<p><img alt="A quay" src="newsdesk-media:{SHA}"> below</p>', media)
    assert html == '<p><span class="picture-missing">[A quay]</span> below</p>'


def test_a_picture_that_is_in_the_text_already_stays() -> None:
    html = '<img src="data:image/gif;base64,R0lGOD" alt="newsdesk-media:">'
    assert embedded(html, MEDIA) == html


def test_a_link_to_the_store_is_only_its_text() -> None:
    html = (
        '<p><a title="x > y" href="newsdesk-media:ab" rel="noopener">the <em>plan</em></a> and '
        '<a href="https://example.org/newsdesk-media:ab">a page</a></p>'
    )
    assert embedded(html, {}) == (
        '<p>the <em>plan</em> and <a href="https://example.org/newsdesk-media:ab">a page</a></p>'
    )


def test_words_about_the_store_stay() -> None:
    html = '<p>src="newsdesk-media:ab" is text</p>'
    assert embedded(html, MEDIA) == html
