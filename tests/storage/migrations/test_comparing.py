"""What of a type is written into a migration."""

import pytest
from sqlalchemy import JSON, Double, Integer, String
from sqlalchemy.types import TypeEngine

from newsdesk.storage.columns import LocalDateTime, Texts, UtcDateTime
from newsdesk.storage.migrations.comparing import is_compared, portable_type
from newsdesk.storage.tables import ReleaseRow


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (UtcDateTime(), "sa.DateTime(timezone=True)"),
        (LocalDateTime(), "sa.DateTime()"),
        (Texts(), "sa.JSON()"),
        (ReleaseRow.__table__.c.state.type, "sa.String(length=40)"),
        (Double(), "sa.Double[float]()"),
        (Integer(), False),
        (String(80), False),
        (JSON(), False),
    ],
)
def test_a_migration_needs_no_code_of_ours(kind: TypeEngine[object], written: object) -> None:
    assert portable_type("type", kind, None) == written


def test_only_types_are_written_our_way() -> None:
    assert portable_type("server_default", UtcDateTime(), None) is False


def test_the_search_index_is_not_compared() -> None:
    assert is_compared("release", "table", None)
    assert is_compared("release_search", "column", None)
    assert is_compared(None, "schema", None)
    assert not is_compared("release_search_data", "table", None)
