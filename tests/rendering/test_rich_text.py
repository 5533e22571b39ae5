"""A page for programs without style sheets."""

import re

import pytest

from newsdesk.domain.language import Direction
from newsdesk.rendering.rich_text import rich_text
from tests.exporting.sample import RELEASES, source_of

LTR, RTL = Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT


def rich(html: str, direction: Direction = LTR) -> str:
    whole = rich_text(html, language="en", direction=direction)
    opening, _, rest = whole.partition(">\n")
    assert opening.startswith(f'<div lang="en" dir="{direction}" style="font-family:')
    return rest.removesuffix("\n</div>")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>a</p>", '<p style="margin:0 0 10pt 0">a</p>'),
        (
            '<td style="text-align:right">1</td>',
            (
                '<td style="border:1px solid #c4c9d0;padding:3pt 6pt;vertical-align:top;'
                'text-align:right">1</td>'
            ),
        ),
        (
            '<a href="https://example.org/" rel="noopener noreferrer">x</a>',
            '<a href="https://example.org/" style="color:#1d5bbf">x</a>',
        ),
        ('<span class="dateline">RABAT</span>', '<span style="font-weight:bold">RABAT</span>'),
        ("<em>a &lt;p&gt; b</em>", "<em>a &lt;p&gt; b</em>"),
        (
            '<p>a&nbsp;<a href="#fnref-1" class="footnote-backref" role="doc-backlink">↩</a></p>',
            '<p style="margin:0 0 10pt 0">a</p>',
        ),
    ],
)
def test_looks_stand_in_the_elements(html: str, said: str) -> None:
    assert rich(html) == said


def test_a_picture_is_no_wider_than_a_letter() -> None:
    assert 'width="600" height="300"' in rich('<img src="a" width="2000" height="1000">')
    assert 'width="500" height="30"' in rich('<img src="a" width="500" height="30">')


def test_a_quote_has_its_line_where_reading_begins() -> None:
    assert "border-left:" in rich("<blockquote>a</blockquote>")
    assert "border-right:" in rich("<blockquote>a</blockquote>", RTL)


def test_a_block_in_the_other_direction_says_so() -> None:
    html = '<p dir="auto">هنا <b>x</b></p><p dir="auto"><b>Here</b> هنا</p>'
    assert re.findall(r"<p( dir=\"\w+\")?", rich(html)) == [' dir="rtl"', ""]
    assert re.findall(r"<p( dir=\"\w+\")?", rich(html, RTL)) == ["", ' dir="ltr"']


@pytest.mark.parametrize("language", RELEASES)
def test_of_a_whole_release_no_class_is_left_and_no_word_lost(language: str) -> None:
    rendered = source_of(RELEASES[language]).rendered
    html = "\n".join(block.html for block in rendered.blocks)
    said = rich_text(html, language=language, direction=rendered.direction)
    assert not re.search(r'\s(?:class|role|rel|aria-\w+)="|dir="auto"', said)

    def words(text: str) -> list[str]:
        return re.sub(r"<[^<>]*>", " ", text).replace("↩", " ").replace("&nbsp;", " ").split()

    assert words(said) == words(html)
