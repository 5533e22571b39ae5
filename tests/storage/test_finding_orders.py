"""Lists in the orders that can be asked for."""

from datetime import date, timedelta

import pytest

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.query import ListOrder, ReleaseQuery
from newsdesk.domain.workflow import State
from newsdesk.storage import finding
from newsdesk.storage.database import Database
from tests.storage.making import NOW, kept, plain_release


@pytest.mark.parametrize("few", [1, 500])
@pytest.mark.parametrize("text", ["", "quay"])
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (ListOrder.UPDATED, "d c b a"),
        (ListOrder.DATELINE, "b a d c"),
        (ListOrder.HEADLINE, "b d a c"),
        (ListOrder.STATE, "d a c b"),
    ],
)
def test_a_list_is_in_the_order_that_is_asked_for(
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    text: str,
    order: ListOrder,
    expected: str,
) -> None:
    monkeypatch.setattr(finding, "_FEW", few)
    releases = (
        ("a", "Émeute au quay", date(2026, 1, 2), State.DRAFT),
        ("b", "APRIL QUAY", date(2026, 3, 1), State.PUBLISHED),
        ("c", "zulu quay", None, State.SUBMITTED),
        ("d", "drift quay", date(2026, 1, 1), State.DRAFT),
    )
    with database.transaction() as work:
        for number, (slug, headline, day, state) in enumerate(releases):
            kept(
                work,
                plain_release(
                    slug=slug,
                    headline=headline,
                    dateline=Dateline(date=day),
                    state=state,
                    versioncreated=NOW + timedelta(hours=number),
                ),
            )
        found = work.releases.summaries(ReleaseQuery(text=text, order=order))
        first = work.releases.ids(ReleaseQuery(text=text, order=order, limit=1))
    assert " ".join(row.slug for row in found) == expected
    assert first == [found[0].id]


@pytest.mark.parametrize(
    ("order", "index"),
    [
        (ListOrder.UPDATED, "ix_release_newest"),
        (ListOrder.HEADLINE, "ix_release_by_headline"),
        (ListOrder.DATELINE, "ix_release_by_dateline"),
    ],
)
@pytest.mark.parametrize("states", [frozenset[State](), frozenset({State.DRAFT})])
def test_an_order_is_read_off_an_index_and_nothing_is_sorted(
    database: Database, order: ListOrder, index: str, states: frozenset[State]
) -> None:
    said: list[str] = []
    with database.transaction() as work:
        kept(work, plain_release())
    database._driver.set_trace_callback(said.append)
    with database.reading() as work:
        work.releases.ids(ReleaseQuery(order=order, states=states))
    database._driver.set_trace_callback(None)
    (sentence,) = (one for one in said if "ORDER BY" in one)
    plan = database._driver.execute(f"EXPLAIN QUERY PLAN {sentence}").fetchall()
    steps = " ".join(row[3] for row in plan)
    assert f"USING COVERING INDEX {index}" in steps
    assert "TEMP B-TREE" not in steps
