"""What a format is, and what it is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.rendering.release import RenderedRelease


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlTemplates:
    """The loaded text of `templates/release.html.j2` and `styles/release.css`."""

    page: str
    css: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSource:
    """One stored revision of a release, rendered, and all else that a format may draw on."""

    release: Release  # as stored in that revision
    newsroom: Newsroom
    rendered: RenderedRelease
    revision: int
    revision_sha256: str
    html: HtmlTemplates


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to write a release down."""

    id: ExportFormat
    suffix: str  # of the file: ".html"
    mime: str
    write: Callable[[ExportSource], Mapping[str, bytes]]
    """Returns the files by name. A name has no folder in it and is safe on every system; equal
    sources give equal bytes."""
