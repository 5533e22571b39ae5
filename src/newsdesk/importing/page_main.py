"""Which lines of a page are its text, and which stand beside it: menus, links, neighbours.

A library reads the page for its running text. The smallest part of the page that holds nearly all
of that is the text's place; all of it belongs to the text but what is plainly not running text. So
headline, contacts and tables, which such a library may leave out, stay.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml.html import HtmlElement

from newsdesk.domain.fold import fold
from newsdesk.importing.contacts import has_point, introduces_contact
from newsdesk.importing.html_markdown import Block
from newsdesk.importing.lines import ends_sentence, width
from newsdesk.importing.markdown_words import words_of
from newsdesk.importing.page_extraction import running_text

_RUNNING = 60  # as wide as a sentence that tells something
_CORE = 40  # letters of a text that is found nowhere else by chance
_NEARLY_ALL = 0.9
_LINKS = 0.6  # the part of a line that is links, in what is no sentence
_ALL_LINKS = 0.9  # likewise, in whatever it is
_TOO_LITTLE = 0.3  # of all running text; a library that finds less has missed it
_ABOVE = 6  # blocks above a headline that may belong to it
_BELOW = 12  # blocks below a text in which its contacts may begin
_MOST_LOOKED_UP = 2_000
_BESIDE = frozenset({"nav", "aside", "footer", "menu", "dialog"})
_BESIDE_ROLES = frozenset(
    {"navigation", "complementary", "search", "contentinfo", "dialog", "alertdialog", "menu"}
)
_SECTION_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_CAPTIONS = frozenset({"figcaption", "figure"})
_BESIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|social|related|newsletter"
    r"|subscribe|cookies?|consent|comments?|sidebar|widget|advert\w*|ads?|promo|popup|modal|pagination"
    r"|pager|skip-link|screen-reader-text|visually-hidden|sr-only|caption|wp-caption-text|copyright"
    r"|gallery|slider|carousel|slideshow|lightbox)(?:$|[\s_-])"
)
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(slots=True, eq=False)
class _Line:
    """A block of the page with what was found of it."""

    block: Block
    text: str
    is_extracted: bool
    is_kept: bool = False

    @property
    def is_running(self) -> bool:
        size = width(self.text)
        return size >= _RUNNING and (ends_sentence(self.text) or size > _RUNNING * 2)

    @property
    def is_core(self) -> bool:
        return self.is_extracted and len(self.text) >= _CORE and self.block.linked < _LINKS

    @property
    def is_link_list(self) -> bool:
        if self.block.linked < _LINKS or "@" in self.text:
            return False
        return self.block.linked > _ALL_LINKS or not self.is_running


def lines_beside(
    root: HtmlElement,
    markdown: str,
    blocks: Sequence[Block],
    is_headline: Callable[[str], bool],
) -> frozenset[int]:
    """Return the lines of a page's Markdown that are no part of its text.

    Those of a page that has no text are all of them.
    """
    source = markdown.split("\n")
    texts = [
        words_of(
            " ".join(line.strip(" #->") for line in source[one.first_line : one.last_line + 1])
        )
        for one in blocks
    ]
    extracted = _Extracted(root)
    lines = [
        _Line(block, text, extracted.has(text)) for block, text in zip(blocks, texts, strict=True)
    ]
    _Selection(lines, is_headline).select()
    kept = {
        number
        for line in lines
        if line.is_kept
        for number in range(line.block.first_line, line.block.last_line + 1)
    }
    return frozenset(range(len(source))) - kept


class _Extracted:
    """What the library takes for the text of a page."""

    def __init__(self, root: HtmlElement) -> None:
        parts = [_letters(text) for text in running_text(root)]
        self._parts = frozenset(filter(None, parts))
        self._whole = "".join(parts)
        self._left = _MOST_LOOKED_UP

    def has(self, text: str) -> bool:
        letters = _letters(text)
        if letters in self._parts:
            return True
        if len(letters) < _CORE // 2 or not self._left:
            return False
        self._left -= 1
        return letters[:200] in self._whole


class _Selection:
    def __init__(self, lines: Sequence[_Line], is_headline: Callable[[str], bool]) -> None:
        self._lines = lines
        self._is_headline = is_headline
        self._beside: dict[HtmlElement, bool] = {}
        self._around: set[HtmlElement] = set()
        self._core = self._running_text()
        self._around = {
            element
            for line in self._core
            if line.is_running
            for element in (line.block.element, *line.block.element.iterancestors())
        }
        self._beside.clear()  # what is around the text is not beside it, whatever it is called

    def _running_text(self) -> list[_Line]:
        """Return what tells where the text stands; nothing on a page of menus and links."""
        extracted = [line for line in self._lines if line.is_core]
        running = [
            line
            for line in self._lines
            if line.is_running
            and line.block.linked < _LINKS / 2
            and not self._is_beside(line.block.element)
        ]
        if _size(line for line in extracted if line.is_running) > _size(running) * _TOO_LITTLE:
            return extracted
        linked = sum(line.block.linked * len(line.text) for line in self._lines)
        if running or linked * 2 > _size(self._lines):
            return running
        return [line for line in self._lines if self._belongs(line)]

    def select(self) -> None:
        if not self._core:
            return
        place = self._place()
        inside = [
            at for at, line in enumerate(self._lines) if _is_within(line.block.element, place)
        ]
        first, last = inside[0], inside[-1]
        for at in inside:
            self._lines[at].is_kept = self._belongs(self._lines[at])
        for line in self._core:
            line.is_kept = line.is_kept or not self._is_beside(line.block.element)
        headline = self._headline(last)
        if headline is not None:
            self._lines[headline].is_kept = True
            for at in (*range(max(0, headline - _ABOVE), headline), *range(headline + 1, first)):
                is_near = at > headline or self._is_near(at, headline)
                self._lines[at].is_kept |= is_near and self._belongs(self._lines[at])
        self._keep_contacts(last)
        self._drop_lone_headings()

    def _place(self) -> HtmlElement:
        """Return the innermost element around nearly all of the running text."""
        letters: dict[HtmlElement, int] = {}
        whole = 0
        for line in self._core:
            whole += len(line.text)
            for element in (line.block.element, *line.block.element.iterancestors()):
                letters[element] = letters.get(element, 0) + len(line.text)
        fitting = [element for element, size in letters.items() if size >= whole * _NEARLY_ALL]
        return max(fitting, key=lambda element: sum(1 for _one in element.iterancestors()))

    def _headline(self, last: int) -> int | None:
        """Return the last line before the text that is the headline, else the last `h1`."""
        first_core = next(at for at, line in enumerate(self._lines) if line in self._core)
        above = range(min(first_core, last), -1, -1)
        said = (at for at in above if self._is_headline(self._lines[at].text))
        titles = (
            at
            for at in above
            if self._lines[at].block.element.tag == "h1"
            and not self._is_beside(self._lines[at].block.element)
        )
        return next(said, next(titles, None))

    def _is_near(self, at: int, headline: int) -> bool:
        """Tell whether a line above the headline shares a small part of the page with it."""
        element = self._lines[headline].block.element
        around = next(iter(element.iterancestors()), element)
        return _is_within(self._lines[at].block.element, around)

    def _keep_contacts(self, last: int) -> None:
        """Keep a contact block that stands below the text, in a box of its own."""
        for at in range(last + 1, min(last + 1 + _BELOW, len(self._lines))):
            if introduces_contact(self._lines[at].text):
                place = next(iter(self._lines[at].block.element.iterancestors()), None)
                for line in self._lines[at : at + _BELOW]:
                    is_one = place is not None and _is_within(line.block.element, place)
                    line.is_kept |= is_one and not line.is_link_list
                return

    def _drop_lone_headings(self) -> None:
        """A heading under which nothing is left but links heads a menu."""
        for line, following in pairwise(self._lines):
            is_heading = line.block.element.tag in _SECTION_HEADINGS
            if is_heading and line.is_kept and following.is_link_list and not following.is_kept:
                line.is_kept = self._is_headline(line.text)

    def _belongs(self, line: _Line) -> bool:
        if self._is_beside(line.block.element):
            return has_point(line.text) and introduces_contact(line.text)
        return not line.is_link_list

    def _is_beside(self, element: HtmlElement) -> bool:
        """Tell whether an element stands in a menu, a box at the side or below a picture."""
        path: list[HtmlElement] = []
        answer = False
        for one in (element, *element.iterancestors()):
            if one in self._beside:
                answer = self._beside[one]
                break
            path.append(one)
        for one in reversed(path):
            answer = answer or (one not in self._around and _is_aside(one))
            self._beside[one] = answer
        return answer


def _size(lines: Iterable[_Line]) -> int:
    return sum(len(line.text) for line in lines)


def _is_aside(element: HtmlElement) -> bool:
    if element.tag in _BESIDE or (element.get("role") or "").lower() in _BESIDE_ROLES:
        return True
    if element.tag == "a":
        return True  # only that around a picture is a block: what it says is the caption
    if element.tag in _CAPTIONS and (
        element.tag == "figcaption" or element.find(".//img") is not None
    ):
        return True
    return (
        _BESIDE_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}".lower())
        is not None
    )


def _is_within(element: HtmlElement, place: HtmlElement) -> bool:
    return element is place or any(one is place for one in element.iterancestors())


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", fold(text))
