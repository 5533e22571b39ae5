"""A search that is written by choosing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.facets import Facet
from newsdesk.domain.narrowing import Choice, narrowed
from newsdesk.domain.search import parse
from tests.domain.test_facets import CHILE, CHINA, DRAFT, FACETS, PUBLISHED, SAFETY, WINTER

ONLY, ALSO, NOT = Choice.ONLY, Choice.ALSO, Choice.NOT
EVERY = [CHILE, CHINA, DRAFT, PUBLISHED, SAFETY, WINTER]


@pytest.mark.parametrize(
    ("before", "facet", "choice", "after"),
    [
        ("", DRAFT, ONLY, "state:draft"),
        ("harbour", DRAFT, ONLY, "harbour state:draft"),
        ("state:published harbour", DRAFT, ONLY, "state:draft harbour"),
        ("state:published x state:killed", DRAFT, ONLY, "state:draft x"),
        ("harbour state:draft", DRAFT, ONLY, "harbour"),
        ("state:dra harbour", DRAFT, ONLY, "harbour"),
        ("state:draft state:published", DRAFT, ONLY, "state:draft"),  # the one of several
        ("country:chi", CHINA, ONLY, "country:China"),  # which meant Chile too
        ("country:japan port", CHINA, ONLY, "country:China port"),
        ("-tag:winter port", WINTER, ONLY, 'tag:"winter" port'),
        ('-tag:winter tag:"winter safety"', WINTER, ONLY, 'tag:"winter"'),
        ("-tag:winter tag:x", SAFETY, ONLY, '-tag:winter tag:"Winter safety"'),
        ("tag:", WINTER, ONLY, 'tag:"winter"'),
        ("state:draft", PUBLISHED, ALSO, "state:draft state:published"),
        ("state:draft state:published x", PUBLISHED, ALSO, "state:draft x"),
        ("-state:draft", DRAFT, ALSO, "state:draft"),
        ("tag:x", WINTER, NOT, 'tag:x -tag:"winter"'),
        ('tag:"winter" x', WINTER, NOT, '-tag:"winter" x'),
        ('-tag:"winter" x', WINTER, NOT, "x"),
        ('"human rig', DRAFT, ONLY, '"human rig" state:draft'),
        ('state:draft "human rig', DRAFT, ONLY, '"human rig'),
        ('a  b "c d"   -e before:2013', DRAFT, ONLY, 'a b "c d" -e before:2013 state:draft'),
        ("http://example.org", CHINA, ONLY, "http://example.org country:China"),
    ],
)
def test_choosing_changes_what_is_of_its_kind_and_leaves_the_rest(
    before: str, facet: Facet, choice: Choice, after: str
) -> None:
    assert narrowed(before, facet, choice, FACETS) == after


@given(
    st.lists(st.sampled_from(['"', "state:draft", "-", "tag:", "x y", "country:china", " "])).map(
        "".join
    ),
    st.sampled_from(EVERY),
)
def test_what_was_chosen_is_chosen_and_what_was_taken_back_is_not(text: str, facet: Facet) -> None:
    once = narrowed(text, facet, ALSO, FACETS)
    was_chosen = facet.condition in FACETS.chosen(narrowed(text, facet, NOT, FACETS)).left_out
    assert was_chosen or "-" in text
    if facet.condition not in FACETS.chosen(text).wanted:
        assert facet.condition in FACETS.chosen(once).wanted
        again = narrowed(once, facet, ALSO, FACETS)
        assert facet.condition not in FACETS.chosen(again).wanted
    words = [word.text for word in parse(text, FACETS).words]
    assert [word.text for word in parse(once, FACETS).words][: len(words)] == words
