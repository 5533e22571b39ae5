"""Bytes to text: what is no text, or no text that can be read for certain, is refused."""

import codecs
import re

from newsdesk.domain.errors import ImportProblem, ImportRefusedError

LARGEST = 20 * 1024 * 1024  # bytes
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))
_MARKUP = re.compile(r"<!doctype\b|<html\b|<\?xml\b|\{\\rtf|<rss\b|<feed\b", re.IGNORECASE)


def decode(raw: bytes, name: str) -> str:
    """Return the text of a file: UTF-8, or UTF-16 that says so in its first two bytes.

    Raises:
        ImportRefusedError: it is too large, empty, binary or in another encoding.
    """
    if len(raw) > LARGEST:
        raise ImportRefusedError(ImportProblem.TOO_LARGE, name, f"{len(raw)} > {LARGEST}")
    if not raw:
        raise ImportRefusedError(ImportProblem.EMPTY, name)
    text = _decoded(raw, name)
    if "\0" in text:
        raise ImportRefusedError(ImportProblem.BINARY, name)
    if not text.strip().strip("\ufeff\u200b"):
        raise ImportRefusedError(ImportProblem.EMPTY, name)
    return text


def is_markup(text: str) -> bool:
    """Tell whether a text is a page, a feed or a word processor's file rather than words."""
    return _MARKUP.match(text.lstrip("\ufeff \t\r\n")) is not None


def _decoded(raw: bytes, name: str) -> str:
    if raw.startswith(_UTF32):
        raise ImportRefusedError(ImportProblem.ENCODING, name, "UTF-32")
    encoding = "utf-16" if raw.startswith(_UTF16) else "utf-8-sig"
    if encoding != "utf-16" and (raw.startswith(_BINARY) or b"\0" in raw):
        raise ImportRefusedError(ImportProblem.BINARY, name)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        controls = len(raw) - len(raw.translate(None, _CONTROLS))
        is_binary = encoding != "utf-16" and controls * 50 > len(raw)
        problem = ImportProblem.BINARY if is_binary else ImportProblem.ENCODING
        raise ImportRefusedError(problem, name, f"byte {error.start}") from error
