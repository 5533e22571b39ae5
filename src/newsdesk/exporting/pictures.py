"""Pictures of a release put into the file itself: a page that stands alone fetches nothing."""

import base64
import re
from collections.abc import Mapping

from markupsafe import escape

from newsdesk.rendering.release import MediaFile

_SHOWN = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})
_ATTRIBUTES = r"(?:\s+[\w:-]+=\"[^\"]*\")*+"
_IMAGE = re.compile(rf"<img{_ATTRIBUTES}\s*>")
_LINK = re.compile(rf"<a({_ATTRIBUTES})\s*>(.*?)</a>", re.DOTALL)
_IS_STORED = ' href="newsdesk-media:'
_SOURCE = re.compile(r"(\ssrc=\")newsdesk-media:/*([^\"]*)\"")
_ALT = re.compile(r"\salt=\"([^\"]*)\"")


def embedded(html: str, media: Mapping[str, MediaFile]) -> str:
    """Return a safe fragment with its pictures as data; a picture that is not there is its words.

    Args:
        media: by sha256, which the fragment names as `newsdesk-media:<sha256>`.
    """
    if "newsdesk-media:" not in html:
        return html
    html = _IMAGE.sub(lambda image: _embedded(image[0], media), html)
    return _LINK.sub(lambda link: link[2] if _IS_STORED in link[1] else link[0], html)


def _embedded(image: str, media: Mapping[str, MediaFile]) -> str:
    source = _SOURCE.search(image)
    if source is None:
        return image
    file = media.get(source[2].lower())
    if file is None or file.mime not in _SHOWN:
        words = _ALT.search(image)
        return f'<span class="picture-missing">[{words[1] if words else ""}]</span>'
    content = base64.b64encode(file.read()).decode("ascii")
    data = f'{source[1]}data:{escape(file.mime)};base64,{content}"'
    return image[: source.start()] + data + image[source.end() :]
