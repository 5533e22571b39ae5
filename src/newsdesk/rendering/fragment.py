"""A block's HTML, fitted into the page it becomes a part of.

What comes in is the sanitiser's output: tags in lower case, attributes in double quotes. Only tags
are changed; text that looks like one is left alone.
"""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

_ATTRIBUTES = r"(?:\s+[\w:-]+=\"[^\"]*\")*+"
_TAG = re.compile(rf"</?[a-z][a-z0-9]*{_ATTRIBUTES}\s*>")
_HEADING = re.compile(r"^(</?h)([2-6])(?=[\s>])")
_PARAGRAPH = re.compile(rf"<p{_ATTRIBUTES}>(?!<img\b)")
_NOTE_ID = re.compile(r"(\sid=\"|\shref=\"#)(?=fn(?:ref)?-\d)")
_DEEPEST = 6


class HeadingLevels:
    """Makes the headings of consecutive blocks an outline without gaps, whatever was typed."""

    def __init__(self, *, first: int = 2) -> None:
        """`first` is the level of the uppermost heading, 2 below a headline."""
        self._first = first
        self._open: list[int] = []  # levels as typed, of the heading and those above it

    def fit(self, html: str) -> str:
        """Return the next block with its headings at the levels they have in the page."""
        return in_tags(html, self._fit_tag) if "</h" in html else html

    def _fit_tag(self, tag: str) -> str:
        return _HEADING.sub(lambda found: f"{found[1]}{self._level(found)}", tag)

    def _level(self, found: re.Match[str]) -> int:
        if found[1] == "<h":
            typed = int(found[2])
            while self._open and self._open[-1] >= typed:
                self._open.pop()
            self._open.append(typed)
        return min(self._first + len(self._open) - 1, _DEEPEST)


def in_tags(html: str, change: Callable[[str], str]) -> str:
    """Return `html` with `change` made to each of its tags."""
    return _TAG.sub(lambda tag: change(tag[0]), html)


def with_note_ids(html: str, prefix: str) -> str:
    """Return `html` with its notes' ids, and the links to them, told apart by `prefix`."""
    if 'class="footnote' not in html:
        return html
    return in_tags(html, lambda tag: _NOTE_ID.sub(rf"\g<1>{prefix}-", tag))


def framed(html: str) -> str:
    """Return a table in a frame of its own, which scrolls where the page is too narrow for it."""
    return f'<div class="table">{html}</div>' if html.startswith("<table") else html


def run_in(html: str, words: str, separator: str) -> str | None:
    """Return `html` with a dateline at the start of its text; None if it begins with no text.

    Args:
        words: set apart as `<span class="dateline">`; plain.
        separator: dash and space, which join it to the lead; plain.
    """
    opening = _PARAGRAPH.match(html)
    if opening is None:
        return None
    line = str(dateline_span(words) + escape(separator))
    return opening[0] + line + html[opening.end() :]


def dateline_span(words: str) -> Markup:
    return Markup('<span class="dateline">{}</span>').format(words)
