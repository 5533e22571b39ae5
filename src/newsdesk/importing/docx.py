"""Word documents (`.docx`): mammoth makes HTML of them, and the text is taken apart as any other.

The pictures are in the document itself: they are named by its name and their path in it. What is
not in the running text is left alone: headers and footers, comments, what was deleted.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any, Protocol, cast
from urllib.parse import quote
from xml.parsers.expat import ExpatError

from lxml.html import HtmlElement

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import Confidence, Finding, FindingKind, SourceKind
from newsdesk.importing.docx_package import Package, opened
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.feed_fields import language_said, remark
from newsdesk.importing.html_media import distinct, media_of
from newsdesk.importing.lines import Line, Paragraph, markdown_paragraphs
from newsdesk.importing.media import NamedMedia
from newsdesk.importing.office_html import office_tree, written
from newsdesk.importing.passages import Passage
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.told import Told

SUFFIXES = (".docx", ".docm", ".dotx")
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
r[style-name='Emphasis'] => em
r[style-name='Intense Emphasis'] => em
"""
_BROKEN = (
    AttributeError, ExpatError, IndexError, LookupError, OSError, RecursionError, TypeError,
    ValueError,
)  # fmt: skip
_MADE_UP = re.compile(r"\s*(?:Description automatically generated.*|AI-generated content.*)$", re.S)
_HEAD_LINES = 12  # in which a title stands that is the headline
_SHOWN = 120  # characters of the notes that their finding repeats
_KEYWORDS = re.compile(r"[;,،；，]")


class _Image(Protocol):
    def open(self) -> Any: ...


class _Result(Protocol):
    value: str


class _Images(Protocol):
    def img_element(self, function: "Callable[[_Image], dict[str, str]]") -> object: ...


class _Mammoth(Protocol):
    """What is used of `mammoth`, which has no types."""

    images: _Images

    def convert_to_html(
        self,
        document: io.BytesIO,
        *,
        style_map: str,
        include_embedded_style_map: bool,
        convert_image: object,
        external_file_access: bool,
    ) -> _Result: ...


def read(raw: bytes, name: str, tools: ImportTools) -> Draft:
    """Return the draft in a Word document.

    Raises:
        ImportRefusedError: it is none, damaged, hostile, protected, or has no text.
    """
    if not raw:
        raise ImportRefusedError(ImportProblem.EMPTY, name)
    package = opened(raw, name)
    root, notes = office_tree(_html(package, name))
    if root is None:
        raise ImportRefusedError(ImportProblem.EMPTY, name)
    media = _media(root)
    text, below = written(root, notes)
    if not text.strip():
        raise ImportRefusedError(ImportProblem.NO_TEXT if media else ImportProblem.EMPTY, name)
    said = package.properties
    told = Told(
        where="document",
        headline=_headline(said.get("title", ""), text),
        language=language_said(said.get("language"), text, tools.default_language),
        tags=tuple(filter(None, map(str.strip, _KEYWORDS.split(said.get("keywords", ""))))),
        media=media,
    )
    draft = dissect(
        text, tools=tools, name=name, kind=SourceKind.DOCUMENT, is_markdown=True, told=told
    )
    return _with_creator(_with_notes(draft, below), said.get("creator", ""))


def _html(package: Package, name: str) -> str:
    mammoth = cast(_Mammoth, import_module("mammoth"))  # slow, and without types

    def named(image: _Image) -> dict[str, str]:
        with image.open() as path:  # what stands there in place of the picture
            return {"src": f"{quote(name)}/{path.read().decode()}"}

    try:
        return mammoth.convert_to_html(
            io.BytesIO(package.content),
            style_map=_STYLES,
            include_embedded_style_map=False,  # a document does not say how it is read
            convert_image=mammoth.images.img_element(named),
            external_file_access=False,
        ).value
    except _BROKEN as error:
        detail = " ".join(str(error).split())[:120] or type(error).__name__
        raise ImportRefusedError(ImportProblem.DAMAGED, name, detail) from error


def _media(root: HtmlElement) -> tuple[NamedMedia, ...]:
    """Return the pictures, and take their captions out of the text."""
    for picture in root.iter("img"):
        if alt := picture.get("alt"):
            picture.set("alt", _MADE_UP.sub("", alt))
    for caption in [*_captions(root)]:
        _put_to_picture(caption)
    media = distinct(media_of(root))
    for figure in [*root.iter("figure")]:
        figure.drop_tree()
    return media


def _captions(root: HtmlElement) -> Iterator[HtmlElement]:
    return (one for one in root.iter("p") if one.get("class") == "caption")


def _put_to_picture(caption: HtmlElement) -> None:
    """Make a figure of a caption and the picture above it, or else the one below."""
    for beside in (caption.getprevious(), caption.getnext()):
        if beside is None or beside.tag != "p" or "".join(beside.itertext()).strip():
            continue
        if (picture := beside.find(".//img")) is not None:
            beside.tag, caption.tag = "figure", "figcaption"
            for child in [*beside]:
                beside.remove(child)
            beside.append(picture)
            caption.drop_tree()
            caption.tail = None
            beside.append(caption)
            return


def _headline(title: str, text: str) -> str | None:
    """Return the title of a document if its text has it too: many are those of a template."""
    told = Told(headline=title)
    lines = [line.strip(" #*") for line in text.split("\n") if line.strip()][:_HEAD_LINES]
    return title if title and any(map(told.is_headline, lines)) else None


def _with_notes(draft: Draft, notes: str) -> Draft:
    """Return the draft with its notes below its body, whatever stood between in the document.

    They stand behind everything there too, where a text is read for contacts and standing texts.
    """
    if not notes or draft.dissection is None:
        return replace(draft, body_md="\n\n".join(filter(None, (draft.body_md, notes))))
    last = draft.dissection.passages[-1].paragraph
    line, block = last.last_line + 2, last.block + 1
    below = [_moved(one, line, block) for one in markdown_paragraphs(notes)]
    passages = (Passage(paragraph=one, text=one.source) for one in below)
    dissection = replace(draft.dissection, passages=(*draft.dissection.passages, *passages))
    finding = Finding(
        kind=FindingKind.BODY,
        confidence=Confidence.HIGH,
        text=notes[:_SHOWN],
        first_line=line,
        last_line=below[-1].last_line,
        flags=("footnotes",),
    )
    findings = (*draft.findings, finding)
    return replace(draft, dissection=dissection, findings=findings, **dissection.values())


def _moved(paragraph: Paragraph, line: int, block: int) -> Paragraph:
    """Return a paragraph that stands so many lines and blocks further down."""
    lines, read = (
        tuple(Line(one.number + line, one.text) for one in some)
        for some in (paragraph.lines, paragraph.read_lines)
    )
    return replace(paragraph, lines=lines, words=read, block=paragraph.block + block)


def _with_creator(draft: Draft, creator: str) -> Draft:
    """Return the draft with who saved it first listed; a byline that is not."""
    if not creator:
        return draft
    said = remark(FindingKind.FIELD, creator, "document", "creator")
    return replace(draft, findings=(*draft.findings, said))
