"""Searches that people keep at hand, and all that searches ask for in the index of the list.

The search index has lists of names of its own now; it is made again after every migration.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_COLUMNS = [
    *("versioncreated", "id", "deleted_at", "state", "language"),
    *("embargo_until_utc", "embargo_lifted_at", "search_rowid", "dateline_date", "starred"),
]


def upgrade() -> None:
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index("ix_release_newest")
        batch_op.create_index("ix_release_newest", _COLUMNS, unique=False)
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_by", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
    )
