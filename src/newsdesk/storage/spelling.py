"""Words that are spelled rightly here: in all releases of a language, or in one release."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from newsdesk.domain.ids import OwnWordId, ReleaseId
from newsdesk.domain.own_word import OwnWord
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.rows import RowForm, table_of
from newsdesk.storage.tables import IgnoredWordRow, OwnWordRow

_IGNORED = table_of(IgnoredWordRow)


class OwnWordRepository(EntryRepository[OwnWord]):
    """The house's own words, of which no two of a language are the same."""

    _entity = "word"
    _form = RowForm(OwnWord, OwnWordRow)
    _order = ("language", "word")

    def __init__(
        self, connection: Connection, now: Callable[[], datetime], new_id: Callable[[], UUID]
    ) -> None:
        super().__init__(connection, now)
        self._new_id = new_id

    def named(self, word: str) -> list[OwnWord]:
        """Return the entries of a word, one a language."""
        return self._where(self._form.table.c.word == word)

    def get_or_add(self, word: str, language: str) -> OwnWord:
        """Return the entry of a word, made if there is none; one that was put away comes back."""
        columns = self._form.table.c
        rows = self._rows(columns.word == word, columns.language == language)
        if not rows:
            return self.save(OwnWord(id=OwnWordId(self._new_id()), language=language, word=word))
        (entry,) = self._made(rows)
        return entry if rows[0]["deleted_at"] is None else self.save(entry)


class IgnoredWordRepository:
    """What is ignored in one release. It is no part of its text, so it has no revisions."""

    def __init__(self, connection: Connection, new_id: Callable[[], UUID]) -> None:
        self._connection = connection
        self._new_id = new_id

    def of(self, release_id: ReleaseId) -> frozenset[str]:
        words = select(_IGNORED.c.word).where(_IGNORED.c.release_id == release_id)
        return frozenset(self._connection.scalars(words))

    def add(self, release_id: ReleaseId, word: str) -> bool:
        """Tell whether it was not ignored yet."""
        if word in self.of(release_id):
            return False
        values = {"id": self._new_id(), "release_id": release_id, "word": word}
        self._connection.execute(insert(_IGNORED), values)
        return True

    def remove(self, release_id: ReleaseId, word: str) -> bool:
        """Tell whether it was ignored."""
        is_it = (_IGNORED.c.release_id == release_id) & (_IGNORED.c.word == word)
        return self._connection.execute(delete(_IGNORED).where(is_it)).rowcount == 1
