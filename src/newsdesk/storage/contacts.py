"""The address book."""

from collections.abc import Sequence

from sqlalchemy import func, select

from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.storage.mergeable import MergeableRepository
from newsdesk.storage.parts import PartList
from newsdesk.storage.rows import RowForm, Values
from newsdesk.storage.tables import ContactPointRow, ContactRow

_POINT = RowForm(ContactPoint, ContactPointRow)
_POINTS = PartList(_POINT, "contact_id")


class ContactRepository(MergeableRepository[Contact]):
    """Contacts with their points, by name."""

    _entity = "contact"
    _form = RowForm(Contact, ContactRow, elsewhere=["points"])
    _order = ("display_name", "office", "id")

    def find_by_email(self, address: str) -> Contact | None:
        """Return the contact with this address; the oldest one if several share a mailbox."""
        point = _POINT.table.c
        holders = select(point.contact_id).where(
            point.kind == PointKind.EMAIL, func.lower(point.value) == address.strip().lower()
        )
        found = self._where(self._form.table.c.id.in_(holders))
        return min(found, key=lambda contact: contact.id, default=None)

    def _made(self, rows: list[Values]) -> list[Contact]:
        points = _POINTS.read(self._connection, rows[0]["id"] if len(rows) == 1 else None)
        return [self._form.value(row, points=points.get(row["id"], ())) for row in rows]

    def _write_parts(self, entry: Contact) -> None:
        _POINTS.write(self._connection, entry.id, entry.points)

    def _insert_parts(self, entries: Sequence[Contact]) -> None:
        _POINTS.write_new(self._connection, {one.id: one.points for one in entries})
