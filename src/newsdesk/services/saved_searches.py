"""Searches that people keep at hand."""

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import SavedSearchId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.saved_search import SavedSearch
from newsdesk.services.search import SearchService
from newsdesk.services.workplace import Workplace

_SHORTEST_KEY = 4  # characters of an id that tell one entry from the others
_LONGEST_NAME = 60


def find_search(searches: Sequence[SavedSearch], key: str) -> SavedSearch:
    """Return the one search meant by its name or the beginning of its id.

    Raises:
        NotFoundError, AmbiguousKeyError: none is, or several are.
    """
    wanted = fold(key)
    matches = [one for one in searches if wanted in (fold(one.name), str(one.id))] or [
        one for one in searches if len(wanted) >= _SHORTEST_KEY and str(one.id).startswith(wanted)
    ]
    if not matches:
        raise NotFoundError("search", key)
    if len(matches) > 1:
        raise AmbiguousKeyError(key, [f"{one.name} ({one.id})" for one in matches])
    return matches[0]


class SavedSearchService:
    """Listing, counting, keeping, renaming, ordering and removing them."""

    def __init__(self, workplace: Workplace, search: SearchService) -> None:
        self._workplace = workplace
        self._search = search

    def all(self) -> list[SavedSearch]:
        """Return them in their order."""
        with self._workplace.database.reading() as work:
            return list(work.searches.all())

    def find(self, key: str) -> SavedSearch:
        return find_search(self.all(), key)

    def count(self, saved: SavedSearch) -> int:
        """Return how many releases it finds now."""
        return self._search.count(ReleaseQuery(text=saved.query))

    def add(self, query: str, name: str = "") -> tuple[SavedSearch, Changes]:
        """Keep what was typed behind the others, under its own words where it has no name.

        Raises:
            FieldError: it asks for nothing.
        """
        made = SavedSearch(
            id=SavedSearchId(self._workplace.new_id()), name=name.strip() or query, query=query
        )
        return self.save(made)

    def save(self, search: SavedSearch) -> tuple[SavedSearch, Changes]:
        """Store a search, a new one behind the others.

        Raises:
            FieldError: it has no name, or asks for nothing.
            StaleError: somebody saved it since it was read.
        """
        kept = composed(self._checked(search))
        with self._workplace.database.transaction() as work:
            if kept.version == 0:
                ordinals = [one.ordinal for one in work.searches.all()]
                kept = replace(kept, ordinal=max(ordinals, default=-1) + 1)
            saved = work.searches.save(kept)
        return saved, Changes.of(Subject.SEARCHES)

    def move(self, key: SavedSearchId, by: int) -> tuple[SavedSearch, Changes]:
        """Put a search so many places further down, or up; at an end it stays."""
        with self._workplace.database.transaction() as work:
            order = work.searches.all()
            at = next((n for n, one in enumerate(order) if one.id == key), None)
            if at is None:
                raise NotFoundError("search", str(key))
            moved = order.pop(at)
            order.insert(min(max(at + by, 0), len(order)), moved)
            for ordinal, one in enumerate(order):
                if one.ordinal != ordinal:
                    work.searches.save(replace(one, ordinal=ordinal))
            saved = work.searches.get(key)
        return saved, Changes.of(Subject.SEARCHES)

    def remove(self, key: str) -> tuple[SavedSearch, Changes]:
        """Remove by the name or the beginning of an id."""
        with self._workplace.database.transaction() as work:
            search = find_search(work.searches.all(), key)
            work.searches.delete(search.id, at=self._workplace.now(), by=self._workplace.author)
        return search, Changes.of(Subject.SEARCHES)

    def put_back(self, key: SavedSearchId) -> tuple[SavedSearch, Changes]:
        """Bring back what was removed."""
        with self._workplace.database.transaction() as work:
            search = work.searches.save(work.searches.get(key))
        return search, Changes.of(Subject.SEARCHES)

    def _checked(self, search: SavedSearch) -> SavedSearch:
        name = " ".join(search.name.split())[:_LONGEST_NAME].rstrip()
        parsed = self._search.parsed(search.query)
        if not any(str(part).strip('-"') for part in parsed.parts):
            raise FieldError("query", search.query)
        if not name:
            raise FieldError("name", search.name)
        return replace(search, name=name, query=str(parsed))
