"""A process that saves until it is killed, and says what it was told is saved."""

from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from uuid6 import uuid7

from newsdesk.domain.ids import ReleaseId
from newsdesk.storage.database import Database
from tests.storage.making import Clock, kept


def save_until_killed(folder: Path, key: UUID, acknowledged: Connection) -> None:
    """Append one line after the other to a release's body; send the number of lines saved."""

    with Database.open(folder, writing=True, now=Clock(), new_id=uuid7) as database:
        with database.reading() as work:
            release = work.releases.get(ReleaseId(key), verified=True)
        while True:
            lines = release.body_md.splitlines()
            body = "\n".join([*lines[-200:], f"line {len(lines)}"])
            with database.transaction() as work:
                release, _ = kept(work, replace(release, body_md=body))
            acknowledged.send(release.version)
