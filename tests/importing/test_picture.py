"""Pictures are what they are by their content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.errors import MediaProblem, MediaRefusedError
from newsdesk.importing import picture
from newsdesk.importing.picture import picture_of
from tests.importing.pictures import exif, gif, jpeg, png, webp
from tests.importing.watchdog import AT_ONCE, allowed

EVERY = [
    (png(640, 480), "image/png", ".png"),
    (jpeg(640, 480), "image/jpeg", ".jpg"),
    (jpeg(640, 480, before=exif(jpeg(9, 9))), "image/jpeg", ".jpg"),
    (jpeg(640, 480, before=b"\xff" * 7) + b"\0" * 100, "image/jpeg", ".jpg"),
    (gif(640, 480), "image/gif", ".gif"),
    (webp(640, 480), "image/webp", ".webp"),
    (webp(640, 480, b"VP8L"), "image/webp", ".webp"),
    (webp(640, 480, b"VP8 "), "image/webp", ".webp"),
]


@pytest.mark.parametrize(("raw", "mime", "suffix"), EVERY)
def test_a_picture_says_its_kind_and_size(raw: bytes, mime: str, suffix: str) -> None:
    found = picture_of(raw, "holiday.exe")
    assert (found.mime, found.suffix) == (mime, suffix)
    assert (found.width, found.height) == (640, 480)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"%PDF-1.7",
        b"BM" + bytes(60),
        b"II*\0" + bytes(60),
        b"RIFF\x04\0\0\0WAVE",
        bytes(1000),
    ],
)
def test_what_is_called_a_picture_and_is_none_is_refused(raw: bytes) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        picture_of(raw, "photo.jpg")
    assert refused.value.problem is MediaProblem.NO_PICTURE
    assert refused.value.source == "photo.jpg"


@pytest.mark.parametrize(("raw", "_mime", "_suffix"), EVERY[:6])
def test_half_a_picture_is_refused(raw: bytes, _mime: str, _suffix: str) -> None:
    for length in range(14, len(raw.rstrip(b"\0")) - 2):
        with pytest.raises(MediaRefusedError) as refused:
            picture_of(raw[:length], "photo.jpg")
        assert refused.value.problem is MediaProblem.DAMAGED


@pytest.mark.parametrize(
    "raw", [png(60_000, 60_000), jpeg(65_535, 65_535), gif(65_535, 65_535), webp(1 << 24, 1 << 24)]
)
def test_a_picture_that_claims_to_be_huge_costs_nothing_and_is_refused(raw: bytes) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        picture_of(raw, "photo.jpg")
    assert refused.value.problem is MediaProblem.TOO_MANY_PIXELS


@pytest.mark.parametrize("raw", [png(0, 9), jpeg(9, 0), gif(0, 0), webp(0x4000, 9, b"VP8 ")])
def test_a_picture_without_a_size_is_damaged(raw: bytes) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        picture_of(raw, "photo.jpg")
    assert refused.value.problem is MediaProblem.DAMAGED


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "LARGEST", len(png()) - 1)
    with pytest.raises(MediaRefusedError) as refused:
        picture_of(png(), "photo.png")
    assert refused.value.problem is MediaProblem.TOO_LARGE


@given(st.sampled_from([raw for raw, _, _ in EVERY]), st.data())
def test_a_picture_with_any_byte_changed_is_one_or_is_refused(
    raw: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(raw) - 1))
    changed = raw[:at] + bytes([data.draw(st.integers(0, 255))]) + raw[at + 1 :]
    try:
        found = picture_of(changed, "photo.jpg")
    except MediaRefusedError:
        return
    assert 0 < found.width * found.height <= picture.MOST_PIXELS


@pytest.mark.parametrize("filling", [b"\xff", b"\xff\xe0\x00\x02", b"\xff\xd0"])
def test_a_picture_of_nothing_but_marks_takes_no_time(filling: bytes) -> None:
    with allowed(AT_ONCE), pytest.raises(MediaRefusedError):
        picture_of(b"\xff\xd8" + filling * (4_000_000 // len(filling)) + b"\xff\xd9", "photo.jpg")
