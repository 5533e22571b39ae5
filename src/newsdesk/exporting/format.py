"""What a format is, and what it is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from newsdesk.domain.errors import PrintError, PrintProblem
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.rendering.page_setup import PageSetup
from newsdesk.rendering.release import RenderedRelease


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlTemplates:
    """The loaded text of `templates/release.html.j2`, `styles/release.css` and `print.css`."""

    page: str
    css: str
    print_css: str


PrintPage: TypeAlias = Callable[[str, PageSetup], bytes]
"""Puts a whole HTML page, which needs nothing from elsewhere, on sheets; returns a PDF. Raises
`PrintError`. What does it is handed in: an engine is no part of a format."""


def no_engine(_html: str, _setup: PageSetup) -> bytes:
    """Stand in for the engine where there is none."""
    raise PrintError(PrintProblem.NO_ENGINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSource:
    """One stored revision of a release, rendered, and all else that a format may draw on."""

    release: Release  # as stored in that revision
    newsroom: Newsroom
    rendered: RenderedRelease
    revision: int
    revision_sha256: str
    html: HtmlTemplates
    print_page: PrintPage = no_engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to write a release down."""

    id: ExportFormat
    suffix: str  # of the file: ".html"
    mime: str
    needs_engine: bool = False  # `ExportSource.print_page`
    write: Callable[[ExportSource], Mapping[str, bytes]]
    """Returns the files by name. A name has no folder in it and is safe on every system; equal
    sources give equal bytes."""
