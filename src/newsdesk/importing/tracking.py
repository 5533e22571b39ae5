"""Addresses that tell who follows them: what they carry for that, and what they are without it.

Mail programs lead links through a page of theirs that notes who clicked, newsletters and search
engines add marks of their own. Neither belongs in a release.
"""

import re
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"]+", re.IGNORECASE)
_ENDS_SENTENCE = ".,:;!?'*_”’»"
_PREFIXES = ("utm_", "mc_", "hsa_", "pk_", "mtm_", "piwik_", "matomo_", "vero_", "__hs", "_hs")
_NAMES = frozenset({
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "gclsrc", "msclkid", "yclid", "twclid",
    "ttclid", "igshid", "igsh", "mkt_tok", "oly_enc_id", "oly_anon_id", "wickedid", "li_fat_id",
    "epik", "srsltid", "_openstat", "ml_subscriber", "ml_subscriber_hash", "rb_clickid", "s_cid",
})  # fmt: skip
_WRAPPERS = {  # whose page is led through -> which part of the query says where to
    "safelinks.protection.outlook.com": "url",
    "www.google.com": "q",
    "l.facebook.com": "u",
    "lm.facebook.com": "u",
    "www.linkedin.com": "url",
}
_WRAPPER_PATHS = {  # a page of these that is not such a page stays what it is
    "www.google.com": "/url",
    "www.linkedin.com": "/redir/redirect",
}
_MOST_WRAPPERS = 5  # in each other
_DEFENSE = re.compile(r"/v3/__(?P<address>.+?)__;(?P<letters>[^!]*)!")
_DEFENSE_1_2 = re.compile(r"/v(?P<version>[12])/url")


@dataclass(frozen=True, slots=True)
class TrackedLink:
    """An address in a text that carries tracking."""

    start: int  # in characters
    end: int
    clean: str  # what it is without


def tracked_links(text: str) -> Iterator[TrackedLink]:
    """Yield the addresses of a text that carry tracking, in order."""
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_ENDS_SENTENCE)
        clean = without_tracking(address)
        if clean != address:
            yield TrackedLink(found.start(), found.start() + len(address), clean)


def without_tracking(address: str) -> str:
    """Return where an address leads, without what it carries; as it is if there is nothing."""
    try:
        for _ in range(_MOST_WRAPPERS):
            within = _unwrapped(address)
            if within is None:
                break
            address = within
        parts = urlsplit(address)
        query, fragment = _kept(parts.query), _kept(parts.fragment)
        if (query, fragment) == (parts.query, parts.fragment):
            return address
        return urlunsplit(parts._replace(query=query, fragment=fragment))
    except ValueError:  # no address after all
        return address


def _kept(query: str) -> str:
    if "=" not in query:
        return query
    parts = query.split("&")
    return "&".join(part for part in parts if not _is_tracking(part.partition("=")[0]))


def _is_tracking(name: str) -> bool:
    name = name.lower().removeprefix("amp;")
    return name in _NAMES or name.startswith(_PREFIXES)


def _unwrapped(address: str) -> str | None:
    """Return the address within another one, None if there is none."""
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    if host in {"urldefense.com", "urldefense.proofpoint.com"}:
        within = _undefended(unquote(address), parts.query)
    else:
        wrapper = next((one for one in _WRAPPERS if host == one or host.endswith(f".{one}")), None)
        if wrapper is None or not parts.path.startswith(_WRAPPER_PATHS.get(wrapper, "/")):
            return None
        query = parts.query.replace("&amp;", "&")
        within = next(iter(parse_qs(query).get(_WRAPPERS[wrapper], ())), None)
    if within is None or not within.lower().startswith(("http://", "https://")):
        return None
    return within.translate(_IN_MARKDOWN)


def _undefended(address: str, query: str) -> str | None:
    """Return what Proofpoint hides in an address of its own."""
    if version := _DEFENSE_1_2.search(address):
        hidden = next(iter(parse_qs(query).get("u", ())), None)
        if hidden is None or version["version"] == "1":
            return hidden
        return unquote(hidden.replace("-", "%").replace("_", "/"))
    found = _DEFENSE.search(address)
    if found is None:
        return None
    parts = found["address"].split("*")
    letters = urlsafe_b64decode(found["letters"] + "==").decode("utf-8", "replace")
    if len(letters) != len(parts) - 1:  # several letters at once: nobody but they can tell which
        return None
    return "".join(part + letter for part, letter in zip(parts, (*letters, ""), strict=True))


_IN_MARKDOWN = str.maketrans({char: f"%{ord(char):02X}" for char in " ()<>[]\"'`\\^|*"})
