"""What each filter asks for and counts."""

from dataclasses import fields

import pytest

from newsdesk.domain.query import ReleaseCounts
from newsdesk.domain.search import parse
from newsdesk.domain.workflow import State
from newsdesk.ui.library.filters import Filter, count_of, query_of, words_of
from tests.ui.library.rows import NOW

COUNTS = ReleaseCounts(all=9, drafts=5, embargoed=4, published=3, withdrawn=2, trashed=1)


def test_every_filter_has_a_count_of_its_own() -> None:
    counted = [count_of(which, COUNTS) for which in Filter]
    assert sorted(counted) == sorted(getattr(COUNTS, field.name) for field in fields(COUNTS))


def test_the_whole_list_is_neither_narrowed_nor_the_trash() -> None:
    query = query_of(Filter.ALL, "", NOW)
    assert (query.text, query.states, query.embargoed_at) == ("", frozenset(), None)
    assert not query.trashed
    assert query.limit is None


@pytest.mark.parametrize(
    ("which", "states"),
    [
        (Filter.DRAFTS, {State.DRAFT}),
        (Filter.PUBLISHED, {State.PUBLISHED, State.CORRECTED}),
        (Filter.WITHDRAWN, {State.KILLED, State.RECALLED}),
    ],
)
def test_a_filter_by_state_asks_for_what_is_counted_as_such(
    which: Filter, states: set[State]
) -> None:
    assert query_of(which, "", NOW).states == states


def test_embargoes_are_those_that_run_now() -> None:
    query = query_of(Filter.EMBARGOED, "", NOW)
    assert query.embargoed_at == NOW
    assert query.states == frozenset()


@pytest.mark.parametrize("which", Filter)
def test_words_are_looked_for_within_the_filter(which: Filter) -> None:
    query = query_of(which, "ferries", NOW)
    assert query.text == "ferries"
    assert query.trashed is (which is Filter.TRASH)


@pytest.mark.parametrize(
    ("which", "words"),
    [
        (Filter.ALL, ""),
        (Filter.TRASH, ""),
        (Filter.DRAFTS, "state:draft"),
        (Filter.EMBARGOED, "is:embargoed"),
        (Filter.PUBLISHED, "state:published state:corrected"),
        (Filter.WITHDRAWN, "state:killed state:recalled"),
    ],
)
def test_what_a_filter_asks_for_can_be_typed(which: Filter, words: str) -> None:
    assert words_of(which) == words
    assert len(parse(words).conditions) == len(words.split())
