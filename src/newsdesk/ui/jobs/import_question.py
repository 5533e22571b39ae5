"""What a person is asked about a text that is being brought in, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from newsdesk.domain.duplicate import Duplicate
from newsdesk.domain.provenance import Confidence, Extent, FindingKind

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.import_ import Draft


class Ask(Enum):
    """About which texts a person is asked."""

    AS_NEEDED = auto()  # those that were read out of running text
    EACH = auto()
    DOUBTFUL = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """What a person is to look at."""

    draft: "Draft"
    number: int  # of the text, from 1
    total: int  # as far as it is known
    lines: Sequence[str]  # of the source
    extents: Sequence[Extent]  # where in them its findings stand
    is_all: bool = True  # False: there may be more
    duplicates: tuple[Duplicate, ...] = ()  # what it seems to be, the likeliest first


@dataclass(frozen=True, slots=True)
class Looked:
    """What there is to say of a text that may be asked about."""

    lines: Sequence[str]
    extents: Sequence[Extent]
    duplicates: tuple[Duplicate, ...]
    is_covered: bool  # nobody is to be asked about pages of its site


def looked_at(desk: "Desk", draft: "Draft", known: Duplicate | None = None) -> Looked:
    """Find out what there is to say of a text, for the store's thread.

    Args:
        known: what it seems to be, if that was found out already.
    """
    return Looked(
        *desk.imports.source_of(draft),
        (known,) if known else desk.duplicates.find(draft),
        is_covered=known is None and desk.sites.covers(draft),
    )


def is_sure(draft: "Draft") -> bool:
    """Tell whether a text has a headline and nothing was found in it that is doubtful.

    Quotes may be: they stand in the body either way.
    """
    return bool(draft.headline) and not any(
        finding.confidence is Confidence.LOW and finding.kind is not FindingKind.QUOTE
        for finding in draft.findings
    )
