"""Releases, counted."""

from datetime import date, timedelta
from typing import Any

from uuid6 import uuid7

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.ids import TermId
from newsdesk.domain.release import Profile, Release
from newsdesk.domain.statistics import Period
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import State
from newsdesk.storage.database import Database
from tests.storage.making import NOW, geneva, kept, plain_release

WATER = Term(
    id=TermId(uuid7()),
    scheme=Scheme.THEME,
    qcode="theme:water",
    names={"en": "Water", "fr": "Eau"},
)
ALL = Period()


def dated(day: date, **changes: Any) -> Release:
    return plain_release(dateline=Dateline(date=day), **changes)


def counts(database: Database, period: Period = ALL, *, only_published: bool = False) -> Any:
    with database.reading() as work:
        return work.statistics.counts(period, "en", only_published=only_published)


def store(database: Database, *releases: Release) -> list[Release]:
    with database.transaction() as work:
        return [kept(work, one)[0] for one in releases]


def test_a_release_counts_in_the_month_of_its_dateline(database: Database) -> None:
    store(
        database,
        dated(date(2025, 12, 31)),
        dated(date(2026, 1, 1)),
        plain_release(firstpublished=NOW + timedelta(days=31)),
        plain_release(),
    )
    found = counts(database)
    assert found.total == 4
    assert found.months == {(2025, 12): 1, (2026, 1): 1, (2026, 4): 1, (2026, 3): 1}


def test_a_period_has_its_first_day_and_its_last(database: Database) -> None:
    days = [date(2026, 1, day) for day in (1, 2, 3, 4)]
    store(database, *(dated(day) for day in days), plain_release(firstcreated=NOW))
    period = Period(first=days[1], last=days[2])
    assert counts(database, period).total == 2
    assert counts(database, Period(first=days[3])).total == 2
    assert counts(database, Period(last=NOW.date())).total == 5
    assert counts(database, Period(last=NOW.date() - timedelta(days=1))).total == 4


def test_a_release_counts_once_under_each_of_its_countries_and_themes(database: Database) -> None:
    places = (geneva(), geneva(city="Bern"), geneva(city="Nairobi", country_code="KE"))
    store(
        database,
        plain_release(dateline=Dateline(places=places), terms=(WATER,)),
        plain_release(terms=(WATER,), language="fr", profile=Profile.STATEMENT),
    )
    found = counts(database)
    assert found.countries == {"CH": 1, "KE": 1}
    assert found.themes == {"Water": 2}
    assert found.languages == {"en": 1, "fr": 1}
    assert found.types == {"press_release": 1, "statement": 1}


def test_what_is_in_the_trash_or_given_up_is_not_counted(database: Database) -> None:
    gone, *_ = store(
        database,
        plain_release(),
        plain_release(state=State.SPIKED, revert_state=State.DRAFT),
        plain_release(state=State.PUBLISHED, firstpublished=NOW),
    )
    with database.transaction() as work:
        work.releases.trash(gone.id, NOW, "dana")
    found = counts(database)
    assert (found.total, found.published) == (1, 1)


def test_only_what_was_published_may_be_asked_for(database: Database) -> None:
    store(
        database,
        plain_release(),
        plain_release(state=State.PUBLISHED, firstpublished=NOW),
        plain_release(state=State.RECALLED, firstpublished=NOW),
    )
    assert counts(database, only_published=True).total == 2


def test_days_to_publication_are_whole_days(database: Database) -> None:
    spans = (timedelta(hours=23), timedelta(days=1), timedelta(days=9, hours=5), timedelta(-40))
    store(database, *(plain_release(firstpublished=NOW + span) for span in spans))
    assert counts(database).durations == {0: 1, 1: 1, 9: 1, -1: 1}
