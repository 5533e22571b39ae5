"""What is known about the files of the media store."""

from newsdesk.domain.media import MediaAsset
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.rows import RowForm
from newsdesk.storage.tables import MediaRow


class MediaRepository(EntryRepository[MediaAsset]):
    """Pictures and attachments, the oldest first."""

    _entity = "media"
    _form = RowForm(MediaAsset, MediaRow)

    def find_by_content(self, sha256: str) -> MediaAsset | None:
        """Return the file with this content, which is stored once; also one that was put away."""
        rows = self._rows(self._form.table.c.sha256 == sha256)
        return self._made(rows)[0] if rows else None
