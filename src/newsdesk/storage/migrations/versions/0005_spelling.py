"""Words that are spelled rightly here, and the dictionaries that the house chose."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "own_word",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_by", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_word")),
        sa.UniqueConstraint("language", "word", name=op.f("uq_own_word_language_word")),
    )
    op.create_table(
        "ignored_word",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("release_id", sa.Uuid(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"],
            ["release.id"],
            name=op.f("fk_ignored_word_release_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ignored_word")),
        sa.UniqueConstraint("release_id", "word", name=op.f("uq_ignored_word_release_id_word")),
    )

    # houses that are stored already have chosen nothing
    with op.batch_alter_table("newsroom", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("dictionaries", sa.JSON(), nullable=False, server_default="{}")
        )
    with op.batch_alter_table("newsroom", schema=None) as batch_op:
        batch_op.alter_column("dictionaries", server_default=None)
