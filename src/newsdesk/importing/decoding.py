"""Bytes to text: what is no text, or no text that can be read for certain, is refused."""

import codecs
import re
from dataclasses import dataclass

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.encoding_guess import guessed

LARGEST = 20 * 1024 * 1024  # bytes
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))
_MARKUP = re.compile(r"<!doctype\b|<html\b|<\?xml\b|\{\\rtf|<rss\b|<feed\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A file's text and how it was read."""

    text: str
    encoding: str  # as Python names it
    is_guessed: bool = False  # the file does not say so; it reads as nothing else

    @property
    def guess(self) -> str | None:
        """The encoding's name if it was guessed, for people."""
        return self.encoding.replace("_", "-") if self.is_guessed else None


def decode(raw: bytes, name: str) -> str:
    """Return the text of a file; raise `ImportRefusedError` as `decoded` does."""
    return decoded(raw, name).text


def decoded(raw: bytes, name: str) -> Decoded:
    """Return the text of a file and its encoding: UTF-8, UTF-16, or one that can only be meant.

    Raises:
        ImportRefusedError: it is too large, empty, binary or in an encoding that cannot be told.
    """
    check_size(raw, name)
    return checked(_decoded(raw, name), name)


def check_size(raw: bytes, name: str) -> None:
    """Raise `ImportRefusedError` for a file that is empty or too large."""
    if len(raw) > LARGEST:
        raise ImportRefusedError(ImportProblem.TOO_LARGE, name, f"{len(raw)} > {LARGEST}")
    if not raw:
        raise ImportRefusedError(ImportProblem.EMPTY, name)


def checked(found: Decoded, name: str) -> Decoded:
    """Return what is a text; raise `ImportRefusedError` for what is none, or says nothing."""
    if "\0" in found.text:
        raise ImportRefusedError(ImportProblem.BINARY, name)
    if not found.text.strip().strip("\ufeff\u200b"):
        raise ImportRefusedError(ImportProblem.EMPTY, name)
    return found


def guess(raw: bytes, name: str, *, is_markup: bool = False) -> Decoded:
    """Return a text whose encoding nothing says; raise `ImportRefusedError` if none is certain."""
    encoding = guessed(raw, is_markup=is_markup)
    if encoding is not None:
        try:
            return Decoded(text=raw.decode(encoding), encoding=encoding, is_guessed=True)
        except UnicodeDecodeError:  # behind what was looked at
            pass
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    problem = ImportProblem.BINARY if controls * 50 > len(raw) else ImportProblem.ENCODING
    raise ImportRefusedError(problem, name, _first_fault(raw))


def _first_fault(raw: bytes) -> str:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"byte {error.start}"
    return ""


def is_markup(text: str) -> bool:
    """Tell whether a text is a page, a feed or a word processor's file rather than words."""
    return _MARKUP.match(text.lstrip("\ufeff \t\r\n")) is not None


def _decoded(raw: bytes, name: str) -> Decoded:
    if raw.startswith(_UTF32):
        raise ImportRefusedError(ImportProblem.ENCODING, name, "UTF-32")
    encoding = "utf-16" if raw.startswith(_UTF16) else "utf-8-sig"
    if encoding != "utf-16" and raw.startswith(_BINARY):
        raise ImportRefusedError(ImportProblem.BINARY, name)
    if encoding != "utf-16" and b"\0" in raw:
        return guess(raw, name)  # UTF-16 that does not say so, or no text
    try:
        return Decoded(text=raw.decode(encoding), encoding=encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise ImportRefusedError(ImportProblem.ENCODING, name, f"byte {error.start}") from error
        return guess(raw, name)
