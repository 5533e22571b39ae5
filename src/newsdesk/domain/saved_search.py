"""Searches that people keep at hand."""

from dataclasses import dataclass

from newsdesk.domain.ids import SavedSearchId


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """What was typed, under a name, in its place among the others."""

    id: SavedSearchId
    name: str
    query: str
    ordinal: int = 0
    version: int = 0
