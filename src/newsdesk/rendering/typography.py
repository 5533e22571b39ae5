"""Marks and spaces as a language sets them."""

import re
from dataclasses import dataclass

from newsdesk.domain.language import base
from newsdesk.rendering.quotation_marks import QuotationMarks

THIN = "\N{NARROW NO-BREAK SPACE}"

_ENGLISH = QuotationMarks()
_LOW_HIGH = QuotationMarks("„", "“", "‚", "‘")
_LOW_TURNED = QuotationMarks("„", "”", "‚", "’")
_ANGLED = QuotationMarks("«", "»", "“", "”")
_SAME = QuotationMarks("”", "”", "’", "’")
_MARKS = {  # a language or a tag; the others have those of English
    "ar": _ANGLED,
    "bg": _LOW_HIGH,
    "bs": _LOW_TURNED,
    "cs": _LOW_HIGH,
    "de": _LOW_HIGH,
    "de-CH": QuotationMarks("«", "»", "‹", "›"),
    "de-LI": QuotationMarks("«", "»", "‹", "›"),
    "es": _ANGLED,
    "fa": QuotationMarks("«", "»", "‹", "›"),
    "fi": _SAME,
    "fr": QuotationMarks(f"«{THIN}", f"{THIN}»", "“", "”"),
    "hr": _LOW_TURNED,
    "ja": QuotationMarks("「", "」", "『", "』"),
    "nb": QuotationMarks("«", "»", "‘", "’"),
    "no": QuotationMarks("«", "»", "‘", "’"),
    "pl": _LOW_TURNED,
    "pt-PT": _ANGLED,
    "ro": QuotationMarks("„", "”", "«", "»"),
    "ru": QuotationMarks("«", "»", "„", "“"),
    "sk": _LOW_HIGH,
    "sl": _LOW_HIGH,
    "sq": _LOW_HIGH,
    "sr": _LOW_TURNED,
    "sv": _SAME,
    "uk": QuotationMarks("«", "»", "„", "“"),
    "zh-Hant": QuotationMarks("「", "」", "『", "』"),
    "zh-HK": QuotationMarks("「", "」", "『", "』"),
    "zh-TW": QuotationMarks("「", "」", "『", "』"),
}

# Web and mail addresses stay as they are: a `?` or `:` in them is no punctuation.
_ADDRESS = re.compile(r"://|@|^\W*(?:www\.|tel:)", re.IGNORECASE)
_SPACES = re.compile(r"(\s+)")
_CLOSER = r"[)\]»”’\"']"


@dataclass(frozen=True, slots=True)
class _Spacing:
    """Which marks take a thin space before them.

    A run such as `?!` counts as one mark; one that a letter follows (11:30, a:b) is none.
    """

    begins: re.Pattern[str]  # a word that a thin space must precede
    inside: re.Pattern[str]  # where one is missing inside a word

    @classmethod
    def before(cls, marks: str) -> "_Spacing":
        run = rf"[{marks}]+(?={_CLOSER}|$)"
        return cls(
            begins=re.compile(rf"»|{run}"),
            inside=re.compile(rf"(?<=«)(?=[^»])|(?<=[^«])(?=»)|(?<=[^(\[«{marks}])(?={run})"),
        )


_FRENCH = ":;!?"
_CANADIAN = ":"
_SPACINGS = {marks: _Spacing.before(marks) for marks in (_FRENCH, _CANADIAN)}


def quotation_marks(language: str) -> QuotationMarks:
    """Return the marks for a BCP 47 tag."""
    return _MARKS.get(language) or _MARKS.get(base(language)) or _ENGLISH


def spaced_marks(language: str) -> str:
    """Return the marks that a BCP 47 tag wants a narrow no-break space before; mostly none."""
    if base(language) != "fr":
        return ""
    return _CANADIAN if language == "fr-CA" else _FRENCH


def punctuated(text: str, language: str) -> str:
    """Return a plain line with the spaces its language wants around high punctuation.

    French has a narrow no-break space before `: ; ! ?` and inside « »; Canadian French only before
    the colon and inside « ». Other languages come back unchanged. Doing it twice changes nothing.
    """
    spacing = _SPACINGS.get(spaced_marks(language))
    if spacing is None:
        return text
    first, *rest = _SPACES.split(text)
    done = [_spaced(first, spacing)]
    for space, word in zip(rest[::2], rest[1::2], strict=True):
        is_thin = done[-1].endswith("«") or bool(done[-1] and spacing.begins.match(word))
        done += [THIN if is_thin and "\n" not in space else space, _spaced(word, spacing)]
    return "".join(done)


def _spaced(word: str, spacing: _Spacing) -> str:
    return word if _ADDRESS.search(word) else spacing.inside.sub(THIN, word)
