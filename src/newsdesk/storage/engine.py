"""SQLAlchemy on one connection of ours."""

import json
import sqlite3
from functools import partial

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool


def engine_on(driver: sqlite3.Connection) -> Engine:
    """Return an engine that has this one connection; transactions are begun by `sqlite.begin`."""
    return create_engine(
        "sqlite://",
        creator=lambda: driver,
        poolclass=StaticPool,
        json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
    )
