"""The words that releases are filed under."""

from collections.abc import Callable, Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from newsdesk.domain.ids import TermId
from newsdesk.domain.slug import slugify
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.rows import RowForm, table_of
from newsdesk.storage.tables import ReleaseRow, ReleaseTermRow, TermRow

_RELEASE = table_of(ReleaseRow)
_CARRIED = table_of(ReleaseTermRow)


class TermRepository(EntryRepository[Term]):
    """Terms by scheme and qcode, of which no two are the same."""

    _entity = "term"
    _form = RowForm(Term, TermRow)
    _order = ("scheme", "qcode")

    def __init__(
        self, connection: Connection, now: Callable[[], datetime], new_id: Callable[[], UUID]
    ) -> None:
        super().__init__(connection, now)
        self._new_id = new_id

    def all(self, scheme: Scheme | None = None) -> list[Term]:
        return self._where() if scheme is None else self._where(self._form.table.c.scheme == scheme)

    def in_use(self, ids: Collection[TermId]) -> set[TermId]:
        """Return those of `ids` that a release outside the trash is filed under."""
        carried = select(_CARRIED.c.term_id).join(_RELEASE, _RELEASE.c.id == _CARRIED.c.release_id)
        used = carried.where(_CARRIED.c.term_id.in_(ids), _RELEASE.c.deleted_at.is_(None))
        return set(map(TermId, self._connection.scalars(used.distinct())))

    def get_or_add(self, scheme: Scheme, name: str, language: str) -> Term:
        """Return the term of this name, made if there is none; one that was put away comes back."""
        columns, qcode = self._form.table.c, slugify(name)
        rows = self._rows(columns.scheme == scheme, columns.qcode == qcode)
        if not rows:
            term_id = TermId(self._new_id())
            return self.save(Term(id=term_id, scheme=scheme, qcode=qcode, names={language: name}))
        (term,) = self._made(rows)
        return term if rows[0]["deleted_at"] is None else self.save(term)
