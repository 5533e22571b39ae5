"""Rows that belong to nothing go, and those that can do without it stay."""

from uuid6 import uuid7

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.ids import PersonId
from newsdesk.domain.person import Person
from newsdesk.storage import sqlite
from newsdesk.storage.database import Database
from newsdesk.storage.engine import engine_on
from newsdesk.storage.salvage.orphans import drop_orphans
from tests.storage.making import contact, geneva, keep, plain_release


def without(database: Database, *sentences: str, kept: tuple[str, ...] = ()) -> list[str]:
    """Carry sentences out without heeding foreign keys, drop orphans, and return those left."""
    driver = database._driver
    with sqlite.unlinked(driver):
        for sentence in sentences:
            driver.execute(sentence)
        with engine_on(driver).connect() as connection, connection.begin():
            drop_orphans(connection, kept)
            return sqlite.orphans(connection)


def count(database: Database, table: str) -> int:
    return database._driver.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608


def test_what_a_release_carried_goes_with_it(database: Database) -> None:
    gone = plain_release(dateline=Dateline(places=(geneva(),)))
    keep(database, gone)
    stays = keep(database, plain_release(dateline=Dateline(places=(geneva(),))))
    left = without(database, f"DELETE FROM release WHERE id = '{gone.id.hex}'")  # noqa: S608
    assert left == []
    assert count(database, "release_place") == 1
    assert count(database, "revision") == 1
    with database.reading() as work:
        assert work.releases.get(stays.id).dateline.places


def test_records_can_wait_for_their_release(database: Database) -> None:
    gone = keep(database, plain_release())
    sentence = f"DELETE FROM release WHERE id = '{gone.id.hex}'"  # noqa: S608
    assert len(without(database, sentence, kept=("revision",))) == 1
    assert count(database, "revision") == 1


def test_a_contact_outlives_its_person(database: Database) -> None:
    person = Person(id=PersonId(uuid7()), display_name="Noor Elm", sort_name="Elm, Noor")
    with database.transaction() as work:
        work.people.save(person)
        kept = work.contacts.save(contact(person_id=person.id))
    assert without(database, "DELETE FROM person") == []
    with database.reading() as work:
        assert work.contacts.get(kept.id).person_id is None


def test_where_everything_belongs_together_nothing_changes(database: Database) -> None:
    keep(database, plain_release())
    before = list(database._driver.iterdump())
    assert without(database) == []
    assert list(database._driver.iterdump()) == before
