from dataclasses import dataclass

import pytest

from newsdesk.rendering.pictures import WIDEST_PX, figure, is_picture, with_pictures

SHA = "ab" * 32
IMAGE = f'<img alt="A quay" src="newsdesk-media:{SHA}">'
ALONE = f'<p dir="auto">{IMAGE}</p>'


@dataclass(frozen=True)
class StoredFile:
    mime: str = "image/png"
    caption: str = ""
    credit: str = ""
    size_px: tuple[int, int] | None = (600, 400)

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
    shown = with_pictures(
        html, {SHA: StoredFile()}, lambda sha256, file: f"{sha256}.{file.mime[-3:]}"
    )
    assert shown == f'<img src="{SHA}.png" alt="">'


def test_a_link_to_the_store_is_only_its_text() -> None:
    assert with_pictures('<a href="newsdesk-media:ab">the <em>plan</em></a>', {}) == (
        "the <em>plan</em>"
    )


def test_a_picture_alone_in_its_paragraph_has_its_caption_and_credit() -> None:
    file = StoredFile(caption="Crews < night & day", credit="Noor Elm")
    assert figure(ALONE, {SHA: file}) == (
        f'<figure>\n<img alt="A quay" src="newsdesk-media:{SHA}" width="600" height="400">\n'
        '<figcaption dir="auto"><span class="caption">Crews &lt; night &amp; day</span><br>\n'
        '<span class="credit">Noor Elm</span></figcaption>\n</figure>'
    )


def test_of_one_without_words_nothing_is_said() -> None:
    assert "figcaption" not in figure(ALONE, {SHA: StoredFile()})
    assert "caption" not in figure(ALONE, {SHA: StoredFile(credit="Noor Elm")}).replace(
        "figcaption", ""
    )


def test_a_picture_within_a_paragraph_has_none() -> None:
    html = f"<p>Here {IMAGE} and more</p>"
    shown = figure(html, {SHA: StoredFile(caption="Crews")})
    assert shown == html.replace('">', '" width="600" height="400">', 1)


def test_a_wide_picture_says_how_large_it_will_be() -> None:
    file = StoredFile(size_px=(2 * WIDEST_PX, 1_001))
    assert f'width="{WIDEST_PX}" height="500"' in figure(ALONE, {SHA: file})
    assert "width" not in figure(ALONE, {SHA: StoredFile(size_px=None)})


@pytest.mark.parametrize("media", [{}, {SHA: StoredFile("image/svg+xml", caption="Crews")}])
def test_one_that_cannot_be_shown_stays_a_paragraph(media: dict[str, StoredFile]) -> None:
    assert figure(ALONE, media) == ALONE


def test_only_a_picture_alone_is_one() -> None:
    assert is_picture(ALONE)
    assert not is_picture(f"<p>{IMAGE} below</p>")


def test_however_its_address_is_written_it_is_asked_for_in_one_way() -> None:
    html = f'<img src="newsdesk-media://{SHA.upper()}" alt="">'
    assert with_pictures(html, {SHA: StoredFile()}) == f'<img src="newsdesk-media:{SHA}" alt="">'
