"""What a body defines for all of its blocks: link targets, notes, abbreviations."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from newsdesk.rendering.blocks import ABBREVIATION, FOOTNOTE, REFERENCE, SourceBlock, SourceKind
from newsdesk.rendering.findings import FindingKind, RenderFinding

_LABEL = re.compile(r"\[([^\[\]]*)\]")
_SPACES = re.compile(r"\s+")
_INDENT = "    "

MOST_ABBREVIATIONS = 200
"""Every block is searched for every one of them."""


@dataclass(frozen=True, slots=True)
class Reference:
    label: str  # in lower case
    target: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Uses:
    """The definitions that one block may use: with the same ones its HTML is the same."""

    references: tuple[Reference, ...] = ()
    notes: tuple[str, ...] = ()  # their labels
    abbreviations: tuple[tuple[str, str], ...] = ()  # each with what it stands for


class Definitions:
    """The definitions of one body; of two with the same label the last one counts."""

    def __init__(self) -> None:
        self.notes: dict[str, SourceBlock] = {}  # a note's text as a block, by label
        self.findings: list[RenderFinding] = []
        self._references: dict[str, Reference] = {}
        self._abbreviations: dict[str, str] = {}

    @classmethod
    def of(cls, blocks: Iterable[SourceBlock]) -> Self:
        definitions = cls()
        for block in blocks:
            if block.kind is SourceKind.REFERENCE:
                definitions._add_reference(block)
            elif block.kind is SourceKind.FOOTNOTE:
                definitions._add_note(block)
            elif block.kind is SourceKind.ABBREVIATION:
                definitions._add_abbreviation(block)
        return definitions

    def all_uses(self) -> Uses:
        """Return all that any block may use: where this is the same, so is that of each block."""
        references, abbreviations = self._references.values(), self._abbreviations.items()
        return Uses(tuple(references), tuple(self.notes), tuple(abbreviations))

    def uses_of(self, source: str) -> Uses | None:
        """Return the definitions that `source` uses, perhaps more; None if it uses none of them.

        Never an empty `Uses`: the first definition of a body would make every block another one.
        """
        if not self._abbreviations and "[" not in source:
            return None
        labels = sorted(set(_LABEL.findall(source)))
        abbreviations = [item for item in self._abbreviations.items() if item[0] in source]
        notes = [label[1:] for label in labels if label[:1] == "^" and label[1:] in self.notes]
        found = (self._references.get(_folded(label)) for label in labels)
        references = [reference for reference in found if reference]
        if not (references or notes or abbreviations):
            return None
        return Uses(tuple(references), tuple(notes), tuple(abbreviations))

    def _add_reference(self, block: SourceBlock) -> None:
        if found := _reference(block.source):
            self._check(block, FindingKind.DEFINED_AGAIN, found.label in self._references)
            self._references[found.label] = found

    def _add_note(self, block: SourceBlock) -> None:
        if found := FOOTNOTE.match(block.source):
            label = found["label"]
            self._check(block, FindingKind.DEFINED_AGAIN, label in self.notes)
            text = found["text"] + _without_indent(block.source[found.end() :])
            self.notes[label] = SourceBlock(
                SourceKind.FOOTNOTE, text.strip("\n"), block.first_line, block.last_line
            )

    def _add_abbreviation(self, block: SourceBlock) -> None:
        if found := ABBREVIATION.match(block.source):
            label = found["label"].strip()
            is_known = label in self._abbreviations
            is_one_too_many = not is_known and len(self._abbreviations) >= MOST_ABBREVIATIONS
            self._check(block, FindingKind.DEFINED_AGAIN, is_known)
            self._check(block, FindingKind.TOO_MANY_ABBREVIATIONS, is_one_too_many)
            if not is_one_too_many:
                self._abbreviations[label] = found["title"].strip()

    def _check(self, block: SourceBlock, kind: FindingKind, is_so: bool) -> None:
        if is_so:
            self.findings.append(RenderFinding(kind, block.first_line, block.last_line))


@lru_cache(maxsize=4096)  # every one of a body is read at every key that may have changed some
def _reference(source: str) -> Reference | None:
    found = REFERENCE.match(source)
    if found is None:
        return None
    title = found["double"] or found["single"] or found["round"]
    target = found["target"].lstrip("<").rstrip(">")
    return Reference(_folded(found["label"].strip()), target, title)


def _folded(label: str) -> str:
    return _SPACES.sub(" ", label.lower())


def _without_indent(text: str) -> str:
    return "\n".join(line.removeprefix(_INDENT) for line in text.split("\n"))
