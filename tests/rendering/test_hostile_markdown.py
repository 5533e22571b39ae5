import re

import pytest

from newsdesk.rendering.markdown import BlockRenderer
from tests.rendering.hostile_markdown import HOSTILE, Hostile
from tests.rendering.reading import read

TAGS = {
    "h2", "p", "em", "strong", "code", "pre", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "a",
    "table", "thead", "tbody", "tr", "th", "td", "img", "hr", "br", "sup", "abbr", "section",
}  # fmt: skip
ATTRIBUTES = {"dir", "href", "src", "alt", "title", "rel", "id", "class", "role"}
TARGET = re.compile(r"https?://[^/\\]|mailto:|#fn")
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_nothing_runs_and_nothing_is_fetched(hostile: Hostile) -> None:
    html = BlockRenderer().render_body(hostile.source).html
    reading = read(html)
    assert set(reading.tags) <= TAGS
    assert {name for _, name, _ in reading.attributes} <= ATTRIBUTES
    for _, name, value in reading.attributes:
        if name == "href":
            assert TARGET.match(value)
        if name == "src":
            assert value.startswith("newsdesk-media:")
    assert not HIDDEN.search(html)
    assert reading.is_nested_properly


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_what_was_typed_is_read(hostile: Hostile) -> None:
    text = read(BlockRenderer().render_body(hostile.source).html).text
    assert [words for words in hostile.is_read if words not in text] == []


def test_hostile_blocks_leave_the_others_alone() -> None:
    between = [f"{hostile.source}\n\nParagraph {n}." for n, hostile in enumerate(HOSTILE)]
    html = BlockRenderer().render_body("\n\n".join(between)).html
    expected = [f'<p dir="auto">Paragraph {number}.</p>' for number in range(len(HOSTILE))]
    assert [paragraph for paragraph in expected if paragraph not in html] == []
