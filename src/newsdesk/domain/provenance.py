"""Where a text came from, and what was read out of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SourceKind(StrEnum):
    FILE = "file"
    PASTE = "paste"
    PAGE = "page"
    DOCUMENT = "document"  # of a word processor
    EMAIL = "email"
    FEED = "feed"
    WORDPRESS = "wordpress"
    BUNDLE = "bundle"


class Confidence(StrEnum):
    """How sure a finding is. `LOW` is never applied: the text stays in the body and is listed."""

    HIGH = "high"
    LOW = "low"


class FindingKind(StrEnum):
    """What a piece of a source was taken for."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    DATELINE = "dateline"
    EMBARGO = "embargo"
    POSTED = "posted"
    BODY = "body"
    QUOTE = "quote"
    CONTACT = "contact"
    TAGS = "tags"
    CATEGORIES = "categories"
    BOILERPLATE = "boilerplate"
    NOTES = "notes_to_editors"
    BYLINE = "byline"
    ADDRESS = "address"
    LANGUAGE = "language"
    MENDED_LINES = "mended_lines"
    FURNITURE = "furniture"  # navigation and page noise, left out
    END_MARK = "end_mark"
    FIELD = "field"  # a field of a front matter
    MEDIA = "media"  # a picture or a file that it names


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One piece of a source and what became of it."""

    kind: FindingKind
    confidence: Confidence
    text: str  # as it stood in the source
    first_line: int  # 0-based, in the source
    last_line: int  # inclusive
    flags: tuple[str, ...] = ()  # "no_phone", "markup_debris" …


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a person says that a part of a source is; of the kind `BODY`: the text itself."""

    kind: FindingKind
    first_line: int  # 0-based, in the source
    last_line: int  # inclusive
    start: int = 0  # characters of the first line that stand before it
    end: int | None = None  # characters of the last line up to its end; None: all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """A part of a source without a hole that a finding was made of; a finding may have several."""

    finding: Finding
    first_line: int  # 0-based, in the source
    start: int  # characters of the first line that stand before it
    last_line: int  # inclusive
    end: int  # characters of the last line up to its end


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """One source of a release."""

    kind: SourceKind
    file_name: str | None = None
    address: str | None = None
    short_address: str | None = None
    posted_local: str | None = None  # ISO 8601 without zone where it can be read, else as printed
    posted_tz: str | None = None
    imported_at: datetime
    findings: tuple[Finding, ...] = ()
