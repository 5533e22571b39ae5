"""What is printed below a picture belongs to each release that shows it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_RELEASE = sa.table("release", sa.column("id", sa.Uuid()), sa.column("language", sa.String()))
_MEDIA = sa.table(
    "media",
    sa.column("id", sa.Uuid()),
    sa.column("captions", sa.JSON()),
    sa.column("creditline", sa.String()),
)
_PLACE = sa.table(
    "release_media",
    sa.column("release_id", sa.Uuid()),
    sa.column("ordinal", sa.Integer()),
    sa.column("media_id", sa.Uuid()),
    sa.column("caption", sa.String()),
    sa.column("credit", sa.String()),
)


def upgrade() -> None:
    with op.batch_alter_table("release_media", schema=None) as batch_op:
        batch_op.add_column(sa.Column("caption", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("credit", sa.String(), nullable=True))
    _take_over_what_is_printed()


def _take_over_what_is_printed() -> None:
    """Have every release go on printing what the picture said in its language so far."""
    places = (
        sa.select(
            _PLACE.c.release_id.label("of"),
            _PLACE.c.ordinal.label("place"),
            _RELEASE.c.language,
            _MEDIA.c.captions,
            _MEDIA.c.creditline,
        )
        .join(_RELEASE, _RELEASE.c.id == _PLACE.c.release_id)
        .join(_MEDIA, _MEDIA.c.id == _PLACE.c.media_id)
    )
    said = [
        {
            "of": row.of,
            "place": row.place,
            "said": row.captions.get(row.language)
            or row.captions.get(row.language.partition("-")[0], ""),
            "by": row.creditline,
        }
        for row in op.get_bind().execute(places)
    ]
    if said:
        op.get_bind().execute(
            sa.update(_PLACE)
            .where(_PLACE.c.release_id == sa.bindparam("of"))
            .where(_PLACE.c.ordinal == sa.bindparam("place"))
            .values(caption=sa.bindparam("said"), credit=sa.bindparam("by")),
            said,
        )
