"""In which encoding a feed or a part of a mail really is, whatever it states."""

import codecs
import re

from newsdesk.importing.stated_encoding import meant_by

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARATION = re.compile(
    rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']\s*([\w.:-]{1,40})", re.IGNORECASE
)
_LIKELY = [  # one of them for each script: those of other Latin letters differ in too little
    "cp1252", "cp1251", "koi8_r", "cp1253", "cp1256", "cp932", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip
_SEVEN_BITS = "iso2022"  # written in ASCII alone
_ESCAPE = b"\x1b"  # which changes the alphabet there
_FEW = 10  # one byte in so many may be of another encoding: pasted from elsewhere
_PIECE = 1024 * 1024  # bytes
_JUDGED = 8 * 1024 * 1024  # bytes
_SAMPLE = 8 * 1024  # bytes; what is judged, without its tags
_TAG = re.compile(rb"<[^<>]{0,2000}>|&[#\w]{1,10};")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_ESCAPED = re.compile("[\udc80-\udcff]")
_OTHER = re.compile("[^\x00-\x7f\udc80-\udcff]")


def encoding_of(raw: bytes, stated: str | None = None) -> str:
    """Return a codec's name for a text that may state a wrong encoding, or none.

    Bytes that are not in it are best read with the error handler `surrogateescape`, and by
    `restored` afterwards.

    Args:
        stated: what is said of it from outside; else an XML declaration counts.
    """
    known = next((encoding for mark, encoding in _BOMS if raw.startswith(mark)), None)
    if known:
        return known
    named = _codec(stated) if stated else _declared(raw)
    if named and named.startswith(_SEVEN_BITS) and _ESCAPE in raw:
        return named
    if raw.isascii() or _is_all(raw, "utf-8"):
        return "utf-8"  # what is in another one hardly ever passes for it
    if named and _is_all(raw, named):
        return named
    if _is_nearly_utf_8(raw):
        return "utf-8"
    return _guessed(raw) or named or "cp1252"


def restored(text: str) -> str:
    """Return a text with its escaped bytes read as the encoding that such bytes mostly are in."""
    return _ESCAPED.sub(_letter, text) if _ESCAPED.search(text) else text


def _letter(match: re.Match[str]) -> str:
    return bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "ignore")


def _declared(raw: bytes) -> str | None:
    found = _DECLARATION.match(raw[:1024])
    return _codec(found[1].decode("ascii")) if found else None


def _codec(stated: str) -> str | None:
    """Return what is meant, None for UTF-8 too: that is tried whatever is stated."""
    name = meant_by(stated)
    return None if name == "utf-8" else name


def _is_all(raw: bytes, encoding: str) -> bool:
    """Tell whether a text is in an encoding; half a letter at its end is none."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for at in range(0, len(raw), _PIECE):
            decoder.decode(raw[at : at + _PIECE])
    except UnicodeDecodeError:
        return False
    return True


def _is_nearly_utf_8(raw: bytes) -> bool:
    text = raw[:_JUDGED].decode("utf-8", "surrogateescape")
    return len(_ESCAPED.findall(text)) * _FEW <= len(_OTHER.findall(text))


def _guessed(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow, and few feeds need it

    first = _NOT_ASCII.search(raw)
    start = max(0, first.start() - 200) if first else 0
    sample = _TAG.sub(b" ", raw[start : start + 4 * _SAMPLE])[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_LIKELY).best()
    return best.encoding if best else None
