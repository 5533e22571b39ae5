"""What is known about the files of the media store."""

from uuid import UUID

from sqlalchemy import insert, select

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import MediaAsset
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.rows import RowForm, table_of
from newsdesk.storage.tables import MediaAliasRow, MediaRow

_ALIAS = table_of(MediaAliasRow)


class MediaRepository(EntryRepository[MediaAsset]):
    """Pictures and attachments, the oldest first."""

    _entity = "media"
    _form = RowForm(MediaAsset, MediaRow)

    def find_by_content(self, sha256: str) -> MediaAsset | None:
        """Return the file with this content, which is stored once; also one that was put away."""
        rows = self._rows(self._form.table.c.sha256 == sha256)
        return self._made(rows)[0] if rows else None

    def get(self, entry_id: UUID) -> MediaAsset:
        """Return a file by its key here, or by the one that another desk gave it."""
        key = self.known_as(MediaId(entry_id))
        if key is None:
            raise NotFoundError(self._entity, str(entry_id))
        return super().get(key)

    def known_as(self, media_id: MediaId) -> MediaId | None:
        """Return the key here of a file, be it named as elsewhere; None: it is not here."""
        own = select(self._form.table.c.id).where(self._form.table.c.id == media_id)
        if self._connection.scalar(own) is not None:
            return media_id
        other = select(_ALIAS.c.media_id).where(_ALIAS.c.id == media_id)
        found = self._connection.scalar(other)
        return None if found is None else MediaId(found)

    def add_alias(self, media_id: MediaId, of: MediaId) -> None:
        """Record what another desk calls a file that is here."""
        self._connection.execute(insert(_ALIAS), {"id": media_id, "media_id": of})
