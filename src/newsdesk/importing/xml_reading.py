"""XML as it is found: read piece by piece, mended where it can be, refused where it is hostile.

Real feeds hold what XML forbids: control characters out of a word processor, `&nbsp;` without its
declaration, `AT&T`, an encoding other than the one they state. A strict reader loses the rest of
the file for one of them, so they are mended on the way in: characters that nobody sees are dropped,
those that broke a line still do, names that HTML knows become their characters, a lone `&` stands
for itself. Tags that do not fit each other are left alone: there the file ends.
"""

import codecs
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from html import unescape
from importlib import import_module
from typing import Protocol, cast
from xml.etree.ElementTree import Element, ParseError, tostring

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.xml_encoding import encoding_of, restored

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_CHUNK = 256 * 1024  # bytes; expat goes over a long tag once more with each
_LONGEST_TAG = 4 * 1024 * 1024  # characters without the end of a tag, outside CDATA
_DEEPEST = 200  # elements in each other
_HEAD = 8 * 1024  # bytes in which a root begins
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*\?>", re.IGNORECASE)
_ROOT = re.compile(
    r"\ufeff?(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+"
    r"<(?P<name>[A-Za-z_][\w.:-]*)(?P<rest>[^<]*)",
    re.DOTALL | re.IGNORECASE,
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BREAKS = frozenset("\x0b\x0c\x1c\x1d\x1e")  # they begin a line where they come from
_SPOT = re.compile(
    r"<!\[CDATA\[|\]\]>"
    r"|&(?!(?:lt|gt|amp|quot|apos);)(?:#(?:[xX][0-9a-fA-F]{1,6}|\d{1,7});|[A-Za-z]\w{1,31};)?"
)
_UNFINISHED = re.compile(r"(?:&[#\w]{0,33}|<[^<>\s]{0,8}|\]{1,2})\Z")


class _Reader(Protocol):
    def read(self, size: int = -1, /) -> str: ...


class _Defused(Protocol):
    """What is used of `defusedxml.ElementTree`, which has no types."""

    def iterparse(
        self, source: _Reader, events: Collection[str], *, forbid_dtd: bool
    ) -> Iterator[tuple[str, Element]]: ...


@dataclass(frozen=True, slots=True)
class Branch:
    """An element that has ended, and the open ones around it."""

    element: Element
    above: tuple[Element, ...]  # outermost first: their attributes; what stood in them is gone

    def inherited(self, attribute: str) -> str | None:
        """Return an attribute of the element or of the nearest one around it that has it."""
        around = (self.element, *reversed(self.above))
        return next((value for one in around if (value := one.get(attribute))), None)


def branches(raw: bytes, name: str, *, whole: Collection[str]) -> Iterator[Branch]:
    """Yield the elements of a file, each as it ends.

    Those whose local name is in `whole` come with all that is in them, once; all others with their
    text alone. What has been yielded is freed: memory does not grow with the file.

    Raises:
        ImportRefusedError: it has a DTD, or no further element can be read; what came stands.
    """
    above: list[Element] = []
    depth = 0  # below an element that is wanted whole, itself included
    for event, element in _events(raw, name):
        if event == "start":
            if len(above) == _DEEPEST:
                raise ImportRefusedError(ImportProblem.DAMAGED, name, "too deep")
            above.append(element)
            depth += 1 if depth or local_name(element) in whole else 0
            continue
        above.pop()
        depth = max(depth - 1, 0)
        if depth:
            continue
        yield Branch(element, tuple(above))
        if above:
            above[-1].remove(element)
        element.clear()


def root_of(raw: bytes) -> tuple[str, str]:
    """Return the local name of a file's first element in lower case and its attributes as written.

    Both are empty where no tag begins the file.
    """
    text = raw[:_HEAD].decode(encoding_of(raw[:_HEAD]), "replace")
    root = _ROOT.match(text)
    return (root["name"].rpartition(":")[2].lower(), root["rest"]) if root else ("", "")


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def namespace(element: Element) -> str:
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else ""


def text_of(element: Element | None) -> str:
    """Return all text in an element, its edges bare."""
    return "" if element is None else "".join(element.itertext()).strip()


def inner_html(element: Element) -> str:
    """Return what stands in an element as HTML, of whatever namespace it is."""
    for one in element.iter():
        one.tag = local_name(one)
    html = tostring(element, encoding="unicode", method="html")
    return html[html.index(">") + 1 : html.rindex("</")] if "</" in html else ""


def _events(raw: bytes, name: str) -> Iterator[tuple[str, Element]]:
    defused = cast(_Defused, import_module("defusedxml.ElementTree"))  # it has no types
    refused = cast(type[ValueError], import_module("defusedxml.common").DefusedXmlException)
    try:
        yield from defused.iterparse(_Mended(raw), ("start", "end"), forbid_dtd=True)
    except refused as error:
        raise ImportRefusedError(ImportProblem.DOCTYPE, name) from error
    except (ParseError, ValueError) as error:
        detail = " ".join(str(error).split())[:120]
        raise ImportRefusedError(ImportProblem.DAMAGED, name, detail) from error


class _Mended:
    """The text of a file as something to read from, well enough formed to be read on."""

    def __init__(self, raw: bytes) -> None:
        encoding = encoding_of(raw)
        self._raw = memoryview(raw)
        self._at = 0
        self._decode = cast(
            "Callable[[bytes, bool], str]",
            codecs.getincrementaldecoder(encoding)(
                "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
            ).decode,
        )
        self._held = ""  # the end of the last piece, which may go on
        self._is_cdata = False
        self._since_tag = 0  # characters

    def read(self, _size: int = -1, /) -> str:
        """Return the next piece, "" at the end."""
        while True:
            chunk = bytes(self._raw[self._at : self._at + _CHUNK])
            is_first, self._at = not self._at, self._at + len(chunk)
            text = self._held + restored(self._decode(chunk, not chunk))
            self._held = ""
            if is_first:  # the declaration states an encoding that is none any more
                text = _DECLARATION.sub("", text.removeprefix("\ufeff").lstrip(), count=1)
            if chunk and (unfinished := _UNFINISHED.search(text)):
                self._held = unfinished[0]
                text = text[: unfinished.start()]
            if text or not chunk:
                return self._mended(text)

    def _mended(self, text: str) -> str:
        text = _FORBIDDEN.sub(_replacement, text)
        text = _SPOT.sub(self._spot, text)
        end = text.rfind(">")
        self._since_tag = len(text) - end if end >= 0 else self._since_tag + len(text)
        if self._since_tag > _LONGEST_TAG and not self._is_cdata:
            raise ValueError("a tag without an end")
        return text

    def _spot(self, match: re.Match[str]) -> str:
        found = match[0]
        if found == "<![CDATA[":
            self._is_cdata = True
            return found
        if found == "]]>":
            was_cdata, self._is_cdata = self._is_cdata, False
            return found if was_cdata else "]]&gt;"
        return found if self._is_cdata else _reference(found)


def _replacement(match: re.Match[str]) -> str:
    return "\n" if match[0] in _BREAKS else ""


def _reference(found: str) -> str:
    """Return `&…;` as XML may have it."""
    meant = unescape(found) if found != "&" else found
    if meant == found:  # nothing that HTML knows
        return f"&amp;{found[1:]}"
    meant = _FORBIDDEN.sub(_replacement, meant)
    return meant.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
