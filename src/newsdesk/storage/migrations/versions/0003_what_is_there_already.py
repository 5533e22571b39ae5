"""What tells that a text is stored already, sites that nobody is asked about, names of pictures."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "release_fingerprint",
        sa.Column("release_id", sa.Uuid(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"],
            ["release.id"],
            name=op.f("fk_release_fingerprint_release_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("release_id", "ordinal", name=op.f("pk_release_fingerprint")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("release_fingerprint", schema=None) as batch_op:
        batch_op.create_index("ix_release_fingerprint_hash", ["hash", "release_id"], unique=False)

    with op.batch_alter_table("media", schema=None) as batch_op:
        batch_op.add_column(sa.Column("file_name", sa.String(), nullable=True))

    # houses that are stored already have decided nothing
    with op.batch_alter_table("newsroom", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("unasked_sites", sa.JSON(), nullable=False, server_default="[]")
        )
    with op.batch_alter_table("newsroom", schema=None) as batch_op:
        batch_op.alter_column("unasked_sites", server_default=None)
