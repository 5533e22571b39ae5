"""Typing within a line told from other edits: it changes one block, and where no other begins.

A long body is then neither split nor looked through again at every key.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from newsdesk.rendering.blocks import SPECIAL_LINE, SourceBlock, SourceKind
from newsdesk.rendering.characters import as_lines, has_hidden

_MAY_DEFINE = re.compile(r"\] ?:")


def retyped(
    before: str, blocks: Sequence[SourceBlock], after: str
) -> tuple[int, SourceBlock] | None:
    """Return the one block that `after` has otherwise, by its index among those of `before`.

    None says that it may be more than that: `after` has to be split.
    """
    start, end = _changed(before, after)
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


def _changed(before: str, after: str) -> tuple[int, int]:
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
