"""What a page shows, without what renders it: the window has this before anything heavy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from newsdesk.domain.language import Direction


class BlockKind(StrEnum):
    """Release blocks stand around those of the body; they have no source lines."""

    BODY = "body"
    FOOTNOTES = "footnotes"  # of the body, gathered at its end
    BANNER = "banner"
    EMBARGO_LINE = "embargo_line"
    RELEASE_LINE = "release_line"
    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    BYLINE = "byline"
    DATELINE = "dateline"  # when it cannot run into the first paragraph
    NOTES = "notes"
    BOILERPLATE = "boilerplate"
    END_MARK = "end_mark"
    CONTACTS = "contacts"


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    """A part of a page, and where in the body's source it comes from."""

    key: str  # changes when, and only when, the html does
    first_line: int | None  # 0-based, in the source; rises from block to block
    last_line: int | None  # inclusive
    html: str  # a safe fragment: nothing executable, nothing remote
    kind: BlockKind = BlockKind.BODY


GROUPS: Mapping[str, frozenset[BlockKind]] = {
    "banner": frozenset({BlockKind.BANNER, BlockKind.EMBARGO_LINE}),
    "header": frozenset(
        {BlockKind.RELEASE_LINE, BlockKind.HEADLINE, BlockKind.SUBHEADLINE, BlockKind.BYLINE}
    ),
    "body": frozenset({BlockKind.DATELINE, BlockKind.BODY, BlockKind.FOOTNOTES}),
    "footer": frozenset(
        {BlockKind.NOTES, BlockKind.BOILERPLATE, BlockKind.END_MARK, BlockKind.CONTACTS}
    ),
}
"""Which element of the page holds which blocks; the template names the groups."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, as the preview patches it."""

    language: str
    direction: Direction
    title: str
    blocks: tuple[RenderedBlock, ...]  # in the order printed


def key_of(html: str) -> str:
    """Return the key of a block with this HTML."""
    return blake2b(html.encode(), digest_size=10).hexdigest()


def splice(old_keys: Sequence[str], new_keys: Sequence[str]) -> tuple[int, int, int]:
    """Return the one contiguous change from `old_keys` to `new_keys`.

    Returns:
        Where it starts, how many old blocks go there, and how many new ones come.
    """
    shorter = min(len(old_keys), len(new_keys))
    start = 0
    while start < shorter and old_keys[start] == new_keys[start]:
        start += 1
    end = 0
    while end < shorter - start and old_keys[-1 - end] == new_keys[-1 - end]:
        end += 1
    return start, len(old_keys) - start - end, len(new_keys) - start - end
