"""Lists from one index, and releases by the address they came from."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index("ix_release_newest")
        batch_op.drop_index("ix_release_state")
        batch_op.create_index(
            "ix_release_newest",
            [
                "versioncreated",
                "id",
                "deleted_at",
                "state",
                "language",
                "embargo_until_utc",
                "embargo_lifted_at",
                "search_rowid",
            ],
            unique=False,
        )

    with op.batch_alter_table("provenance", schema=None) as batch_op:
        batch_op.create_index("ix_provenance_address", ["address"], unique=False)
