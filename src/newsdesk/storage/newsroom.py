"""The settings of the house, every version of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, insert, select

from newsdesk.domain.errors import StaleError
from newsdesk.domain.newsroom import Newsroom
from newsdesk.storage.rows import RowForm, fetched
from newsdesk.storage.tables import NewsroomRow

_FORM = RowForm(Newsroom, NewsroomRow)
_VERSIONS = select(_FORM.table).order_by(_FORM.table.c.version.desc())


class NewsroomRepository:
    """One newsroom; what it was stays stored beside what it is."""

    def __init__(
        self, connection: Connection, now: Callable[[], datetime], new_id: Callable[[], UUID]
    ) -> None:
        self._connection = connection
        self._now = now
        self._new_id = new_id
        self._read: Newsroom | None = None  # every save asks; one transaction sees one state

    def get(self) -> Newsroom:
        """Return the settings in force: those of a new house if none were ever saved."""
        if self._read is None:
            rows = fetched(self._connection, _VERSIONS.limit(1))
            self._read = _FORM.value(rows[0]) if rows else Newsroom()
        return self._read

    def versions(self) -> list[Newsroom]:
        """Return all that was ever in force, newest first."""
        return [_FORM.value(row) for row in fetched(self._connection, _VERSIONS)]

    def save(self, newsroom: Newsroom) -> Newsroom:
        """Add a version; raise `StaleError` if somebody saved one since this was read."""
        standing = self.get().version
        if standing != newsroom.version:
            raise StaleError("newsroom", str(newsroom.version))
        saved = replace(newsroom, version=standing + 1)
        own = {"id": self._new_id(), "created_at": self._now()}
        self._connection.execute(insert(_FORM.table), _FORM.values(saved) | own)
        self._read = None
        return saved
