"""In what two texts differ: paragraph against paragraph, then word against word.

Bounded: what would take longer than a person waits is compared more coarsely, and said to be.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_BETWEEN = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)*\n")  # blank lines
_ONE_BY_ONE = "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKENS = re.compile(
    rf"(?:[{_ONE_BY_ONE}]|[^\W{_ONE_BY_ONE}]+|\S|^(?=\s))\s*"
)  # a word or a sign, and the space behind it
_WORD = re.compile(r"\w")

_PATIENCE = 40_000_000  # steps of difflib's that one comparison may take: a few seconds
_STEPS_OF_A_TRY = 500  # what holding two paragraphs against each other takes, in such steps
_MOST_TRIED = 400  # pairs of changed paragraphs of which the best are sought
_ALIKE = 0.35  # share of their words that two versions of one paragraph have in common


class Mark(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph, and what became of it."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph; what was removed stands before what was added in its place."""

    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        return all(piece.mark is Mark.SAME for piece in self.pieces)

    @property
    def before(self) -> tuple[Piece, ...]:
        """The paragraph as the first text has it; empty if it has none."""
        return tuple(piece for piece in self.pieces if piece.mark is not Mark.ADDED)

    @property
    def after(self) -> tuple[Piece, ...]:
        """The paragraph as the second text has it; empty if it has none."""
        return tuple(piece for piece in self.pieces if piece.mark is not Mark.REMOVED)


@dataclass(frozen=True, slots=True)
class TextComparison:
    """Two texts side by side, in the order of both."""

    rows: tuple[Row, ...]
    is_coarse: bool = False  # somewhere too much differs to be held against each other word by word

    @property
    def is_same(self) -> bool:
        return all(row.is_same for row in self.rows)


def paragraphs(text: str) -> list[str]:
    """Return what stands between blank lines, as it stands there."""
    return [part for part in _BETWEEN.split(text.strip("\n")) if part.strip()]


def compare(before: str, after: str) -> TextComparison:
    """Compare two texts of any length and content."""
    return compare_parts(paragraphs(before), paragraphs(after))


def compare_parts(before: Sequence[str], after: Sequence[str]) -> TextComparison:
    """Do as `compare` with texts that come in their parts: paragraphs, lines of a list."""
    work = _Comparing(before, after)
    rows = tuple(work.rows())
    return TextComparison(rows, work.is_coarse)


class _Comparing:
    """One comparison under way."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        self._before = before
        self._after = after
        self.is_coarse = False
        self._patience = _PATIENCE

    def rows(self) -> Iterator[Row]:
        at, to = 0, 0
        end = (len(self._before), len(self._after))
        for one, other in (*self._anchors(), end):
            yield from self._between(at, one, to, other)
            if (one, other) != end:
                yield _same(self._before[one])
            at, to = one + 1, other + 1

    def _anchors(self) -> list[tuple[int, int]]:
        """Return the places of paragraphs that surely are the same: patience diff's way.

        Those that both texts have once, in an order that both have; and the beginning and the end,
        as far as they are the same.
        """
        before, after = self._before, self._after
        most = min(len(before), len(after))
        head = next((n for n in range(most) if before[n] != after[n]), most)
        tail = next((n for n in range(most - head) if before[~n] != after[~n]), most - head)
        stop, end = len(before) - tail, len(after) - tail
        once = {text for text, n in Counter(before[head:stop]).items() if n == 1}
        once &= {text for text, n in Counter(after[head:end]).items() if n == 1}
        places = {after[n]: n for n in range(head, end) if after[n] in once}
        shared = [(n, places[before[n]]) for n in range(head, stop) if before[n] in once]
        return [
            *((n, n) for n in range(head)),
            *_rising(shared),
            *((stop + n, end + n) for n in range(tail)),
        ]

    def _between(self, at: int, stop: int, to: int, end: int) -> Iterator[Row]:
        """Compare what stands between two anchors; yield nothing where nothing does."""
        before, after = self._before[at:stop], self._after[to:end]
        if not before or not after or not self._may(_steps(before, after)):
            yield from self._changed(before, after)
            return
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind == "equal":
                yield from map(_same, before[a:b])
            else:
                yield from self._changed(before[a:b], after[c:d])

    def _changed(self, before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
        """Hold those that are versions of each other side by side, and the others apart."""
        at = to = 0
        for one, other in (*self._versions(before, after), (len(before), len(after))):
            yield from map(_removed, before[at:one])
            yield from map(_added, after[to:other])
            if one < len(before):
                yield self._word_by_word(before[one], after[other])
            at, to = one + 1, other + 1

    def _versions(self, before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
        """Return places of paragraphs that have words in common; of very many, in their turn."""
        if not before or not after:
            return []
        tries = len(before) * len(after)
        ours, others = (_Words(side) for side in (before, after))
        if tries <= _MOST_TRIED and self._may(tries * _STEPS_OF_A_TRY):
            return _best_pairs(len(before), len(after), lambda n, m: _likeness(ours[n], others[m]))
        self.is_coarse = True
        both = range(min(len(before), len(after)))
        return [
            (n, n)
            for n in both
            if self._may(_STEPS_OF_A_TRY) and _likeness(ours[n], others[n]) >= _ALIKE
        ]

    def _word_by_word(self, before: str, after: str) -> Row:
        ours, others = _TOKENS.findall(before), _TOKENS.findall(after)
        words, other_words = [[one.strip() for one in side] for side in (ours, others)]
        if not self._may(_steps(words, other_words) + 2 * _STEPS_OF_A_TRY):
            return Row((Piece(Mark.REMOVED, before), Piece(Mark.ADDED, after)))
        pieces = _Pieces()
        codes = SequenceMatcher(None, words, other_words, autojunk=False).get_opcodes()
        for number, (kind, a, b, c, d) in enumerate(codes):
            is_inside = 0 < number < len(codes) - 1
            if kind == "equal" and not (is_inside and not _has_word(words[a:b])):
                for one, other in zip(ours[a:b], others[c:d], strict=True):
                    pieces.add_same(one, other)
                continue
            # a comma between two changed words is none that was kept
            pieces.add(Mark.REMOVED, "".join(ours[a:b]))
            pieces.add(Mark.ADDED, "".join(others[c:d]))
        return Row(pieces.all())

    def _may(self, steps: int) -> bool:
        """Take so many steps from what is left; False, and coarser, if there are not so many."""
        if steps > self._patience:
            self.is_coarse = True
            return False
        self._patience -= steps
        return True


def _steps(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many steps difflib takes at most: for each match it looks at all equal ones."""
    ours, others = Counter(before), Counter(after)
    equal = sum(n * others[text] for text, n in ours.items())
    return equal * min(len(before), len(after)) + len(before) + len(after)


def _has_word(tokens: Sequence[str]) -> bool:
    return any(_WORD.match(token) for token in tokens)


class _Words:
    """The words of some paragraphs, counted when they are asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._counted: dict[int, Counter[str]] = {}

    def __getitem__(self, number: int) -> Counter[str]:
        if number not in self._counted:
            found = (token.strip().casefold() for token in _TOKENS.findall(self._texts[number]))
            self._counted[number] = Counter(token for token in found if _WORD.match(token))
        return self._counted[number]


class _Pieces:
    """Pieces one after the other; those that are not told apart by any between them are joined."""

    def __init__(self) -> None:
        self._done: list[Piece] = []
        self._open: dict[Mark, list[str]] = {mark: [] for mark in Mark}  # after the last same one

    def add(self, mark: Mark, text: str) -> None:
        is_same = mark is Mark.SAME
        if any(self._open[other] for other in Mark if (other is Mark.SAME) is not is_same):
            self._close()
        if text:
            self._open[mark].append(text)

    def add_same(self, token: str, other: str) -> None:
        """Add a word that is the same in both texts; the space behind it may not be."""
        word = token.rstrip()
        self.add(Mark.SAME, token if token == other else word)
        if token != other:
            self.add(Mark.REMOVED, token[len(word) :])
            self.add(Mark.ADDED, other[len(word) :])

    def all(self) -> tuple[Piece, ...]:
        self._close()
        return tuple(self._done)

    def _close(self) -> None:
        self._done += [Piece(mark, "".join(texts)) for mark, texts in self._open.items() if texts]
        self._open = {mark: [] for mark in Mark}


def _same(text: str) -> Row:
    return Row((Piece(Mark.SAME, text),))


def _removed(text: str) -> Row:
    return Row((Piece(Mark.REMOVED, text),))


def _added(text: str) -> Row:
    return Row((Piece(Mark.ADDED, text),))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of their words that two paragraphs have in common, 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _best_pairs(
    rows: int, columns: int, likeness: Callable[[int, int], float]
) -> list[tuple[int, int]]:
    """Return rising pairs whose likenesses, none below `_ALIKE`, add up to the most."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    paired: set[tuple[int, int]] = set()
    for one in reversed(range(rows)):
        for other in reversed(range(columns)):
            found = likeness(one, other)
            joined = found + best[one + 1][other + 1] if found >= _ALIKE else -1.0
            apart = max(best[one + 1][other], best[one][other + 1])
            if joined > apart:
                paired.add((one, other))
            best[one][other] = max(joined, apart)
    pairs: list[tuple[int, int]] = []
    one = other = 0
    while one < rows and other < columns:
        if (one, other) in paired:
            pairs.append((one, other))
            one, other = one + 1, other + 1
        elif best[one + 1][other] >= best[one][other + 1]:
            one += 1
        else:
            other += 1
    return pairs


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most of `pairs`, rising in the first number, that rise in the second too."""
    ends: list[int] = []  # the lowest last number of a run of each length
    last: list[int] = []  # the pair that each of them ends with
    before: list[int] = []  # pair -> the pair before it in its run, -1 for none
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    run: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]
