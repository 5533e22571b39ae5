"""A body's blocks as safe HTML, rendered once each.

Used by the preview and by every export, so that the two cannot differ.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from newsdesk.rendering.blocks import SourceBlock, SourceKind, split
from newsdesk.rendering.definitions import Definitions, Uses
from newsdesk.rendering.dialect import Dialect
from newsdesk.rendering.findings import FindingKind, RenderFinding
from newsdesk.rendering.footnotes import Numbering
from newsdesk.rendering.memory import Memory
from newsdesk.rendering.page import BlockKind, RenderedBlock, key_of
from newsdesk.rendering.quotation_marks import ENGLISH, QuotationMarks
from newsdesk.rendering.retyping import resplit, retyped
from newsdesk.rendering.sanitising import sanitise
from newsdesk.rendering.weighing import Weight, weigh

_MOST_REMEMBERED = 16 * 1024 * 1024
"""Characters of source and HTML: every key in a paragraph of a megabyte is another paragraph."""
_RECENT = 8
"""Bodies: that of a release and its standing texts are rendered by turns."""


@dataclass(frozen=True, slots=True)
class RenderedBody:
    blocks: tuple[RenderedBlock, ...]
    findings: tuple[RenderFinding, ...]

    @property
    def html(self) -> str:
        return "\n".join(block.html for block in self.blocks)


class _Wanted(NamedTuple):
    """All that a block's HTML depends on."""

    source: str
    uses: Uses | None
    is_code: bool


@dataclass(frozen=True, slots=True)
class _Rendered:
    """A block whose citations have no numbers yet."""

    html: str
    key: str
    cited: tuple[str, ...] = ()
    findings: tuple[FindingKind, ...] = ()

    @property
    def stands_alone(self) -> bool:
        """Whether there is nothing about it that the rest of the body has a part in."""
        return bool(self.html) and not self.cited and not self.findings


@dataclass(frozen=True, slots=True, eq=False)
class _Done:
    """A body as it was rendered."""

    source: str
    parts: tuple[SourceBlock, ...]
    definitions: Definitions
    wanted: tuple[_Wanted | None, ...]  # for each part; None for definitions
    rendered: tuple[_Rendered | None, ...]  # likewise
    body: RenderedBody


class BlockRenderer:
    """Renders bodies, remembering the blocks it has seen; not for two threads at once.

    Same source, same HTML: no clock, no settings, no files.
    """

    def __init__(self, *, capacity: int = 4000, quotes: QuotationMarks = ENGLISH) -> None:
        """`capacity` is in blocks; those of the last few bodies are kept in any case."""
        self._quotes = quotes
        self._dialects: dict[Weight, Dialect] = {}
        self._seen = Memory[_Wanted, _Rendered](capacity=capacity, room=_MOST_REMEMBERED)
        self._recent = deque[_Done](maxlen=_RECENT)

    def render_body(self, source: str) -> RenderedBody:
        """Return the blocks of `source`; broken markup becomes text, never an error."""
        for done in self._recent:
            if done.source == source:
                return done.body
        for done in reversed(self._recent):
            if edited := self._after_typing(done, source) or self._after_edit(done, source):
                self._recent.remove(done)
                break
        else:
            edited = self._anew(source)
        self._recent.append(edited)
        return edited.body

    def _anew(self, source: str) -> _Done:
        parts = split(source)
        definitions = Definitions.of(parts)
        return self._assembled(source, parts, definitions, _wanted(parts, definitions))

    def _after_edit(self, done: _Done, source: str) -> _Done | None:
        """Return `source` rendered with what is left of `done`; None if it is another text."""
        found = resplit(done.source, done.parts, source)
        if found is None:
            return None
        parts, head, tail = found.blocks, found.head, found.tail
        definitions = Definitions.of(parts)
        if definitions.all_uses() != done.definitions.all_uses():
            head = tail = 0
        wanted = (
            *done.wanted[:head],
            *_wanted(parts[head : len(parts) - tail], definitions),
            *done.wanted[len(done.parts) - tail :],
        )
        return self._assembled(source, parts, definitions, wanted)

    def _assembled(
        self,
        source: str,
        parts: tuple[SourceBlock, ...],
        definitions: Definitions,
        wanted: tuple[_Wanted | None, ...],
    ) -> _Done:
        numbering = Numbering()
        blocks: list[RenderedBlock] = []
        findings = [*definitions.findings]
        rendered: list[_Rendered | None] = []
        for part, one in zip(parts, wanted, strict=True):
            if one is None:
                rendered.append(None)
                continue
            block = self._rendered(one)
            rendered.append(block)
            if block.findings:
                findings += [_finding(kind, part) for kind in block.findings]
            if block.html:
                blocks.append(_numbered(part, block, numbering))
        if section := self._section(definitions, numbering, findings):
            html, notes = section
            blocks.append(_section_block(html, notes, after=blocks[-1].last_line or 0))
        self._seen.end_round()
        findings.sort(key=lambda finding: (finding.first_line, finding.kind))
        body = RenderedBody(tuple(blocks), tuple(findings))
        return _Done(source, parts, definitions, wanted, tuple(rendered), body)

    def _section(
        self, definitions: Definitions, numbering: Numbering, findings: list[RenderFinding]
    ) -> tuple[str, list[SourceBlock]] | None:
        """Return the HTML of the notes cited and these; None if there are none."""
        notes = definitions.notes

        def rendered(label: str) -> _Rendered:
            return self._rendered(_one_wanted(notes[label], definitions))

        html = numbering.section(rendered)
        cited: list[SourceBlock] = []
        for label, note in notes.items():
            if numbering.is_cited(label):
                cited.append(note)
                kinds = rendered(label).findings
            else:
                kinds = (FindingKind.UNCITED_NOTE,)
            findings += [_finding(kind, note) for kind in kinds]
        return (html, cited) if html else None

    def _after_typing(self, done: _Done, source: str) -> _Done | None:
        """Return `done` with one block rendered anew; None if there is more to it."""
        found = retyped(done.source, done.parts, source)
        if found is None:
            return None
        index, part = found
        before = done.rendered[index]
        if before is None or not before.stands_alone:
            return None
        wanted = _one_wanted(part, done.definitions)
        # Not remembered: a block typed in is another one at every key.
        after = self._rendered(wanted, is_kept=False)
        if not after.stands_alone:
            return None
        block = RenderedBlock(after.key, part.first_line, part.last_line, after.html)
        blocks = tuple(
            block if other.first_line == block.first_line else other for other in done.body.blocks
        )
        return _Done(
            source,
            (*done.parts[:index], part, *done.parts[index + 1 :]),
            done.definitions,
            (*done.wanted[:index], wanted, *done.wanted[index + 1 :]),
            (*done.rendered[:index], after, *done.rendered[index + 1 :]),
            RenderedBody(blocks, done.body.findings),
        )

    def _rendered(self, wanted: _Wanted, *, is_kept: bool = True) -> _Rendered:
        found = self._seen.recall(wanted)
        if found is None:
            found = self._render(wanted)
            if is_kept:
                self._seen.keep(wanted, found, len(wanted.source) + len(found.html))
        return found

    def _render(self, wanted: _Wanted) -> _Rendered:
        source = wanted.source
        if wanted.is_code:
            return _plain(_as_code(source))
        weight = weigh(source)
        if weight is Weight.HEAVY:
            return _plain(_as_text(source), FindingKind.TOO_HEAVY)
        try:
            converted = self._dialect(weight).convert(source, wanted.uses)
        except RecursionError:
            # The last net. The parser has lost its place for good, so a new one takes over.
            del self._dialects[weight]
            return _plain(_as_text(source), FindingKind.TOO_HEAVY)
        if weight is Weight.LONG:
            converted.findings.add(FindingKind.WITHOUT_QUOTES)
        html = converted.html
        return _Rendered(html, key_of(html), tuple(converted.cited), tuple(converted.findings))

    def _dialect(self, weight: Weight) -> Dialect:
        if weight not in self._dialects:
            self._dialects[weight] = Dialect(None if weight is Weight.LONG else self._quotes)
        return self._dialects[weight]


def _wanted(parts: Iterable[SourceBlock], definitions: Definitions) -> tuple[_Wanted | None, ...]:
    return tuple(
        _one_wanted(part, definitions)
        if part.kind is SourceKind.TEXT or part.kind is SourceKind.CODE
        else None
        for part in parts
    )


def _one_wanted(part: SourceBlock, definitions: Definitions) -> _Wanted:
    uses = definitions.uses_of(part.source)
    return _Wanted(part.source, uses, part.kind is SourceKind.CODE)


def _finding(kind: FindingKind, part: SourceBlock) -> RenderFinding:
    return RenderFinding(kind, part.first_line, part.last_line)


def _numbered(part: SourceBlock, block: _Rendered, numbering: Numbering) -> RenderedBlock:
    key, html = block.key, block.html
    if block.cited:
        html = numbering.fill(html, block.cited)
        key = key_of(html)
    return RenderedBlock(key, part.first_line, part.last_line, html)


def _section_block(section: str, notes: Sequence[SourceBlock], *, after: int) -> RenderedBlock:
    """Return the notes as a block; with their lines only if those come after all others."""
    first = min(note.first_line for note in notes)
    last = max(note.last_line for note in notes)
    lines = (first, last) if first > after else (None, None)
    return RenderedBlock(key_of(section), *lines, section, BlockKind.FOOTNOTES)


def _plain(html: str, *findings: FindingKind) -> _Rendered:
    html = sanitise(html)
    return _Rendered(html, key_of(html), findings=findings)


def _as_text(source: str) -> str:
    return "\n".join(
        f'<p dir="auto">{escape(paragraph.strip()).replace(chr(10), "<br>" + chr(10))}</p>'
        for paragraph in source.split("\n\n")
    )


def _as_code(source: str) -> str:
    """Return what stands between two fences."""
    _, *lines, _ = source.split("\n")
    return f'<pre dir="auto"><code>{escape("".join(line + chr(10) for line in lines))}</code></pre>'
