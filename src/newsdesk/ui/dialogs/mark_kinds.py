"""What a person can say that a part of a source is, and the colours that the window has for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsdesk.domain.provenance import FindingKind
from newsdesk.ui.dialogs.finding_words import kind_name
from newsdesk.ui.theme.theme import ChipColours, Theme


@dataclass(frozen=True, slots=True)
class MarkKind:
    """One kind, and the key that says it while the source has the focus."""

    kind: FindingKind
    key: str  # a letter, the same in every language of the window

    @property
    def name(self) -> str:
        return kind_name(self.kind)


MARK_KINDS = (
    MarkKind(FindingKind.HEADLINE, "H"),
    MarkKind(FindingKind.SUBHEADLINE, "S"),
    MarkKind(FindingKind.DATELINE, "D"),
    MarkKind(FindingKind.BYLINE, "Y"),
    MarkKind(FindingKind.CONTACT, "C"),
    MarkKind(FindingKind.EMBARGO, "E"),
    MarkKind(FindingKind.POSTED, "P"),
    MarkKind(FindingKind.TAGS, "T"),
    MarkKind(FindingKind.BOILERPLATE, "A"),
    MarkKind(FindingKind.NOTES, "N"),
    MarkKind(FindingKind.FURNITURE, "X"),
    MarkKind(FindingKind.BODY, "B"),
)
_COLOURS: Mapping[FindingKind, str] = {
    FindingKind.HEADLINE: "headline",
    FindingKind.SUBHEADLINE: "subheadline",
    FindingKind.DATELINE: "dateline",
    FindingKind.BYLINE: "byline",
    FindingKind.CONTACT: "contact",
    FindingKind.EMBARGO: "embargo",
    FindingKind.POSTED: "posted",
    FindingKind.TAGS: "tags",
    FindingKind.CATEGORIES: "tags",
    FindingKind.BOILERPLATE: "standing",
    FindingKind.NOTES: "notes",
    FindingKind.FURNITURE: "noise",
    FindingKind.END_MARK: "noise",
    FindingKind.QUOTE: "quote",
}


def colours_of(kind: FindingKind, theme: Theme) -> ChipColours:
    """Return the colours of a kind: of its word, and of the ground under it in the source."""
    return theme.mark(_COLOURS.get(kind, "field"))


def kind_of_key(key: str) -> FindingKind | None:
    """Return which kind a letter says, None if it says none."""
    return next((one.kind for one in MARK_KINDS if one.key == key.upper()), None)
