"""Address cards as phones, Outlook and other books write them: vCard 2.1, 3.0 and 4.0."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from io import StringIO
from typing import Protocol, cast
from uuid import UUID

from newsdesk.domain.contact import PointKind
from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.language import base
from newsdesk.domain.person import TypedRole
from newsdesk.importing.decoding import decoded
from newsdesk.importing.found_cards import (
    MOST_CARDS,
    CardParts,
    Doubt,
    FoundBook,
    FoundCard,
    RowProblem,
    one_line,
    read_day,
)

_LARGEST_CARD = 100_000  # characters, pictures and sounds apart
_HEAVY = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|AGENT|NOTE)[;:]", re.IGNORECASE)
_PROPERTY = re.compile(r"[A-Za-z][\w.-]*[;:]")
_BEGIN, _END = "begin:vcard", "end:vcard"
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UNREADABLE = (ValueError, LookupError, AttributeError, TypeError)
"""What the library raises of a broken property; it has no error of its own for all of them."""


class _Line(Protocol):
    """One property, as `vobject` reads it."""

    name: str
    value: object
    params: Mapping[str, Sequence[str]]
    singletonparams: Sequence[str]


class _Reader(Protocol):
    """What is used of `vobject.base`, which has no types."""

    VObjectError: type[Exception]

    def getLogicalLines(self, file: StringIO, allowQP: bool) -> Iterator[tuple[str, int]]: ...  # noqa: N802, N803 - its names

    def textLineToContentLine(self, text: str, n: int) -> _Line: ...  # noqa: N802 - its name


def read_vcards(
    raw: bytes, name: str, report: Callable[[int, int], None] = lambda _done, _total: None
) -> FoundBook:
    """Return the cards of a file; pictures, sounds and notes are left out.

    Raises:
        ImportRefusedError: it is no text, in no encoding that can be told, or has no card in it.
    """
    found = decoded(raw, name)
    cards: list[FoundCard] = []
    refused: list[tuple[int, RowProblem]] = []
    blocks = list(_blocks(found.text))
    if not blocks:
        raise ImportRefusedError(ImportProblem.UNKNOWN_KIND, name)
    if len(blocks) > MOST_CARDS:
        raise ImportRefusedError(ImportProblem.TOO_MANY, name, str(MOST_CARDS))
    for number, (line, text) in enumerate(blocks):
        report(number, len(blocks))
        card = _card(line, text)
        if isinstance(card, FoundCard):
            cards.append(card)
        else:
            refused.append((line, card))
    report(len(blocks), len(blocks))
    return FoundBook(cards=tuple(cards), refused=tuple(refused), encoding=found.guess)


def _blocks(text: str) -> Iterator[tuple[int, str | None]]:
    """Yield each card's first line and its text, without what is heavy; None where it is cut."""
    block: list[str] = []
    first, is_skipping = 0, False
    for number, line in enumerate(text.splitlines(), start=1):
        word = line.strip().casefold().replace(" ", "")
        if word == _BEGIN:
            if first:
                yield first, None
            block, first, is_skipping = [], number, False
        elif first and word == _END:
            yield first, "\r\n".join(block)
            first = 0
        elif first:
            is_new = _PROPERTY.match(line) is not None
            is_skipping = _HEAVY.match(line) is not None if is_new else is_skipping
            if not is_skipping:
                block.append(line)
    if first:
        yield first, None


def _card(line: int, text: str | None) -> FoundCard | RowProblem:
    if text is None:
        return RowProblem.CUT_OFF
    if len(text) > _LARGEST_CARD:
        return RowProblem.TOO_LONG
    parts = CardParts(line=line)
    reader = cast(_Reader, import_module("vobject.base"))
    is_old = "quoted-printable" in text.lower()
    roles: dict[str, TypedRole] = {}
    for logical, number in reader.getLogicalLines(StringIO(text, newline=""), allowQP=is_old):
        try:
            one = reader.textLineToContentLine(logical, number)
            value = one.value if isinstance(one.value, str) else ""
            _take(parts, one, value, roles)
        except (reader.VObjectError, *_UNREADABLE):
            parts.doubts.add(Doubt.PART)
    parts.roles += roles.values()
    return parts.found()


def _take(parts: CardParts, line: _Line, value: str, roles: dict[str, TypedRole]) -> None:
    """Note what one property says."""
    name = line.name.upper()
    if name in _POINTS:
        _take_point(parts, name, line, value)
    elif name.startswith("X-NEWSDESK-"):
        _take_own(parts, name.removeprefix("X-NEWSDESK-"), line, value, roles)
    elif name in _PARTS:
        _PARTS[name](parts, value)


def _take_name(parts: CardParts, value: str) -> None:
    family, given, middle, *_ = [*map(one_line, _fields(value)), "", "", ""]
    first = " ".join(filter(None, (given, middle)))
    parts.sort_name = ", ".join(filter(None, (family, first)))
    parts.name = parts.name or " ".join(filter(None, (first, family)))


def _take_full_name(parts: CardParts, value: str) -> None:
    parts.name = one_line(_plain(value)) or parts.name


def _take_other_names(parts: CardParts, value: str) -> None:
    parts.variants += map(one_line, _fields(value, ","))


def _take_office(parts: CardParts, value: str) -> None:
    parts.office = parts.office or ", ".join(filter(None, map(one_line, _fields(value))))


def _take_title(parts: CardParts, value: str) -> None:
    parts.role_title = parts.role_title or _plain(value)


def _take_zone(parts: CardParts, value: str) -> None:
    parts.tz = _plain(value) if "/" in value else ""  # an offset names no place


def _take_language(parts: CardParts, value: str) -> None:
    parts.languages.append(_plain(value))


def _take_key(parts: CardParts, value: str) -> None:
    try:
        parts.key = UUID(value.strip().lower().removeprefix("urn:uuid:"))
    except ValueError:
        parts.key = None  # another book's way of counting


_PARTS: Mapping[str, Callable[[CardParts, str], None]] = {
    "N": _take_name,
    "FN": _take_full_name,
    "NICKNAME": _take_other_names,
    "ORG": _take_office,
    "TITLE": _take_title,
    "ROLE": _take_title,
    "TZ": _take_zone,
    "LANG": _take_language,
    "UID": _take_key,
}
_POINTS = {
    "TEL": PointKind.PHONE,
    "EMAIL": PointKind.EMAIL,
    "URL": PointKind.WEB,
    "IMPP": PointKind.WHATSAPP,
}


def _take_point(parts: CardParts, name: str, line: _Line, value: str) -> None:
    kinds = {
        word.strip().lower() for types in line.params.get("TYPE", ()) for word in types.split(",")
    }
    kinds |= {word.lower() for word in line.singletonparams}
    kind, text = _POINTS[name], _plain(value)
    scheme, colon, rest = text.partition(":")
    if name == "IMPP" and (not colon or scheme.lower() != "whatsapp"):
        return
    if colon and scheme.lower() in ("tel", "mailto", "whatsapp"):
        text = rest.replace(";ext=", " ext. ").partition(";")[0]
    if kind is PointKind.PHONE:
        if "fax" in kinds:
            kind = PointKind.FAX
        elif "x-whatsapp" in kinds or "whatsapp" in kinds:
            kind = PointKind.WHATSAPP
        elif "cell" in kinds:
            kind = PointKind.MOBILE
    is_public = line.params.get("X-NEWSDESK-PUBLIC", ("1",))[0] != "0"
    usage = one_line(line.params.get("X-NEWSDESK-USAGE", ("",))[0]) or None
    parts.add_point(kind, one_line(text), public=is_public, usage=usage)


def _take_own(
    parts: CardParts, name: str, line: _Line, value: str, roles: dict[str, TypedRole]
) -> None:
    """Note what our own cards say beyond the format."""
    match name:
        case "PUBLIC":
            parts.is_public = value.strip() != "0"
        case "ACTIVE":
            parts.is_active = value.strip() != "0"
        case "VERIFIED":
            parts.last_verified = value
        case "HOURS":
            parts.hours = _plain(value)
        case "ROLE":
            _take_role(line, _plain(value), roles)
        case _:
            pass


def _take_role(line: _Line, title: str, roles: dict[str, TypedRole]) -> None:
    """Note one title of a role; its titles in other languages have the same number."""

    def said(name: str) -> str:
        return line.params.get(name, ("",))[0]

    before = roles.get(said("X-ROLE"))
    titles = {**(before.titles if before else {}), base(said("LANGUAGE") or "en"): one_line(title)}
    roles[said("X-ROLE")] = TypedRole(
        titles=titles,
        organisation=one_line(said("X-ORG")),
        valid_from=read_day(said("X-FROM")),
        valid_to=read_day(said("X-TO")),
    )


def _fields(value: str, separator: str = ";") -> list[str]:
    """Return the fields of a value, split where the separator is not escaped."""
    return [_plain(part) for part in re.split(rf"(?<!\\){separator}", value)]


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
