"""Pictures and files that a source names; nothing of them is opened here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMedia:
    """One picture or attachment as its source names it."""

    address: str  # as written: relative to the source, or absolute; never opened as it stands
    alt: str = ""
    caption: str = ""
    credit: str = ""
