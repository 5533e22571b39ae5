"""A row in every table of a schema, whichever it is, as its columns and constraints ask for."""

import json
import sqlite3
import zlib
from hashlib import sha256
from uuid import UUID

from newsdesk.domain.revision import digest, snapshot
from newsdesk.storage import sqlite
from newsdesk.storage.columns import Base
from newsdesk.storage.tables import ReleaseRow
from tests.storage.making import plain_release

KEY = UUID("019a0000-0000-7000-8000-00000000abcd").hex  # of every first row
LISTS = {
    "demonyms",
    "findings",
    "languages",
    "seats",
    "unasked_sites",
    "variants",
}
TEXTS = {
    "tz": "Europe/Zurich",
    "embargo_tz": "Europe/Zurich",
    "schedule_tz": "Europe/Zurich",
    "language": "en",
    "country_code": "CH",
    "slug": "old-quay",
    "path": "ab/abcd.png",
    "qcode": "own:quay",
}
EMPTY = {"embargo_until_local", "embargo_until_utc", "embargo_tz", "embargo_fold", "deleted_at"}
EMPTY |= {"embargo_lifted_at", "embargo_lifted_by", "deleted_by", "schedule_tz", "supersedes"}
EMPTY |= {"publish_schedule", "revert_state", "cover_by", "cover_from", "cover_to", "parent_id"}
EMPTY |= {"embargo_city_label", "embargo_note", "dateline_custom_text", "posted_tz"}
EMPTY |= {"merged_into"}


def fill(driver: sqlite3.Connection) -> None:
    """Put a row into every table, all of them belonging together."""
    driver.execute("PRAGMA foreign_keys=OFF")
    for (name,) in driver.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        if sqlite.is_of_index(name) or name == "alembic_version":
            continue
        columns = driver.execute(f"PRAGMA table_info({name})").fetchall()
        values = {column[1]: _value(name, column[1], column[2]) for column in columns}
        if name == "revision":
            values |= _recorded()
        marks = ", ".join(f":{column}" for column in values)
        quoted = ", ".join(f'"{column}"' for column in values)
        driver.execute(f"INSERT INTO {name} ({quoted}) VALUES ({marks})", values)  # noqa: S608
    driver.execute("PRAGMA foreign_keys=ON")


def _value(table: str, column: str, kind: str) -> object:  # noqa: PLR0911 - one for each kind
    if column in EMPTY:
        return None
    if column in TEXTS:
        return TEXTS[column]
    enumerated = _enumerated(table, column)
    if enumerated is not None:
        return enumerated
    kind = kind.upper()
    if kind.startswith("CHAR(32)"):
        return KEY
    if "64" in kind or column.endswith("sha256"):
        return sha256(column.encode()).hexdigest()
    if kind == "JSON":
        return json.dumps(_json(column))
    if kind.startswith("DATETIME"):
        return "2026-03-02 09:30:12.345678"
    return _plain(column, kind)


def _plain(column: str, kind: str) -> object:
    if kind == "DATE":
        return "2026-03-02"
    if kind in {"BOOLEAN", "INTEGER", "BIGINT", "SMALLINT"}:
        return 1 if column not in {"ordinal", "contact_ordinal"} else 0
    if kind in {"FLOAT", "DOUBLE", "REAL"} or kind.startswith("DOUBLE"):
        return 46.2
    if kind == "BLOB":
        return b"picture"
    return "Old quay"


def _json(column: str) -> object:
    return [] if column in LISTS else {"en": "Old quay"}


def _enumerated(table: str, column: str) -> object:
    today = Base.metadata.tables.get(table)
    kind = today.c[column].type if today is not None and column in today.c else None
    enums = getattr(kind, "enums", None)
    if table == ReleaseRow.__tablename__ and column == "state":
        return "draft"
    return enums[0] if enums else None


def _recorded() -> dict[str, object]:
    """Return what a revision has to hold to be sound."""
    content = snapshot(plain_release(headline="Old quay"))
    return {"snapshot": zlib.compress(content), "sha256": digest(content), "reason": "save"}
