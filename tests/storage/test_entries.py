"""What all of the desk's books do alike."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from newsdesk.domain.errors import NotFoundError, StaleError
from newsdesk.storage.database import Database
from tests.storage.making import Clock, contact, geneva


def test_what_is_saved_is_listed_and_counted(database: Database) -> None:
    with database.transaction() as work:
        first = work.contacts.save(contact())
        second = work.contacts.save(replace(first, hours="9 to 5"))
        assert (first.version, second.version) == (1, 2)
        assert work.contacts.all() == [work.contacts.get(first.id)] == [second]


def test_an_entry_that_somebody_else_saved_is_not_overwritten(database: Database) -> None:
    with database.transaction() as work:
        mine = work.contacts.save(contact())
        work.contacts.save(replace(mine, hours="9 to 5"))
        with pytest.raises(StaleError) as caught:
            work.contacts.save(replace(mine, hours="never"))
        assert (caught.value.entity, caught.value.key) == ("contact", str(mine.id))
        assert work.contacts.get(mine.id).hours == "9 to 5"


def test_an_entry_that_was_never_saved_cannot_be_at_a_version(database: Database) -> None:
    with database.transaction() as work, pytest.raises(StaleError):
        work.contacts.save(contact(version=2))


def test_an_entry_without_a_version_of_its_own_is_counted_all_the_same(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as work:
        place = work.places.save(geneva())
        clock.advance(hours=1)
        work.places.save(replace(place, un_note="A note"))
        row = work.places._connection.execute(text("SELECT * FROM place")).one()
    assert row.version == 2
    assert row.created_at == "2026-03-02 09:30:12.345678"
    assert row.updated_at == "2026-03-02 10:30:12.345678"


def test_what_is_put_away_leaves_the_list_but_not_the_file(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as work:
        entry = work.contacts.save(contact())
        work.contacts.delete(entry.id, at=clock(), by="dana")
        assert work.contacts.all() == []
        assert work.contacts.get(entry.id).points == entry.points
        row = work.contacts._connection.execute(text("SELECT * FROM contact")).one()
    assert (row.deleted_by, row.version) == ("dana", 2)
    assert row.deleted_at == "2026-03-02 09:30:12.345678"


def test_what_is_saved_again_comes_back(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        place = work.places.save(geneva())
        work.places.delete(place.id, at=clock(), by="dana")
        work.places.save(place)
        assert work.places.all() == [place]


def test_what_is_not_there_is_not_found(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        with pytest.raises(NotFoundError):
            work.contacts.get(contact().id)
        with pytest.raises(NotFoundError):
            work.contacts.delete(contact().id, at=clock(), by="dana")


def test_every_change_to_a_book_shows_in_its_state(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        states = [work.contacts.state()]
        entry = work.contacts.save(contact())
        states.append(work.contacts.state())
        work.contacts.save(replace(entry, hours="9 to 5"))
        states.append(work.contacts.state())
        work.contacts.delete(entry.id, at=clock(), by="dana")
        states.append(work.contacts.state())
    assert states == sorted(set(states))
    assert len(states) == 4
