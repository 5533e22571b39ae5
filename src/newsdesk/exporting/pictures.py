"""Pictures of a release put into the file itself: a page that stands alone fetches nothing."""

import base64
from collections.abc import Mapping

from markupsafe import escape

from newsdesk.rendering.pictures import MediaFile, with_pictures


def embedded(html: str, media: Mapping[str, MediaFile]) -> str:
    """Return a safe fragment with its pictures as data; a picture that is not there is its words.

    Args:
        media: by sha256, which the fragment names as `newsdesk-media:<sha256>`.
    """
    return with_pictures(html, media, _as_data)


def _as_data(_sha256: str, file: MediaFile) -> str:
    content = base64.b64encode(file.read()).decode("ascii")
    return f"data:{escape(file.mime)};base64,{content}"
