from io import BytesIO

import pytest
from PIL import Image, ImageChops

from newsdesk.exporting.picture_metadata import without_metadata
from tests.pictures import SECRETS, drawn, photo, profile

KINDS = [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp"), ("GIF", "image/gif")]


def opened(raw: bytes) -> Image.Image:
    image = Image.open(BytesIO(raw))
    image.load()
    return image


@pytest.mark.parametrize(("kind", "mime"), KINDS)
def test_nothing_is_left_but_what_is_seen(kind: str, mime: str) -> None:
    raw = photo(kind=kind)
    assert any(secret in raw for secret in SECRETS)
    silent = without_metadata(raw, mime)
    assert not any(secret in silent for secret in SECRETS)
    before, after = opened(raw), opened(silent)
    assert ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox() is None
    assert not after.getexif()
    if kind != "GIF":
        assert after.info["icc_profile"] == profile()
    assert without_metadata(silent, mime) == silent


@pytest.mark.parametrize(("kind", "mime"), KINDS)
def test_what_stands_behind_the_end_is_cut_off(kind: str, mime: str) -> None:
    silent = without_metadata(photo(kind=kind) + b"PK\x03\x04 secret <script>", mime)
    assert b"secret" not in silent
    assert b"<script>" not in silent
    opened(silent)


def test_a_progressive_picture_with_restarts_keeps_all_its_scans() -> None:
    out = BytesIO()
    drawn(90, 70).save(out, "JPEG", progressive=True, restart_marker_blocks=2, comment=b"secret")
    silent = without_metadata(out.getvalue(), "image/jpeg")
    assert b"secret" not in silent
    difference = ImageChops.difference(opened(out.getvalue()), opened(silent))
    assert difference.getbbox() is None


def test_the_small_copy_in_an_old_head_goes() -> None:
    raw = photo()
    at = raw.index(b"JFIF\0")
    copy = bytes((2, 2)) + b"secret-copy!"
    head = raw[at : at + 12] + copy
    length = (len(head) + 2).to_bytes(2, "big")
    raw = raw[: at - 2] + length + head + raw[at + 14 :]
    silent = without_metadata(raw, "image/jpeg")
    assert b"secret" not in silent
    assert opened(silent).size == (60, 40)


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "PNG"])
def test_what_moves_goes_on_moving(kind: str) -> None:
    out = BytesIO()
    frames = [drawn(20, 20), drawn(20, 20).rotate(90), drawn(20, 20).rotate(180)]
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], loop=0, duration=80)
    mime = f"image/{kind.lower()}"
    assert getattr(opened(without_metadata(out.getvalue(), mime)), "n_frames", 1) == 3


@pytest.mark.parametrize(("kind", "mime"), KINDS)
def test_a_file_that_is_cut_off_anywhere_is_damaged_and_nothing_worse(kind: str, mime: str) -> None:
    raw = without_metadata(photo(kind=kind), mime)
    for length in range(0, len(raw) - 1, max(1, len(raw) // 200)):
        with pytest.raises(ValueError):  # noqa: PT011 - of several kinds
            without_metadata(raw[:length], mime)


def test_another_kind_is_none_of_ours() -> None:
    with pytest.raises(ValueError, match="image/svg"):
        without_metadata(b"<svg/>", "image/svg+xml")
