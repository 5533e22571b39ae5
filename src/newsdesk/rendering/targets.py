"""Where a link may lead and where an image may come from.

Decided twice: here, on the target as typed, so that what is refused can stay visible as text; and
by the sanitiser, on the finished HTML, as the net below it.
"""

import html
import re
from functools import lru_cache

import nh3

from newsdesk.rendering.characters import has_hidden

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel", "newsdesk-media"})

# A target without a scheme leads nowhere from a page that stands alone, and `//host` or `\\host`
# would have Windows offer the reader's password to that host. The page's own notes are the only
# place a bare fragment can name.
_LINK = re.compile(
    r"(?:https?://[^\s/\\]|mailto:[^\s/\\]|tel:[^\s/\\]|newsdesk-media:\S|#[^\s/\\])[^\n\t]*", re.I
)
_IMAGE = re.compile(
    r"newsdesk-media:[^\s\\]+|data:image/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+={0,2}", re.I
)
_REMOTE = re.compile(r"https?:", re.I)

# The form the Markdown library keeps a backslash-escaped character in until it writes the HTML.
_ESCAPED = re.compile("\x02(\\d+)\x03")

_PARSER = nh3.Cleaner(
    tags={"a"},
    attributes={"a": {"href"}},
    url_schemes=set(LINK_SCHEMES),
    url_relative=lambda url: url if url.startswith("#") else None,
    link_rel=None,
)


@lru_cache(maxsize=4096)  # every reference of a body is asked about at every key
def is_link(target: str) -> bool:
    """Whether a link may lead to `target`, which may hold character references."""
    address = _read(target)
    if has_hidden(address) or not _LINK.fullmatch(address):
        return False
    return "href" in _PARSER.clean(f'<a href="{html.escape(address)}">')


def is_image(source: str) -> bool:
    """Whether an image may be shown from `source`: nothing that is fetched from elsewhere."""
    return _IMAGE.fullmatch(_read(source)) is not None


def is_remote_image(source: str) -> bool:
    """Whether `source` is a web address: not to be shown, but good enough to be linked."""
    return _REMOTE.match(_read(source)) is not None and is_link(source)


def _read(target: str) -> str:
    """Return `target` as a browser will read it from the attribute."""
    return html.unescape(_ESCAPED.sub(lambda code: chr(int(code.group(1))), target)).strip(" ")
