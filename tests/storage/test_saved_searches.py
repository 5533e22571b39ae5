"""Searches that people keep at hand."""

from dataclasses import replace

import pytest
from uuid6 import uuid7

from newsdesk.domain.errors import StaleError
from newsdesk.domain.ids import SavedSearchId
from newsdesk.domain.saved_search import SavedSearch
from newsdesk.storage.database import Database
from tests.storage.making import Clock


def search(name: str, ordinal: int = 0) -> SavedSearch:
    query = f'tag:"{name}" -state:spiked'
    return SavedSearch(id=SavedSearchId(uuid7()), name=name, query=query, ordinal=ordinal)


def test_searches_come_back_in_their_order(database: Database) -> None:
    with database.transaction() as work:
        last, first = (work.searches.save(search(*one)) for one in (("Last", 2), ("Première", 0)))
    assert first.version == 1
    with database.reading() as work:
        assert list(work.searches.all()) == [first, last]


def test_a_search_that_somebody_else_changed_is_not_overwritten(database: Database) -> None:
    with database.transaction() as work:
        mine = work.searches.save(search("Ports"))
        work.searches.save(replace(mine, name="Quays"))
        with pytest.raises(StaleError):
            work.searches.save(replace(mine, name="Piers"))


def test_a_search_that_was_put_away_leaves_the_list_and_comes_back(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as work:
        saved = work.searches.save(search("Ports"))
        work.searches.delete(saved.id, at=clock(), by="dana")
        assert work.searches.all() == []
        work.searches.save(work.searches.get(saved.id))
        assert [one.name for one in work.searches.all()] == ["Ports"]
