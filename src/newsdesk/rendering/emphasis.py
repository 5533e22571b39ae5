"""Emphasis, found in a block's finished tree.

In place of Python-Markdown's own reading of `*` and `_`, which loses letters where the marks cross
(3.11.3: `*a**b*c` comes out as `*a<strong>b</strong>`). The pairs are found as CommonMark finds
them. Whether a mark may open or close is decided by Python-Markdown's simpler rule: CommonMark's
asks for spaces that Chinese and Japanese do not write.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown.core import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_RUN = re.compile(r"\*+|_+")
_WORD = re.compile(r"\w")
_TAGS = {1: "em", 2: "strong"}


class EmphasisProcessor(Treeprocessor):
    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)

    def run(self, root: Element) -> None:
        for element in list(root.iter()):
            if any(_RUN.search(text) for text in _own_texts(element)):
                pieces = _pieces(element)
                if edges := self._pairs(pieces).edges:
                    _rebuild(element, pieces, edges)

    def _pairs(self, pieces: "list[str | Element]") -> "_Pairs":
        pairs = _Pairs()
        at = 0
        for index, piece in enumerate(pieces):
            if isinstance(piece, str):
                if not isinstance(piece, AtomicString):
                    before = self._is_inline(pieces[index - 1]) if index else False
                    after = self._is_inline(pieces[index + 1]) if index + 1 < len(pieces) else False
                    for run in _runs(piece, at, before=before, after=after):
                        pairs.add(run)
                at += len(piece)
            elif not self._is_inline(piece):
                pairs.stop()
        return pairs

    def _is_inline(self, piece: str | Element) -> bool:
        return isinstance(piece, Element) and not self.md.is_block_level(piece.tag)


def _own_texts(element: Element) -> Iterator[str]:
    """Yield the texts between the children of `element`, but not what is to stay as it is."""
    for text in (element.text, *(child.tail for child in element)):
        if text and not isinstance(text, AtomicString):
            yield text


@dataclass(slots=True)
class _Run:
    """A run of one mark; pairs take from its right end to open, from its left end to close."""

    mark: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int  # as typed

    @property
    def left(self) -> int:
        return self.end - self.start


class _Pairs:
    """Finds the pairs among the runs given to it one after the other."""

    def __init__(self) -> None:
        self.edges: dict[int, tuple[int, bool]] = {}  # where -> marks taken, whether they open
        self._openers: list[_Run] = []
        self._bottoms: dict[tuple[str, bool, int], int] = {}  # before it nothing fits such a run

    def add(self, run: _Run) -> None:
        while run.closes and run.left and (opener := self._opener_of(run)):
            taken = 2 if min(run.left, opener.left) >= 2 else 1
            opener.end -= taken
            self.edges[opener.end] = taken, True
            self.edges[run.start] = taken, False
            run.start += taken
            if not opener.left:
                self._openers.pop()
        if run.opens and run.left:
            self._openers.append(run)

    def stop(self) -> None:
        """Let no pair reach from before this to what comes after it."""
        self._openers.clear()

    def _opener_of(self, run: _Run) -> _Run | None:
        """Return the last opener that fits, and drop those after it."""
        kind = run.mark, run.opens, run.length % 3
        for index in range(len(self._openers) - 1, -1, -1):
            opener = self._openers[index]
            if opener.start < self._bottoms.get(kind, 0):
                break
            if _fit(opener, run):
                del self._openers[index + 1 :]
                return opener
        self._bottoms[kind] = run.start
        return None


def _fit(opener: _Run, closer: _Run) -> bool:
    if opener.mark != closer.mark:
        return False
    is_ambiguous = opener.closes or closer.opens
    both = opener.length + closer.length
    return not is_ambiguous or both % 3 != 0 or opener.length % 3 == closer.length % 3 == 0


def _pieces(element: Element) -> list[str | Element]:
    """Return texts and children in turn, beginning and ending with a text, which may be empty."""
    pieces: list[str | Element] = [element.text or ""]
    for child in element:
        pieces += [child, child.tail or ""]
    return pieces


def _runs(text: str, at: int, *, before: bool, after: bool) -> Iterator[_Run]:
    """Yield the runs of a text that stands at `at`, perhaps with an element `before` or `after`."""
    for found in _RUN.finditer(text):
        start, end = found.span()
        left = text[start - 1] if start else "." if before else " "
        right = text[end] if end < len(text) else "." if after else " "
        opens, closes = not right.isspace(), not left.isspace()
        if found[0][0] == "_":  # within a word it is only a letter
            opens, closes = opens and not _WORD.match(left), closes and not _WORD.match(right)
        if opens or closes:
            yield _Run(found[0][0], at + start, at + end, opens, closes, end - start)


def _rebuild(
    element: Element, pieces: list[str | Element], edges: dict[int, tuple[int, bool]]
) -> None:
    """Put the pieces back into `element`, those between two edges into elements of their own."""
    element.text = None
    element[:] = []
    inner = [element]
    at = 0
    places = iter(sorted(edges))
    place = next(places, None)
    for piece in pieces:
        if isinstance(piece, Element):
            piece.tail = None
            inner[-1].append(piece)
            continue
        done = 0
        while place is not None and place < at + len(piece):
            _put(inner[-1], piece[done : place - at])
            taken, opens = edges[place]
            if opens:
                inner.append(SubElement(inner[-1], _TAGS[taken]))
            else:
                inner.pop()
            done = place - at + taken
            place = next(places, None)
        _put(inner[-1], piece[done:] if done else piece)
        at += len(piece)


def _put(element: Element, text: str) -> None:
    """Add a text behind all that is in `element`."""
    if not text:
        return
    if len(element):
        last = element[-1]
        last.tail = last.tail + text if last.tail else text
    else:
        element.text = element.text + text if element.text else text
