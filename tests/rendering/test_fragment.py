import re

import pytest

from newsdesk.rendering.fragment import HeadingLevels, framed, run_in, with_note_ids


def levels_of(*typed: int, first: int = 2) -> list[int]:
    levels = HeadingLevels(first=first)
    html = [levels.fit(f'<h{level} dir="auto">A</h{level}>') for level in typed]
    for one in html:
        opened, closed = re.findall(r"</?h([2-6])", one)
        assert opened == closed
    return [int(one[2]) for one in html]


@pytest.mark.parametrize(
    ("typed", "fitted"),
    [
        ((2, 3, 3, 2), [2, 3, 3, 2]),
        ((3, 3), [2, 2]),  # nothing above it: no gap below the headline
        ((2, 4, 5, 3), [2, 3, 4, 3]),
        ((4, 2, 3), [2, 2, 3]),
        ((2, 3, 4, 5, 6), [2, 3, 4, 5, 6]),
    ],
)
def test_headings_follow_each_other_without_a_gap(
    typed: tuple[int, ...], fitted: list[int]
) -> None:
    assert levels_of(*typed) == fitted


def test_headings_below_a_heading_of_ours_begin_one_level_lower() -> None:
    assert levels_of(2, 3, first=3) == [3, 4]


def test_a_level_has_no_seventh() -> None:
    assert levels_of(2, 3, 4, 5, 6, first=3) == [3, 4, 5, 6, 6]


def test_text_that_looks_like_a_heading_stays() -> None:
    html = '<p title="</h4>">&lt;h4&gt; x</p><h4>y</h4>'
    assert HeadingLevels().fit(html) == '<p title="</h4>">&lt;h4&gt; x</p><h2>y</h2>'


def test_a_table_has_a_frame_and_nothing_else_has() -> None:
    assert (
        framed('<table dir="auto"></table>')
        == '<div class="table"><table dir="auto"></table></div>'
    )
    assert framed("<p>&lt;table</p>") == "<p>&lt;table</p>"


def test_a_dateline_runs_into_a_paragraph() -> None:
    html = run_in('<p dir="auto" title="a > b">The lead.</p>', "GENEVA (A&B)", " — ")
    assert html == (
        '<p dir="auto" title="a > b"><span class="dateline">GENEVA (A&amp;B)</span> — The lead.</p>'
    )
    assert type(html) is str  # what is joined to it is not escaped again


@pytest.mark.parametrize(
    "html",
    [
        '<h2 dir="auto">A</h2>',
        '<pre dir="auto"><code>a</code></pre>',
        '<p dir="auto"><img src="newsdesk-media:0" alt="A quay"> below</p>',
        "",
    ],
)
def test_a_dateline_runs_into_nothing_else(html: str) -> None:
    assert run_in(html, "Geneva", " – ") is None


def test_ids_of_notes_are_told_apart_and_words_are_not_touched() -> None:
    html = (
        '<p>id="fn-1" <sup id="fnref-1-2"><a href="#fn-1" class="footnote-ref">1</a></sup></p>'
        '<section class="footnotes"><ol><li id="fn-1"><p>x</p></li></ol></section>'
    )
    assert with_note_ids(html, "about-1") == (
        '<p>id="fn-1" <sup id="about-1-fnref-1-2"><a href="#about-1-fn-1" class="footnote-ref">1'
        '</a></sup></p><section class="footnotes"><ol><li id="about-1-fn-1"><p>x</p></li></ol>'
        "</section>"
    )
