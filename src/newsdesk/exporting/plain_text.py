"""Plain text, for mail programs and forms that take nothing else: UTF-8, 72 columns."""

from collections.abc import Mapping

from newsdesk.domain.export_record import ExportFormat
from newsdesk.exporting.file_names import file_name
from newsdesk.exporting.format import ExportSource, Format
from newsdesk.rendering.text_page import text_page

_SUFFIX = ".txt"


def _write(source: ExportSource) -> Mapping[str, bytes]:
    name = file_name(source.release, source.rendered.standing, _SUFFIX)
    return {name: text_page(source.rendered).encode("utf-8", "replace")}


TEXT = Format(id=ExportFormat.TEXT, suffix=_SUFFIX, mime="text/plain; charset=utf-8", write=_write)
