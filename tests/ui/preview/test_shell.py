import re

import pytest

from newsdesk.domain.language import Direction
from newsdesk.domain.release import Standing
from newsdesk.exporting.html import html_page
from newsdesk.rendering.page import BlockKind, Page, RenderedBlock, key_of
from newsdesk.ui.preview.shell import Layout, Look, look_script, shell_html
from tests.exporting.sample import RELEASES, source_of, standing_as

LOOK = Look({"canvas": "#E9ECF0", "scroll": "#B4BBC5"}, Layout.DESKTOP)


def main_of(html: str) -> str:
    found = re.search(r"<main.*</main>", html, re.DOTALL)
    assert found is not None
    return found[0]


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("language", RELEASES)
def test_the_shell_holds_what_an_exported_page_holds(language: str, standing: Standing) -> None:
    source = source_of(standing_as(RELEASES[language], standing))
    html = shell_html("", LOOK, source.rendered.page)
    assert main_of(html) == main_of(html_page(source))


def test_without_a_page_there_is_the_frame_of_one() -> None:
    html = shell_html("p { color: red }\n", LOOK)
    assert '<main class="paper">\n<article>\n<div class="body">\n\n</div>\n</article>' in html
    assert "<style>\np { color: red }\n</style>" in html


def test_the_language_and_title_are_the_pages() -> None:
    page = Page("ar", Direction.RIGHT_TO_LEFT, 'A "title" <b>', ())
    html = shell_html("", LOOK, page)
    assert '<html lang="ar" dir="rtl"' in html
    assert "<title>A &quot;title&quot; &lt;b&gt;</title>" in html


def test_the_paper_stays_white_on_the_canvas_of_the_theme() -> None:
    html = shell_html("", Look({"canvas": "#121417", "scroll": "#4A515B"}, Layout.PHONE))
    assert 'data-scheme="light" data-layout="phone"' in html
    assert 'style="--canvas: #121417; --scroll: #4A515B"' in html


def test_the_policy_lets_nothing_run_and_nothing_be_fetched() -> None:
    html = shell_html("", LOOK)
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="(.*?)">', html)
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives.pop("style-src") == "'unsafe-inline'"
    assert directives.pop("img-src") == "newsdesk-media: data:"
    assert directives.pop("font-src") == "data:"
    assert directives == dict.fromkeys(("default-src", "base-uri", "form-action"), "'none'")
    assert "<script" not in html
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_a_look_is_given_to_a_loaded_page_by_a_call() -> None:
    assert look_script(LOOK) == (
        'newsdesk.look(...["desktop", {"canvas": "#E9ECF0", "scroll": "#B4BBC5"}])'
    )


def test_blocks_go_to_their_group_whatever_their_number() -> None:
    def block(html: str, kind: BlockKind) -> RenderedBlock:
        return RenderedBlock(key_of(html), None, None, html, kind)

    blocks = (
        block("<div>banner</div>", BlockKind.BANNER),
        block("<h1>h</h1>", BlockKind.HEADLINE),
        block("<p>s</p>", BlockKind.SUBHEADLINE),
        block("<p>1</p>", BlockKind.BODY),
        block("<p>2</p>", BlockKind.BODY),
        block("<p>###</p>", BlockKind.END_MARK),
    )
    html = shell_html("", LOOK, Page("en", Direction.LEFT_TO_RIGHT, "t", blocks))
    assert re.sub(r"\n", "", main_of(html)) == (
        '<main class="paper"><article><div>banner</div><header><h1>h</h1><p>s</p></header>'
        '<div class="body"><p>1</p><p>2</p></div><footer><p>###</p></footer></article></main>'
    )
