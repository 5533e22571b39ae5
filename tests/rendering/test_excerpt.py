"""The place of a text where what was looked for stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.hits import Hits, Span
from newsdesk.domain.search import parse
from newsdesk.rendering.excerpt import excerpt, marked

OPENING = "SAMPORT – The council opened the harbour station on Monday"
BODY = f"""The council opened the harbour station on Monday.

{"More was said. " * 30}

- **Ferries** go to [Genève](https://example.org/lighthouse) every twenty minutes, Noor Elm said.
"""


def found(query: str, abstract: str = "", body: str = BODY) -> tuple[str, list[str]] | None:
    line = excerpt(OPENING, abstract, body, Hits(parse(query)))
    return line and (line.text, [line.text[hit.start : hit.end] for hit in line.hits])


def test_the_opening_stays_where_it_shows_what_was_looked_for() -> None:
    assert found("council") == (OPENING, ["council"])


def test_a_place_further_down_is_shown_in_plain_words() -> None:
    assert found("geneve") == (
        "…Ferries go to Genève every twenty minutes, Noor Elm said.",
        ["Genève"],
    )


def test_a_hit_out_of_sight_is_brought_into_it() -> None:
    assert found("twenty") == ("…Genève every twenty minutes, Noor Elm said.", ["twenty"])


def test_an_abstract_is_read_too() -> None:
    assert found("shore", abstract="Ships lie on shore power.") == (
        "Ships lie on shore power.",
        ["shore"],
    )


@pytest.mark.parametrize("query", ["lighthouse", "nowhere", "", "-council"])
def test_what_stands_in_no_visible_word_is_not_shown(query: str) -> None:
    assert found(query) is None


def test_chinese_is_cut_between_letters() -> None:
    line = found("难民署", body=f"联合国{'发布新闻稿件' * 30}难民署今日发布新闻稿")
    assert line is not None
    assert line[0].startswith("…")
    assert line[1] == ["难民署"]
    assert line[0].index("难民署") <= 20


def test_all_hits_of_a_line_are_marked() -> None:
    assert marked("To be or not to be", Hits(parse("be"))).hits == (Span(3, 5), Span(16, 18))


@given(text=st.text(), query=st.text())
def test_any_text_has_an_excerpt_or_none(text: str, query: str) -> None:
    line = excerpt(text[:10], text, text, Hits(parse(query)))
    assert line is None or all(hit.end <= len(line.text) for hit in line.hits)
