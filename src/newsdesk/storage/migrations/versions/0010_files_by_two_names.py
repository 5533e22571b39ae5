"""What other desks call the files that are here."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "media_alias",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("media_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_media_alias_media_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_alias")),
    )
    op.create_index(op.f("ix_media_alias_media_id"), "media_alias", ["media_id"])
