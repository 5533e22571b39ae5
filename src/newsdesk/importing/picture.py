"""What a picture says of itself: its kind and size, by its content and without unpacking it.

Only the heads of JPEG, PNG, WebP and GIF are read, so that no picture, whatever it claims, costs
more than its bytes. Whether the rest can be shown is for whoever shows it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from struct import error as StructError  # noqa: N812 - a class, named as one
from struct import unpack_from

from newsdesk.domain.errors import MediaProblem, MediaRefusedError
from newsdesk.domain.media import LARGEST, MOST_PIXELS

_JPEG_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_SCAN, _JPEG_END = 0xDA, b"\xff\xd9"
_PNG_END = b"IEND\xaeB`\x82"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a kind that can be kept."""

    mime: str
    suffix: str  # lower case, with the dot
    width: int  # px
    height: int


def picture_of(raw: bytes, name: str) -> Picture:
    """Return what a file is, whatever it is called.

    Args:
        name: for what is refused.

    Raises:
        MediaRefusedError: it is none of the four kinds, cut off, or too large.
    """
    if len(raw) > LARGEST:
        raise MediaRefusedError(MediaProblem.TOO_LARGE, name, f"{len(raw)} bytes")
    kind = next((kind for kind in _KINDS if kind.begins.match(raw)), None)
    if kind is None:
        raise MediaRefusedError(MediaProblem.NO_PICTURE, name)
    try:
        width, height = kind.size_of(raw)
    except (StructError, IndexError, ValueError) as error:
        raise MediaRefusedError(MediaProblem.DAMAGED, name, str(error)) from error
    if width < 1 or height < 1:
        raise MediaRefusedError(MediaProblem.DAMAGED, name, f"{width} × {height} px")
    if width * height > MOST_PIXELS:
        raise MediaRefusedError(MediaProblem.TOO_MANY_PIXELS, name, f"{width} × {height} px")
    return Picture(mime=kind.mime, suffix=kind.suffix, width=width, height=height)


def _jpeg(raw: bytes) -> tuple[int, int]:
    """Walk from segment to segment up to the one that tells the size (ITU T.81, annex B)."""
    at = 2
    while True:
        if raw[at] != 0xFF:
            raise ValueError("no marker")
        while raw[at] == 0xFF:
            at += 1
        marker = raw[at]
        at += 1
        if marker in _JPEG_WITHOUT_LENGTH:
            continue
        (length,) = unpack_from(">H", raw, at)
        if marker in _JPEG_FRAMES:
            if raw.rfind(_JPEG_END, at) < 0:  # before it there may be one, of a small picture
                raise ValueError("cut off")
            height, width = unpack_from(">HH", raw, at + 3)
            return width, height
        if marker == _JPEG_SCAN or length < 2:
            raise ValueError("no frame")
        at += length


def _png(raw: bytes) -> tuple[int, int]:
    if raw[12:16] != b"IHDR" or _PNG_END not in raw[-1024:]:
        raise ValueError("cut off")
    width, height = unpack_from(">II", raw, 16)
    return width, height


def _gif(raw: bytes) -> tuple[int, int]:
    if not raw.endswith(b"\x3b"):
        raise ValueError("cut off")
    width, height = unpack_from("<HH", raw, 6)
    return width, height


def _webp(raw: bytes) -> tuple[int, int]:
    """Read the first chunk: lossy, lossless or extended (RFC 9649)."""
    (length,) = unpack_from("<I", raw, 4)
    if length + 8 > len(raw):
        raise ValueError("cut off")
    kind = raw[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(raw[24:27], "little"), 1 + int.from_bytes(raw[27:30], "little")
    if kind == b"VP8L" and raw[20] == 0x2F:
        (bits,) = unpack_from("<I", raw, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and raw[23:26] == b"\x9d\x01\x2a":
        width, height = unpack_from("<HH", raw, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise ValueError("no picture in it")


@dataclass(frozen=True, slots=True)
class _Kind:
    begins: re.Pattern[bytes]
    mime: str
    suffix: str
    size_of: Callable[[bytes], tuple[int, int]]  # width and height; raises for what is cut off


_KINDS = (
    _Kind(re.compile(rb"\xff\xd8\xff"), "image/jpeg", ".jpg", _jpeg),
    _Kind(re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", ".png", _png),
    _Kind(re.compile(rb"GIF8[79]a"), "image/gif", ".gif", _gif),
    _Kind(re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "image/webp", ".webp", _webp),
)
