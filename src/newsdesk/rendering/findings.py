"""What the writer should know of the rendering of his source."""

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    TOO_HEAVY = "too_heavy"  # the block is shown as text
    WITHOUT_QUOTES = "without_quotes"  # too long a block for its quotation marks to be set
    REFUSED_TARGET = "refused_target"  # a link or image stays as typed
    REMOTE_IMAGE = "remote_image"  # a link to it stands in its place
    DEFINED_AGAIN = "defined_again"  # the last definition of a label counts
    TOO_MANY_ABBREVIATIONS = "too_many_abbreviations"  # this one is left out
    UNCITED_NOTE = "uncited_note"  # left out


@dataclass(frozen=True, slots=True)
class RenderFinding:
    kind: FindingKind
    first_line: int  # 0-based, in the source
    last_line: int  # inclusive
