"""Real pictures, drawn here, with all that cameras and programs say beside them."""

from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

SECRETS = (b"Noor Elm", b"harbour gate", b"2026:03:02", b"GPS", b"secret")
"""What of these pictures must never leave the desk."""

_MAKER, _DESCRIPTION, _WHEN, _ORIENTATION, _GPS = 0x013B, 0x010E, 0x0132, 0x0112, 0x8825
_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><GPS>secret</GPS></x:xmpmeta>'


def drawn(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return a picture that is red at its top left, green at its right and blue below."""
    image = Image.new("RGB", (width, height), (0, 0, 200))
    image.paste((200, 0, 0), (0, 0, width // 2, height // 2))
    image.paste((0, 200, 0), (width // 2, 0, width, height // 2))
    return image.convert(mode)


@cache
def profile() -> bytes:
    """Return a profile, which says when it was made: once in a run."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif(orientation: int = 1) -> bytes:
    told = Image.Exif()
    told[_MAKER], told[_DESCRIPTION], told[_WHEN] = "Noor Elm", "harbour gate", "2026:03:02"
    told[_ORIENTATION] = orientation
    told[_GPS] = {1: "N", 2: (46.0, 12.0, 0.0), 29: "GPS secret"}
    return told.tobytes()


def photo(
    width: int = 60,
    height: int = 40,
    kind: str = "JPEG",
    *,
    orientation: int = 1,
    mode: str = "RGB",
) -> bytes:
    """Return a file as a camera writes it: EXIF with a place, XMP, a comment, a profile."""
    how: dict[str, Any] = {"exif": exif(orientation), "icc_profile": profile(), "xmp": _XMP}
    if kind == "JPEG":
        how |= {"comment": b"secret comment", "quality": 90}
    if kind == "PNG":
        del how["xmp"]
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", "secret comment")
        texts.add_itxt("XML:com.adobe.xmp", _XMP.decode())
        how["pnginfo"] = texts
    if kind == "GIF":
        how = {"comment": b"secret comment"}
    if kind == "WEBP":
        how["lossless"] = True
    out = BytesIO()
    drawn(width, height, mode).save(out, kind, **how)
    return out.getvalue()


def corner(raw: bytes) -> str:
    """Return which colour is seen at the top left, for who does not turn pictures."""
    with Image.open(BytesIO(raw)) as image:
        colours = image.convert("RGB").getpixel((1, 1))
    assert isinstance(colours, tuple)
    return ("red", "green", "blue")[colours.index(max(colours))]
