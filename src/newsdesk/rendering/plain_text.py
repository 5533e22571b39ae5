"""A block's words without its tags."""

import re
from html.parser import HTMLParser

# fmt: off
_BREAKS = {
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr",
    "blockquote", "pre", "hr", "div", "section", "figure", "figcaption", "caption",
}
# fmt: on
_CELLS = {"td", "th"}
_NOTE_CLASSES = {"footnote-ref", "footnote-backref"}
_SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")


def plain_text(html: str) -> str:
    """Return the text of sanitised HTML, a paragraph, an item or a table row to the line.

    An image is its description. The marks that lead to notes and back are left out.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._verbatim = 0  # levels of <pre>
        self._skipped: list[str] = []  # open elements, from a note's mark inwards

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "img":
            self.pieces.append(f" {values.get('alt') or ''} ")
        elif tag == "br":
            self.pieces.append("\n")
        elif self._skipped or values.get("class") in _NOTE_CLASSES:
            self._skipped.append(tag)
        elif tag in _BREAKS:
            self.pieces.append("\n")
        elif tag in _CELLS:
            self.pieces.append(" ")
        self._verbatim += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._skipped.pop()
        elif tag in _BREAKS:
            self.pieces.append("\n")
        self._verbatim -= tag == "pre"

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.pieces.append(data if self._verbatim else data.replace("\n", " "))
