"""Entries that turn out to be one."""

from dataclasses import replace

from uuid6 import uuid7

from newsdesk.domain.address_book import Standing
from newsdesk.domain.contact import Contact
from newsdesk.storage.database import Database
from tests.storage.making import NOW, contact


def stored(database: Database, *entries: Contact) -> list[Contact]:
    with database.transaction() as work:
        return [work.contacts.save(one) for one in entries]


def test_a_merged_entry_is_out_of_the_book_and_its_key_leads_on(database: Database) -> None:
    kept, other = stored(database, contact(), contact(display_name="N. Elm"))
    with database.transaction() as work:
        work.contacts.put_away([other.id], NOW, "dana", merged_into=kept.id)
    with database.reading() as work:
        assert work.contacts.all() == [kept]
        assert work.contacts.successors() == {other.id: kept.id}
        assert work.contacts.former_keys(kept.id) == {kept.id, other.id}
        assert work.contacts.former_keys(other.id) == {other.id}


def test_a_key_leads_over_every_merge_to_the_last(database: Database) -> None:
    first, second, third = stored(database, contact(), contact(), contact())
    with database.transaction() as work:
        work.contacts.put_away([first.id], NOW, "dana", merged_into=second.id)
        work.contacts.put_away([second.id], NOW, "dana", merged_into=third.id)
    with database.reading() as work:
        assert work.contacts.successors() == {first.id: third.id, second.id: third.id}


def test_keys_that_lead_in_a_circle_end(database: Database) -> None:
    first, second = stored(database, contact(), contact())
    with database.transaction() as work:
        work.contacts.put_away([first.id], NOW, "dana", merged_into=second.id)
        work.contacts.put_away([second.id], NOW, "dana", merged_into=first.id)
    with database.reading() as work:
        assert set(work.contacts.successors()) == {first.id, second.id}


def test_an_entry_that_is_saved_again_is_itself_again(database: Database) -> None:
    kept, other = stored(database, contact(), contact())
    with database.transaction() as work:
        work.contacts.put_away([other.id], NOW, "dana", merged_into=kept.id)
        version = work.contacts.versions([other.id])[other.id]
        work.contacts.save(replace(other, version=version))
    with database.reading() as work:
        assert work.contacts.successors() == {}
        assert work.contacts.standings([other.id])[other.id].value is not None


def test_how_entries_stand_is_told_for_those_that_never_were_too(database: Database) -> None:
    (kept,) = stored(database, contact())
    never = uuid7()
    with database.transaction() as work:
        work.contacts.put_away([kept.id], NOW, "dana")
        assert work.contacts.standings([kept.id, never]) == {
            kept.id: Standing(),
            never: Standing(),
        }
        assert work.contacts.versions([kept.id, never]) == {kept.id: 2}


def test_many_entries_come_in_with_their_points(database: Database) -> None:
    entries = [contact(display_name=f"Elm {number:03}") for number in range(600)]
    with database.transaction() as work:
        work.contacts.add_all(entries)
        work.contacts.add_all([])
    with database.reading() as work:
        assert work.contacts.all() == [replace(one, version=1) for one in entries]
        assert len(work.contacts.standings([one.id for one in entries])) == 600
