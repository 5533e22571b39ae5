"""What releases have in common, counted in SQL."""

from dataclasses import replace
from datetime import timedelta

from uuid6 import uuid7

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.facets import Tally
from newsdesk.domain.ids import TermId
from newsdesk.domain.release import Release
from newsdesk.domain.vocabulary import Scheme, Term, TermColour
from newsdesk.domain.workflow import State
from newsdesk.storage.database import Database
from tests.storage.making import NOW, geneva, kept, plain_release

KENYA = Term(
    id=TermId(uuid7()), scheme=Scheme.COUNTRY, qcode="kenya", names={"en": "Kenya", "fr": "Kenya"}
)
WINTER = Term(id=TermId(uuid7()), scheme=Scheme.TAG, qcode="winter", names={"en": "Winter"})
PORTS = Term(id=TermId(uuid7()), scheme=Scheme.TAG, qcode="ports", names={"en": "Ports"})


def store(database: Database, *releases: Release) -> list[Release]:
    with database.transaction() as work:
        work.terms.save_all([KENYA, WINTER, PORTS])
        return [kept(work, one)[0] for one in releases]


def put_away(database: Database, release: Release) -> None:
    with database.transaction() as work:
        work.releases.trash(release.id, NOW, "dana")


def test_releases_are_tallied_by_trash_state_and_language(database: Database) -> None:
    until = (NOW + timedelta(hours=2)).replace(tzinfo=None, microsecond=0)
    embargo = Embargo.until(until, "UTC")
    *_, gone = store(
        database,
        plain_release(embargo=embargo),
        plain_release(),
        plain_release(state=State.PUBLISHED, language="fr", starred=True),
        plain_release(starred=True),
    )
    put_away(database, gone)
    with database.reading() as work:
        tallies = work.facets.tallies(NOW)
        later = work.facets.tallies(NOW + timedelta(hours=3))
    blank = {"embargoed": 0, "starred": 0, "is_trashed": False, "language": "en"}
    drafts = Tally(**blank | {"state": State.DRAFT, "number": 2, "embargoed": 1})
    assert set(tallies) == {
        drafts,
        Tally(**blank | {"state": State.PUBLISHED, "number": 1, "language": "fr", "starred": 1}),
        Tally(**blank | {"state": State.DRAFT, "number": 1, "is_trashed": True, "starred": 1}),
    }
    assert replace(drafts, embargoed=0) in later


def test_a_release_counts_once_under_each_country_that_it_names(database: Database) -> None:
    nairobi = geneva(city="Nairobi", country_code="KE")
    *_, gone = store(
        database,
        plain_release(dateline=Dateline(places=(geneva(), geneva(city="Bern"), nairobi))),
        plain_release(dateline=Dateline(places=(nairobi,)), terms=(KENYA, WINTER)),
        plain_release(terms=(KENYA,)),
        plain_release(dateline=Dateline(places=(geneva(),))),
    )
    put_away(database, gone)
    with database.reading() as work:
        assert work.facets.countries({}) == {"CH": 1, "KE": 2}
        assert work.facets.countries({KENYA.id: "KE"}) == {"CH": 1, "KE": 3}


def test_the_terms_that_are_used_come_with_colour_and_uses(database: Database) -> None:
    first, _, gone = store(
        database,
        plain_release(terms=(WINTER, KENYA)),
        plain_release(terms=(WINTER,)),
        plain_release(terms=(WINTER, PORTS)),
    )
    put_away(database, gone)
    with database.transaction() as work:
        work.terms.set_colour(WINTER.id, TermColour.TEAL)
        used = work.terms.used(Scheme.TAG, Scheme.THEME)
        assert [(one.term.qcode, one.colour, one.uses) for one in used] == [
            ("winter", TermColour.TEAL, 2)
        ]
        assert work.terms.use_counts() == {WINTER.id: 2, KENYA.id: 1}
        assert [one.term.qcode for one in work.terms.used(Scheme.COUNTRY)] == ["kenya"]
    assert first.terms
