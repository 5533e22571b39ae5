"""A picture as a page shows it: upright, not wider than a page can use, silent about the rest.

Where nothing has to be turned or made smaller the picture itself is not touched. Same file, same
bytes, on any day.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageFile, ImageOps

from newsdesk.domain.errors import MediaProblem, MediaRefusedError
from newsdesk.domain.media import MOST_PIXELS
from newsdesk.exporting.picture_metadata import without_metadata
from newsdesk.rendering.pictures import WIDEST_PX

Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # Pillow warns of fewer, which a camera may make

_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}
_ORIENTATION = 0x0112  # of EXIF
_UPRIGHT = 1
_ON_ITS_SIDE = frozenset(range(5, 9))
_RESIZED = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})  # with other modes Pillow loses something
_HOW: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 92, "subsampling": 0, "optimize": True, "progressive": True},
    "PNG": {"optimize": False, "compress_level": 6},
    "WEBP": {"quality": 92, "method": 4},
    "GIF": {},
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a picture once it stands upright."""

    width: int  # px
    height: int


def seen(raw: bytes, mime: str) -> Seen:
    """Return how large a picture is when it is seen; nothing is unpacked.

    Raises:
        MediaRefusedError: it is damaged, or has too many pixels.
    """
    with _opened(raw, mime) as image:
        width, height = image.size
        if _orientation(image) in _ON_ITS_SIDE:
            width, height = height, width
        return Seen(width, height)


def page_picture(raw: bytes, mime: str) -> bytes:
    """Return the bytes that a page embeds; their kind stays `mime`.

    Raises:
        MediaRefusedError: it is damaged, or has too many pixels.
    """
    with _opened(raw, mime) as image:
        orientation = _orientation(image)
        width = image.height if orientation in _ON_ITS_SIDE else image.width
        is_moving = getattr(image, "n_frames", 1) > 1
        is_left = is_moving or (orientation == _UPRIGHT and width <= WIDEST_PX)
        if is_left or (orientation == _UPRIGHT and _mode(image) is None):
            return _silent(raw, mime)
        return _silent(_redrawn(image, mime), mime)


def thumbnail(raw: bytes, mime: str, largest_px: int) -> bytes:
    """Return a small upright PNG of it; whoever wants one learns whether it can be shown at all.

    Raises:
        MediaRefusedError: it is damaged, or has too many pixels.
    """
    with _opened(raw, mime) as image:
        image.draft("RGB", (largest_px * 2, largest_px * 2))  # a JPEG is unpacked smaller at once
        image.load()
        turned = ImageOps.exif_transpose(image)
        small = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
        small.thumbnail((largest_px, largest_px), Image.Resampling.LANCZOS)
        small.info.clear()
        out = BytesIO()
        small.save(out, "PNG")
        return out.getvalue()


def _redrawn(image: ImageFile.ImageFile, mime: str) -> bytes:
    profile = image.info.get("icc_profile")
    turned: Image.Image = ImageOps.exif_transpose(image)
    if turned.width > WIDEST_PX and (mode := _mode(turned)) is not None:
        height = max(1, round(turned.height * WIDEST_PX / turned.width))
        turned = turned.convert(mode)
        turned.thumbnail((WIDEST_PX, height), Image.Resampling.LANCZOS, reducing_gap=None)
    transparency = turned.info.get("transparency")
    turned.info.clear()
    how = dict(_HOW[_FORMATS[mime]])
    if profile:
        how["icc_profile"] = profile
    if transparency is not None:
        how["transparency"] = transparency
    if mime == "image/webp":
        how["exact"] = True
    out = BytesIO()
    turned.save(out, _FORMATS[mime], **how)
    return out.getvalue()


def _mode(image: Image.Image) -> str | None:
    """Return the mode it is made smaller in; None: it is left as large as it is."""
    if image.mode in _RESIZED:
        return image.mode
    if image.mode in ("P", "1"):
        return "RGBA" if image.has_transparency_data else "RGB"
    return None


def _orientation(image: Image.Image) -> int:
    value = image.getexif().get(_ORIENTATION, _UPRIGHT)
    return value if isinstance(value, int) and 1 <= value <= 8 else _UPRIGHT


def _silent(raw: bytes, mime: str) -> bytes:
    try:
        return without_metadata(raw, mime)
    except ValueError as error:
        raise MediaRefusedError(MediaProblem.DAMAGED, detail=str(error)) from error


@contextmanager
def _opened(raw: bytes, mime: str) -> Generator[ImageFile.ImageFile]:
    """Open a picture as one kind alone; within, what Pillow finds wrong is a refusal."""
    try:
        with Image.open(BytesIO(raw), formats=(_FORMATS[mime],)) as image:
            _refuse_bomb(image)
            yield image
    except Image.DecompressionBombError as error:
        raise MediaRefusedError(MediaProblem.TOO_MANY_PIXELS, detail=str(error)) from error
    except (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError) as error:
        raise MediaRefusedError(MediaProblem.DAMAGED, detail=str(error)) from error


def _refuse_bomb(image: Image.Image) -> None:
    """Look again: whoever looked at the head alone may have read another size."""
    if image.width * image.height > MOST_PIXELS:
        size = f"{image.width} × {image.height} px"
        raise MediaRefusedError(MediaProblem.TOO_MANY_PIXELS, detail=size)
