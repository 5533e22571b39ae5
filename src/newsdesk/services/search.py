"""Finding releases as people type what they look for, and showing where it stands."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.fold import fold
from newsdesk.domain.grouping import GroupBy, GroupedKeys, Grouping
from newsdesk.domain.hits import Hits
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.key_list import KeyList
from newsdesk.domain.query import ReleaseQuery, ReleaseSummary
from newsdesk.domain.search import Lexicon, Search, parse
from newsdesk.rendering.excerpt import excerpt, marked
from newsdesk.rendering.opening import opening
from newsdesk.services.lexicon import NameLexicon
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


def understood(work: "UnitOfWork", query: ReleaseQuery, lexicon: Lexicon) -> ReleaseQuery:
    """Return a query with what its text asks for, by the names and the days of the house."""
    if not query.text or query.search is not None:
        return query
    search = parse(query.text, lexicon)
    tz = work.newsroom.get().tz if search.conditions else query.tz
    return replace(query, search=search, tz=tz)


class SearchService:
    """Understands words, phrases and operators; every call is one transaction."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._lexicon = NameLexicon(workplace.gazetteer)

    def parsed(self, text: str) -> Search:
        """Return what is asked for, with the names of countries and languages understood."""
        return parse(text, self._lexicon)

    def ids(self, query: ReleaseQuery, *, ranked: bool = False) -> KeyList:
        """Return the keys of what is found.

        Args:
            ranked: the best first, instead of the newest.
        """
        with self._workplace.database.reading() as work:
            asked = understood(work, query, self._lexicon)
            return work.releases.best_ids(asked) if ranked else work.releases.keys(asked)

    def grouped(self, query: ReleaseQuery, grouping: Grouping) -> GroupedKeys:
        """Return the keys of what is found, group by group: countries by name, those without last.

        Of a month only `grouping.tz` decides when it begins.
        """
        with self._workplace.database.reading() as work:
            found = work.releases.grouped(understood(work, query, self._lexicon), grouping)
        return self._by_name(found, grouping.language) if grouping.by is GroupBy.COUNTRY else found

    def _by_name(self, found: GroupedKeys, language: str) -> GroupedKeys:
        named = [
            (replace(group, name=self._country(group.key, language)), keys)
            for group, keys in found.each()
        ]
        named.sort(key=lambda one: (not one[0].key, fold(one[0].name), one[0].key))
        return GroupedKeys(
            groups=tuple(group for group, _ in named),
            keys=KeyList.joined(keys for _, keys in named),
        )

    def _country(self, code: str, language: str) -> str:
        try:
            return self._workplace.gazetteer().country(code).country(language)
        except NotFoundError:
            return code

    def rows(self, ids: Sequence[ReleaseId], query: ReleaseQuery) -> list[ReleaseSummary]:
        """Return what a list shows of these, with what was looked for marked."""
        with self._workplace.database.reading() as work:
            return self._rows(work, ids, query)

    def page(self, query: ReleaseQuery, *, ranked: bool = False) -> list[ReleaseSummary]:
        """Return what a list shows, `query.limit` rows of it, with what was looked for marked."""
        with self._workplace.database.reading() as work:
            asked = understood(work, query, self._lexicon)
            ids = work.releases.best_ids(asked) if ranked else work.releases.keys(asked)
            return self._rows(work, ids, asked)

    def count(self, query: ReleaseQuery) -> int:
        """Return how many are found, whatever the limit is."""
        with self._workplace.database.reading() as work:
            return work.releases.number(understood(work, query, self._lexicon))

    def _rows(
        self, work: "UnitOfWork", ids: Sequence[ReleaseId], query: ReleaseQuery
    ) -> list[ReleaseSummary]:
        hits = Hits(query.search or self.parsed(query.text))
        if not hits:
            return work.releases.rows(ids, opening)
        found = work.releases.rows_and_bodies(ids, opening)
        return [_marked(row, body, hits) for row, body in found]


def _marked(row: ReleaseSummary, body: str, hits: Hits) -> ReleaseSummary:
    first_words = row.dateline_text + row.opening
    return replace(
        row,
        headline_hits=marked(row.headline.strip(), hits).hits,
        excerpt=excerpt(first_words, row.abstract or "", body, hits),
    )
