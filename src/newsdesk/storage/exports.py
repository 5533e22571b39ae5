"""Files that left the desk: appended, never changed."""

from sqlalchemy import Connection, insert, select

from newsdesk.domain.export_record import ExportRecord
from newsdesk.domain.ids import ReleaseId
from newsdesk.storage.rows import RowForm, fetched
from newsdesk.storage.tables import ExportRecordRow

_FORM = RowForm(ExportRecord, ExportRecordRow)


class ExportRepository:
    """One record for every file written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, record: ExportRecord) -> None:
        self._connection.execute(insert(_FORM.table), _FORM.values(record))

    def for_release(self, release_id: ReleaseId) -> list[ExportRecord]:
        """Return the records of a release, oldest first."""
        columns = _FORM.table.c
        statement = select(_FORM.table).where(columns.release_id == release_id)
        ordered = statement.order_by(columns.at, columns.id)
        return [_FORM.value(row) for row in fetched(self._connection, ordered)]
