"""What a reader, and a reader of the markup, finds in HTML."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

WORD = re.compile(r"[^\W\d_]+")
_VOID = {"br", "hr", "img"}


@dataclass
class Reading:
    texts: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)  # tag, name, value
    is_nested_properly: bool = True

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def all_words(self) -> str:
        """Text, attributes and tags: wherever a word of the source may have gone."""
        values = [f"{name} {value}" for _, name, value in self.attributes]
        return "\n".join((self.text, *values, *self.tags))


def read(html: str) -> Reading:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.found.is_nested_properly &= not reader.open
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Reading()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.tags.append(tag)
        self.found.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.found.is_nested_properly &= bool(self.open) and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.found.texts.append(data)
