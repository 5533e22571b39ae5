"""Entries of the address book that were found to be one, and where each of them is used."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_BOOKS = ("contact", "person")


def upgrade() -> None:
    for book in _BOOKS:
        with op.batch_alter_table(book, schema=None) as batch_op:
            batch_op.add_column(sa.Column("merged_into", sa.Uuid(), nullable=True))
    with op.batch_alter_table("release_contact", schema=None) as batch_op:
        batch_op.create_index("ix_release_contact_contact_id", ["contact_id"], unique=False)
    with op.batch_alter_table("quote", schema=None) as batch_op:
        batch_op.create_index("ix_quote_person_id", ["person_id"], unique=False)
