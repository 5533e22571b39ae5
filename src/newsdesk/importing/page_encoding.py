"""In which encoding a saved page is: what it says, where that can be true."""

import codecs
import re

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.decoding import Decoded, check_size, checked, decoded, guess
from newsdesk.importing.stated_encoding import meant_by
from newsdesk.importing.xml_encoding import restored

_HEAD = 4 * 1024  # bytes in which a page says it
_STATED = re.compile(
    rb"<meta\s[^<>]{0,300}?charset\s*=\s*[\"']?\s*(?P<meta>[\w.:-]{1,40})"
    rb"|<\?xml\s[^<>]{0,200}?encoding\s*=\s*[\"'](?P<xml>[\w.:-]{1,40})",
    re.IGNORECASE,
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FEW = 10  # one byte in so many may be of another encoding: pasted from elsewhere
_HARDLY_ANY = 200  # likewise, of all bytes: an apostrophe here and there
_MANY = 4  # one byte in so many is zero where Latin letters have two
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_ESCAPED = re.compile("[\udc80-\udcff]")


def decoded_page(raw: bytes, name: str, *, stated: str | None = None) -> Decoded:
    """Return the text of a page.

    Args:
        stated: the encoding that is said outside the page, if any.

    Raises:
        ImportRefusedError: it is too large, empty, binary or in an encoding that cannot be told.
    """
    check_size(raw, name)
    head = raw[:_HEAD]
    if raw.startswith(_MARKS) or head.count(0) * _MANY > len(head):
        return decoded(raw, name)
    raw = raw.replace(b"\0", b"")
    codec = _codec(stated) or _codec(_stated(raw))
    for encoding in ("utf-8", codec):  # what is in another one hardly ever passes for UTF-8
        try:
            return checked(
                Decoded(text=raw.decode(encoding or "utf-8"), encoding=encoding or ""), name
            )
        except UnicodeDecodeError:
            continue
    return checked(_mended(raw, name, codec or "utf-8"), name)


def _mended(raw: bytes, name: str, codec: str) -> Decoded:
    """Read a page in which a few letters are wrong, or that states what it is not in.

    Raises:
        ImportRefusedError: more than a few are, and no other encoding is certain.
    """
    text = raw.decode(codec, "surrogateescape")
    faults = len(_ESCAPED.findall(text))
    if faults * _FEW <= len(_NOT_ASCII.findall(raw)):
        return Decoded(text=restored(text), encoding=codec, is_guessed=True)
    try:
        return guess(raw, name, is_markup=True)
    except ImportRefusedError as error:
        if error.problem is ImportProblem.BINARY or faults * _HARDLY_ANY > len(raw):
            raise
    return Decoded(text=restored(text), encoding=codec, is_guessed=True)


def _stated(raw: bytes) -> str | None:
    found = _STATED.search(raw[:_HEAD])
    return (found["meta"] or found["xml"]).decode("ascii") if found else None


def _codec(stated: str | None) -> str | None:
    """Return the codec that is meant by a name, None for one that is no encoding of a page."""
    return meant_by(stated.strip().replace("x-sjis", "shift_jis")) if stated else None
