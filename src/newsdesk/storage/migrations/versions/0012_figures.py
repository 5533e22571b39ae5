"""All that statistics count by, in one index."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(
            "ix_release_figures",
            [
                "deleted_at",
                "state",
                "dateline_date",
                "firstpublished",
                "firstcreated",
                "language",
                "profile",
                "id",
            ],
            unique=False,
        )
