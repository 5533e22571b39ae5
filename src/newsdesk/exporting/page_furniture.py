"""The margins of a printed release: who issues it, what it is, how long it is embargoed, its page.

Written as CSS, because the engine lays margins out by `@page` rules; no text of a release may mean
anything there.
"""

import re
from collections.abc import Iterator, Sequence

from newsdesk.domain.language import Direction, base
from newsdesk.domain.newsroom import Digits
from newsdesk.exporting.format import ExportSource
from newsdesk.rendering.one_line import one_line
from newsdesk.rendering.page_setup import PageSetup
from newsdesk.rendering.print_words import print_words
from newsdesk.rendering.release_blocks import standing_lines

_SPECIAL = re.compile(r"[^\w .,:;()+/–—·]")
_COUNTER = re.compile(r"\{(pages?)\}")
_LONGEST = 120  # characters of a name: a few lines
_TYPE = "font: 8.5pt/1.35 var(--sans);"
_QUIET = "color: var(--text2); font-weight: 400"
_LOOKS = {
    "top": "vertical-align: bottom; margin-bottom: 7mm; padding-bottom: 2mm; white-space: pre-line;"
    " border-bottom: 0.5pt solid var(--line);",
    "bottom": "vertical-align: top; margin-top: 8mm;",
}


def page_rules(source: ExportSource, setup: PageSetup) -> str:
    """Return the `@page` rules of a release that is printed on these sheets.

    What a copy has to say of itself stands on the first sheet in its banner, on all others in the
    margin.
    """
    release, newsroom = source.release, source.newsroom
    words = print_words(release.language, newsroom)
    kind = _string(words.kinds[release.profile])
    lines = standing_lines(release, newsroom, source.rendered.standing)
    said = ' "\\A " '.join(_string(one_line(line)) for line in lines)
    marked = f"color: var(--{source.rendered.standing}); font-weight: 700"
    is_mirrored = source.rendered.direction is Direction.RIGHT_TO_LEFT
    start, end = ("right", "left") if is_mirrored else ("left", "right")
    boxes = [
        _box(f"top-{start}", _string(_short(newsroom.issuer)), 24 if lines else 50, _QUIET),
        _box(f"top-{end}", said or kind, 76 if lines else 50, marked if lines else _QUIET),
        _box(f"bottom-{start}", _string(_short(release.symbol or release.slug)), 60, _QUIET),
        "@bottom-center { content: none; }",  # the web page's own
        _box(f"bottom-{end}", " ".join(_numbered(words.page, source)), 40, _QUIET),
    ]
    direction = f"direction: {source.rendered.direction};"
    rules = [_rule("@page", [_sheet(setup), direction, _TYPE, *boxes])]
    if lines:
        rules.append(_rule("@page :first", [_box(f"top-{end}", kind, 76, _QUIET)]))
    return _rule("@media print", rules)


def _sheet(setup: PageSetup) -> str:
    size = f"{setup.width_mm:g}mm {setup.height_mm:g}mm"
    margins = (setup.top_mm, setup.right_mm, setup.bottom_mm, setup.left_mm)
    return f"size: {size}; margin: {' '.join(f'{one:g}mm' for one in margins)};"


def _box(place: str, content: str, percent: int, look: str) -> str:
    """Return a box of the margin; those at its left and right share the width."""
    edge, side = place.split("-")
    return (
        f"@{place} {{ content: {content}; width: {percent}%; text-align: {side}; {_LOOKS[edge]} "
        f"{look}; }}"
    )


def _rule(name: str, parts: Sequence[str]) -> str:
    return "\n".join([f"{name} {{", *parts, "}\n"])


def _numbered(page: str, source: ExportSource) -> Iterator[str]:
    """Yield the parts of "Page 1 of 3", the numbers as counters in the digits of the house."""
    is_arabic = base(source.release.language) == "ar"
    digits = ", arabic-indic" if is_arabic and source.newsroom.digits is Digits.ARABIC else ""
    for index, part in enumerate(_COUNTER.split(page)):
        if part:
            yield f"counter({part}{digits})" if index % 2 else _string(part)


def _short(text: str) -> str:
    return one_line(text)[:_LONGEST]


def _string(text: str) -> str:
    """Return a text as a string of CSS that can end neither itself nor the style element."""
    escaped = _SPECIAL.sub(lambda special: f"\\{ord(special[0]):x} ", text)
    return f'"{escaped}"'
