"""Telephone numbers, e-mail and web addresses in a line of a contact block."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.domain.contact import PointKind
from newsdesk.importing.contact_wording import EXTENSION, LABEL_BEFORE

_AT = re.compile(r"\s?[\[({<]\s?(?:at|AT|ät|arroba|@)\s?[\])}>]\s?|@")
_DOT = re.compile(r"\s?[\[({]\s?(?:dot|DOT|punkt|punto|\.)\s?[\])}]\s?")
_LONGEST = 20_000  # characters of a line that is looked at; no contact stands in a longer one
_LOCAL = re.compile(r"[\w.+%’'-]{1,64}$")
_DOMAIN = re.compile(r"[\w-]{1,63}(?:(?:\.|\s?[\[({]\s?(?:dot|DOT)\s?[\])}]\s?)[\w-]{1,63}){1,5}")
_GLUED_ENDING = re.compile(r"(?<=\.)([a-z]{2,12})(?=[A-Z])")
_STATE = re.compile(r"\b[A-Z]{2}\s$")
_POSTCODE = re.compile(r"\d{5}(?=[A-Za-z])")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"“”]{3,300}")
_DIGITS = r"[+＋]?\s?\(?[+＋]?\d[\d\s\xa0().‐‑–－/-]{4,30}\d(?!\d)"
_NUMBER = re.compile(rf"(?:(?<![\w/.,])|(?=[+(])){_DIGITS}")
_NEXT_NUMBER = re.compile(rf"\s?{_DIGITS}")  # behind a slash
_AMERICAN = re.compile(r"(?:\+?1[ .-]?)?\(?\d{3}\)?[ ./-]{0,2}\d{3}[ .-]\d{4}")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d")
_DATE = re.compile(r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d")
_POSTCODE_PLUS = re.compile(r"\d{5}[-–]\d{4}")
_KIND_BEHIND = re.compile(
    r"\s?\((mobile|cell|fax|whatsapp|direct|office|mobil|móvil|portable)\)", re.IGNORECASE
)
_SLASH = re.compile(r"\s?/")
_WHOLE = 7  # digits; a shorter half is an area code or an extension
_NO_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPoint:
    """A number or address where it stands in its line."""

    kind: PointKind
    text: str  # a number as printed; an address as it is written for a mail program
    start: int  # of its label
    end: int
    extension: str | None = None
    is_labelled: bool = False
    flags: tuple[str, ...] = ()


def find_points(line: str) -> list[FoundPoint]:
    """Return the points of one line in order, none overlapping another."""
    line = line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0]
    found: list[FoundPoint] = []
    for finder in (_emails, _webs, _numbers):
        for point in finder(line):
            at = bisect(found, point.start, key=lambda other: other.start)
            is_behind = at == 0 or found[at - 1].end <= point.start
            if is_behind and (at == len(found) or point.end <= found[at].start):
                found.insert(at, point)
    return found


def _emails(line: str) -> Iterator[FoundPoint]:
    for at in _AT.finditer(line):
        local = _LOCAL.search(line[max(0, at.start() - 64) : at.start()])
        domain = _DOMAIN.match(line, at.end())
        if local is None or domain is None:
            continue
        name, start = local[0], at.start() - len(local[0])
        # "PA 19087info@": the post code before belongs to the street
        if (code := _POSTCODE.match(name)) and _STATE.search(line[max(0, start - 4) : start]):
            name, start = name[code.end() :], start + code.end()
        host, end = domain[0], domain.end()
        if glued := _GLUED_ENDING.search(host):
            end -= len(host) - glued.end()
            host = host[: glued.end()]
        host = _DOT.sub(".", host).lower()
        stripped = name.lstrip(".'’-")
        if not stripped or host.replace(".", "").isdigit():
            continue
        label_start = _label(line, start, PointKind.EMAIL)
        yield FoundPoint(
            kind=PointKind.EMAIL,
            text=f"{stripped}@{host}",
            start=start if label_start is None else label_start,
            end=end,
            is_labelled=label_start is not None,
            flags=("email_obfuscated",) if at[0] != "@" or _DOT.search(domain[0]) else (),
        )


def _webs(line: str) -> Iterator[FoundPoint]:
    for match in _WEB.finditer(line):
        text = match[0].rstrip(".,;:!?'")
        start = _label(line, match.start(), PointKind.WEB)
        yield FoundPoint(
            kind=PointKind.WEB,
            text=text,
            start=match.start() if start is None else start,
            end=match.start() + len(text),
        )


def _numbers(line: str) -> Iterator[FoundPoint]:
    at, before = 0, None
    while match := _next_number(line, at):
        start, text = match.start(), _one_number(match[0])
        is_second = line[start - 1 : start] == "/"
        at = start + max(len(text), 1)
        kind, label_start = _kind_before(line, start)
        kind = before = kind or (before if is_second else None)
        printed = text.strip(" .-–/\xa0")
        if printed.startswith("(") and ")" not in printed:
            printed = printed[1:]
        printed = printed.removesuffix("(").strip(" .-–/\xa0")
        is_alone = printed == line.strip()
        if not _is_number(printed, is_labelled=kind is not None, is_alone=is_alone):
            continue
        end = start + len(text.rstrip(" .-–/(\xa0"))
        if line[end : end + 1] == "+" and not printed.startswith("+"):
            # 34 01 555 20 2+, as it looks in Arabic: its groups from right to left
            printed, end = f"+{' '.join(reversed(printed.split()))}", end + 1
        extension = EXTENSION.match(line, end)
        behind = _KIND_BEHIND.match(line, extension.end() if extension else end)
        if behind:
            kind = _behind(behind[1])
        yield FoundPoint(
            kind=kind or PointKind.PHONE,
            text=printed,
            start=start if label_start is None else label_start,
            end=behind.end() if behind else extension.end() if extension else end,
            extension=extension[1] if extension else None,
            is_labelled=kind is not None,
        )
        at = max(at, extension.end() if extension else end)


def _next_number(line: str, at: int) -> re.Match[str] | None:
    second = _NEXT_NUMBER.match(line, at) if line[at - 1 : at] == "/" else None
    return second or _NUMBER.search(line, at)


def _one_number(text: str) -> str:
    """Cut what follows a whole American number: a street number run into it, a second number."""
    for slash in _SLASH.finditer(text):
        both = text[: slash.start()], text[slash.end() :]
        if all(len(_NO_DIGIT.sub("", half)) >= _WHOLE for half in both):
            return text[: slash.end()]
    american = _AMERICAN.match(text.lstrip())
    digits = len(_NO_DIGIT.sub("", text))
    if american is None:
        return text
    end = len(text) - len(text.lstrip()) + american.end()
    is_glued = text[end : end + 1].isdigit() and "(" in american[0]
    return text[:end] if is_glued or digits > 15 else text


def _is_number(text: str, *, is_labelled: bool, is_alone: bool) -> bool:
    digits = len(_NO_DIGIT.sub("", text))
    if not 6 <= digits <= 17 or _YEARS.fullmatch(text) or _DATE.fullmatch(text):
        return False
    if is_labelled or text.startswith(("+", "＋", "(+")):
        return True
    groups = re.findall(r"\d+", text)
    if _POSTCODE_PLUS.fullmatch(text) or max(map(len, groups)) == 1:
        return False
    return is_alone or (digits >= 7 and (len(groups) > 1 or digits >= 9))


def _kind_before(line: str, start: int) -> tuple[PointKind | None, int | None]:
    for kind in (PointKind.MOBILE, PointKind.FAX, PointKind.WHATSAPP, PointKind.PHONE):
        label_start = _label(line, start, kind)
        if label_start is not None:
            return kind, label_start
    return None, None


def _label(line: str, start: int, kind: PointKind) -> int | None:
    before = line[max(0, start - 30) : start]
    match = LABEL_BEFORE[kind].search(before)
    return None if match is None else start - len(before) + match.start()


def _behind(word: str) -> PointKind:
    match word.lower():
        case "fax":
            return PointKind.FAX
        case "whatsapp":
            return PointKind.WHATSAPP
        case "direct" | "office":
            return PointKind.PHONE
        case _:
            return PointKind.MOBILE
