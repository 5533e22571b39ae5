from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.language import Direction
from newsdesk.domain.release import Release, Standing
from newsdesk.domain.workflow import State
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.page import BlockKind, RenderedBlock, splice
from newsdesk.rendering.plain_text import plain_text
from newsdesk.rendering.release import RenderedRelease, render_release
from newsdesk.rendering.typography import quotation_marks
from tests.exporting.sample import (
    ARABIC,
    ENGLISH,
    FRENCH,
    HARBOUR_UNION,
    RELEASES,
    standing_as,
)
from tests.rendering.release_grammar import ReleaseGrammar
from tests.rendering.test_pictures import StoredFile

EMBARGO_LINE = "EMBARGOED UNTIL 09:00 Rabat time (UTC+1) / 08:00 GMT, Thursday 2 July 2026"


def rendered(
    release: Release,
    standing: Standing = Standing.CLEAR,
    renderer: BlockRenderer | None = None,
) -> RenderedRelease:
    renderer = renderer or BlockRenderer(quotes=quotation_marks(release.language))
    return render_release(release, HARBOUR_UNION, standing, renderer)


def body_of(release: RenderedRelease) -> list[RenderedBlock]:
    return [one for one in release.blocks if one.first_line is not None]


def with_body(body_md: str) -> Release:
    return replace(ENGLISH, body_md=body_md)


def test_a_release_is_one_list_of_blocks_in_the_order_printed() -> None:
    kinds = [one.kind for one in rendered(replace(ENGLISH, byline="By Ada Moreau")).blocks]
    assert list(dict.fromkeys(kinds)) == [
        BlockKind.RELEASE_LINE,
        BlockKind.HEADLINE,
        BlockKind.SUBHEADLINE,
        BlockKind.BYLINE,
        BlockKind.BODY,
        BlockKind.FOOTNOTES,
        BlockKind.NOTES,
        BlockKind.BOILERPLATE,
        BlockKind.END_MARK,
        BlockKind.CONTACTS,
    ]


@pytest.mark.parametrize(
    ("language", "direction", "opening"),
    [
        ("en", Direction.LEFT_TO_RIGHT, "RABAT, 3 May 2026</span> – The Harbour"),
        ("fr", Direction.LEFT_TO_RIGHT, "RABAT, 3 mai 2026</span> – L’Union"),
        ("ar", Direction.RIGHT_TO_LEFT, "الرباط، 3 أيار/مايو 2026</span> – افتتح"),
    ],
)
def test_the_dateline_runs_into_the_lead(language: str, direction: Direction, opening: str) -> None:
    release = rendered(RELEASES[language])
    lead = body_of(release)[0]
    assert lead.html.startswith(f'<p dir="auto"><span class="dateline">{opening}')
    assert plain_text(lead.html).startswith(release.dateline_text)
    assert release.dateline_text == f"{release.dateline_words} – "
    assert release.direction is direction


@pytest.mark.parametrize(
    "body_md",
    [
        "> A quote first.",
        "## A heading first\n\nText.",
        "- An item first",
        "```\ncode\n```",
        "",
        "   ",
    ],
)
def test_without_a_lead_to_run_into_the_dateline_is_a_paragraph(body_md: str) -> None:
    release = rendered(with_body(body_md))
    blocks = [one for one in release.blocks if one.kind in {BlockKind.DATELINE, BlockKind.BODY}]
    assert blocks[0].kind is BlockKind.DATELINE
    assert blocks[0].html == ('<p dir="auto"><span class="dateline">RABAT, 3 May 2026</span> –</p>')
    assert blocks[0].first_line is None
    assert "dateline" not in "".join(one.html for one in blocks[1:])


def test_a_release_without_a_dateline_has_none() -> None:
    release = rendered(replace(ENGLISH, dateline=Dateline(style=DatelineStyle.NONE)))
    assert release.dateline_text == release.dateline_words == ""
    assert "dateline" not in "".join(one.html for one in release.blocks)


def test_a_dateline_is_text_and_stands_after_what_the_sanitiser_saw() -> None:
    dateline = Dateline(style=DatelineStyle.CUSTOM, custom_text='<b onclick="x()">Ö & "Q"</b> *no*')
    lead = body_of(rendered(replace(ENGLISH, dateline=dateline)))[0]
    assert lead.html.startswith(
        '<p dir="auto"><span class="dateline">&lt;b onclick=&#34;x()&#34;&gt;Ö &amp; &#34;Q&#34;'
        "&lt;/b&gt; *no*</span> – The Harbour"
    )


def test_the_key_of_the_lead_changes_with_the_dateline_and_no_other() -> None:
    moved = replace(ENGLISH, dateline=replace(ENGLISH.dateline, style=DatelineStyle.IOM))
    renderer = BlockRenderer()
    before, after = (rendered(one, renderer=renderer) for one in (ENGLISH, moved))
    start, gone, come = splice([b.key for b in before.blocks], [b.key for b in after.blocks])
    assert (gone, come) == (1, 1)
    assert after.blocks[start].html.startswith(
        '<p dir="auto"><span class="dateline">Rabat</span> – The Harbour'
    )


def test_a_key_in_one_paragraph_changes_one_block() -> None:
    renderer = BlockRenderer()
    before = rendered(ENGLISH, renderer=renderer)
    after = rendered(with_body(ENGLISH.body_md.replace("annual", "whole")), renderer=renderer)
    start, gone, come = splice([b.key for b in before.blocks], [b.key for b in after.blocks])
    assert (gone, come) == (1, 1)
    assert "whole report" in after.blocks[start].html
    line = ENGLISH.body_md[: ENGLISH.body_md.index("Full figures")].count("\n")
    assert (after.blocks[start].first_line, after.blocks[start].last_line) == (line, line)


def test_headings_of_the_body_lie_below_the_headline_without_a_gap() -> None:
    release = rendered(with_body("Lead.\n\n#### Deep\n\nText.\n\n# High\n\n### Deep again"))
    assert [b.html for b in body_of(release) if b.html.startswith("<h")] == [
        '<h2 dir="auto">Deep</h2>',
        '<h2 dir="auto">High</h2>',
        '<h3 dir="auto">Deep again</h3>',
    ]


def test_the_body_is_told_as_plain_text_without_its_dateline() -> None:
    release = rendered(with_body("A *first* line[^1]\nof two.\n\n- one\n- two\n\n[^1]: A note."))
    assert release.body_text == "A first line of two.\n\none\ntwo\n\nA note."
    assert release.word_count == 9


@pytest.mark.parametrize(
    ("abstract", "body_md", "description"),
    [
        (" In\nshort. ", "The lead.", "In short."),
        (None, "## Heading\n\n> Quote.\n\nThe *lead*\nof it.\n\nMore.", "The lead of it."),
        (None, "", ""),
        (None, "word, " * 80, "word, " * 49 + "word…"),
        (None, "字" * 400, "字" * 300 + "…"),
    ],
)
def test_a_release_is_described_by_its_abstract_or_its_lead(
    abstract: str | None, body_md: str, description: str
) -> None:
    release = rendered(replace(ENGLISH, abstract=abstract, body_md=body_md))
    assert release.description == description


@pytest.mark.parametrize(
    ("standing", "title"),
    [
        (Standing.CLEAR, "Council opens new harbour station"),
        (
            Standing.DRAFT,
            "DRAFT – NOT FOR PUBLICATION | Council opens new harbour station",
        ),
        (
            Standing.EMBARGOED,
            f"{EMBARGO_LINE} | Council opens new harbour station",
        ),
        (Standing.WITHDRAWN, "Withdrawn: Council opens new harbour station"),
    ],
)
def test_the_title_says_how_the_release_stands(standing: Standing, title: str) -> None:
    assert rendered(standing_as(ENGLISH, standing), standing).title == title


def test_the_page_of_a_release_is_what_the_release_shows() -> None:
    release = rendered(ARABIC)
    page = release.page
    assert (page.language, page.direction) == ("ar", Direction.RIGHT_TO_LEFT)
    assert (page.title, page.blocks) == (release.title, release.blocks)


def test_a_release_without_a_headline_is_titled_by_its_slug() -> None:
    release = rendered(replace(ENGLISH, headline=" \n"))
    assert release.title == ENGLISH.slug
    assert BlockKind.HEADLINE not in {one.kind for one in release.blocks}


@pytest.mark.parametrize(
    ("release", "headline", "sentence"),
    [
        (
            ENGLISH,
            "Withdrawn: Council opens new harbour station",
            "This release was withdrawn on 8 May 2026.",
        ),
        (
            FRENCH,
            "Retiré\u202f: Une station portuaire sans fumée\u202f: que changera-t-elle\u202f?",
            "Ce communiqué a été retiré le 8 mai 2026.",
        ),
        (
            ARABIC,
            "مسحوب: افتتاح محطة الميناء الجديدة",
            "سُحب هذا البيان الصحفي في 8 أيار/مايو 2026.",
        ),
    ],
)
@pytest.mark.parametrize("state", [State.RECALLED, State.KILLED])
def test_a_withdrawn_release_is_a_stub(
    release: Release, headline: str, sentence: str, state: State
) -> None:
    release = replace(standing_as(release, Standing.WITHDRAWN), state=state)
    stub = rendered(release, Standing.WITHDRAWN)
    assert [plain_text(one.html) for one in stub.blocks][1:] == [headline, sentence]
    assert '<time datetime="2026-05-08T00:30+01:00">' in stub.blocks[-1].html
    assert stub.headline == headline
    assert (stub.body_text, stub.word_count, stub.description, stub.dateline_text) == (
        "",
        0,
        "",
        "",
    )


def test_a_headline_with_braces_is_withdrawn_as_it_is() -> None:
    release = replace(standing_as(ENGLISH, Standing.WITHDRAWN), headline="{0} {} {x.y}")
    assert rendered(release, Standing.WITHDRAWN).headline == "Withdrawn: {0} {} {x.y}"


def test_the_same_release_is_rendered_the_same_by_any_renderer() -> None:
    used = BlockRenderer()
    rendered(with_body("Something else"), renderer=used)
    assert rendered(ENGLISH, renderer=used) == rendered(ENGLISH, renderer=BlockRenderer())


@given(st.integers(min_value=0, max_value=2**32), st.sampled_from(list(RELEASES.values())))
def test_every_block_has_its_own_place_in_the_source(seed: int, release: Release) -> None:
    result = rendered(replace(release, body_md=ReleaseGrammar(seed).body(6)))
    lines = [one.first_line for one in result.blocks if one.first_line is not None]
    assert lines == sorted(set(lines))
    assert result.blocks[0].kind is BlockKind.RELEASE_LINE
    assert sum("dateline" in one.html for one in result.blocks) == 1


def test_a_picture_before_the_lead_stays_before_it_and_its_words_change_its_block_alone() -> None:
    sha256 = "ab" * 32
    release = with_body(f"![A quay](newsdesk-media:{sha256})\n\nNinety workers.\n\nEnd.")

    def shown(caption: str) -> RenderedRelease:
        media = {sha256: StoredFile(caption=caption)}
        return render_release(release, HARBOUR_UNION, Standing.CLEAR, BlockRenderer(), media)

    first, second = shown("Crews at night"), shown("Crews by day")
    picture, lead, _end = body_of(first)
    assert picture.html.startswith("<figure>")
    assert lead.html.startswith('<p dir="auto"><span class="dateline">')
    assert first.description == (release.abstract or "Ninety workers.")
    keys = [[one.key for one in each.page.blocks] for each in (first, second)]
    assert splice(*keys)[1:] == (1, 1)


def test_a_picture_that_is_not_there_is_its_words() -> None:
    release = with_body(f"Lead.\n\n![A quay](newsdesk-media:{'ab' * 32})")
    blocks = rendered(release).page.blocks
    assert any('<span class="picture-missing">[A quay]</span>' in one.html for one in blocks)
