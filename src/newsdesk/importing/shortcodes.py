"""WordPress's own marks in the HTML of a post: `[caption]`, `[gallery]`, paragraphs by empty lines.

Known ones become what they stand for. Others go, what they enclose stays; words that only stand in
brackets (`[sic]`) are words: a mark has an attribute, an underscore or an end.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsdesk.importing.html_media import distinct, media_address, media_in
from newsdesk.importing.media import NamedMedia

_MARK = re.compile(
    r"\[(?P<outer>\[?)(?P<end>/?)(?P<name>[a-zA-Z][\w-]{1,40})(?P<attributes>\s[^\[\]]{0,2000})?/?\]"
    r"(?P<closed>\]?)"
)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")
_CAPTIONS = frozenset({"caption", "wp_caption"})
_PLAYERS = {
    "audio": ("src", "mp3", "m4a", "ogg", "wav"),
    "video": ("src", "mp4", "m4v", "webm", "ogv", "mov"),
}
_KNOWN = frozenset({"gallery", "playlist", "embed", *_CAPTIONS, *_PLAYERS})
_PICTURE = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", re.IGNORECASE)
_BLOCK_EDITOR = "<!-- wp:"  # whose paragraphs are marked
_FLOW = re.compile(
    r"<(?P<end>/?)(?P<name>address|article|aside|blockquote|details|div|dl|figure|footer|form"
    r"|h[1-6]|header|hr|main|ol|p|pre|section|table|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_CLOSED = frozenset({"dl", "figure", "ol", "pre", "table", "ul"})  # no paragraphs begin in them
_LINES = frozenset({"p", "address", *(f"h{level}" for level in range(1, 7))})
_EMPTY_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(slots=True)
class Unfolded:
    """The HTML of a post without marks, and what they stood for."""

    html: str
    media: tuple[NamedMedia, ...] = ()
    dropped: list[str] = field(default_factory=list[str])  # marks nothing was made of


def unfolded(html: str, pictures: Mapping[str, str], base: str | None = None) -> Unfolded:
    """Return a post as a page shows it.

    Args:
        pictures: what attachments are called by -> where they lie.
        base: where relative addresses begin.
    """
    html = html.replace("\r\n", "\n").replace("\r", "\n")
    reader = _MarkReader(html, pictures, base)
    text = reader.read() if "[" in html else html
    if _BLOCK_EDITOR not in text:
        text = _with_paragraphs(text)
    media = distinct((*media_in(text, base), *reader.media))
    return Unfolded(html=text, media=media, dropped=reader.dropped)


class _MarkReader:
    """Goes once through the marks of a post."""

    def __init__(self, html: str, pictures: Mapping[str, str], base: str | None) -> None:
        self._html = html
        self._pictures = pictures
        self._base = base
        self._out: list[str] = []
        self._caption: int | None = None  # where in `_out` the open one begins
        self._ended = {mark["name"].lower() for mark in _MARK.finditer(html) if mark["end"]}
        self.media: list[NamedMedia] = []
        self.dropped: list[str] = []

    def read(self) -> str:
        at = 0
        for mark in _MARK.finditer(self._html):
            self._out.append(self._html[at : mark.start()])
            at = mark.end()
            if mark["outer"] and mark["closed"]:
                self._out.append(mark[0][1:-1])
            else:
                self._out += [mark["outer"], self._meant(mark), mark["closed"]]
        return "".join([*self._out, self._html[at:]])

    def _meant(self, mark: re.Match[str]) -> str:
        """Return what stands in the place of a mark."""
        name = mark["name"].lower()
        values = {
            each[1].lower(): each[2] or each[3] or each[4] or ""
            for each in _ATTRIBUTE.finditer(mark["attributes"] or "")
        }
        if name not in _KNOWN and not (values or "_" in name or name in self._ended):
            inner = mark[0].removeprefix(mark["outer"])
            return inner.removesuffix(mark["closed"]) if mark["closed"] else inner
        if name in _CAPTIONS:
            self._note_caption(values, is_end=bool(mark["end"]))
        elif name in _PLAYERS:
            self._name(*(values.get(key) for key in _PLAYERS[name]))
        elif name in {"gallery", "playlist"}:
            ids = (one.strip() for one in values.get("ids", values.get("include", "")).split(","))
            self._name(*(self._pictures.get(one) for one in ids))
        elif name not in _KNOWN and not mark["end"]:
            self.dropped.append(mark[0][:300])
        return ""

    def _name(self, *addresses: str | None) -> None:
        places = (media_address(address, self._base) for address in addresses)
        self.media += [NamedMedia(address=place) for place in places if place]

    def _note_caption(self, values: Mapping[str, str], *, is_end: bool) -> None:
        if not is_end:
            self._caption = len(self._out)
            if text := values.get("caption"):  # as it was written before WordPress 3.4
                self._out.append(f"<!--caption-->{text}")
            return
        if self._caption is None:
            return
        inside = "".join(self._out[self._caption :])
        del self._out[self._caption :]
        self._caption = None
        picture = _PICTURE.search(inside)
        caption = _PICTURE.sub("", inside, count=1).replace("<!--caption-->", "").strip()
        shown = f"<figcaption>{caption}</figcaption>" if caption else ""
        self._out.append(f"\n\n<figure>{picture[0] if picture else ''}{shown}</figure>\n\n")


def _with_paragraphs(html: str) -> str:
    """Return HTML in which empty lines part paragraphs and other line ends are breaks."""
    out: list[str] = []
    at = depth = 0
    is_line = False  # within a paragraph or a heading
    for tag in _FLOW.finditer(html):
        text = html[at : tag.start()]
        out += [text if depth or is_line else _paragraphs(text), tag[0]]
        at = tag.end()
        name = tag["name"].lower()
        if name in _CLOSED:
            depth = max(0, depth - 1) if tag["end"] else depth + 1
        is_line = name in _LINES and not tag["end"]
    rest = html[at:]
    return "".join([*out, rest if depth or is_line else _paragraphs(rest)])


def _paragraphs(text: str) -> str:
    parts = (part.strip() for part in _EMPTY_LINE.split(text))
    return "".join(f"<p>{_LINE_END.sub('<br>', part)}</p>" for part in parts if part)
