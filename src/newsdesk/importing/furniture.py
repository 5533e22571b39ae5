"""Page noise around a text, told by general features and never by names."""

import re
from functools import cache, lru_cache

from newsdesk.domain.fold import fold
from newsdesk.importing.furniture_wording import (
    IMMEDIATE_LABELS,
    NAVIGATION,
    NOISE,
    PROFILE_LABELS,
    RELEASE_LABELS,
)
from newsdesk.importing.lines import Paragraph, ParagraphKind, width
from newsdesk.importing.wording import patterns

_LONGEST = 420  # characters of a line that may be a phrase of a page
_LABEL_LONGEST = 60
_LINK = re.compile(r"!?\[[^\[\]]{0,200}\]\([^()\s]{0,600}\)|https?://\S{1,600}|www\.\S{1,300}")
_ISSUER = re.compile(  # how wires end a release
    r"(?:(?:SOURCE|FUENTE|QUELLE|FONTE|ИСТОЧНИК|المصدر|(?:消息)?(?:来源|來源)|情報提供)\s?[:：]?"
    r"|(?:Source|Fuente|Quelle|Fonte|Источник)\s?:)\s?"
    r"(?=[^\W\d_a-z])(?:[^.!?。]|\.(?=\S|$)|(?<=\b\w)\.|(?<=Inc|Ltd|orp)\.){1,100}"
)
_NUMBER = re.compile(
    r"[\s:|–-]{0,3}(?:(?<![^\W\d_])(?:no|nr|n|№|#|num))?[.°º]?\s?\d[\d/.-]{0,11}$", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:no|nr|num)[.°º]?\s?\d|[№]\s?\d", re.IGNORECASE)  # "No. 12/2025"
_POINTER = re.compile(r"[^.!?。！？]{3,160}:\s*(?:https?://|www\.)\S{3,600}$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHORT = 60
_STEP = re.compile(r"\s*[/|·•]\s*")  # "Newsroom / Press releases"
_CRUMBS = re.compile(r"[^>»›.!?]{1,40}(?: [>»›] [^>»›.!?]{1,60}){1,6}")  # "Home > News > 2026"


@cache
def _pattern(*tables: str) -> re.Pattern[str]:
    return re.compile("|".join(fold(pattern) for pattern in patterns(*tables)))


def is_noise(text: str) -> bool:
    """Tell whether a paragraph is what a page says anywhere: share, log in, comment, cookies."""
    if len(text) > _LONGEST:
        return False
    return bool(_CRUMBS.fullmatch(text) or _pattern(NOISE).fullmatch(_bare(text)))


def is_navigation(text: str) -> bool:
    """Tell whether a line is an entry of a menu; it might also be a heading of a release."""
    if len(text) > _LABEL_LONGEST:
        return False
    if _pattern(NAVIGATION).fullmatch(_bare(text)) is not None:
        return True
    steps = _STEP.split(_bare(text))
    return len(steps) > 1 and all(map(_pattern(NAVIGATION).fullmatch, steps))


def is_release_label(text: str) -> bool:
    """Tell whether a line only says what kind of text follows: PRESS RELEASE No. 12."""
    if len(text) > _LABEL_LONGEST:
        return False
    bare = _NUMBER.sub("", _bare(text), count=1)
    if not bare:
        return _NUMBERED.match(text.strip()) is not None
    return _pattern(RELEASE_LABELS, IMMEDIATE_LABELS).fullmatch(bare) is not None


def immediate_label_end(text: str) -> int:
    """Return where `FOR IMMEDIATE RELEASE` ends that more follows on the same line; else 0."""
    words = text[:_LABEL_LONGEST].split(" ")
    for count in range(min(6, len(words) - 1), 0, -1):
        if _pattern(IMMEDIATE_LABELS).fullmatch(_bare(" ".join(words[:count]))):
            return len(" ".join(words[:count])) + 1
    return 0


def profile_of(text: str) -> str | None:
    """Return the profile that a line names: MEDIA ADVISORY."""
    if len(text) > _LABEL_LONGEST:
        return None
    bare = _bare(text)
    for profile, table in PROFILE_LABELS.items():
        if _pattern(table).fullmatch(bare):
            return profile
    return None


def is_links_only(text: str) -> bool:
    """Tell whether a line is made of links and pictures, with a word or two beside them."""
    if len(text) > 2_000 or not _LINK.search(text):
        return False
    rest = _LINK.sub(" ", text)
    return len(_WORD.findall(rest)) <= 2 and len(rest.strip()) < 30


def is_issuer_line(text: str) -> bool:
    return _ISSUER.fullmatch(text) is not None


def is_pointer(text: str) -> bool:
    """Tell whether a line only leads to a web address: no sentence, but more than a link."""
    return len(text) < 900 and _POINTER.fullmatch(text) is not None


def is_short(paragraph: Paragraph) -> bool:
    return width(paragraph.text) <= _SHORT and not paragraph.ends_sentence


def repeats(paragraph: Paragraph, before: Paragraph) -> bool:
    """Tell whether a line says the one before it again, alone or run into a text.

    Menus that open on hover come out of a page like that.
    """
    if paragraph.kind is ParagraphKind.HEADING or not is_short(before):
        return False
    first = fold(before.text)
    return len(first) > 2 and fold(paragraph.text[: len(before.text) + 8]).startswith(first)


def is_empty_item(paragraph: Paragraph) -> bool:
    return paragraph.kind is ParagraphKind.ITEM and not paragraph.text.strip(" -*•·")


@lru_cache(maxsize=1_024)  # one line is asked about several times
def _bare(text: str) -> str:
    return fold(text).strip(" .:!>»›|·•*-–—_#[]【】()（）+=~<＜＞")
