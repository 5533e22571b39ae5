from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from newsdesk.domain.errors import MediaProblem, MediaRefusedError
from newsdesk.exporting.page_picture import Seen, page_picture, seen, thumbnail
from newsdesk.exporting.picture_metadata import without_metadata
from newsdesk.rendering.pictures import WIDEST_PX
from tests.importing.pictures import png
from tests.pictures import SECRETS, corner, drawn, photo, profile

KINDS = [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")]
TURNED = {2: "green", 3: "blue", 4: "blue", 5: "red", 6: "blue", 7: "blue", 8: "green"}
"""EXIF orientations of a picture that is red at its top left -> what is there once it is turned."""


def size_of(raw: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(raw)) as image:
        return image.size


@pytest.mark.parametrize(("kind", "mime"), KINDS)
def test_a_picture_that_stands_upright_is_not_drawn_again(kind: str, mime: str) -> None:
    raw = photo(kind=kind)
    assert page_picture(raw, mime) == without_metadata(raw, mime)


@pytest.mark.parametrize(("kind", "mime"), KINDS)
@pytest.mark.parametrize("orientation", TURNED)
def test_a_picture_is_turned_upright(kind: str, mime: str, orientation: int) -> None:
    raw = photo(60, 40, kind, orientation=orientation)
    shown = page_picture(raw, mime)
    is_on_its_side = orientation > 4
    assert size_of(shown) == ((40, 60) if is_on_its_side else (60, 40))
    assert seen(raw, mime) == Seen(*size_of(shown))
    assert corner(shown) == TURNED[orientation]
    with Image.open(BytesIO(shown)) as image:
        assert image.info["icc_profile"] == profile()
        assert not image.getexif()
    assert not any(secret in shown for secret in SECRETS)


@pytest.mark.parametrize(("kind", "mime"), KINDS)
@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA"])
def test_a_wide_picture_is_made_as_wide_as_a_page_can_use(kind: str, mime: str, mode: str) -> None:
    if kind == "JPEG" and mode in ("P", "RGBA"):
        mode = "CMYK"
    if kind == "WEBP" and mode in ("P", "L"):
        mode = "RGB"
    raw = photo(WIDEST_PX + 500, 50, kind, mode=mode)
    shown = page_picture(raw, mime)
    assert size_of(shown) == (WIDEST_PX, 40)
    assert page_picture(raw, mime) == shown
    assert not any(secret in shown for secret in SECRETS)


def test_a_wide_picture_is_turned_first() -> None:
    raw = photo(40, WIDEST_PX + 500, orientation=6)
    assert size_of(page_picture(raw, "image/jpeg"))[0] == WIDEST_PX


def test_sixteen_bits_stay_sixteen_bits() -> None:
    out = BytesIO()
    drawn(WIDEST_PX + 10, 10, "L").convert("I;16").save(out, "PNG")
    assert page_picture(out.getvalue(), "image/png") == out.getvalue()


def test_what_moves_stays_as_it_is() -> None:
    out = BytesIO()
    frames = [drawn(20, 20), drawn(20, 20).rotate(90)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], loop=0)
    with Image.open(BytesIO(page_picture(out.getvalue(), "image/gif"))) as image:
        assert getattr(image, "n_frames", 1) == 2


@pytest.mark.parametrize(("kind", "mime"), [*KINDS, ("GIF", "image/gif")])
def test_a_small_one_is_upright_too(kind: str, mime: str) -> None:
    raw = photo(600, 400, kind, orientation=1 if kind == "GIF" else 6)
    small = thumbnail(raw, mime, 96)
    assert max(size_of(small)) == 96
    assert corner(small) == ("red" if kind == "GIF" else "blue")
    assert small.startswith(b"\x89PNG")


@pytest.mark.parametrize("take", [lambda raw, mime: thumbnail(raw, mime, 96), page_picture, seen])
def test_a_damaged_picture_is_refused_in_words(take: Callable[[bytes, str], object]) -> None:
    for raw, mime in (
        (b"", "image/png"),
        (b"a text", "image/jpeg"),
        (photo(kind="PNG"), "image/jpeg"),
        (photo(kind="PNG")[:60], "image/png"),
    ):
        with pytest.raises(MediaRefusedError) as refused:
            take(raw, mime)
        assert refused.value.problem is MediaProblem.DAMAGED


def test_a_picture_without_its_end_is_not_shown_half() -> None:
    raw = photo(300, 200)
    with pytest.raises(MediaRefusedError):
        thumbnail(raw[: len(raw) // 2], "image/jpeg", 96)


@pytest.mark.parametrize("take", [lambda raw, mime: thumbnail(raw, mime, 96), page_picture, seen])
def test_a_bomb_is_never_unpacked(take: Callable[[bytes, str], object]) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        take(png(60_000, 60_000), "image/png")
    assert refused.value.problem is MediaProblem.TOO_MANY_PIXELS
