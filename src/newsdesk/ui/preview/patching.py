"""What takes the page on screen to the page wanted: one contiguous run of blocks."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from newsdesk.rendering.page import GROUPS, BlockKind, Page, RenderedBlock, splice

NO_LINE = -1
_ALL = -1
_AT_ONCE = 1_000_000  # characters of HTML
_GROUP_OF: Mapping[BlockKind, str] = {
    kind: group for group, kinds in GROUPS.items() for kind in kinds
}


@dataclass(frozen=True, slots=True)
class Patch:
    """One change of the page; what stays keeps its elements."""

    page: Page  # as it is afterwards
    start: int  # in blocks
    delete_count: int  # -1: all there is
    blocks: tuple[RenderedBlock, ...]  # the new ones
    moves_lines: bool  # whether those that stay come from other lines than before

    @classmethod
    def between(cls, shown: Page | None, wanted: Page) -> "Patch":
        """Return the change from `shown` to `wanted`; None stands for whatever may be there."""
        if shown is None:
            return cls(wanted, 0, _ALL, wanted.blocks, moves_lines=False)
        start, gone, come = splice(
            [block.key for block in shown.blocks], [block.key for block in wanted.blocks]
        )
        stayed = (*shown.blocks[:start], *shown.blocks[start + gone :])
        staying = (*wanted.blocks[:start], *wanted.blocks[start + come :])
        moves = any(
            old is not new and _lines(old) != _lines(new)
            for old, new in zip(stayed, staying, strict=True)
        )
        return cls(wanted, start, gone, wanted.blocks[start : start + come], moves_lines=moves)

    def step(self) -> "Patch":
        """Return as much of it as is made in one call; the rest is what then lies between.

        Twenty megabytes at once would hold up the window that sends them.
        """
        ends = accumulate(len(block.html) for block in self.blocks)
        number = max(1, sum(end <= _AT_ONCE for end in ends))
        if number >= len(self.blocks):
            return self
        come, left = self.blocks[:number], self.start + len(self.blocks)
        before, after = self.page.blocks[: self.start], self.page.blocks[left:]
        page = replace(self.page, blocks=(*before, *come, *after))
        return replace(self, page=page, blocks=come)

    def script(self, number: int, *, is_from_top: bool = False) -> str:
        """Return the call of the host script that makes this change and reports `number`."""
        page = self.page
        lines = (
            [line for block in page.blocks for line in _lines(block)] if self.moves_lines else None
        )
        added = [
            [_GROUP_OF[block.kind], block.kind, *_lines(block), block.html] for block in self.blocks
        ]
        arguments = [
            number, self.start, self.delete_count, added, lines,
            page.language, page.direction, page.title, is_from_top,
        ]  # fmt: skip
        return f"newsdesk.patch(...{json.dumps(arguments)})"


def _lines(block: RenderedBlock) -> tuple[int, int]:
    if block.first_line is None or block.last_line is None:
        return NO_LINE, NO_LINE
    return block.first_line, block.last_line
