"""A newsroom as the first newsdesk left it: what the self-test has migrated.

Its tables are made by the first migration itself, so that it is what lies on the disks of users.
"""

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, MetaData, Table, insert

from newsdesk.storage import sqlite
from newsdesk.storage.engine import engine_on
from newsdesk.storage.migrate import migrate
from newsdesk.storage.names import NAME
from newsdesk.storage.schema import MIGRATIONS

_KEY = UUID("019a0000-0000-7000-8000-000000000001")


def make_first(folder: Path, headline: str) -> None:
    """Make in a new folder a newsroom of the first schema, with one draft in it."""
    folder.mkdir(parents=True)
    with (
        closing(sqlite.create(folder / NAME)) as driver,
        TemporaryDirectory(prefix="newsdesk-") as scripts,
    ):
        migrate(driver, _first_alone(Path(scripts)))
        with engine_on(driver).connect() as connection, connection.begin():
            sqlite.begin(connection, writing=True)
            _store(connection, headline)


def _first_alone(folder: Path) -> Path:
    """Return a folder of migrations as it was when there was one."""
    versions = folder / "versions"
    versions.mkdir()
    shutil.copy(MIGRATIONS / "env.py", folder)
    for script in (MIGRATIONS / "versions").glob("0001_*.py"):
        shutil.copy(script, versions)
    return folder


def _store(connection: Connection, headline: str) -> None:
    table = Table("release", MetaData(), autoload_with=connection)
    then = datetime(2025, 11, 3, 9, 30, tzinfo=UTC)
    values: dict[str, Any] = {
        "id": _KEY.hex,
        "family_id": _KEY.hex,
        "version": 1,
        "slug": "from-the-first-newsdesk",
        "language": "en",
        "rewrite_sequence": 0,
        "correction_sequence": 0,
        "state": "draft",
        "profile": "press_release",
        "headline": headline,
        "urgency": 5,
        "hold": False,
        "created_by": "",
        "starred": False,
        "dateline_style": "iom",
        "dateline_country": "auto",
        "dateline_text": "",
        "search_rowid": 1,
        "parts_sha256": "",
        "body_md": "Written long ago.",
        **dict.fromkeys(("created_at", "updated_at", "firstcreated", "versioncreated"), then),
    }
    connection.execute(insert(table).values(values))
