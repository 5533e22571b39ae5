"""Words that the house spells so, whatever a dictionary says."""

from dataclasses import dataclass

from newsdesk.domain.ids import OwnWordId


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """A word of the newsroom's own dictionary."""

    id: OwnWordId
    language: str  # without a country: "en"
    word: str
    version: int = 0
