"""Where quotation marks open and close, in the marks of ten languages and as they get mixed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

_MARK = re.compile(r"""["“”„‟«»‹›「」『』＂〝〞‘’']""")
_CLOSERS = {
    "“": "”\"＂", "„": "“”\"", "‟": "”\"", "”": "”\"", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "「": "」", "『": "』", '"': "\"”", "＂": "＂”", "〝": "〞", "‘": "’'", "'": "'’",
}  # fmt: skip
_ALWAYS_OPEN = "“„‟«‹「『〝"
_STRAIGHT = "\"＂'"
_SINGLE = "‘’'"
_BEFORE_OPENING = "([{（【—–-―/:：,，、。؛،«“„「*_"
_AFTER_CLOSING = " \t\n.,;:!?…)]}—–-，。、；：！？）】»”*_"
_BEFORE_CLOSING_SINGLE = ",.!?…;"
_MOST_MARKS = 20_000  # in one paragraph; one with more is no text
_WIDE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Span:
    """What stands between two marks of one paragraph."""

    start: int  # of the opening mark
    end: int  # behind the closing one
    text: str  # without its marks
    is_closed: bool = True  # a quote over several paragraphs closes in the last one


def spans(paragraph: str) -> Iterator[Span]:
    """Return what is between outer quotation marks; inner ones are part of it."""
    opener, start, depth = "", 0, 0
    for match in islice(_MARK.finditer(paragraph), _MOST_MARKS):
        mark, at = match[0], match.start()
        if not opener:
            if _opens(paragraph, at, mark):
                opener, start, depth = mark, at, 0
        elif mark in _CLOSERS[opener] and _closes(paragraph, at, mark, opener):
            if depth:
                depth -= 1
                continue
            yield Span(start, at + 1, paragraph[start + 1 : at].strip())
            opener = ""
        elif mark == opener and mark not in _SINGLE and _opens(paragraph, at, mark):
            depth += 1
    if opener and opener not in _SINGLE:
        yield Span(start, len(paragraph), paragraph[start + 1 :].strip(), is_closed=False)


def _opens(text: str, at: int, mark: str) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    if not after or mark not in _CLOSERS:
        return False
    is_free = before.isspace() or before in _BEFORE_OPENING
    if mark in _SINGLE:
        return mark != "’" and is_free and after.isupper()
    if mark in _ALWAYS_OPEN:
        return is_free or bool(_WIDE.match(before)) or mark not in "“‟" or not after.isspace()
    if _WIDE.match(before) and mark in _STRAIGHT:
        return True
    return is_free and not after.isspace()


def _closes(text: str, at: int, mark: str, opener: str) -> bool:
    """Tell whether a mark that may close does: straight ones also open what is quoted inside."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    if opener in _SINGLE:
        return before in _BEFORE_CLOSING_SINGLE and (not after or after in _AFTER_CLOSING)
    if mark in _STRAIGHT or mark == opener:
        return not (before.isspace() or before in "([{") or not after or after in _AFTER_CLOSING
    return True
