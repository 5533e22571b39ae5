"""Types as they stand in a real table, and as they come back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, Connection, Enum, Integer, MetaData, Table, insert, select, text
from sqlalchemy.exc import StatementError

from newsdesk.domain.workflow import State
from newsdesk.storage import sqlite
from newsdesk.storage.columns import Base, LocalDateTime, Texts, UtcDateTime, Words
from newsdesk.storage.engine import engine_on
from newsdesk.storage.tables import ReleaseRow

_AN_HOUR_EAST = timezone(timedelta(hours=1))


@pytest.fixture
def table() -> Table:
    return Table(
        "thing",
        MetaData(),
        Column("id", Integer, primary_key=True),
        Column("at", UtcDateTime()),
        Column("local", LocalDateTime()),
        Column("names", Texts()),
        Column("words", Words()),
    )


@pytest.fixture
def connection(table: Table) -> Iterator[Connection]:
    driver = sqlite.in_memory()
    with engine_on(driver).connect() as connection:
        table.create(connection)
        yield connection
    driver.close()


def test_an_instant_comes_back_in_utc_to_the_microsecond(
    connection: Connection, table: Table
) -> None:
    at = datetime(2026, 3, 2, 9, 30, 12, 345678, tzinfo=_AN_HOUR_EAST)
    connection.execute(insert(table), {"at": at})
    back = connection.scalar(select(table.c.at))
    assert back == at
    assert back.tzinfo is UTC
    assert connection.scalar(text("SELECT at FROM thing")) == "2026-03-02 08:30:12.345678"


def test_an_instant_without_a_zone_is_refused(connection: Connection, table: Table) -> None:
    with pytest.raises(StatementError, match="has no time zone"):
        connection.execute(insert(table), {"at": datetime(2026, 3, 2)})


def test_a_wall_clock_time_with_a_zone_is_refused(connection: Connection, table: Table) -> None:
    with pytest.raises(StatementError, match="has a time zone"):
        connection.execute(insert(table), {"local": datetime(2026, 3, 2, tzinfo=UTC)})


def test_nothing_stays_nothing(connection: Connection, table: Table) -> None:
    connection.execute(insert(table), {"id": 1})
    assert connection.execute(select(table)).one() == (1, None, None, None, None)


def test_names_are_readable_in_the_file(connection: Connection, table: Table) -> None:
    connection.execute(insert(table), {"names": {"ar": "جنيف"}, "words": ("é", "b")})
    assert connection.execute(text("SELECT names, words FROM thing")).one() == (
        '{"ar":"جنيف"}',
        '["é","b"]',
    )
    assert connection.execute(select(table.c.names, table.c.words)).one() == (
        {"ar": "جنيف"},
        ("é", "b"),
    )


def test_a_state_is_stored_by_its_value_with_room_for_longer_words() -> None:
    kind = ReleaseRow.__table__.c.state.type
    assert isinstance(kind, Enum)
    assert kind.enums == [state.value for state in State]
    assert kind.length == 40
    assert not kind.native_enum


def test_every_constraint_has_a_name() -> None:
    unnamed = [
        (table.name, constraint)
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert unnamed == []
