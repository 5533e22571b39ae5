"""How an address is shown before somebody goes there: nothing in it can pass for something else."""

import unicodedata
from urllib.parse import quote

from PySide6.QtCore import QUrl

_LONGEST = 200  # characters shown; the host is never among those left out
_MISLEADING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"})
_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded
_DECODED = QUrl.ComponentFormattingOption.PrettyDecoded


def shown_address(url: QUrl) -> str:
    """Return an address to be read by people.

    A host in other letters than English ones is in Punycode, for some of those look the same;
    who is logged in by the address is left out, for that is often made to look like a host; what
    is not seen, or turns the rest around, is shown as its code.
    """
    before = f"{url.scheme()}:"
    if host := url.host(_ENCODED):
        port = f":{url.port()}" if url.port() >= 0 else ""
        before = f"{before}//{host}{port}"
    rest = url.path(_DECODED)
    if url.hasQuery():
        rest += f"?{url.query(_DECODED)}"
    if url.hasFragment():
        rest += f"#{url.fragment(_DECODED)}"
    rest = "".join(map(_seen, rest))
    return before + (rest if len(rest) <= _LONGEST else rest[:_LONGEST] + "…")


def _seen(sign: str) -> str:
    if unicodedata.category(sign) in _MISLEADING:
        return quote(sign, safe="", errors="replace")
    return sign
