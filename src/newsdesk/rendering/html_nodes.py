"""A fragment of safe HTML as a tree, for what sets it in another form than a browser does."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img"})


@dataclass(slots=True)
class Node:
    """An element; `children` are elements and pieces of text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    children: "list[Node | str]" = field(default_factory=list["Node | str"])

    @property
    def css_class(self) -> str:
        return self.attributes.get("class", "")

    @property
    def elements(self) -> "list[Node]":
        return [child for child in self.children if isinstance(child, Node)]

    def all(self, tag: str) -> "Iterator[Node]":
        """Yield the elements of this kind within, from the first to the last."""
        for child in self.elements:
            if child.tag == tag:
                yield child
            yield from child.all(tag)


def parsed(html: str) -> Node:
    """Return what holds the elements of a fragment that our sanitiser let through."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
