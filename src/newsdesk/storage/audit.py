"""Who did what: appended, never changed."""

from uuid import UUID

from sqlalchemy import Connection, insert, select

from newsdesk.domain.audit import AuditEvent
from newsdesk.storage.rows import RowForm, fetched
from newsdesk.storage.tables import AuditEventRow

_FORM = RowForm(AuditEvent, AuditEventRow)


class AuditRepository:
    """The journal of actions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, event: AuditEvent) -> None:
        self._connection.execute(insert(_FORM.table), _FORM.values(event))

    def for_entity(self, entity: str, entity_id: UUID) -> list[AuditEvent]:
        """Return what was done to one thing, oldest first."""
        columns = _FORM.table.c
        statement = select(_FORM.table).where(
            columns.entity == entity, columns.entity_id == entity_id
        )
        ordered = statement.order_by(columns.at, columns.id)
        return [_FORM.value(row) for row in fetched(self._connection, ordered)]
