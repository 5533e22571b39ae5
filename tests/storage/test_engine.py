"""SQLAlchemy on a connection of ours."""

from contextlib import closing

from sqlalchemy import text

from newsdesk.storage import sqlite
from newsdesk.storage.engine import engine_on


def test_the_engine_speaks_through_our_connection_and_begins_nothing_itself() -> None:
    with closing(sqlite.in_memory()) as driver, engine_on(driver).connect() as connection:
        assert connection.connection.driver_connection is driver
        with connection.begin():
            connection.execute(text("CREATE TABLE a (b)"))
            assert not driver.in_transaction
            sqlite.begin(connection, writing=True)
            connection.execute(text("CREATE TABLE c (d)"))
            assert driver.in_transaction
            connection.rollback()
        assert driver.execute("SELECT name FROM sqlite_schema").fetchall() == [("a",)]
