"""Pictures of a release, which its HTML names as `newsdesk-media:<sha256>`: those there are."""

import re
from collections.abc import Callable, Mapping
from typing import Protocol

from markupsafe import Markup

from newsdesk.domain.picture_marks import SCHEME, address_of

WIDEST_PX = 2_000  # more than a page shows on a dense screen

_SHOWN = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})
_NAMED = f"{SCHEME}:"
_ATTRIBUTES = r"(?:\s+[\w:-]+=\"[^\"]*\")*+"
_IMAGE = re.compile(rf"<img{_ATTRIBUTES}\s*>")
_LINK = re.compile(rf"<a({_ATTRIBUTES})\s*>(.*?)</a>", re.DOTALL)
_ALONE = re.compile(rf"<p{_ATTRIBUTES}>(<img{_ATTRIBUTES}\s*>)</p>")
_IS_STORED = f' href="{_NAMED}'
_SOURCE = re.compile(rf"(\ssrc=\"){_NAMED}/*([^\"]*)\"")
_ALT = re.compile(r"\salt=\"([^\"]*)\"")


class MediaFile(Protocol):
    """One picture or attachment, its content read when somebody needs it."""

    @property
    def mime(self) -> str: ...

    @property
    def caption(self) -> str:
        """In the release's language; plain."""
        ...

    @property
    def credit(self) -> str: ...

    @property
    def size_px(self) -> tuple[int, int] | None:
        """Width and height as it is seen; None: not known."""
        ...

    def read(self) -> bytes:
        """Return it as a page shows it: upright, and with nothing in it that is not seen."""
        ...


def is_picture(html: str) -> bool:
    """Tell whether a block is a picture and nothing else."""
    return _ALONE.fullmatch(html) is not None


def figure(html: str, media: Mapping[str, MediaFile]) -> str:
    """Return a block with its pictures at their sizes; one that stands alone has its caption."""
    if _NAMED not in html:
        return html
    alone = _ALONE.fullmatch(html)
    html = _IMAGE.sub(lambda image: _sized(image[0], media), html)
    if alone is None or (file := _file(alone[1], media)) is None:
        return html
    image = _IMAGE.search(html)
    assert image is not None
    return f"<figure>\n{image[0]}\n{_caption(file)}</figure>"


def _caption(file: MediaFile) -> Markup:
    parts = [
        Markup('<span class="caption">{}</span>').format(file.caption) if file.caption else "",
        Markup('<span class="credit">{}</span>').format(file.credit) if file.credit else "",
    ]
    said = Markup("<br>\n").join(filter(None, parts))
    return Markup('<figcaption dir="auto">{}</figcaption>\n').format(said) if said else Markup()


def _sized(image: str, media: Mapping[str, MediaFile]) -> str:
    """Say how large it will be, so that the page does not move when it comes."""
    file = _file(image, media)
    if file is None or file.size_px is None or " width=" in image or " height=" in image:
        return image
    width, height = file.size_px
    if width > WIDEST_PX:
        width, height = WIDEST_PX, max(1, round(height * WIDEST_PX / width))
    return f'{image[:-1].rstrip()} width="{width}" height="{height}">'


def _file(image: str, media: Mapping[str, MediaFile]) -> MediaFile | None:
    source = _SOURCE.search(image)
    file = media.get(source[2].lower()) if source else None
    return file if file is not None and file.mime in _SHOWN else None


def with_pictures(
    html: str,
    media: Mapping[str, MediaFile],
    source_of: Callable[[str, MediaFile], str] | None = None,
) -> str:
    """Return a safe fragment as it is shown; a picture that is not there is its words.

    Args:
        media: by sha256.
        source_of: from sha256 and file, what a picture's source becomes; None: as we write it.
    """
    if _NAMED not in html:
        return html
    html = _IMAGE.sub(lambda image: _shown(image[0], media, source_of), html)
    return _LINK.sub(lambda link: link[2] if _IS_STORED in link[1] else link[0], html)


def _shown(
    image: str,
    media: Mapping[str, MediaFile],
    source_of: Callable[[str, MediaFile], str] | None,
) -> str:
    source = _SOURCE.search(image)
    if source is None:
        return image
    file = _file(image, media)
    if file is None:
        words = _ALT.search(image)
        return f'<span class="picture-missing">[{words[1] if words else ""}]</span>'
    sha256 = source[2].lower()
    shown = source_of(sha256, file) if source_of is not None else address_of(sha256)
    return f'{image[: source.start()]}{source[1]}{shown}"{image[source.end() :]}'
