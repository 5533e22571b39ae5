"""Lists whose releases stand together by month, country or state."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.grouping import GroupBy, Grouping
from newsdesk.domain.query import ListOrder, ReleaseQuery
from newsdesk.domain.workflow import State
from newsdesk.storage import finding
from newsdesk.storage.database import Database
from tests.storage.making import geneva, keep, plain_release

RELEASES = (  # slug, headline, changed, dateline, country, state
    ("a", "Émeute au quay", datetime(2026, 4, 30, 22, 30, tzinfo=UTC), None, "CH", State.DRAFT),
    ("b", "April quay", datetime(2026, 5, 2, tzinfo=UTC), date(2025, 7, 9), "", State.PUBLISHED),
    ("c", "Zulu quay", datetime(2026, 5, 1, tzinfo=UTC), date(2026, 7, 1), "MA", State.DRAFT),
    ("d", "Drift quay", datetime(2024, 12, 1, tzinfo=UTC), date(2025, 7, 8), "CH", State.SPIKED),
)


@pytest.fixture(autouse=True)
def archive(database: Database) -> None:
    for slug, headline, changed, day, country, state in RELEASES:
        first = replace(geneva(), country_code=country)
        second = replace(geneva(), country_code="CN")  # one stands under its first country alone
        dateline = Dateline(places=(first, second) if country else (), date=day)
        values = {"slug": slug, "headline": headline, "versioncreated": changed, "state": state}
        keep(database, plain_release(**values, dateline=dateline))


def groups(database: Database, query: ReleaseQuery, grouping: Grouping) -> list[str]:
    """Return the groups as "key: slug slug"."""
    with database.reading() as work:
        found = work.releases.grouped(query, grouping)
        assert sum(group.count for group in found.groups) == len(found.keys)
        assert sorted(found.keys) == sorted(work.releases.ids(query))
        return [
            f"{group.key}: {' '.join(row.slug for row in work.releases.rows(list(keys)))}"
            for group, keys in found.each()
        ]


@pytest.mark.parametrize("few", [1, 500])
@pytest.mark.parametrize("text", ["", "quay", "-nowhere"])
@pytest.mark.parametrize(
    ("by", "order", "expected"),
    [
        (GroupBy.MONTH, ListOrder.UPDATED, ["2026-05: b c", "2026-04: a", "2024-12: d"]),
        (GroupBy.MONTH, ListOrder.HEADLINE, ["2026-05: b c", "2026-04: a", "2024-12: d"]),
        (GroupBy.MONTH, ListOrder.STATE, ["2026-05: c b", "2026-04: a", "2024-12: d"]),
        (GroupBy.MONTH, ListOrder.DATELINE, ["2026-07: c", "2025-07: b d", ": a"]),
        (GroupBy.COUNTRY, ListOrder.UPDATED, ["CH: a d", "MA: c", ": b"]),
        (GroupBy.COUNTRY, ListOrder.HEADLINE, ["CH: d a", "MA: c", ": b"]),
        (GroupBy.COUNTRY, ListOrder.DATELINE, ["CH: d a", "MA: c", ": b"]),
        (GroupBy.STATE, ListOrder.UPDATED, ["draft: c a", "published: b", "spiked: d"]),
        (GroupBy.STATE, ListOrder.HEADLINE, ["draft: a c", "published: b", "spiked: d"]),
    ],
)
def test_releases_stand_together(
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    text: str,
    by: GroupBy,
    order: ListOrder,
    expected: list[str],
) -> None:
    monkeypatch.setattr(finding, "_FEW", few)
    assert groups(database, ReleaseQuery(text=text, order=order), Grouping(by=by)) == expected


@pytest.mark.parametrize("order", [ListOrder.UPDATED, ListOrder.HEADLINE])
def test_a_month_begins_where_the_reader_is(database: Database, order: ListOrder) -> None:
    here = Grouping(by=GroupBy.MONTH, tz="Europe/Zurich")
    found = groups(database, ReleaseQuery(order=order), here)
    assert [one.split(":")[0] for one in found] == ["2026-05", "2024-12"]


def test_a_filter_a_search_and_the_trash_are_grouped_too(database: Database) -> None:
    by_state = Grouping(by=GroupBy.STATE)
    drafts = ReleaseQuery(states=frozenset({State.DRAFT}))
    assert groups(database, drafts, by_state) == ["draft: c a"]
    assert groups(database, ReleaseQuery(text="***"), by_state) == []
    with database.transaction() as work:
        (key,) = work.releases.ids(ReleaseQuery(text="zulu"))
        work.releases.trash(key, at=datetime(2026, 6, 1, tzinfo=UTC), by="dana")
    assert groups(database, drafts, by_state) == ["draft: a"]
    by_month = Grouping(by=GroupBy.MONTH)
    assert groups(database, ReleaseQuery(trashed=True), by_month) == ["2026-05: c"]


def test_a_clock_that_was_wrong_does_no_harm(database: Database) -> None:
    long_ago = datetime(1, 1, 1, tzinfo=UTC)
    keep(database, plain_release(slug="e", headline="Old", versioncreated=long_ago))
    found = groups(database, ReleaseQuery(), Grouping(by=GroupBy.MONTH))
    assert found[-1].endswith(": e")


def test_nothing_has_no_groups(database: Database) -> None:
    query = ReleaseQuery(trashed=True)
    assert [groups(database, query, Grouping(by=by)) for by in GroupBy] == [[], [], []]
