"""Templates, colours and merges of terms, erased releases, lists in the order of headlines."""

import sqlalchemy as sa
from alembic import op

from newsdesk.domain.fold import fold

revision = "0009"
down_revision = "0008"

_RELEASE = sa.table(
    "release",
    sa.column("id", sa.Uuid()),
    sa.column("headline", sa.String()),
    sa.column("sort_headline", sa.String()),
)
_SORTED_BY = 80


def upgrade() -> None:
    with op.batch_alter_table("term", schema=None) as batch_op:
        batch_op.add_column(sa.Column("colour", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("merged_into", sa.Uuid(), nullable=True))
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("sort_headline", sa.String(), nullable=False, server_default="")
        )
        batch_op.create_index(
            "ix_release_by_headline", ["sort_headline", "id", "deleted_at", "state", "language"]
        )
        batch_op.create_index(
            "ix_release_by_dateline", ["dateline_date", "id", "deleted_at", "state", "language"]
        )
    _fold_headlines()
    _create_books()


def _fold_headlines() -> None:
    rows = op.get_bind().execute(sa.select(_RELEASE.c.id, _RELEASE.c.headline)).all()
    folded = [
        {"key": row.id, "folded": fold(row.headline[: 2 * _SORTED_BY])[:_SORTED_BY]} for row in rows
    ]
    if folded:
        op.get_bind().execute(
            sa.update(_RELEASE)
            .where(_RELEASE.c.id == sa.bindparam("key"))
            .values(sort_headline=sa.bindparam("folded")),
            folded,
        )


def _create_books() -> None:
    op.create_table(
        "template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_by", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("profile", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("defaults", sa.JSON(), nullable=False),
        sa.Column("required_fields", sa.JSON(), nullable=False),
        sa.Column("body_md", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
    )
    op.create_table(
        "erased_release",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("trashed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("trashed_by", sa.String(), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("erased_by", sa.String(), nullable=False),
        sa.Column("revision_hashes", sa.JSON(), nullable=False),
        sa.Column("export_hashes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erased_release")),
    )
