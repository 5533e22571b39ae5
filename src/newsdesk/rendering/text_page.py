"""A whole release as plain text: what a mail program without HTML shows, and the `text` export.

Paragraphs are set so that a program which knows `format=flowed` (RFC 3676) can set them anew; what
is indented or aligned keeps its lines.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from newsdesk.domain.language import Direction
from newsdesk.rendering.html_nodes import Node, parsed
from newsdesk.rendering.pictures import with_pictures
from newsdesk.rendering.release import RenderedRelease
from newsdesk.rendering.text_table import table_lines
from newsdesk.rendering.text_wrapping import base_direction, columns, directed, wrapped

WIDTH = 72
_INDENT = 4
_LEAST = 24  # columns, however deep something is indented
_UNDERLINES = {"h1": "=", "h2": "-", "h3": "~"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_RULE = "* * *"
_NOTES_RULE = "-" * 20
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_MARK = "\N{LEFT-TO-RIGHT MARK}"
_STUFFED = re.compile(r"(?=>|From |[ ])")  # what flowed text may not begin a line with
_LONGEST_REMEMBERED = 16 * 1024


def text_page(rendered: RenderedRelease, width: int = WIDTH) -> str:
    """Return the release as lines of at most `width` columns, ended by `\\n`."""
    blocks = (with_pictures(block.html, rendered.media) for block in rendered.blocks)
    return _joined(block_text(html, rendered.direction, width) for html in blocks)


def fragment_text(html: str, direction: Direction, width: int = WIDTH) -> str:
    """Return a fragment of a page, such as a selection, in the same form."""
    return _joined([block_text(html, direction, width)])


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, texts)) + "\n"


def block_text(html: str, direction: Direction, width: int) -> str:
    """Return one block in lines, without an end of the last one."""
    if len(html) > _LONGEST_REMEMBERED:
        return _set(html, direction, width)
    return _remembered(html, direction, width)


def _set(html: str, direction: Direction, width: int) -> str:
    return "\n".join(_Setter(direction).flow(parsed(html), width))


_remembered = lru_cache(maxsize=4096)(_set)


class _Setter:
    """Sets elements in lines, in a release of one direction."""

    def __init__(self, direction: Direction) -> None:
        self._direction = direction
        self._by_tag: Mapping[str, Callable[[Node, int], list[str]]] = {
            "ul": self._list,
            "ol": self._list,
            "blockquote": self._quote,
            "pre": self._verbatim,
            "table": self._table,
            "dd": self._quote,
            "hr": lambda _node, _width: [_RULE],
        }

    def flow(self, node: Node, width: int) -> list[str]:
        """Return what stands in an element, one part below the other, an empty line between."""
        parts: list[list[str]] = []
        run: list[Node | str] = []
        is_tight = node.tag in {"li", "dl"} or node.css_class == "contacts"
        for child in [*node.children, Node("")]:
            if isinstance(child, Node) and (child.tag in _BLOCKS or not child.tag):
                if text := self._words(run):
                    parts.append(self._paragraph(text, width))
                run = []
                if child.tag:
                    parts.append(self._block(child, width))
            else:
                run.append(child)
        lines: list[str] = []
        for part in filter(None, parts):
            lines += ["", *part] if lines and not is_tight else part
        return lines

    def _block(self, node: Node, width: int) -> list[str]:
        if node.tag in _HEADINGS:
            return self._heading(node, width)
        if node.css_class == "footnotes":
            return self._notes(node, width)
        return self._by_tag.get(node.tag, self.flow)(node, width)

    def _heading(self, node: Node, width: int) -> list[str]:
        lines = self._paragraph(self._words(node.children), width)
        under = _UNDERLINES.get(node.tag, "")
        if not under or not lines:
            return lines
        lines = [line.rstrip(" ") for line in lines]
        line = under * max(map(columns, lines))
        return [*lines, directed(line, base_direction(lines[0], self._direction))]

    def _list(self, node: Node, width: int) -> list[str]:
        first = node.attributes.get("start", "1")
        number = int(first) if first.isdecimal() else 1
        items = [one for one in node.elements if one.tag == "li"]
        bullets = [f"{number + n}. " if node.tag == "ol" else "- " for n in range(len(items))]
        indent = max(map(len, bullets), default=0)
        return [
            line
            for item, bullet in zip(items, bullets, strict=True)
            for line in self._hanging(item, bullet.ljust(indent), width)
        ]

    def _notes(self, node: Node, width: int) -> list[str]:
        items = [
            line
            for number, item in enumerate(node.all("li"), start=1)
            for line in self._hanging(item, f"[{number}] ", width)
        ]
        return [_NOTES_RULE, *items]

    def _hanging(self, node: Node, bullet: str, width: int) -> list[str]:
        """Return an item below its bullet or number."""
        inner = [line.rstrip(" ") for line in self.flow(node, max(_LEAST, width - len(bullet)))]
        first, *others = inner or [""]
        direction = base_direction(first, self._direction)
        hung = [bullet + first, *(" " * len(bullet) + line if line else "" for line in others)]
        return [directed(line, direction) if line else "" for line in hung]

    def _quote(self, node: Node, width: int) -> list[str]:
        lines = self.flow(node, max(_LEAST, width - _INDENT))
        return [" " * _INDENT + line.rstrip(" ") if line else "" for line in lines]

    def _verbatim(self, node: Node, _width: int) -> list[str]:
        return "".join(_all_text(node)).rstrip("\n").split("\n")

    def _table(self, node: Node, width: int) -> list[str]:
        rows = [
            [(self._words(cell.children), _is_end_aligned(cell)) for cell in row.elements]
            for row in node.all("tr")
        ]
        lines = table_lines(rows, has_head=any(True for _ in node.all("th")), width=width)
        return [directed(line, self._direction) if line else "" for line in lines]

    def _paragraph(self, text: str, width: int) -> list[str]:
        direction = base_direction(text, self._direction)
        lines = (_STUFFED.sub(" ", line, count=1) if _STUFFED.match(line) else line
                 for line in wrapped(text, width))  # fmt: skip
        return [directed(line, direction) for line in lines]

    # Within a line --------------------------------------------------------------------------

    def _words(self, children: "Sequence[Node | str]") -> str:
        text = "".join(self._inline(child) for child in children)
        lines = (_SPACES.sub(" ", line).strip(" \u00a0") for line in text.split("\v"))
        return "\n".join(lines).strip("\n")

    def _inline(self, child: Node | str) -> str:
        if isinstance(child, str):
            return _SPACES.sub(" ", child)
        if child.tag == "br":
            return "\v"  # until white space is put in order
        if child.tag == "img":
            words = child.attributes.get("alt", "").strip()
            return f"[{words}]" if words else ""
        inner = "".join(self._inline(one) for one in child.children)
        return self._marked(child, inner)

    def _marked(self, node: Node, inner: str) -> str:
        """Return the words of an element with what makes up for what it looks like."""
        match node.tag, node.css_class:
            case _, "footnote-backref":
                return ""
            case _, "footnote-ref":
                return f"[{inner}]"
            case "a", _:
                return self._link(node.attributes.get("href", ""), inner)
            case "bdi", _ if node.attributes.get("dir") == "ltr":
                return f"{_MARK}{inner}{_MARK}"
            case _:
                return inner

    def _link(self, target: str, words: str) -> str:
        """Return a link's words and where it leads, if the words do not say that."""
        scheme, _, rest = target.partition(":")
        if scheme == "tel" or not rest or target.startswith(("#", "newsdesk-media:")):
            return words
        address = rest if scheme == "mailto" else target
        said = words.strip(f" {_MARK}").rstrip("/")
        if said in (address.rstrip("/"), address.partition("//")[2].rstrip("/")):
            return words
        if self._direction is Direction.RIGHT_TO_LEFT:
            address = f"{_MARK}{address}{_MARK}"
        return f"{words} ({address})"


_BLOCKS = _HEADINGS | {
    "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "blockquote", "pre", "hr", "div", "section",
    "aside", "address", "figure", "figcaption", "header", "footer",
}  # fmt: skip


def _is_end_aligned(cell: Node) -> bool:
    return "right" in cell.attributes.get("style", "")


def _all_text(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _all_text(child)
