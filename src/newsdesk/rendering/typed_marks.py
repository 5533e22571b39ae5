"""What a key writes: the marks of a language in place of those a keyboard has.

The marks are those that the page sets for straight ones, so that text and page look alike. What
stands in code, addresses, tags and the marks of Markdown itself stays as typed.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from newsdesk.domain.language import base
from newsdesk.rendering.quotation_marks import QuotationMarks
from newsdesk.rendering.typography import THIN, quotation_marks, spaced_marks

APOSTROPHE = "’"
EN_DASH = "–"
EM_DASH = "—"
ELLIPSIS = "…"

_ELIDING = frozenset({"be", "fr", "uk"})  # an apostrophe within words, and other inner quotes
_AFTER_APOSTROPHE = frozenset({"ca", "fr", "it"})  # l’“Agence”
_WITHOUT_SPACES = frozenset({"ja", "zh"})  # there a mark opens wherever none is open
_BRACKETS = frozenset("([{¿¡/|")
_NEVER_BEFORE = frozenset({THIN, "«", "<", *_BRACKETS})  # of a space and a high mark
_DASHES = frozenset(f"{EN_DASH}{EM_DASH}")
_EMPHASIS = "*_"

_FRONT = re.compile(
    r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})\s+|\[\^[^\[\]]+\]:\s*)?[\s|]*(?:\*{1,3}|_{1,3})?"
)
_RULE_OR_FRAME = re.compile(r"[\s>|:\-]*")  # of a table, or a line of dashes
_FIRST_DASH = re.compile(r"[\s>]*(-{2,3})")
_DECADE = re.compile(r"(?<!\w)‘(?=\d\ds$)")
_ENTITY = re.compile(r"&#?\w+$")
_SCHEME = re.compile(r"(?:^|\W)(?:https?|ftp|mailto|tel|news)$", re.IGNORECASE)
_LABEL = re.compile(r"\s{0,3}\*?\[[^\[\]]+\]")  # of a definition that its colon makes one

_FENCE = re.compile(r"\s*(?:`{3}|~{3})")
_REFERENCE = re.compile(r"\s{0,3}\[(?!\^)[^\[\]]+\]:")
_TICKS = re.compile(r"`+")
_TAG = re.compile(r"<[A-Za-z/!]")
_LAST_WORD = re.compile(r"[^\s()<>]*$")
_LONGEST_WORD = 1_000  # characters of an address that are looked at
_ADDRESS = re.compile(r"://|^\W*(?:www\.|mailto:|tel:)|\w@\w", re.IGNORECASE)


class Correction(NamedTuple):
    """What to put in place of what was just typed."""

    replaced: int  # characters before the caret
    text: str


class _Place(NamedTuple):
    """Where in its line a key was pressed."""

    head: str  # what stood before the caret
    tail: str  # what stands behind it
    language: str

    @property
    def last(self) -> str:
        """What the mark stands at; marks of emphasis lie between the two. Empty at the front."""
        bare = self.head.rstrip(_EMPHASIS)
        return "" if _FRONT.fullmatch(self.head) else bare[-1:]

    @property
    def marks(self) -> QuotationMarks:
        return quotation_marks(self.language)


def correction(before: str, after: str, language: str) -> Correction | None:
    """Return what to change once a key was typed; None for what stays as it is.

    Args:
        before: the line up to the caret, its last character the one that was typed.
        after: the rest of the line.
        language: a BCP 47 tag.
    """
    key, place = before[-1:], _Place(before[:-1], after, language)
    rule = _RULES.get(key)
    found = rule(place, key) if rule else None
    return None if found is None or _is_literal(place.head, key) else found


def _double_quote(place: _Place, _key: str) -> Correction:
    marks = place.marks
    outer = _open(place.head, marks.left_double, marks.right_double)
    nests = marks.left_single not in ("‘", "‚", "’")
    inner = nests and _open(place.head, marks.left_single, marks.right_single)
    if _opens(place, is_open=bool(outer or inner), own=marks.left_double.strip()):
        return Correction(1, marks.left_single if nests and outer else marks.left_double)
    return Correction(1, marks.right_single if inner else marks.right_double)


def _single_quote(place: _Place, _key: str) -> Correction:
    marks, last = place.marks, place.last
    language = base(place.language)
    is_in_word = last.isalnum() and (last.isascii() or language not in _WITHOUT_SPACES)
    if language in _ELIDING:
        return Correction(1, APOSTROPHE)
    is_open = _open(place.head, marks.left_single, marks.right_single)
    if not is_in_word and _opens(place, is_open=is_open, own=marks.left_single):
        return Correction(1, marks.left_single)
    if not is_open or (is_in_word and place.tail[:1].isalpha()):
        return Correction(1, APOSTROPHE)
    return Correction(1, marks.right_single)


def _opens(place: _Place, *, is_open: bool, own: str) -> bool:
    """Whether a quotation begins here: by what stands before, where that does not say by what is
    open.
    """
    last, language = place.last, base(place.language)
    if last == own and place.marks.left_double != place.marks.right_double:
        return False  # typed twice: a pair with nothing in it
    if not last or last in _BRACKETS:
        return True
    if language in _WITHOUT_SPACES:
        return not is_open
    lefts = {place.marks.left_double.strip(), place.marks.left_single}
    rights = {place.marks.right_double.strip(), place.marks.right_single}
    if last.isspace() or last == "-" or last in lefts - rights:
        return True
    if last in _DASHES or (last == APOSTROPHE and language in _AFTER_APOSTROPHE):
        return not is_open or place.tail[:1].isalnum()
    return False


def _open(head: str, left: str, right: str) -> bool:
    """Whether a quotation that began in the line has not ended."""
    left, right = left.strip(), right.strip()
    if left == right:
        return head.count(left) % 2 == 1
    closed = head.count(right)
    if right == APOSTROPHE:
        closed = len(re.findall(rf"{right}(?!\w)", head))
    return head.count(left) > closed


def _dash(place: _Place, _key: str) -> Correction | None:
    head = place.head
    if _RULE_OR_FRAME.fullmatch(head) or head.endswith(("---", "<!-")):
        return None
    if head.endswith(EN_DASH):
        return Correction(2, EM_DASH)
    if head.endswith("--"):
        return Correction(3, EM_DASH)
    return Correction(2, EN_DASH) if head.endswith("-") else None


def _dot(place: _Place, _key: str) -> Correction | None:
    is_third = place.head.endswith("..") and not place.head.endswith("...")
    return Correction(3, ELLIPSIS) if is_third else None


def _high_mark(place: _Place, key: str) -> Correction | None:
    head, last = place.head, place.last
    if key not in (marks := spaced_marks(place.language)) or _RULE_OR_FRAME.fullmatch(head):
        return None
    if not last or last in marks or last in _NEVER_BEFORE:
        return None
    if last.isspace():
        is_after_words = head[-2:-1].strip("|") and head[-1:].isspace()
        return Correction(2, THIN + key) if is_after_words and not _FRONT.fullmatch(head) else None
    is_other = key == ":" and (
        last.isdigit() or _SCHEME.search(head[-8:]) or _LABEL.fullmatch(head)
    )
    if is_other or (key == ";" and _ENTITY.search(head[-12:])):
        return None
    return Correction(1, THIN + key)


def _space(place: _Place, _key: str) -> Correction | None:
    head = place.head
    left = place.marks.left_double
    if left.endswith(THIN) and head.endswith(left):
        return Correction(1, "")  # typed out of habit: there is one already
    if found := _FIRST_DASH.fullmatch(head):  # now it is known to be no rule
        dashes = found[1]
        return Correction(len(dashes) + 1, (EN_DASH if len(dashes) == 2 else EM_DASH) + " ")
    if head.endswith(":") and head[-2:-1].isdigit() and ":" in spaced_marks(place.language):
        return Correction(2, f"{THIN}: ")  # now it is known to be no time of day
    return None


def _bracket(place: _Place, _key: str) -> Correction | None:
    """See that `![` begins a picture."""
    return Correction(3, " ![") if place.head.endswith(THIN + "!") else None


def _s(place: _Place, _key: str) -> Correction | None:
    """See that it is the '90s, and nothing that is quoted."""
    found = _DECADE.search(place.head[-4:] + "s")
    return Correction(4, APOSTROPHE + place.head[-2:] + "s") if found else None


def _is_literal(head: str, key: str) -> bool:
    """Whether what follows `head` is read by a machine, or shown as it is typed."""
    if (len(head) - len(head.rstrip("\\"))) % 2:  # escaped
        return True
    if any(each.match(head) for each in (_FENCE, _REFERENCE)):
        return True
    if _is_within(head, "](", ")") or _is_within(head, "{", "}"):
        return True
    if _is_within(head, "<", ">") and _TAG.match(head, head.rfind("<")):
        return True
    if "`" in head and _is_in_code(head):
        return True
    word = _LAST_WORD.search(head[-_LONGEST_WORD:])
    return key not in '" ' and word is not None and _ADDRESS.search(word[0]) is not None


def _is_within(head: str, opening: str, closing: str) -> bool:
    """Whether what was opened last is open."""
    at = head.rfind(opening)
    return at >= 0 and head.find(closing, at + len(opening)) < 0


def _is_in_code(head: str) -> bool:
    fence = ""
    for ticks in _TICKS.findall(head):
        if not fence:
            fence = ticks
        elif ticks == fence:
            fence = ""
    return bool(fence)


_RULES: dict[str, Callable[[_Place, str], Correction | None]] = {
    '"': _double_quote,
    "'": _single_quote,
    "-": _dash,
    ".": _dot,
    ":": _high_mark,
    ";": _high_mark,
    "!": _high_mark,
    "?": _high_mark,
    " ": _space,
    "[": _bracket,
    "s": _s,
}
KEYS = frozenset(_RULES)
"""After any other key there is nothing to ask."""
