"""HTML as the Markdown that a release's body is written in.

Every word that is read on the page is in it; what runs, is fetched or is hidden is gone. Tables of
data become tables, tables that only lay out a page become paragraphs. Pictures are left out: a
source lists them. Goes once through the tree, without recursion, however deep it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.html import HtmlElement

from newsdesk.importing.html_tables import is_data, table_markdown
from newsdesk.importing.html_tree import BLOCKS, events, tree_of
from newsdesk.importing.markdown_inline import Inline, Run, plain_markdown
from newsdesk.rendering.targets import is_link

_STRONG = frozenset({"b", "strong"})
_STRESSED = frozenset({"i", "em", "cite", "dfn", "var"})
_SCRIPTS = frozenset({"sup", "sub"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
_VERBATIM = frozenset({"pre", "listing", "xmp", "plaintext"})
_INDENT = "    "  # of what stands below an item's first line
_DEEPEST = 12  # quotations and lists in each other; what is deeper stands at that depth
_LONGEST_ADDRESS = 2_000  # characters; a longer one is data, no place
_LINE_ENDS = re.compile(r"[\t\n\r]")  # which browsers drop within an address
_NO_MARK = {char: f"%{ord(char):02X}" for char in " ()<>[]{}\"'`\\^|*"}
_IN_ADDRESS = str.maketrans(_NO_MARK)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, an item or a table, and the innermost block that it stands in."""

    first_line: int  # of the Markdown
    last_line: int
    element: HtmlElement
    linked: float = 0.0  # which part of it is links, from 0 to 1


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a tree by their labels: the elements that cite them, and the blocks they are."""

    citations: Mapping[HtmlElement, str] = field(default_factory=dict[HtmlElement, str])
    definitions: Mapping[HtmlElement, str] = field(default_factory=dict[HtmlElement, str])


NO_NOTES = Notes()


def markdown_of(html: str, base: str | None = None) -> str:
    """Return what a page or a fragment says as Markdown, "" if it says nothing.

    Args:
        base: where it is from; without it a relative link becomes its text.
    """
    root = tree_of(html)
    return "" if root is None else markdown_of_tree(root, base)


def markdown_of_tree(root: HtmlElement, base: str | None = None, notes: Notes = NO_NOTES) -> str:
    """Return the same for an element and what is in it; the text behind it is left out."""
    return _written(root, base, notes).text()


def blocks_of(root: HtmlElement, base: str | None = None) -> tuple[str, list[Block]]:
    """Return that Markdown and of each of its blocks where it comes from."""
    writer = _written(root, base, NO_NOTES)
    return writer.text(), writer.blocks


def _written(root: HtmlElement, base: str | None, notes: Notes) -> "_Writer":
    writer = _Writer(base, notes)
    table: HtmlElement | None = None  # which has been written as a whole
    for event, element in events(root):
        if table is not None:
            if element is not table or event != "end":
                continue
            table = None
        elif event == "start":
            if element.tag == "table" and element is not root and is_data(element):
                table = element
                writer.table(table)
            else:
                writer.start(element)
            continue
        elif event == "end":
            writer.end(element)
        if element is not root:
            writer.read(element.tail)
    writer.finish()
    return writer


def link_address(href: str | None, base: str | None) -> str | None:
    """Return an absolute address that a body may hold, None for any other."""
    href = _LINE_ENDS.sub("", href or "").strip()
    if not href or href.startswith(("#", "\\", "/\\")) or len(href) > _LONGEST_ADDRESS:
        return None
    try:
        whole = urljoin(base, href) if base else href
    except ValueError:
        return None
    whole = whole.translate(_IN_ADDRESS)
    is_ours = whole.lower().startswith("newsdesk-")
    return whole if is_link(whole) and not is_ours and not whole.startswith("#") else None


def is_around_picture(link: HtmlElement) -> bool:
    """Tell whether a link shows a picture in full: what it says is what the picture shows."""
    leads_to = (link.get("href") or "").lower().partition("?")[0]
    return leads_to.endswith(_PICTURES) and link.find(".//img") is not None


def _is_beside_another(element: HtmlElement) -> bool:
    """Tell whether an element follows another at once, and a style sheet may part the two."""
    before = element.getprevious()
    if before is None or before.tail or element.tag in BLOCKS:
        return False
    return bool(element.get("class") and before.get("class"))


def unhidden_address(hidden: str) -> str:
    """Return the mail address that a page hides from robots: in hex, each byte masked by the first.

    So Cloudflare writes `data-cfemail`; a script of theirs shows it.
    """
    try:
        mask, *letters = bytes.fromhex(hidden)
    except ValueError:
        return ""
    return bytes(letter ^ mask for letter in letters).decode("utf-8", "replace")


@dataclass(slots=True)
class _Container:
    """A quotation, an item of a list, or a note."""

    first: str  # before its first line
    rest: str  # before the others
    is_begun: bool = False

    def prefix(self) -> str:
        return self.rest if self.is_begun else self.first


class _Writer:
    """Puts the text together in the order it comes."""

    def __init__(self, base: str | None, notes: Notes) -> None:
        self.blocks: list[Block] = []
        self._base = base
        self._notes = notes
        self._out: list[str] = []
        self._line = 0  # of the next block, were it to follow closely
        self._within: list[HtmlElement] = []  # the blocks that are open
        self._shown = self._linked = 0  # letters of the running text, and of its links
        self._inline = Inline()
        self._containers: list[_Container] = []
        self._lists: list[int | None] = []  # of each the number of its next item; None: bullets
        self._is_first = False  # whether the last block was the first of an item
        self._ended = -1  # how deep the last list stood that has ended
        self._is_beside = False  # whether what comes stands apart from what was read last
        self._strong = self._stressed = self._verbatim = self._heading = 0
        self._links: list[str | None] = []
        self._scripts: list[str] = []

    def start(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        if tag in BLOCKS:
            self._flush()
            self._within.append(element)
            self._start_block(element, tag)
        elif tag == "a":
            if is_around_picture(element):
                self._flush()
                self._within.append(element)
            self._links.append(link_address(element.get("href"), self._base))
        elif tag == "br":
            self._inline.break_line()
        elif tag == "q":
            self._add("“")
        elif tag in _SCRIPTS:
            self._scripts.append(tag)
        if (label := self._notes.citations.get(element)) is not None:
            self._inline.add(Run(f"[^{label}]", is_mark=True))
        self._is_beside = _is_beside_another(element)
        self._count(tag, 1)
        hidden = element.get("data-cfemail")
        self.read(element.text if hidden is None else unhidden_address(hidden))

    def end(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        if tag in BLOCKS:
            self._flush()
            self._within.pop()
            self._end_block(element, tag)
        elif tag == "a":
            if self._within and self._within[-1] is element:
                self._flush()
                self._within.pop()
            self._links.pop()
        elif tag == "q":
            self._add("”")
        elif tag in _SCRIPTS:
            self._scripts.pop()
        self._count(tag, -1)

    def read(self, text: str | None) -> None:
        if not text:
            return
        for at, line in enumerate(text.split("\n") if self._verbatim else (text,)):
            if at:
                self._inline.break_line()
            self._add(line)

    def table(self, table: HtmlElement) -> None:
        self._flush()
        self._within.append(table)
        for caption in table.iter("caption"):
            self._block(markdown_of_tree(caption, self._base, self._notes))
        self._block(table_markdown(table, self._cell))
        self._within.pop()

    def _cell(self, cell: HtmlElement) -> str:
        if not len(cell):
            return plain_markdown(cell.text or "")
        return markdown_of_tree(cell, self._base, self._notes)

    def finish(self) -> None:
        self._flush()

    def text(self) -> str:
        return "".join(self._out)

    def _count(self, tag: str, by: int) -> None:
        if tag in _STRONG:
            self._strong += by
        elif tag in _STRESSED:
            self._stressed += by
        elif tag in _VERBATIM:
            self._verbatim += by

    def _add(self, text: str) -> None:
        if self._is_beside and text[0].isupper() and self._inline.ends_low():
            self._inline.break_line()
        self._is_beside = False
        size = len(text.strip())
        self._shown += size
        self._linked += size if self._links else 0
        run = Run(
            text,
            is_strong=self._strong > 0 and not self._heading,
            is_stressed=self._stressed > 0 and not self._heading,
            link=self._links[-1] if self._links else None,
            script=self._scripts[-1] if self._scripts else "",
        )
        self._inline.add(run)

    # Blocks ---------------------------------------------------------------------------------------

    def _start_block(self, element: HtmlElement, tag: str) -> None:
        if tag in _LISTS:
            if self._ended == len(self._lists):
                self._is_first = False  # another list beside the one before
            self._lists.append(_first_number(element) if tag == "ol" else None)
        elif tag == "li":
            self._containers.append(_Container(self._marker(), _INDENT))
        elif tag == "blockquote":
            self._containers.append(_Container("> ", "> ", is_begun=True))
        elif tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag == "hr":
            self._block("* * *")
        if (label := self._notes.definitions.get(element)) is not None:
            self._containers.append(_Container(f"[^{label}]: ", _INDENT))

    def _end_block(self, element: HtmlElement, tag: str) -> None:
        if element in self._notes.definitions:
            self._containers.pop()
        if tag in _LISTS:
            self._lists.pop()
            self._ended = len(self._lists)
        elif tag in {"li", "blockquote"}:
            self._containers.pop()
        elif tag in _HEADINGS:
            self._heading = 0

    def _marker(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _flush(self) -> None:
        """Write the running text so far as paragraphs, or as a heading."""
        for text in self._inline.taken():
            if not self._heading:
                self._block(text)
                continue
            title = " ".join(line.strip() for line in text.split("\n"))
            title = f"{title[:-1]}\\#" if title.endswith("#") else title
            self._block(f"{'#' * self._heading} {title}")
        self._shown = self._linked = 0

    def _block(self, text: str) -> None:
        if not text:
            return
        within = self._containers[:_DEEPEST]
        opened = sum(not one.is_begun for one in within)
        first = "".join(one.prefix() for one in within)
        for one in within:
            one.is_begun = True
        rest = "".join(one.rest for one in within)
        if self._out:
            # items follow each other closely as long as each is one paragraph
            is_close = opened and self._is_first
            self._out.append("\n" if is_close else "\n\n")
            self._line += 0 if is_close else 1
        self._is_first = opened > 0
        lines = text.split("\n")
        self._out.append("\n".join([first + lines[0], *(rest + line for line in lines[1:])]))
        last = self._line + len(lines) - 1
        if self._within:
            share = self._linked / self._shown if self._shown else 0.0
            self.blocks.append(Block(self._line, last, self._within[-1], share))
        self._line = last + 1


def _first_number(element: HtmlElement) -> int:
    text = (element.get("start") or "").strip()
    return int(text) if text.isdecimal() and len(text) < 7 else 1
