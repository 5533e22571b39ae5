"""What left the desk."""

from datetime import timedelta

from uuid6 import uuid7

from newsdesk.domain.export_record import ExportFormat, ExportRecord
from newsdesk.domain.ids import ExportId
from newsdesk.storage.database import Database
from tests.storage.making import NOW, keep, plain_release


def test_every_file_is_on_record_oldest_first(database: Database) -> None:
    release, other = keep(database, plain_release()), keep(database, plain_release())
    records = [
        ExportRecord(
            id=ExportId(uuid7()),
            release_id=owner.id,
            revision=1,
            revision_sha256="a" * 64,
            format=ExportFormat.HTML,
            path="/office/out/EMBARGOED-bridge.html",
            sha256="b" * 64,
            embargoed=True,
            at=NOW + timedelta(minutes=minutes),
        )
        for owner, minutes in ((release, 2), (release, 1), (other, 0))
    ]
    with database.transaction() as work:
        for record in records:
            work.exports.add(record)
    with database.reading() as work:
        assert work.exports.for_release(release.id) == [records[1], records[0]]
        assert work.exports.for_release(other.id) == [records[2]]
