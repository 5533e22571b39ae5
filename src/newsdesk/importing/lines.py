"""Lines to paragraphs: broken sentences are mended, lists and headings are left alone."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from newsdesk.importing.markdown_words import words_of

# What nobody can see and nobody means.
_ANY_DROPPED = re.compile(
    "[\xad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f"
    # direction marks: they stand between a label and its number
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_GAPS = re.compile(r"[ \t\u1680\u2000-\u200a\u205f]{2,}|[\t\u1680\u2000-\u200a\u205f]")
# French puts one before : ; ! ? » and after «, and many languages one between thousands.
_HARD_SPACE = re.compile(
    r"(?<=«)[\xa0\u202f]|[\xa0\u202f](?=[:;!?»%](?:\s|$))|(?<=\d)[\xa0\u202f](?=\d{3}(?!\d))"
    r"|([\xa0\u202f])"
)
_BULLET = re.compile(r"[-*+•·▪◦‣●○■□►➢✓–](?:\s+|$)")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s+(?=\S)")
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_RULE = re.compile(r"([-*_=~—–])(?:\s?\1){2,}")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_VERBATIM = re.compile(r" {0,3}(?:```|~~~|\||<[a-z!/])|    |\t", re.IGNORECASE)
_MARKED = re.compile(r"\s*>")  # a quotation
_MARKDOWN_ITEM = re.compile(r" {0,3}(?:[-+*]|\d{1,9}\.) ")
_SETEXT = re.compile(r"=+|-+")
_LABEL = re.compile(r"[^\W\d_][^\W_]{0,12}(?:[ -]?[^\W\d_]{1,12})?\.?\s?[:：]")
_ENDS_SENTENCE = re.compile(r"""[.!?…:;。！？：；؟।](?:["'”’»“)\]」』]|\[\d{1,2}\])*$""")
_MEANS_MORE = re.compile(r"[,،、，(\[«„“‘/&–—-]$")
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]")
_HYPHENS = ("-", "\u2010", "\u2011")

_WIDEST = 1_000  # characters; a longer text is long in any script
SHORTEST_BROKEN = 40  # a shorter line was not broken by a margin


class ParagraphKind(StrEnum):
    PROSE = "prose"
    ITEM = "item"
    HEADING = "heading"
    RULE = "rule"
    VERBATIM = "verbatim"  # of Markdown only: code, tables, HTML


@dataclass(frozen=True, slots=True)
class Line:
    number: int  # 0-based, in the source
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One or more lines that belong together."""

    kind: ParagraphKind
    lines: tuple[Line, ...]
    text: str  # its lines joined; of an item without its bullet, of a heading without its marks
    source: str  # its lines as they stood
    block: int  # paragraphs with no blank line between them share one
    words: tuple[Line, ...] | None = None  # of Markdown: what is read of its lines

    @property
    def is_markdown(self) -> bool:
        return self.words is not None

    @property
    def read_lines(self) -> tuple[Line, ...]:
        """Its lines without bullets and marks, where those are Markdown."""
        return self.lines if self.words is None else self.words

    @property
    def first_line(self) -> int:
        return self.lines[0].number

    @property
    def last_line(self) -> int:
        return self.lines[-1].number

    @property
    def is_mended(self) -> bool:
        return len(self.lines) > 1

    @property
    def ends_sentence(self) -> bool:
        return ends_sentence(self.text)


def tidied(text: str) -> str:
    """Return `text` in NFC with plain line ends and spaces, without invisible characters."""
    text = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates
    text = _LINE_ENDS.sub("\n", text)
    if _ANY_DROPPED.search(text):
        text = _ANY_DROPPED.sub("", text)
    if "\xa0" in text or "\u202f" in text:
        text = _HARD_SPACE.sub(lambda m: " " if m[1] else m[0], text)
    return unicodedata.normalize("NFC", text)


def spaced(text: str) -> str:
    """Return `text` on one line with single spaces, its typographic ones kept."""
    return _GAPS.sub(" ", text.replace("\n", " ")).strip(" ")


def width(text: str) -> int:
    """Return how much a text says: a Chinese character counts for two letters."""
    return len(text) + len(_WIDE.findall(text[:_WIDEST]))


def ends_sentence(text: str) -> bool:
    return _ENDS_SENTENCE.search(text[-12:]) is not None


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a tidied plain text, in order."""
    blocks = list(_blocks(text))
    margin = margin_of(blocks)
    return tuple(
        _paragraph(group, number)
        for number, block in enumerate(blocks)
        for group in _groups(block, margin)
    )


def markdown_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a tidied Markdown text, each `source` as it was typed.

    A list's items are paragraphs, and so are lines that are broken for good, unless a sentence runs
    on from one to the next.
    """
    return tuple(each_markdown_paragraph(text))


def each_markdown_paragraph(text: str) -> Iterator[Paragraph]:
    """Yield those that `markdown_paragraphs` returns, for whoever needs the first ones alone."""
    for number, block in enumerate(_markdown_blocks(text.split("\n"))):
        for group in _markdown_groups(block):
            yield _markdown_paragraph(group, number)


def _markdown_blocks(lines: Iterable[str]) -> Iterator[list[Line]]:
    """Blank lines part blocks, but not inside a fence."""
    block: list[Line] = []
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            block.append(Line(number, line))
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            block.append(Line(number, line))
            fence = mark[1]
        elif line.strip():
            block.append(Line(number, line.rstrip("\n")))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _markdown_groups(block: Iterable[Line]) -> Iterator[list[Line]]:
    """Headings and fences need no blank lines around them, nor do items and broken lines."""
    group: list[Line] = []
    fence = ""
    for line in block:
        mark = _FENCE.match(line.text)
        is_alone = not fence and (mark or _HEADING.match(line.text))
        if group and not fence and (is_alone or _begins_anew(group, line)):
            yield group
            group = []
        is_underline = not fence and _is_underlined(group, line)
        group.append(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
            is_whole = not fence
        else:
            fence = mark[1] if mark else ""
            is_whole = is_underline or _HEADING.match(line.text) is not None
        if is_whole:
            yield group
            group = []
    if group:
        yield group


def _begins_anew(group: Sequence[Line], line: Line) -> bool:
    """Tell whether a line is the next item of a list, or stands behind a line that was broken."""
    first, last = group[0].text, group[-1].text
    if _MARKDOWN_ITEM.match(first):
        return _MARKDOWN_ITEM.match(line.text) is not None
    if not last.endswith("  ") or _VERBATIM.match(first) or _MARKED.match(first):
        return False
    return not goes_on(last.strip(), line.text.strip(), None)


def _is_underlined(group: Sequence[Line], line: Line) -> bool:
    """Tell whether a line makes the one line above it a heading."""
    if len(group) != 1 or not _SETEXT.fullmatch(line.text.strip()):
        return False
    title = group[0].text
    return not (_VERBATIM.match(title) or _MARKED.match(title) or is_structure(title.lstrip()))


def _markdown_paragraph(lines: list[Line], block: int) -> Paragraph:
    first, last = lines[0].text, lines[-1].text
    kind = ParagraphKind.PROSE
    words = tuple(_words(lines))
    if _VERBATIM.match(first):
        kind = ParagraphKind.VERBATIM
        words = tuple(Line(line.number, spaced(line.text)) for line in lines)
    elif _HEADING.match(first):
        kind = ParagraphKind.HEADING
    elif len(lines) > 1 and _SETEXT.fullmatch(last.strip()):
        kind, words = ParagraphKind.HEADING, words[:-1]
    elif _RULE.fullmatch(first.strip()):
        kind = ParagraphKind.RULE
    elif _BULLET.match(first.lstrip()) or _NUMBER.match(first.lstrip()):
        kind = ParagraphKind.ITEM
        words = tuple(replace(line, text=_unbulleted(line.text)) for line in words)
    text = joined(line.text for line in words)
    if kind is ParagraphKind.HEADING:
        text = _HEADING.sub("", text, count=1).strip(" #")
    source = "\n".join(line.text for line in lines)
    return Paragraph(
        kind=kind, lines=tuple(lines), text=text, source=source, block=block, words=words
    )


def _unbulleted(text: str) -> str:
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text


def _words(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield what is read of some lines; a mark may reach from one into the next."""
    texts = words_of("\n".join(line.text for line in lines)).split("\n")
    for line, text in zip(lines, texts, strict=True):
        yield Line(line.number, spaced(text))


def _blocks(text: str) -> Iterator[list[Line]]:
    block: list[Line] = []
    for number, line in enumerate(text.split("\n")):
        stripped = spaced(line)
        if stripped:
            block.append(Line(number, stripped))
        elif block:
            yield block
            block = []
    if block:
        yield block


def margin_of(blocks: Iterable[Sequence[Line]]) -> int | None:
    """Return the width that this text's lines were broken at, None if nothing broke them.

    Lines broken by a margin have no room for the first word of the next one.
    """
    pairs = [
        (len(line.text), len(following.text.partition(" ")[0]))
        for block in blocks
        for line, following in pairwise(block)
        if len(line.text) >= SHORTEST_BROKEN
        and not is_structure(following.text)
        and not ends_sentence(line.text)  # such a line may have ended by itself
        and not line.text.endswith((":", "："))
        and not _LABEL.match(following.text)
    ]
    if not pairs:
        return None
    longest = max(length for length, _word in pairs)
    full = sum(length + 1 + word > longest * 0.97 for length, word in pairs)
    return longest if full * 3 >= len(pairs) * 2 and len(pairs) > 1 else None


def _groups(block: list[Line], margin: int | None) -> Iterator[list[Line]]:
    group = block[:1]
    for line, following in pairwise(block):
        if goes_on(line.text, following.text, margin):
            group.append(following)
        else:
            yield group
            group = [following]
    yield group


def goes_on(line: str, following: str, margin: int | None) -> bool:
    """Tell whether a sentence runs on from one line to the next."""
    if len(line) < SHORTEST_BROKEN or is_structure(following) or _is_title(line):
        return False
    if line.endswith((":", "：")) and not following[0].islower():
        return False
    word = following.partition(" ")[0]
    is_full = margin is not None and len(line) + 1 + len(word) > margin * 0.97
    if ends_sentence(line):
        return is_full
    is_full = is_full or (margin is not None and len(line) > margin * 0.9)
    first = following[0]
    goes_on = first.islower() or first in "(,;)" or _MEANS_MORE.search(line) is not None
    return is_full or (goes_on and not _LABEL.match(following))


def is_structure(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBER.match(line) or _is_title(line))


def _is_title(line: str) -> bool:
    return bool(_HEADING.match(line) or _RULE.fullmatch(line))


def _paragraph(lines: list[Line], block: int) -> Paragraph:
    first = lines[0].text
    text = joined(line.text for line in lines)
    kind = ParagraphKind.PROSE
    if _RULE.fullmatch(first):
        kind = ParagraphKind.RULE
    elif heading := _HEADING.match(first):
        kind, text = ParagraphKind.HEADING, text[heading.end() :].strip(" #")
    elif bullet := _BULLET.match(first):
        kind, text = ParagraphKind.ITEM, text[bullet.end() :]
    return Paragraph(
        kind=kind,
        lines=tuple(lines),
        text=text,
        source="\n".join(line.text for line in lines),
        block=block,
    )


def joined(lines: Iterable[str]) -> str:
    """Return lines as one: a space between words, none after a hyphen or between characters."""
    text = ""
    for line in lines:
        is_glued = text.endswith(_HYPHENS) and not text.endswith((" -", "--"))
        is_wide = bool(text) and _WIDE.match(text[-1]) and _WIDE.match(line)
        text += line if not text or is_glued or is_wide else f" {line}"
    return text
