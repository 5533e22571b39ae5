"""Where in a result, as the window shows it, stands what a finding was made into."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from newsdesk.domain.provenance import Finding, FindingKind
from newsdesk.rendering.page import BlockKind
from newsdesk.ui.dialogs.finding_words import is_taken_back

BLOCK_ANCHOR = "block-"  # and the kind of the block that begins there
FIELD_ANCHOR = "field-"  # and the kind of finding that fills the line
_PARTS = re.compile(r"[\n,;|:·•\t]+")
_OPENING = re.compile(r"(?:\s*<[^<>]+>)*\s*")
_BOLD = 600
_FEWEST = 4  # letters that are looked for
_LONGEST = 4_000  # characters of a finding that are looked for
_MANY = 12  # letters of a paragraph that is no more than a part of a finding
_WORDS = re.compile(r"\W+")
_BLOCKS: Mapping[FindingKind, tuple[BlockKind, ...]] = {
    FindingKind.HEADLINE: (BlockKind.HEADLINE,),
    FindingKind.SUBHEADLINE: (BlockKind.SUBHEADLINE,),
    FindingKind.BYLINE: (BlockKind.BYLINE,),
    FindingKind.DATELINE: (BlockKind.DATELINE, BlockKind.BODY),
    FindingKind.EMBARGO: (BlockKind.EMBARGO_LINE,),
    FindingKind.CONTACT: (BlockKind.CONTACTS,),
    FindingKind.BOILERPLATE: (BlockKind.BOILERPLATE, BlockKind.NOTES),
    FindingKind.NOTES: (BlockKind.NOTES, BlockKind.BOILERPLATE),
    FindingKind.END_MARK: (BlockKind.END_MARK,),
    FindingKind.QUOTE: (BlockKind.BODY,),
}
_IN_WHOLE = frozenset(
    {FindingKind.HEADLINE, FindingKind.SUBHEADLINE, FindingKind.BYLINE, FindingKind.EMBARGO}
)


def anchored(name: str, html: str) -> str:
    """Return HTML with an anchor before its first words, where Qt keeps it."""
    return _OPENING.sub(lambda tags: f'{tags[0]}<a name="{escape(name)}"></a>', html, count=1)


def place_of(finding: Finding, document: QTextDocument) -> QTextCursor | None:
    """Return a cursor that selects what a finding became, None if it is not there."""
    lines = _named(document)
    if is_taken_back(finding):
        return _found(finding, [one for kind, one in lines if kind == _block(BlockKind.BODY)])
    own = [one for kind, one in lines if kind == FIELD_ANCHOR + finding.kind]
    if own:
        return _over(own[0], own[0])
    for kind in _BLOCKS.get(finding.kind, ()):
        blocks = [one for name, one in lines if name == _block(kind)]
        if not blocks:
            continue
        if finding.kind is FindingKind.DATELINE:
            return _bold(blocks[0]) or _over(blocks[0], blocks[0])
        found = None if finding.kind in _IN_WHOLE else _found(finding, blocks)
        return found or _over(blocks[0], blocks[-1])
    return None


def _block(kind: BlockKind) -> str:
    return BLOCK_ANCHOR + kind


def _named(document: QTextDocument) -> list[tuple[str, QTextBlock]]:
    """Return each paragraph with the anchor that stands before it."""
    found: list[tuple[str, QTextBlock]] = []
    name, block = "", document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            names = iterator.fragment().charFormat().anchorNames()
            name = next(
                (one for one in names if one.startswith((BLOCK_ANCHOR, FIELD_ANCHOR))), name
            )
            iterator += 1
        found.append((name, block))
        block = block.next()
    return found


def _found(finding: Finding, blocks: Sequence[QTextBlock]) -> QTextCursor | None:
    """Return the paragraphs that have words of a finding; of a contact the one with most of them.

    What introduces contacts, and the office that two share, is printed once for all.
    """
    texts = [_letters(block.text()) for block in blocks]
    hits: dict[int, int] = {}
    for part in _PARTS.split(finding.text[:_LONGEST]):
        words = _letters(part)
        if len(words) < _FEWEST:
            continue
        for at, text in enumerate(texts):
            if words in text or (len(text) >= _MANY and text in words):
                hits[at] = hits.get(at, 0) + 1
                if finding.kind is not FindingKind.CONTACT:
                    break
    if not hits:
        return None
    if finding.kind is FindingKind.CONTACT:
        best = max(hits, key=lambda at: (hits[at], at))  # behind the introduction
        return _over(blocks[best], blocks[best])
    return _over(blocks[min(hits)], blocks[max(hits)])


def _letters(text: str) -> str:
    return _WORDS.sub("", text).casefold()


def _over(first: QTextBlock, last: QTextBlock) -> QTextCursor:
    cursor = QTextCursor(first)
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _bold(block: QTextBlock) -> QTextCursor | None:
    """Return the bold beginning of a paragraph, as a dateline is printed."""
    end, iterator = block.position(), block.begin()
    while not iterator.atEnd() and iterator.fragment().charFormat().fontWeight() >= _BOLD:
        end = iterator.fragment().position() + iterator.fragment().length()
        iterator += 1
    if end == block.position():
        return None
    cursor = QTextCursor(block)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
