"""Which releases a list shows, and in which order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.ids import TermId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import State
from newsdesk.storage import finding
from newsdesk.storage.database import Database
from tests.storage.making import NOW, Clock, geneva, keep, plain_release, uuid_of


def term(number: int, scheme: Scheme, **names: str) -> Term:
    return Term(id=TermId(uuid_of(number)), scheme=scheme, qcode=f"own:{number}", names=names)


def release(headline: str, **values: object) -> Release:
    made = plain_release(headline=headline, body_md="", contacts=())
    return replace(made, **values)


@pytest.fixture(autouse=True)
def archive(database: Database, clock: Clock) -> None:
    wong = ReleaseContact(display_name="Mei Wong", office="Harbour Trust")
    tags = (term(1, Scheme.TAG, en="human rights"), term(2, Scheme.THEME, en="Ports", fr="Ports"))
    port = term(3, Scheme.TAG, en="rights")
    swiss = Dateline(places=(geneva(),), date=date(2012, 12, 31))
    keep(database, release("Swiss bridge", contacts=(wong,)))
    keep(database, replace(release("Geneva bridge"), dateline=swiss, language="fr-CH", terms=tags))
    keep(database, release("Starred port", starred=True, terms=(port,), state=State.PUBLISHED))
    china = (term(4, Scheme.COUNTRY, en="China", zh="中国"),)
    keep(database, release("Port in China", terms=china, versioncreated=clock.advance(days=400)))


def found(database: Database, text: str, **values: object) -> set[str]:
    with database.reading() as work:
        query = ReleaseQuery(text=text, **values)
        summaries = work.releases.summaries(query)
        assert work.releases.number(query) == len(summaries)
        best = work.releases.best_ids(query)
        assert sorted(best) == sorted(row.id for row in summaries)
        return {row.headline for row in summaries}


ALL = {"Swiss bridge", "Geneva bridge", "Starred port", "Port in China"}


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        ("", ALL),
        ("bridge", {"Swiss bridge", "Geneva bridge"}),
        ("bridge -swiss", {"Geneva bridge"}),
        ("-bridge", {"Starred port", "Port in China"}),
        ('-"port in"', ALL - {"Port in China"}),
        ("***", set()),
        ("-***", set()),
        ("*** state:published", {"Starred port"}),
        ("state:published", {"Starred port"}),
        ("-state:published", ALL - {"Starred port"}),
        ("state:published state:draft", ALL),
        ("lang:fr", {"Geneva bridge"}),
        ("-lang:fr bridge", {"Swiss bridge"}),
        ("contact:won", {"Swiss bridge"}),
        ('contact:"harbour trust"', {"Swiss bridge"}),
        ("contact:trust", {"Swiss bridge"}),
        ('contact:"trust"', set()),
        ("tag:rights", {"Geneva bridge", "Starred port"}),
        ('tag:"rights"', {"Starred port"}),
        ('tag:"human rights"', {"Geneva bridge"}),
        ("theme:ports", {"Geneva bridge"}),
        ("theme:rights", set()),
        ("tag:rights theme:port", {"Geneva bridge"}),
        ("country:ch", {"Geneva bridge"}),
        ("before:2013", {"Geneva bridge"}),
        ("after:2012-12-31 before:2013", {"Geneva bridge"}),
        ("has:contact", {"Swiss bridge"}),
        ("has:tag", {"Geneva bridge", "Starred port"}),
        ("has:theme", {"Geneva bridge"}),
        ("-has:tag -has:contact", {"Port in China"}),
        ("has:image", set()),
        ("-has:image -is:embargoed -has:embargo", ALL),
        ("is:starred", {"Starred port"}),
        ("-is:starred bridge", {"Swiss bridge", "Geneva bridge"}),
    ],
)
def test_a_search_finds(database: Database, text: str, headlines: set[str]) -> None:
    assert found(database, text) == headlines


def test_what_has_no_date_is_dated_by_its_last_change_in_the_house_s_zone(
    database: Database, clock: Clock
) -> None:
    day = clock().date()
    assert found(database, f"after:{day}") == {"Port in China"}
    assert found(database, f"after:{day + timedelta(days=1)}") == set()
    midnight = clock().replace(hour=0, minute=30)
    keep(database, release("Past midnight", versioncreated=midnight))
    assert "Past midnight" in found(database, f"after:{day}")
    assert "Past midnight" not in found(database, f"after:{day}", tz="America/Bogota")


def test_words_of_the_headline_alone_can_be_left_out_too(database: Database) -> None:
    assert found(database, "-trust bridge", is_in_headline=True) == {
        "Swiss bridge",
        "Geneva bridge",
    }


def test_the_best_come_first_and_only_as_many_as_are_asked_for(database: Database) -> None:
    keep(database, release("Nothing of it", body_md="A bridge. " + "Other matters. " * 40))
    with database.reading() as work:
        best = work.releases.best(ReleaseQuery(text="bridge", limit=2))
        assert {row.headline for row in best} == {"Swiss bridge", "Geneva bridge"}
        assert [row.headline for row in work.releases.best(ReleaseQuery(text="bridge"))][-1] == (
            "Nothing of it"
        )


def test_the_trash_is_searched_apart(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        (key,) = work.releases.ids(ReleaseQuery(text="swiss"))
        work.releases.trash(key, at=clock(), by="dana")
    assert found(database, "swiss") == found(database, "swiss bridge -geneva") == set()
    assert found(database, "swiss", trashed=True) == {"Swiss bridge"}
    assert found(database, "bridge", trashed=True) == {"Swiss bridge"}


def test_the_newest_of_very_many_are_read_off_the_list(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as are asked for, in the order and with the conditions of all of them."""
    for number in range(40):
        keep(database, release(f"Quay {number}", versioncreated=NOW + timedelta(days=number)))
    with database.reading() as work:
        for text in ("quay", "quay -7", "qua state:draft", "bridge", "nowhere"):
            every = work.releases.ids(ReleaseQuery(text=text))
            monkeypatch.setattr(finding, "_READ_AT_ONCE", 3)
            for limit in (1, 2, 7):
                first = work.releases.ids(ReleaseQuery(text=text, limit=limit))
                assert first == every[:limit], (text, limit)


def test_the_best_are_found_also_behind_many_in_the_trash(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        for key in work.releases.ids(ReleaseQuery(text="bridge")):
            work.releases.trash(key, at=clock(), by="dana")
    keep(database, release("Nothing of it", body_md="A bridge. " + "Other matters. " * 40))
    with database.reading() as work:
        best = work.releases.best(ReleaseQuery(text="bridge", limit=1))
        assert [row.headline for row in best] == ["Nothing of it"]
