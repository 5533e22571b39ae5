"""How the tables and a database are compared, and the difference written down."""

from typing import Any, Literal

from sqlalchemy import Double, Enum, TypeDecorator

from newsdesk.storage import sqlite


def is_compared(name: str | None, kind: str, _parents: Any) -> bool:
    """Leave the search index out: it is no table of ours, and made again at every migration."""
    return not (kind == "table" and name is not None and sqlite.is_of_index(name))


def portable_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write a type as what stands in the database, so that old migrations need no code of ours."""
    if kind != "type":
        return False
    if isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    if isinstance(item, Double):
        return "sa.Double[float]()"
    if isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False
