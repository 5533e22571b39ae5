"""The parts of a Word document, each looked at before a library reads any of them.

What the library gets is a package of our own making: parts that are XML without a DTD, and in place
of every picture its path, so that no picture is unpacked only to be named.
"""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast
from xml.etree.ElementTree import Element, ParseError, tostring

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.archive import Member, members

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word until 2003, and any document with a password
_PASSWORD_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_CONTENT_TYPES = "[Content_Types].xml"
_LISTED_FIRST = 2_000  # bytes in which a package names its content types
_LARGEST_TEXT = 16 * 1024 * 1024  # bytes of XML: a thousand pages have less
_DEEPEST = 150  # elements in each other; the library calls itself for each
_XML = (".xml", ".rels")
_HIDES = b"vanish"
_OFF = frozenset({"0", "false", "off"})
_CORE = "docprops/core.xml"
_NAMES = frozenset({"title", "creator", "language", "keywords", "subject"})


class _Defused(Protocol):
    """What is used of `defusedxml.ElementTree`, which has no types."""

    def iterparse(
        self, source: io.BytesIO, events: tuple[str, ...], *, forbid_dtd: bool
    ) -> "list[tuple[str, Element]]": ...


@dataclass(frozen=True, slots=True)
class Package:
    """A document that may be read."""

    content: bytes
    properties: dict[str, str]  # "title", "creator", "language", "keywords", "subject"


def opens_office_file(raw: bytes) -> bool:
    """Tell whether a file is one of an office program, whatever its name."""
    is_package = raw.startswith(_ZIP) and _CONTENT_TYPES.encode() in raw[:_LISTED_FIRST]
    return is_package or raw.startswith(_OLE)


def opened(raw: bytes, name: str) -> Package:
    """Return a document whose parts are harmless.

    Raises:
        ImportRefusedError: it is none, of a kind that is not read, damaged or hostile.
    """
    if raw.startswith(_OLE):
        raise ImportRefusedError(_ole_problem(raw), name)
    parts = members(io.BytesIO(raw), name, keeps_hidden=True)
    if not any(part.name.startswith("word/") for part in parts):
        raise ImportRefusedError(ImportProblem.UNKNOWN_KIND, name)
    made = io.BytesIO()
    properties: dict[str, str] = {}
    texts = _texts(parts, name)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        for part in parts:
            content = texts.get(part.name)
            if content is None:
                package.writestr(part.name, part.name)
                continue
            elements = _checked(content, part, name)
            if part.name.lower() == _CORE:
                properties = _properties(elements)
            is_whole = _HIDES not in content
            package.writestr(part.name, content if is_whole else _without_hidden(elements))
    return Package(made.getvalue(), properties)


def _texts(parts: Iterable[Member], name: str) -> dict[str, bytes]:
    """Return the parts that are XML by their names; raise `ImportRefusedError` for too much."""
    texts: dict[str, bytes] = {}
    left = _LARGEST_TEXT
    for part in parts:
        if part.name.lower().endswith(_XML):
            texts[part.name] = part.read()
            left -= len(texts[part.name])
            if left < 0:
                raise ImportRefusedError(ImportProblem.TOO_LARGE, name)
    return texts


def _ole_problem(raw: bytes) -> ImportProblem:
    if _PASSWORD_STREAM in raw:
        return ImportProblem.PASSWORD
    return ImportProblem.OLD_WORD if _WORD_STREAM in raw else ImportProblem.UNKNOWN_KIND


def _checked(content: bytes, part: Member, name: str) -> list[Element]:
    """Return the elements of a part; raise `ImportRefusedError` for one that is not harmless."""
    defused = cast(_Defused, import_module("defusedxml.ElementTree"))  # it has no types
    refused = cast(type[ValueError], import_module("defusedxml.common").DefusedXmlException)
    elements: list[Element] = []
    depth = 0
    try:
        for event, element in defused.iterparse(
            io.BytesIO(content), ("start", "end"), forbid_dtd=True
        ):
            depth += 1 if event == "start" else -1
            if depth > _DEEPEST:
                raise ImportRefusedError(ImportProblem.DAMAGED, name, f"{part.name}: too deep")
            if event == "end":
                elements.append(element)
    except refused as error:
        raise ImportRefusedError(ImportProblem.DOCTYPE, name, part.name) from error
    except (ParseError, ValueError, LookupError) as error:
        detail = f"{part.name}: {' '.join(str(error).split())}"[:120]
        raise ImportRefusedError(ImportProblem.DAMAGED, name, detail) from error
    return elements


def _without_hidden(elements: list[Element]) -> bytes:
    """Return a part without the runs that Word does not show: the library would."""
    for parent in elements:
        for child in [*parent]:
            if child.tag.endswith("}r") and _is_hidden(child):
                parent.remove(child)
    return tostring(elements[-1])


def _is_hidden(run: Element) -> bool:
    about = next((one for one in run if one.tag.endswith("}rPr")), ())
    for mark in about:
        if mark.tag.endswith("}vanish"):
            values = (value for key, value in mark.attrib.items() if key.endswith("}val"))
            return next(values, "1") not in _OFF
    return False


def _properties(elements: list[Element]) -> dict[str, str]:
    said: dict[str, str] = {}
    for element in elements:
        local = element.tag.rpartition("}")[2]
        text = " ".join("".join(element.itertext()).split())
        if local in _NAMES and text:
            said.setdefault(local, text)
    return said
