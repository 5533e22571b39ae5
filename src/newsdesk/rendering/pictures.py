"""Pictures of a release, which its HTML names as `newsdesk-media:<sha256>`: those there are."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.rendering.release import MediaFile

_SHOWN = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})
_ATTRIBUTES = r"(?:\s+[\w:-]+=\"[^\"]*\")*+"
_IMAGE = re.compile(rf"<img{_ATTRIBUTES}\s*>")
_LINK = re.compile(rf"<a({_ATTRIBUTES})\s*>(.*?)</a>", re.DOTALL)
_IS_STORED = ' href="newsdesk-media:'
_SOURCE = re.compile(r"(\ssrc=\")newsdesk-media:/*([^\"]*)\"")
_ALT = re.compile(r"\salt=\"([^\"]*)\"")


def with_pictures(
    html: str,
    media: "Mapping[str, MediaFile]",
    source_of: "Callable[[str, MediaFile], str] | None" = None,
) -> str:
    """Return a safe fragment as it is shown; a picture that is not there is its words.

    Args:
        media: by sha256.
        source_of: from sha256 and file, what a picture's source becomes; None leaves it.
    """
    if "newsdesk-media:" not in html:
        return html
    html = _IMAGE.sub(lambda image: _shown(image[0], media, source_of), html)
    return _LINK.sub(lambda link: link[2] if _IS_STORED in link[1] else link[0], html)


def _shown(
    image: str,
    media: "Mapping[str, MediaFile]",
    source_of: "Callable[[str, MediaFile], str] | None",
) -> str:
    source = _SOURCE.search(image)
    if source is None:
        return image
    sha256 = source[2].lower()
    file = media.get(sha256)
    if file is None or file.mime not in _SHOWN:
        words = _ALT.search(image)
        return f'<span class="picture-missing">[{words[1] if words else ""}]</span>'
    if source_of is None:
        return image
    return f'{image[: source.start()]}{source[1]}{source_of(sha256, file)}"{image[source.end() :]}'
