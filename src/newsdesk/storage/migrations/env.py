"""Run by Alembic; the connection and its transaction are those of `storage/migrate.py`."""

from alembic import context

from newsdesk.storage.migrations.comparing import is_compared, portable_type
from newsdesk.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_name=is_compared,
    render_item=portable_type,
    render_as_batch=True,  # SQLite changes a table by making another one
)
context.run_migrations()
