"""What a picture file says beside the picture, taken off without touching the picture.

Where and by whom it was taken, comments, small copies of what was cut away, whatever was put behind
its end: none of it leaves the desk. What is seen stays, bit by bit, and so does the colour profile.
"""

from collections.abc import Callable, Iterator, Mapping
from struct import error as StructError  # noqa: N812 - a class, named as one
from struct import pack, unpack_from

_ICC_IN_JPEG = b"ICC_PROFILE\0"
_JFIF = b"JFIF\0"
_JFIF_LENGTH = 14  # without the small copy that may follow
_JPEG_START, _JPEG_END, _SCAN = b"\xff\xd8", 0xD9, 0xDA
_APP_0, _APP_2, _APP_14 = 0xE0, 0xE2, 0xEE  # JFIF; the profile; Adobe's kind of colour
_TOLD_IN_JPEG = frozenset({*range(0xE0, 0xF0), 0xFE})
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})

# fmt: off
_KEPT_IN_PNG = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"bKGD", b"pHYs",
    b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"cICP", b"mDCV", b"cLLI",
    b"acTL", b"fcTL", b"fdAT",  # it moves
})
# fmt: on
_KEPT_IN_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_TOLD_FLAGS = 0x04 | 0x08  # XMP and EXIF
_MOVING = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})
_ICC_IN_GIF = b"ICCRGBG1012"


def without_metadata(raw: bytes, mime: str) -> bytes:
    """Return a JPEG, PNG, WebP or GIF with nothing in it but what is seen.

    How it is to be turned is lost with the rest: see to that before.

    Raises:
        ValueError: it is damaged, or of no such kind.
    """
    try:
        return b"".join(_PIECES[mime](raw))
    except (KeyError, IndexError, StructError) as error:
        raise ValueError(f"{mime}: {error}") from error


def _jpeg(raw: bytes) -> Iterator[bytes]:
    """Yield the segments up to the end of the picture (ITU T.81, annex B)."""
    yield _JPEG_START
    at = len(_JPEG_START)
    while True:
        if raw[at] != 0xFF:
            raise ValueError("no marker")
        while raw[at] == 0xFF:
            at += 1
        marker = raw[at]
        at += 1
        if marker == _JPEG_END:
            yield bytes((0xFF, marker))
            return
        if marker in _WITHOUT_LENGTH:
            yield bytes((0xFF, marker))
            continue
        (length,) = unpack_from(">H", raw, at)
        if length < 2:
            raise ValueError("no segment")
        segment = raw[at + 2 : at + length]
        at += length
        if marker not in _TOLD_IN_JPEG:
            yield _segment(marker, segment)
        elif marker == _APP_0 and segment.startswith(_JFIF):
            yield _segment(marker, segment[: _JFIF_LENGTH - 2] + b"\0\0")
        elif marker == _APP_14 or (marker == _APP_2 and segment.startswith(_ICC_IN_JPEG)):
            yield _segment(marker, segment)
        if marker == _SCAN:
            end = _end_of_scan(raw, at)
            yield raw[at:end]
            at = end


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + pack(">H", len(data) + 2) + data


def _end_of_scan(raw: bytes, at: int) -> int:
    """Return where the next marker is; in a scan FF stands before 0 or a restart."""
    while True:
        at = raw.index(b"\xff", at)
        following = raw[at + 1]
        if following and following != 0xFF and following not in _WITHOUT_LENGTH:
            return at
        at += 1 if following == 0xFF else 2


def _png(raw: bytes) -> Iterator[bytes]:
    yield raw[:8]
    at = 8
    while True:
        (length,) = unpack_from(">I", raw, at)
        kind = raw[at + 4 : at + 8]
        end = at + length + 12
        if end > len(raw):
            raise ValueError("cut off")
        if kind in _KEPT_IN_PNG:
            yield raw[at:end]
        if kind == b"IEND":
            return
        at = end


def _webp(raw: bytes) -> Iterator[bytes]:
    pieces = list(_webp_chunks(raw))
    yield b"RIFF" + pack("<I", 4 + sum(map(len, pieces))) + b"WEBP"
    yield from pieces


def _webp_chunks(raw: bytes) -> Iterator[bytes]:
    (length,) = unpack_from("<I", raw, 4)
    at, end = 12, length + 8
    if end > len(raw):
        raise ValueError("cut off")
    while at + 8 <= end:
        kind = raw[at : at + 4]
        (size,) = unpack_from("<I", raw, at + 4)
        chunk = raw[at : at + 8 + size]
        at += 8 + size + size % 2
        if len(chunk) < 8 + size or at > end + 1:
            raise ValueError("cut off")
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes((chunk[8] & ~_TOLD_FLAGS,)) + chunk[9:]
        if kind in _KEPT_IN_WEBP:
            yield chunk + bytes(size % 2)


def _gif(raw: bytes) -> Iterator[bytes]:
    at = 13 + _colours(raw[10])
    yield raw[:at]
    while True:
        start, kind = at, raw[at]
        if kind == 0x3B:
            yield b"\x3b"
            return
        if kind == 0x2C:
            at = _end_of_blocks(raw, at + 11 + _colours(raw[at + 9]))
            yield raw[start:at]
        elif kind == 0x21:
            label = raw[at + 1]
            at = _end_of_blocks(raw, at + 2)
            name = raw[start + 3 : start + 14]
            is_needed = name in _MOVING or name == _ICC_IN_GIF
            if label == 0xF9 or (label == 0xFF and is_needed):
                yield raw[start:at]
        else:
            raise ValueError("no block")


def _colours(flags: int) -> int:
    """Return how many bytes the table of colours takes that these flags tell of."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(raw: bytes, at: int) -> int:
    while size := raw[at]:
        at += 1 + size
    return at + 1


_PIECES: Mapping[str, Callable[[bytes], Iterator[bytes]]] = {
    "image/jpeg": _jpeg,
    "image/png": _png,
    "image/webp": _webp,
    "image/gif": _gif,
}
