"""Statements compiled once say and give what SQLAlchemy itself would."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.dialects import postgresql

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage.database import Database
from newsdesk.storage.prepared import Prepared, PreparedByKeys, _Compiled
from newsdesk.storage.rows import Values, fetched, table_of
from newsdesk.storage.tables import AuditEventRow
from tests.storage.conftest import Opener
from tests.storage.making import uuid_of

TABLE = table_of(AuditEventRow)
ALL = select(TABLE).where(TABLE.c.user == bindparam("who"), TABLE.c.entity == "release").limit(7)
EVENT: Values = {
    "id": uuid_of(1),
    "at": datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=1))),
    "user": "dana",
    "entity": "release",
    "entity_id": uuid_of(2),
    "action": "publish",
    "before": {},
    "after": {"headline": "جسر"},
    "reason": "",
}


def test_what_is_written_comes_back_in_the_domains_types(database: Database) -> None:
    with database.transaction() as work:
        connection = work.audit._connection
        assert Prepared(insert(TABLE), sets=EVENT).run(connection, EVENT) == []
        (row,) = Prepared(ALL).run(connection, {"who": "dana"})
        assert row == EVENT
        assert row["at"].tzinfo is UTC
        assert fetched(connection, ALL, {"who": "dana"}) == [row]
        assert Prepared(ALL).run(connection, {"who": "noor"}) == []


def test_a_change_may_return_what_it_left_alone(database: Database) -> None:
    changing = (
        update(TABLE).where(TABLE.c.id == bindparam("key")).returning(TABLE.c.user, TABLE.c.at)
    )
    prepared = Prepared(changing, sets=["reason"])
    with database.transaction() as work:
        connection = work.audit._connection
        Prepared(insert(TABLE), sets=EVENT).run(connection, EVENT)
        values = {"key": uuid_of(1), "reason": "asked"}
        assert prepared.run(connection, values) == [{"user": "dana", "at": EVENT["at"]}]
        assert connection.scalar(select(TABLE.c.reason)) == "asked"
        assert prepared.run(connection, values | {"key": uuid_of(3)}) == []


def test_a_naive_time_is_refused_here_too(database: Database) -> None:
    naive = EVENT | {"at": datetime(2026, 3, 2)}
    with database.transaction() as work, pytest.raises(ValueError, match="has no time zone"):
        Prepared(insert(TABLE), sets=EVENT).run(work.audit._connection, naive)


def test_a_value_that_cannot_be_read_is_damage(database: Database) -> None:
    with database.transaction() as work:
        connection = work.audit._connection
        Prepared(insert(TABLE), sets=EVENT).run(connection, EVENT)
        connection.execute(text("UPDATE audit_event SET at = 'never'"))
        with pytest.raises(StorageError) as caught:
            Prepared(ALL).run(connection, {"who": "dana"})
    assert caught.value.problem is StorageProblem.CORRUPT


def test_a_dialect_that_names_its_values_gets_them_by_name() -> None:
    compiled = _Compiled(ALL, None, postgresql.dialect())
    given = compiled.parameters({"who": "dana"})
    assert given == {"who": "dana", "entity_1": "release", "param_1": 7}
    assert all(f"%({name})s" in compiled.text for name in given)


def test_it_is_compiled_once_for_each_engine(folder: Path, open_database: Opener) -> None:
    prepared = Prepared(ALL)
    for database in (open_database(folder), open_database(folder, writing=False)) * 2:
        with database.reading() as work:
            prepared.run(work.audit._connection, {"who": "dana"})
    assert len(prepared._compiled) == 2


def test_many_rows_are_written_as_one_would_be(database: Database) -> None:
    events = [EVENT | {"id": uuid_of(number), "reason": str(number)} for number in (1, 2, 3)]
    prepared = Prepared(insert(TABLE), sets=EVENT)
    with database.transaction() as work:
        connection = work.audit._connection
        prepared.run_each(connection, [])
        prepared.run_each(connection, events)
        assert Prepared(ALL.order_by(TABLE.c.id)).run(connection, {"who": "dana"}) == events


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 256, 257, 600])
def test_any_number_of_keys_is_looked_up(database: Database, count: int) -> None:
    by_keys = PreparedByKeys(select(TABLE.c.id, TABLE.c.at), TABLE.c.id)
    keys = [uuid_of(number) for number in range(1, count + 1)]
    with database.transaction() as work:
        connection = work.audit._connection
        Prepared(insert(TABLE), sets=EVENT).run_each(
            connection, [EVENT | {"id": uuid_of(number)} for number in range(1, 601)]
        )
        found = list(by_keys.run(connection, [*keys, uuid_of(9_999)]))
    assert sorted(row["id"] for row in found) == keys
    assert {row["at"] for row in found} <= {EVENT["at"]}


def test_a_key_asked_for_twice_gives_one_row(database: Database) -> None:
    by_keys = PreparedByKeys(select(TABLE.c.id), TABLE.c.id)
    with database.transaction() as work:
        connection = work.audit._connection
        Prepared(insert(TABLE), sets=EVENT).run(connection, EVENT)
        assert list(by_keys.run(connection, [uuid_of(1)] * 2)) == [{"id": uuid_of(1)}]
