"""Web addresses, compared: many spellings of one page."""

from contextlib import suppress
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

_WEB = frozenset({"http", "https"})
_TRACKING = ("utm_", "mc_", "pk_", "mtm_", "hsa_")
"""How names of query fields begin that say whence a reader came, not which page it is."""
_TRACKERS = frozenset(
    {"_ga", "_gl", "dclid", "fbclid", "gad_source", "gbraid", "gclid", "igshid", "msclkid"}
    | {"twclid", "wbraid", "yclid"}
)


def page_of(address: str | None) -> str | None:
    """Return one spelling for all addresses of a page; None if it names none, only a site.

    Scheme, `www.`, usual port, fragment, tracking fields, their order, letter case of the host,
    percent signs that need not be and a slash at the end make no other page of it.
    """
    parts = _split(address)
    if parts is None:
        return (address or "").strip() or None
    fields = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name not in _TRACKERS and not name.startswith(_TRACKING)
    ]
    path = quote(unquote(parts.path), errors="replace").rstrip("/")
    query = urlencode(sorted(fields), errors="replace")
    if not path and not query:
        return None
    return f"{_host(parts)}{path}{'?' if query else ''}{query}"


def site_of(address: str | None) -> str | None:
    """Return the host of a web address as `page_of` writes it, with a port that is not the usual.

    Two hosts of one domain are two sites: offices and agencies share domains, not pages.
    """
    parts = _split(address)
    return _host(parts) if parts else None


def _split(address: str | None) -> SplitResult | None:
    """Return the parts of a web address; None if it is something else."""
    with suppress(ValueError):
        parts = urlsplit((address or "").strip())
        is_port = parts.port is None or parts.port > 0  # reading it raises for what is none
        if parts.scheme.lower() in _WEB and parts.hostname and is_port:
            return parts
    return None


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    with suppress(UnicodeError):  # letters of any script, and their spelling in ASCII
        host = host.encode("idna").decode("ascii")
    port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    return host.removeprefix("www.") + port
