"""One self-contained HTML file: nothing in it is fetched from elsewhere, nothing runs.

Only a release that is for everybody carries what search engines and networks read. The revision it
was made from stands in every file, so that it can be told which one was sent.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.release import Standing
from newsdesk.exporting.addresses import web_address
from newsdesk.exporting.file_names import file_name
from newsdesk.exporting.format import ExportSource, Format, HtmlTemplates
from newsdesk.exporting.json_ld import as_script, news_article
from newsdesk.exporting.open_graph import open_graph
from newsdesk.exporting.pictures import embedded
from newsdesk.rendering.page import GROUPS, BlockKind

_SUFFIX = ".html"

# What no HTML document may hold: controls, lone surrogates, the 66 code points that are nothing.
_NEVER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)


def html_page(source: ExportSource) -> str:
    """Return the page of a release."""
    is_clear = source.rendered.standing is Standing.CLEAR
    page = _template(source.html).render(
        rendered=source.rendered,
        release=source.release,
        revision=source.revision,
        revision_sha256=source.revision_sha256,
        css=Markup(source.html.css),  # noqa: S704 - a resource of the program
        is_clear=is_clear,
        canonical=web_address(source.release.web_url) if is_clear else "",
        open_graph=list(open_graph(source)) if is_clear else [],
        json_ld=Markup(as_script(news_article(source))) if is_clear else "",  # noqa: S704
        **{group: _html(source, kinds) for group, kinds in GROUPS.items()},
    )
    return _NEVER.sub("", page)


def _html(source: ExportSource, kinds: frozenset[BlockKind]) -> Markup:
    """Return the blocks of these kinds, in their order."""
    return Markup("\n").join(_pieces(source, kinds))


def _pieces(source: ExportSource, kinds: frozenset[BlockKind]) -> Iterator[Markup]:
    for block in source.rendered.blocks:
        if block.kind in kinds:
            yield Markup(embedded(block.html, source.rendered.media))  # noqa: S704 - sanitised


@lru_cache(maxsize=8)
def _template(templates: HtmlTemplates) -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(templates.page)


def _write(source: ExportSource) -> Mapping[str, bytes]:
    name = file_name(source.release, source.rendered.standing, _SUFFIX)
    return {name: html_page(source).encode()}


HTML = Format(id=ExportFormat.HTML, suffix=_SUFFIX, mime="text/html", write=_write)
