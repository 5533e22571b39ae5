"""Web addresses as they may stand in a file that is sent out."""

from newsdesk.rendering.one_line import one_line
from newsdesk.rendering.targets import is_link

_SCHEMES = ("http://", "https://")


def web_address(text: str | None) -> str:
    """Return an absolute web address; "" for anything else, a script among it."""
    address = one_line(text or "")
    is_web = address.lower().startswith(_SCHEMES) and " " not in address
    return address if is_web and is_link(address) else ""
