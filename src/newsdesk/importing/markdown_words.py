"""What a reader sees of a Markdown text, each character with its place in the source."""

import html
import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});)"
    r"|(?P<tag></?(?:su[bp]|br) ?/?>)"
    r"|<(?P<address>(?:https?://|mailto:)[^\s<>]{1,600}|[^\s<>@/]{1,64}@[^\s<>@]{1,190})>"
    r"|(?P<open>!?\[)"
    r"|\]\((?P<target>[^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,2000})?)\)"
    r"|(?P<stars>\*{1,3}|_{1,3})",
    re.IGNORECASE,
)
_MAY_MARK = re.compile(r"[\\&<\[\]*_]")
_MOST_OPEN = 50  # marks that wait for their other half


@dataclass(slots=True)
class Words:
    """The text without its marks."""

    text: str = ""
    places: list[int] = field(default_factory=list[int])  # of each character, in the source
    pairs: list[tuple[int, int, str]] = field(default_factory=list[tuple[int, int, str]])

    def marks_open_at(self, place: int) -> str:
        """Return the marks before `place` in the source whose other half stands behind it."""
        return "".join(mark for start, end, mark in sorted(self.pairs) if start < place <= end)


def words_of(source: str) -> str:
    """Return what is read of a Markdown text; an address behind a name is read with it."""
    return read(source).text if _MAY_MARK.search(source) else source


def parted(source: str, behind: str) -> tuple[str, str]:
    """Return a source in two parts, of which the second is what is read as `behind`.

    Spaces do not count. A mark that is open between the two opens again in the second part.
    """
    words = read(source)
    seen = [place for char, place in zip(words.text, words.places, strict=True) if char.strip()]
    letters = sum(not char.isspace() for char in behind)
    place = seen[-letters] if 0 < letters <= len(seen) else 0 if letters else len(source)
    opened = words.marks_open_at(place)
    return source[:place].removesuffix(opened), opened + source[place:]


def read(source: str) -> Words:
    """Return the words of a Markdown text; a mark without its other half is a character."""
    reader = _Reader(source)
    at = 0
    for token in _TOKEN.finditer(source):
        reader.plain(at, token.start())
        reader.token(token)
        at = token.end()
    reader.plain(at, len(source))
    return reader.words()


@dataclass(slots=True)
class _Mark:
    start: int
    text: str
    index: int  # among the parts


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[tuple[str, int, bool]] = []  # text, place, whether it is one character
        self._open: list[_Mark] = []
        self._pairs: list[tuple[int, int, str]] = []

    def plain(self, start: int, end: int) -> None:
        if start < end:
            self._parts.append((self._source[start:end], start, False))

    def token(self, token: re.Match[str]) -> None:
        start = token.start()
        if token["escaped"]:
            self._parts.append((token["escaped"], start, True))
        elif token["entity"]:
            self._parts.append((html.unescape(token["entity"]), start, True))
        elif token["tag"]:
            self._parts.append((" " if "b" in token["tag"][1:3].lower() else "", start, True))
        elif token["address"]:
            self._parts.append((token["address"].removeprefix("mailto:"), start, True))
        elif token["target"] is not None:
            self._close_link(token)
        elif token["open"] or not self._close(token):
            self._begin(token)

    def words(self) -> Words:
        whole = "".join(text for text, _place, _one in self._parts)
        words = Words(text=whole, pairs=self._pairs)
        for text, place, is_one in self._parts:
            words.places += [place] * len(text) if is_one else range(place, place + len(text))
        return words

    def _begin(self, token: re.Match[str]) -> None:
        follows = self._source[token.end() : token.end() + 1]
        may_open = follows and not follows.isspace() and not self._is_within(token)
        if (token["open"] or may_open) and len(self._open) < _MOST_OPEN:
            self._open.append(_Mark(token.start(), token[0], len(self._parts)))
        self._parts.append((token[0], token.start(), False))

    def _close(self, token: re.Match[str]) -> bool:
        """Take a mark for the other half of one before it."""
        before = self._source[token.start() - 1 : token.start()]
        if not before or before.isspace() or self._is_within(token):
            return False
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].text == token[0]:
                self._pair(at, token)
                return True
        return False

    def _close_link(self, token: re.Match[str]) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].text.endswith("["):
                inside = self._open[at].index
                is_picture = self._open[at].text == "!["
                self._pair(at, token)
                shown = "".join(text for text, _place, _one in self._parts[inside:])
                address = token["target"].partition("?")[0]
                if is_picture:
                    self._parts[inside:] = []
                elif address.lower().startswith("mailto:") and "@" not in shown:
                    self._parts.append((f" {address[7:]}", token.start(), True))
                return
        self._parts.append((token[0], token.start(), False))

    def _pair(self, at: int, token: re.Match[str]) -> None:
        mark = self._open[at]
        self._parts[mark.index] = ("", mark.start, True)
        self._pairs.append((mark.start, token.start(), mark.text))
        del self._open[at:]

    def _is_within(self, token: re.Match[str]) -> bool:
        """Tell whether an underscore stands within a word."""
        if token[0][0] != "_":
            return False
        around = self._source[max(token.start() - 1, 0) : token.end() + 1]
        return around[:1].isalnum() and around[-1:].isalnum()
