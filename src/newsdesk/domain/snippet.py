"""Texts that people keep at hand to write with."""

from dataclasses import dataclass

from newsdesk.domain.ids import SnippetId


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A text under a name, in its place among the others."""

    id: SnippetId
    name: str
    language: str | None = None  # None: good in any
    text_md: str
    ordinal: int = 0
    version: int = 0

    def is_for(self, language: str) -> bool:
        """Tell whether it is of use in a release of a language."""
        return self.language is None or self.language == language
