"""A line of a contact block, taken apart into names, offices, numbers and addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.domain.contact import PointKind
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.importing.contact_cjk import cjk_parts, is_cjk
from newsdesk.importing.contact_points import FoundPoint, find_points
from newsdesk.importing.contact_wording import (
    BARE_HEADING,
    CLOSING,
    CONNECTORS,
    DEBRIS,
    EMPTY_QUOTES,
    FIELD_LABEL,
    GROUP,
    LABEL,
    LABEL_BEFORE,
    MAILTO,
    NAME_LABEL,
    SENTENCE,
)
from newsdesk.importing.lines import Line
from newsdesk.importing.wording import words
from newsdesk.rendering.name_words import ORGANISATIONS, ROLES, SUFFIXES
from newsdesk.rendering.person_names import folded_word, is_person_name, is_role, without_titles

_LONGEST_INTRO = 260
_SPLIT = re.compile(r"\s*[;；|•·]\s*|\s+[-–—]{1,2}\s+|\s*--\s*|[,،]\s+|[，、]\s*|\s+@\s+")
_AT = re.compile(r"\s+(?:at|chez|bei|presso)\s+(?=[^\W\d_a-z])")
_SEVERAL_NAMES = re.compile(r"\s*/\s*|\s+(?:or|and|oder|und|ou|et|o|y|e|&)\s+")
_LEGAL = (
    r"(?:LLP|LLC|Inc|Ltd|Limited|PLC|plc|GmbH|Corp|Corporation|AG|SA|SE|S\.A\.|S\.p\.A\.|SpA|SAS"
    r"|BV|NV|KG|AB|Co|Pty|P\.C\.)"
)
_LEGAL_ONLY = re.compile(rf"{_LEGAL}\.?", re.IGNORECASE)
_LEGAL_RUN_ON = re.compile(rf"(?<=[\s.]){_LEGAL}\.?(?=[A-Z][a-z])")
_CAMEL = re.compile(r"(?<=[a-z]{3})(?<!\bMc)(?<!\bMac)(?=[A-Z][a-z]{2})")
_ARABIC = re.compile(r"[\u0600-\u06ff\s]+")
_EDGES = " \t,;:|/`–—-•*_()[]<>\"“”'：；，、،."
_MARKDOWN = re.compile(
    r"\[([^\[\]]{1,200})\]\((?:mailto:|tel:)?([^()\s]{1,300})\)|\*{1,3}|`|(?<!\w)_{1,2}|_{1,2}(?!\w)"
)


_TABLE_ROW = re.compile(r"\s*\|(.+)\|\s*")
_OFFICES = words(
    "relations office team desk department service bureau ufficio oficina gabinete departamento",
    "assessoria pressestelle pressereferat medienstelle пресс-служба пресс-центр",
)


class PartKind(StrEnum):
    PERSON = "person"
    ROLE = "role"
    OFFICE = "office"
    ADDRESS = "address"
    GROUP = "group"  # "In Bonn, Germany:"
    INTRO = "intro"
    POINT = "point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    kind: PartKind
    text: str
    line: int
    point: FoundPoint | None = None
    is_listed: bool = False  # a person beside others: "Jane Roe and John Doe"
    flags: tuple[str, ...] = ()


def intro_end(text: str) -> int:
    """Return where the words that introduce a contact end; 0 if there are none."""
    head = text[:_LONGEST_INTRO]
    for pattern in (SENTENCE, LABEL):
        if match := pattern.match(head):
            return match.end()
    return 0


def heading_of(intro: str) -> str:
    """Return an introduction that is a heading without its marks; "" for a sentence."""
    if SENTENCE.match(intro):
        return ""
    return intro.strip(_EDGES + "#/<>（）【】■□◆◇▼●○")


def names_office(heading: str) -> bool:
    """Tell "Media Relations", which answers, from "Media contact", which announces."""
    return any(folded_word(word) in _OFFICES for word in heading.split())


def parts_of(line: Line, gazetteer: Gazetteer) -> Iterator[Part]:
    """Return what a line names, from left to right."""
    text = _MARKDOWN.sub(_link_text, _out_of_table(line.text)).replace("\xa0", " ")
    text, flags = _without_debris(text)
    number = line.number
    if flags:
        yield Part(kind=PartKind.INTRO, text="", line=number, flags=flags)
    text = text.strip().lstrip("#").lstrip()
    group = GROUP.match(text)
    if group and gazetteer.named(group[1].split(",")[0].strip()):
        yield Part(kind=PartKind.GROUP, text=group[0].strip(" :："), line=number)
        text = text[group.end() :]
    text = MAILTO.sub("", text)
    if BARE_HEADING.fullmatch(text):
        yield Part(kind=PartKind.INTRO, text=text, line=number)
        return
    if end := intro_end(text):
        yield Part(kind=PartKind.INTRO, text=text[:end], line=number)
        text = text[end:]
    text = CLOSING.sub("", text)
    text = text.lstrip()
    if label := NAME_LABEL.match(text) or FIELD_LABEL.match(text):
        text = text[label.end() :]
    at = 0
    run_on = _LEGAL_RUN_ON.search(text) is not None
    for point in find_points(text):
        yield from _words(text[at : point.start], number, gazetteer, run_on=run_on)
        yield Part(
            kind=PartKind.POINT, text=point.text, line=number, point=point, flags=point.flags
        )
        at = point.end
    yield from _words(text[at:], number, gazetteer, run_on=run_on)
    if LABEL_BEFORE[PointKind.EMAIL].search(text[-30:].rstrip(' "')):
        yield Part(kind=PartKind.INTRO, text="", line=number, flags=("email_label_empty",))


def _out_of_table(text: str) -> str:
    """`| Phone | +1 212 555 0134 |` says `Phone: +1 212 555 0134`."""
    row = _TABLE_ROW.fullmatch(text)
    if row is None:
        return text
    cells = [cell.strip() for cell in row[1].split("|")]
    cells = [cell for cell in cells if cell.strip(":- ")]
    is_labelled = len(cells) == 2 and not any(map(str.isdigit, cells[0])) and len(cells[0]) < 30
    return (": " if is_labelled and "@" not in cells[0] else "; ").join(cells)


def _link_text(match: re.Match[str]) -> str:
    if not match[1]:
        return ""
    return match[1] if "@" in match[1] or "@" not in match[2] else f"{match[1]} {match[2]}"


def _without_debris(text: str) -> tuple[str, tuple[str, ...]]:
    cleaned = DEBRIS[0].sub(lambda m: "" if m[1] in text[m.end() :] else m[1], text)
    for pattern in DEBRIS[1:]:
        cleaned = pattern.sub(" ", cleaned)
    if cleaned != text:
        return EMPTY_QUOTES.sub("", cleaned), ("markup_debris",)
    return text, ()


def _words(text: str, line: int, gazetteer: Gazetteer, *, run_on: bool) -> Iterator[Part]:
    if run_on:
        text = _CAMEL.sub("; ", _LEGAL_RUN_ON.sub(r"\g<0>; ", text))
    for segment in _segments(text):
        named = list(_classified(segment, gazetteer))
        is_list = sum(kind is PartKind.PERSON for kind, _words in named) > 1
        for kind, name in named:
            yield Part(kind=kind, text=name, line=line, is_listed=is_list)


def _segments(text: str) -> list[str]:
    """Split at commas and the like, but not before "Inc." and "Jr."."""
    found: list[str] = []
    for raw in _SPLIT.split(text):
        segment = _trimmed(raw)
        if not segment:
            continue
        is_suffix = _LEGAL_ONLY.fullmatch(segment) or folded_word(segment) in SUFFIXES
        if found and is_suffix:
            found[-1] = f"{found[-1]}, {segment}"
        else:
            found.append(segment)
    return found


def _trimmed(text: str) -> str:
    text = text.strip()
    dot = "." if re.search(r"(?:\b[A-Z]|\b(?:Inc|Ltd|Corp|Jr|Sr|Esq|Co|Ph\.D|St))\.$", text) else ""
    words = text.strip(_EDGES).split()
    while words and _is_connector(words[0]):
        words.pop(0)
    while words and _is_connector(words[-1]):
        words.pop()
        dot = ""
    text = " ".join(words)
    if any(pattern.fullmatch(text) for pattern in LABEL_BEFORE.values()):
        return ""
    text = text.strip(_EDGES)
    if text.count("(") < text.count(")"):
        text = text.rstrip(")")
    if text.count("(") > text.count(")"):
        text = f"{text})" if "(" in text[1:] else text.lstrip("(")
    return text + dot if text else ""


def _is_connector(word: str) -> bool:
    bare = word.strip(_EDGES)
    return not bare or (bare.casefold() in CONNECTORS and bare.lower() == bare)


def _classified(segment: str, gazetteer: Gazetteer) -> Iterator[tuple[PartKind, str]]:
    left_right = _AT.split(segment, maxsplit=1)
    if len(left_right) == 2 and _is_person(left_right[0]):
        yield PartKind.PERSON, left_right[0]
        yield PartKind.OFFICE, left_right[1]
        return
    if is_cjk(segment):
        for kind, name in cjk_parts(segment, lambda word: bool(gazetteer.named(word))):
            yield PartKind(kind), name
        return
    several = _SEVERAL_NAMES.split(segment)
    if 1 < len(several) < 6 and all(map(is_person_name, several)):
        for name in several:
            yield PartKind.PERSON, name
        return
    if _is_person(segment) and not gazetteer.named(segment):
        yield PartKind.PERSON, segment
    elif before := _person_before_bracket(segment):
        yield PartKind.PERSON, before[0]
        yield (PartKind.ROLE if _is_role(before[1]) else PartKind.OFFICE), before[1]
    elif _is_role(segment):
        yield PartKind.ROLE, segment
    elif any(map(str.isdigit, segment)):
        yield PartKind.ADDRESS, segment
    else:
        yield PartKind.OFFICE, segment


def _person_before_bracket(segment: str) -> tuple[str, str] | None:
    """`Jane Roe (Acme)`"""
    name, bracket, rest = segment.partition(" (")
    return (name, rest.rstrip(")")) if bracket and _is_person(name) else None


def _is_person(text: str) -> bool:
    _titles, bare = without_titles(text)
    if _ARABIC.fullmatch(bare):
        words = bare.split()
        return 2 <= len(words) <= 4 and not any(
            folded_word(w) in ORGANISATIONS | ROLES for w in words
        )
    return is_person_name(text)


def _is_role(text: str) -> bool:
    words = [word.strip("(),") for word in text.split()]
    if not words or (folded_word(words[0]) in ORGANISATIONS - ROLES and not is_role(words[-1])):
        return False
    if text[0].islower() and len(words) <= 12 and not text.startswith(("www", "http")):
        return True
    return is_role(words[0]) or is_role(words[-1])
