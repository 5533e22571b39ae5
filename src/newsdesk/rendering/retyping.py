"""What an edit leaves of a body's blocks, so that no key has a long body split from end to end.

Typing within a line changes one block, and where no other begins. Other edits have the blocks
around them split again, from one that stands apart to another: cut before such a block, a source
has the blocks that its two parts have.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from newsdesk.rendering.blocks import (
    SPECIAL_LINE,
    SourceBlock,
    SourceKind,
    has_fence_line,
    is_never_joined,
    split,
)
from newsdesk.rendering.characters import as_lines, has_hidden

_MAY_DEFINE = re.compile(r"\] ?:")


def retyped(
    before: str, blocks: Sequence[SourceBlock], after: str
) -> tuple[int, SourceBlock] | None:
    """Return the one block that `after` has otherwise, by its index among those of `before`.

    None says that it may be more than that: `after` has to be split.
    """
    start, end = changed_span(before, after)
    line_start = before.rfind("\n", 0, start) + 1
    line_end = before.find("\n", end)
    line_end = len(before) if line_end < 0 else line_end
    old = before[line_start:line_end]
    new = after[line_start : line_end + len(after) - len(before)]
    if (
        "\n" in old
        or "\n" in new
        or "\t" in new
        or as_lines(new) != new
        or has_hidden(new)
        or "\r" in before  # its lines would have to be counted otherwise
        # All that tells a line's kind stands before its first letter.
        or not any(map(str.isalpha, before[line_start:start]))
        or SPECIAL_LINE.match("\n" + new)
    ):
        return None
    line = before.count("\n", 0, line_start)
    for index, block in enumerate(blocks):
        if block.kind is SourceKind.TEXT and block.first_line <= line <= block.last_line:
            changed = _with_line(block, line, old, new)
            return (index, changed) if changed else None
    return None


@dataclass(frozen=True, slots=True)
class Resplit:
    """The blocks of an edited source, and how many at either end are the old ones."""

    blocks: tuple[SourceBlock, ...]
    head: int = 0
    tail: int = 0  # perhaps on other lines than before


def resplit(before: str, blocks: Sequence[SourceBlock], after: str) -> Resplit | None:
    """Return the blocks of `after`, those of `before` where it has them too.

    None says that most of it is new: then it is no edit of `before` but another text.
    """
    start, end = changed_span(before, after)
    grown = len(after) - len(before)
    if 2 * (len(before) - (end - start)) < max(len(before), len(after)):
        return None
    if "\r" in before or "\r" in after:  # the lines would have to be counted otherwise
        return Resplit(split(after))
    first = before.count("\n", 0, start)
    last = first + before.count("\n", start, end)
    head, tail = _kept(blocks, first, last)
    top = blocks[head].first_line if head else 0
    cut = _line_start(before, start, first - top) if head else 0
    stop = _line_after(before, end, blocks[-tail].first_line - last) if tail else len(before)
    middle = _moved(split(after[cut : stop + grown]), top)
    kept_head, kept_tail = blocks[:head], blocks[len(blocks) - tail :]
    # The one link between parts: a fence above the cut may be closed by one below it.
    if (_has_fence(middle) and _has_open_fence(kept_head)) or (
        _has_open_fence(middle) and _has_fence(kept_tail)
    ):
        return Resplit(split(after))
    lines = after.count("\n", start, end + grown) - (last - first)
    return Resplit((*kept_head, *middle, *_moved(kept_tail, lines)), head, tail)


def _kept(blocks: Sequence[SourceBlock], first: int, last: int) -> tuple[int, int]:
    """Return how many blocks a change of these lines leaves alone, at the start and at the end.

    The one from which is split again is the last but one of those that stand apart before the
    change: what is typed may still become a part of the last one, but of none before that.
    """
    ends = (-2, *accumulate((block.last_line for block in blocks), max))

    def apart(among: Iterable[int]) -> Iterator[int]:
        for index in among:
            block = blocks[index]
            if ends[index] + 1 < block.first_line and is_never_joined(block):
                yield index

    above = apart(reversed(range(bisect_left(ends, first, 1) - 1)))
    next(above, 0)
    below = apart(range(bisect_right(blocks, last + 1, key=_first_line), len(blocks)))
    return next(above, 0), len(blocks) - next(below, len(blocks))


def _first_line(block: SourceBlock) -> int:
    return block.first_line


def _has_fence(blocks: Iterable[SourceBlock]) -> bool:
    return any(map(has_fence_line, blocks))


def _has_open_fence(blocks: Iterable[SourceBlock]) -> bool:
    """Whether there is a fence that makes no code, for want of another one below it."""
    return _has_fence(block for block in blocks if block.kind is not SourceKind.CODE)


def _moved(blocks: Sequence[SourceBlock], lines: int) -> Sequence[SourceBlock]:
    if not lines:
        return blocks
    return [
        SourceBlock(block.kind, block.source, block.first_line + lines, block.last_line + lines)
        for block in blocks
    ]


def _line_start(text: str, at: int, lines: int) -> int:
    """Return where the line begins that is so many above the one at `at`."""
    for _ in range(lines + 1):
        at = text.rfind("\n", 0, at)
    return at + 1


def _line_after(text: str, at: int, lines: int) -> int:
    """Return where the line begins that is so many below the one at `at`."""
    for _ in range(lines):
        at = text.find("\n", at) + 1
    return at


def _with_line(block: SourceBlock, number: int, old: str, new: str) -> SourceBlock | None:
    lines = block.source.split("\n")
    index = number - block.first_line
    if (
        len(lines) != block.last_line - block.first_line + 1  # definitions stand between them
        or lines[index] != old
        or _MAY_DEFINE.search(block.source)  # with the line for a target
    ):
        return None
    lines[index] = new
    return replace(block, source="\n".join(lines))


def changed_span(before: str, after: str) -> tuple[int, int]:
    """Return the span of `before` that `after` has otherwise."""
    shorter = min(len(before), len(after))
    start = _most(lambda low, high: before[low:high] == after[low:high], shorter)
    end = _most(
        lambda low, high: (
            before[len(before) - high : len(before) - low]
            == after[len(after) - high : len(after) - low]
        ),
        shorter - start,
    )
    return start, len(before) - end


def _most(is_same: Callable[[int, int], bool], limit: int) -> int:
    """Return how many characters are the same, by halves: far faster than one by one."""
    same = 0
    while same < limit:
        middle = (same + limit + 1) // 2
        if is_same(same, middle):
            same = middle
        else:
            limit = middle - 1
    return same
