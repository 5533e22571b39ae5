"""Which sheets the house prints on."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    # houses that are stored already print on what is usual where they are
    with op.batch_alter_table("newsroom", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("paper", sa.String(length=40), nullable=False, server_default="usual")
        )
    with op.batch_alter_table("newsroom", schema=None) as batch_op:
        batch_op.alter_column("paper", server_default=None)
