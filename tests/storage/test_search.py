"""Finding releases by what stands in them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.errors import FieldError
from newsdesk.domain.ids import BoilerplateId, QuoteId, TermId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.quote import Quote
from newsdesk.domain.search import parse
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.storage import search
from newsdesk.storage.database import Database
from newsdesk.storage.fold import wanted
from newsdesk.storage.match_expressions import of_terms
from tests.storage.making import geneva, keep, plain_release, uuid_of

HOSTILE = [
    '"', "'", "*", "a*b", "NEAR(", "a AND", "OR", "NOT x", "headline:x", "{headline}: x", "^x",
    "(((", "a + b", "-x", "; DROP TABLE release; --", "\\", "\0", "%", "a\nb\tc", "/*", "--",
    'x" OR "y', "😀", "\u202e", "x" * 100_000, "a " * 10_000, "\ud800",
]  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """An empty one: whether an expression can be read is all that is asked of it."""
    with closing(sqlite3.connect(":memory:")) as driver:
        driver.execute("CREATE VIRTUAL TABLE i USING fts5(t, tokenize='ascii')")
        yield driver


def found(database: Database, text: str) -> list[str]:
    with database.reading() as work:
        return [s.headline for s in work.releases.summaries(ReleaseQuery(text=text))]


def best(database: Database, text: str, **query: object) -> list[str]:
    with database.reading() as work:
        return [s.headline for s in work.releases.best(ReleaseQuery(text=text, **query))]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Pär Liljert said", "Par"),
        ("Pär Liljert said", "PÄR LILJ"),
        ("Press conference in Genève", "geneve"),
        ("In der Straße", "strasse"),
        ("المنظمة الدولية للهجرة", "هجرة"),
        ("المنظمة الدولية للهجرة", "الهجرة"),
        ("المنظمة الدولية للهجرة", "منظمة دول"),
        ("联合国难民署发布新闻稿", "新闻"),
        ("联合国难民署发布新闻稿", "难民署"),
        ("联合国难民署发布新闻稿", "稿"),
        ("난민을 위한", "난민"),
        ("по её словам", "ее"),
        ("in Łódź and Đà Nẵng", "lodz da nang"),
        ("a two-day e-mail course", "e-mail"),
        ("l’eau", "l'eau"),
        ("2,859 people", "2859"),
        ("2,859 people", "2,859"),
        ("people  said", "said people"),
    ],
)
def test_a_word_is_found_however_it_is_typed(database: Database, text: str, query: str) -> None:
    keep(database, plain_release(headline="Wanted", body_md=text))
    keep(database, plain_release(headline="Other", body_md="Quite another matter"))
    expected = [] if query == "2859" else ["Wanted"]  # a number is its groups
    assert found(database, query) == best(database, query) == expected


@pytest.mark.parametrize("query", ["ar", "bridges", "opens bridge tuesday", "rid"])
def test_what_is_not_there_is_not_found(database: Database, query: str) -> None:
    keep(database, plain_release())
    assert found(database, query) == []


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: repr(query[:20]))
def test_any_text_is_only_looked_for(database: Database, query: str) -> None:
    keep(database, plain_release(headline="x a", body_md="b c y"))
    assert found(database, query) in ([], ["x a"])
    assert best(database, query) in ([], ["x a"])
    assert best(database, "x") == ["x a"]


def test_a_query_without_a_word_finds_nothing(database: Database) -> None:
    keep(database, plain_release())
    assert found(database, '"*"') == best(database, '"*"') == []
    assert search.asked(parse("…")).is_nothing


@given(query=st.text())
def test_nothing_that_is_typed_is_an_error(index: sqlite3.Connection, query: str) -> None:
    if terms := wanted(query):
        index.execute("SELECT 1 FROM i WHERE i MATCH ?", (of_terms(terms).expression,)).fetchall()


def test_headlines_weigh_more_than_abstracts_and_those_more_than_bodies(
    database: Database,
) -> None:
    filler = " and so on" * 20
    keep(database, plain_release(headline="Body", body_md="The bridge" + filler))
    keep(database, plain_release(headline="Abstract", abstract="The bridge", body_md="No" + filler))
    keep(database, plain_release(headline="The bridge", body_md="Nothing" + filler))
    assert best(database, "bridge") == ["The bridge", "Abstract", "Body"]
    assert best(database, "bridge", limit=1) == ["The bridge"]
    assert best(database, "bridge", language="fr") == []


def test_people_places_tags_and_own_notes_are_found_standing_texts_are_not(
    database: Database,
) -> None:
    note = ReleaseBoilerplate(kind=BoilerplateKind.NOTES_TO_EDITORS, text_md="Accreditation desk")
    about = ReleaseBoilerplate(
        kind=BoilerplateKind.ABOUT,
        text_md="Founded long ago",
        boilerplate_id=BoilerplateId(uuid_of(1)),
    )
    term = Term(id=TermId(uuid_of(2)), scheme=Scheme.TAG, qcode="x", names={"en": "Shipping"})
    quote = Quote(id=QuoteId(uuid_of(3)), speaker_name="Ana Wirth", text="Yes")
    contact = ReleaseContact(display_name="Noor Elm", office="Harbour Trust")
    keep(
        database,
        plain_release(
            subheadline="Under budget",
            contacts=(contact,),
            terms=(term,),
            quotes=(quote,),
            boilerplates=(note, about),
            dateline=Dateline(places=(geneva(),)),
        ),
    )
    for query in (
        "noor",
        "harbour",
        "ana wirth",
        "genève",
        "suisse",
        "switz",
        "shipping",
        "budget",
    ):
        assert len(found(database, query)) == (query != "suisse"), query
    assert found(database, "accreditation") != []
    assert found(database, "founded") == []


def test_the_index_follows_every_save(database: Database) -> None:
    release = keep(database, plain_release())
    keep(database, replace(release, headline="A port closes"))
    assert found(database, "opens") == []
    assert found(database, "port") == ["A port closes"]


def test_a_save_that_fails_leaves_the_index_as_it_was(database: Database) -> None:
    release = keep(database, plain_release())

    def save_with_another_of_the_same_slug() -> None:
        with database.transaction() as work:
            work.releases.save(replace(release, headline="A port closes"), dateline_text="")
            work.releases.save(plain_release(slug=release.slug), dateline_text="")

    with pytest.raises(FieldError):
        save_with_another_of_the_same_slug()
    assert found(database, "port") == []
    assert found(database, "opens") == ["New bridge opens"]


def test_an_index_made_again_says_the_same(database: Database) -> None:
    for number in range(5):
        keep(database, plain_release(headline=f"Bridge {number}"))
    everything = "SELECT rowid, * FROM release_search ORDER BY rowid"
    before = database._driver.execute(everything).fetchall()
    with database.transaction() as work:
        work.releases._connection.exec_driver_sql("DELETE FROM release_search")
        search.rebuild(work.releases._connection)
    assert database._driver.execute(everything).fetchall() == before
