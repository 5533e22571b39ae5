"""The page of a release on sheets of paper, as the preview's own engine prints it.

What leaves the desk says who issued it, in which language, and from when it is; the same revision
gives the same bytes, as long as engine and typefaces stay the same. The file is not tagged: screen
readers get its text in order, without headings and tables as such; the HTML page has those.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.language import Direction
from newsdesk.exporting.file_names import file_name
from newsdesk.exporting.format import ExportSource, Format
from newsdesk.exporting.html import html_page
from newsdesk.exporting.page_furniture import page_rules
from newsdesk.rendering.one_line import one_line
from newsdesk.rendering.page_setup import page_setup

_SUFFIX = ".pdf"


def print_page_html(source: ExportSource) -> str:
    """Return the page of a release with all that sheets of paper have beside it."""
    sheet = page_rules(source, page_setup(source.newsroom))
    css = f"{source.html.css}\n{source.html.print_css}\n{sheet}"
    return html_page(replace(source, html=replace(source.html, css=css)))


def pdf_file(source: ExportSource) -> bytes:
    """Return a release as a PDF file; raise `PrintError` if it cannot be printed."""
    pages = source.print_page(print_page_html(source), page_setup(source.newsroom))
    return _stamped(pages, source)


def _stamped(pages: bytes, source: ExportSource) -> bytes:
    """Return the file with what catalogues and readers ask for, and nothing of the moment."""
    from pypdf import PdfWriter  # noqa: PLC0415 - 11 MiB that only a PDF needs
    from pypdf.generic import (  # noqa: PLC0415
        BooleanObject,
        DictionaryObject,
        NameObject,
        TextStringObject,
    )

    writer = PdfWriter(clone_from=BytesIO(pages))
    made = _pdf_date(source.release.versioncreated)
    writer.metadata = None  # the engine's: its name, and the time it was at
    writer.add_metadata(
        {
            "/Title": source.rendered.title,
            "/Author": one_line(source.release.byline or "") or one_line(source.newsroom.issuer),
            "/Subject": source.rendered.description,
            "/Creator": "newsdesk",
            "/CreationDate": made,
            "/ModDate": made,
        }
    )
    catalogue = writer.root_object
    catalogue[NameObject("/Lang")] = TextStringObject(source.rendered.language)
    is_mirrored = source.rendered.direction is Direction.RIGHT_TO_LEFT
    catalogue[NameObject("/ViewerPreferences")] = DictionaryObject(
        {
            NameObject("/DisplayDocTitle"): BooleanObject(value=True),
            NameObject("/Direction"): NameObject("/R2L" if is_mirrored else "/L2R"),
        }
    )
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def _pdf_date(instant: datetime) -> str:
    return f"D:{instant.astimezone(UTC):%Y%m%d%H%M%S}Z"


def _write(source: ExportSource) -> Mapping[str, bytes]:
    name = file_name(source.release, source.rendered.standing, _SUFFIX)
    return {name: pdf_file(source)}


PDF = Format(
    id=ExportFormat.PDF, suffix=_SUFFIX, mime="application/pdf", needs_engine=True, write=_write
)
