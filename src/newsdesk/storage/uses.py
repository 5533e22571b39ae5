"""Which releases name somebody of the address book by key."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Connection, Select, select

from newsdesk.domain.ids import ReleaseId
from newsdesk.storage.rows import table_of
from newsdesk.storage.tables import QuoteRow, ReleaseContactRow, ReleaseRow

_RELEASE = table_of(ReleaseRow).c
_CONTACT = table_of(ReleaseContactRow).c
_QUOTE = table_of(QuoteRow).c
_AT_ONCE = 500  # keys in one statement


class UseRepository:
    """Reads the releases outside the trash, newest first, each once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_contacts(self, keys: Collection[UUID]) -> list[ReleaseId]:
        """Return those that print a contact under one of these keys."""
        return self._newest(select(_CONTACT.release_id).where(_CONTACT.contact_id.in_(keys)))

    def of_people(self, keys: Collection[UUID]) -> list[ReleaseId]:
        """Return those with a quote that was sent to one of these people."""
        return self._newest(select(_QUOTE.release_id).where(_QUOTE.person_id.in_(keys)))

    def bodies(self, keys: Sequence[ReleaseId]) -> dict[ReleaseId, str]:
        """Return the texts of these releases, as they were typed."""
        found: dict[ReleaseId, str] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = _RELEASE.id.in_(keys[start : start + _AT_ONCE])
            rows = self._connection.execute(select(_RELEASE.id, _RELEASE.body_md).where(some))
            found |= {ReleaseId(row.id): row.body_md for row in rows}
        return found

    def _newest(self, users: Select[UUID]) -> list[ReleaseId]:
        found = select(_RELEASE.id).where(_RELEASE.id.in_(users), _RELEASE.deleted_at.is_(None))
        ordered = found.order_by(_RELEASE.versioncreated.desc(), _RELEASE.id.desc())
        return [ReleaseId(key) for key in self._connection.scalars(ordered)]
