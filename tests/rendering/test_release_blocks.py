"""What stands above and below a body: each block, in the languages of the sample newsroom."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.ids import PlaceId
from newsdesk.domain.newsroom import ArabicMonths, Newsroom
from newsdesk.domain.place import Place
from newsdesk.domain.release import Release, Standing
from newsdesk.domain.workflow import State
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.page import BlockKind
from newsdesk.rendering.plain_text import plain_text
from newsdesk.rendering.release_blocks import (
    closing,
    embargo_words,
    opening,
    public_since,
    standing_lines,
)
from tests.exporting.sample import ARABIC, ENGLISH, FRENCH, HARBOUR_UNION, standing_as


def above(release: Release, standing: Standing, newsroom: Newsroom = HARBOUR_UNION) -> list[str]:
    lines = standing_lines(release, newsroom, standing)
    return [one.html for one in opening(release, newsroom, standing, lines)]


def below(release: Release, newsroom: Newsroom = HARBOUR_UNION) -> dict[BlockKind, str]:
    return {one.kind: one.html for one in closing(release, newsroom, BlockRenderer())}


def with_text(kind: BoilerplateKind, *texts: str) -> Release:
    boilerplates = tuple(ReleaseBoilerplate(kind=kind, text_md=text) for text in texts)
    return replace(ENGLISH, boilerplates=boilerplates)


@pytest.mark.parametrize(
    ("release", "standing", "line"),
    [
        (ENGLISH, Standing.DRAFT, "DRAFT – NOT FOR PUBLICATION"),
        (FRENCH, Standing.DRAFT, "PROJET – NE PAS DIFFUSER"),
        (ARABIC, Standing.DRAFT, "مسودة – ليست للنشر"),
        (ENGLISH, Standing.HOLD, "HOLD FOR RELEASE – NOT FOR PUBLICATION"),
        (ENGLISH, Standing.WITHDRAWN, "WITHDRAWN"),
        (
            ENGLISH,
            Standing.EMBARGOED,
            "EMBARGOED UNTIL 09:00 Rabat time (UTC+1) / 08:00 GMT, Thursday 2 July 2026",
        ),
        (
            FRENCH,
            Standing.EMBARGOED,
            "SOUS EMBARGO JUSQU'AU jeudi 2 juillet 2026, 9 h 00 (heure de Rabat, UTC+1)",
        ),
    ],
)
def test_a_copy_that_is_not_for_everybody_says_so_first(
    release: Release, standing: Standing, line: str
) -> None:
    release = standing_as(release, standing)
    assert standing_lines(release, HARBOUR_UNION, standing) == (line,)
    first = above(release, standing)[0]
    assert first.startswith(f'<div class="banner banner-{standing}">')
    assert plain_text(first) == line


def test_a_copy_for_everybody_says_nothing_of_the_kind() -> None:
    assert standing_lines(ENGLISH, HARBOUR_UNION, Standing.CLEAR) == ()
    assert "banner" not in above(ENGLISH, Standing.CLEAR)[0]


@pytest.mark.parametrize(
    ("hold", "second"),
    [(False, "DRAFT – NOT FOR PUBLICATION"), (True, "HOLD FOR RELEASE – NOT FOR PUBLICATION")],
)
def test_an_embargoed_draft_says_both_the_embargo_first(hold: bool, second: str) -> None:
    release = replace(standing_as(ENGLISH, Standing.EMBARGOED), state=State.DRAFT, hold=hold)
    lines = standing_lines(release, HARBOUR_UNION, Standing.EMBARGOED)
    assert lines[0].startswith("EMBARGOED UNTIL")
    assert lines[1:] == (second,)
    assert plain_text(above(release, Standing.EMBARGOED)[0]).split("\n") == list(lines)


def test_an_embargo_names_its_city_as_the_release_does() -> None:
    embargoed = standing_as(ARABIC, Standing.EMBARGOED)
    (line,) = standing_lines(embargoed, HARBOUR_UNION, Standing.EMBARGOED)
    assert line == "محظور النشر حتى الساعة 09:00 بتوقيت الرباط، 2 تموز/يوليو 2026"
    egyptian = replace(HARBOUR_UNION, arabic_months=ArabicMonths.EGYPTIAN)
    (line,) = standing_lines(embargoed, egyptian, Standing.EMBARGOED)
    assert line.endswith("2 يوليو 2026")


def test_the_line_of_an_embargo_can_be_had_alone() -> None:
    embargoed = standing_as(FRENCH, Standing.EMBARGOED)
    (line, *_) = standing_lines(embargoed, HARBOUR_UNION, Standing.EMBARGOED)
    assert embargo_words(embargoed, HARBOUR_UNION) == line
    assert embargo_words(replace(embargoed, embargo=None), HARBOUR_UNION) == ""


def test_no_copy_stands_under_an_embargo_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="embargo"):
        standing_lines(ENGLISH, HARBOUR_UNION, Standing.EMBARGOED)


def test_the_release_line_is_the_houses_choice_and_dated_at_the_desk() -> None:
    late = replace(ENGLISH, firstpublished=ENGLISH.versioncreated.replace(hour=23, minute=30))
    dated = '<time datetime="2026-05-04T00:30+01:00">4 May 2026</time>'
    assert above(late, Standing.CLEAR)[0] == f'<p class="release-line" dir="auto">{dated}</p>'
    immediate = replace(HARBOUR_UNION, has_immediate_release_line=True)
    line = above(replace(late, symbol="HCU/PR/<7>"), Standing.CLEAR, immediate)[0]
    assert plain_text(line) == "FOR IMMEDIATE RELEASE · HCU/PR/<7> · 4 May 2026"


def test_a_release_is_for_everybody_when_its_embargo_ends() -> None:
    embargoed = standing_as(ENGLISH, Standing.EMBARGOED)
    assert embargoed.embargo is not None
    at_nine = datetime(2026, 7, 2, 8, 0, tzinfo=UTC)
    assert public_since(embargoed) == at_nine
    assert plain_text(above(embargoed, Standing.CLEAR)[0]) == "2 July 2026"
    lifted = replace(embargoed.embargo, lifted_at=at_nine.replace(day=1))
    assert public_since(replace(embargoed, embargo=lifted)) == lifted.lifted_at
    late = at_nine.replace(day=3)
    assert public_since(replace(embargoed, firstpublished=late)) == late
    assert public_since(replace(embargoed, firstpublished=None)) is None


@pytest.mark.parametrize("standing", [Standing.DRAFT, Standing.HOLD, Standing.EMBARGOED])
def test_what_is_not_for_everybody_is_not_for_immediate_release(standing: Standing) -> None:
    newsroom = replace(HARBOUR_UNION, has_immediate_release_line=True)
    html = "".join(above(standing_as(ENGLISH, standing), standing, newsroom))
    assert "IMMEDIATE" not in html
    assert "<time" not in html


def test_headline_subheadline_and_byline_are_plain_text() -> None:
    release = replace(
        ENGLISH, headline="<b>1 < 2</b> & *so on*", subheadline="two\nlines", byline="By Ada\u202e"
    )
    assert above(release, Standing.CLEAR)[1:] == [
        '<h1 class="headline" dir="auto">&lt;b&gt;1 &lt; 2&lt;/b&gt; &amp; *so on*</h1>',
        '<p class="subheadline" dir="auto">two lines</p>',
        '<p class="byline" dir="auto">By Ada</p>',
    ]


def test_what_is_not_written_leaves_no_block() -> None:
    bare = replace(ENGLISH, headline=" ", subheadline="", byline=None, firstpublished=None)
    assert above(bare, Standing.CLEAR) == []
    empty = replace(ENGLISH, boilerplates=(), contacts=())
    assert below(empty, replace(HARBOUR_UNION, end_mark="")) == {}


def test_french_lines_have_their_spaces() -> None:
    html = above(FRENCH, Standing.CLEAR)[1]
    assert "sans fumée\u202f: que changera-t-elle\u202f?" in html


def test_all_notes_to_editors_stand_under_one_heading() -> None:
    release = with_text(BoilerplateKind.NOTES_TO_EDITORS, "First.", "## Figures\n\nSecond.")
    assert below(release)[BlockKind.NOTES] == (
        '<section class="notes" aria-labelledby="notes-to-editors">'
        '<h2 id="notes-to-editors">Notes to editors</h2>\n<p dir="auto">First.</p>\n'
        '<h3 dir="auto">Figures</h3>\n<p dir="auto">Second.</p></section>'
    )


def test_notes_with_a_heading_of_their_own_get_no_other() -> None:
    release = with_text(BoilerplateKind.NOTES_TO_EDITORS, "### For the press\n\nFirst.")
    assert below(release)[BlockKind.NOTES] == (
        '<section class="notes"><h2 dir="auto">For the press</h2>\n'
        '<p dir="auto">First.</p></section>'
    )


def test_standing_texts_are_markdown_with_notes_of_their_own() -> None:
    release = with_text(BoilerplateKind.ABOUT, "**HCU** joins ports.[^a]\n\n[^a]: Since 2011.")
    html = below(release)[BlockKind.BOILERPLATE]
    assert html.startswith('<aside class="boilerplate about"><p dir="auto"><strong>HCU</strong>')
    assert 'id="about-1-fn-1"' in html
    assert 'href="#about-1-fn-1"' in html
    assert 'id="fn-1"' not in html  # the body may have that one


def test_an_empty_standing_text_leaves_no_block() -> None:
    assert BlockKind.BOILERPLATE not in below(with_text(BoilerplateKind.ABOUT, " \n"))
    assert BlockKind.NOTES not in below(with_text(BoilerplateKind.NOTES_TO_EDITORS, ""))


def test_a_place_that_must_carry_a_note_carries_it_once() -> None:
    place = Place(id=PlaceId(UUID(int=9)), country_code="XX", tz="UTC", un_note="* A <note>.")
    release = replace(ENGLISH, boilerplates=(), dateline=Dateline(places=(place, place)))
    assert below(release)[BlockKind.BOILERPLATE] == (
        '<p class="place-note" dir="auto">* A &lt;note&gt;.</p>'
    )


def test_the_end_mark_stands_between_the_standing_texts_and_the_contacts() -> None:
    kinds = [one.kind for one in closing(ENGLISH, HARBOUR_UNION, BlockRenderer())]
    assert kinds == [
        BlockKind.NOTES,
        BlockKind.BOILERPLATE,
        BlockKind.END_MARK,
        BlockKind.CONTACTS,
    ]
    assert below(ENGLISH)[BlockKind.END_MARK] == '<p class="end-mark">###</p>'


def test_only_public_points_are_printed() -> None:
    html = below(ENGLISH)[BlockKind.CONTACTS]
    assert "tel:+212555010042;ext=7" in html
    assert "+212655010099" not in html


def test_equal_blocks_have_equal_keys_and_no_source_lines() -> None:
    first, second = (list(closing(ENGLISH, HARBOUR_UNION, BlockRenderer())) for _ in range(2))
    assert first == second
    assert len({one.key for one in first}) == len(first)
    assert {(one.first_line, one.last_line) for one in first} == {(None, None)}
