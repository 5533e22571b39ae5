"""The address book."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from uuid6 import uuid7

from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import ContactId, PersonId, PlaceId
from newsdesk.domain.person import Person
from newsdesk.storage.database import Database
from tests.storage.making import (
    Clock,
    contact,
    days,
    keys,
    languages,
    optional,
    points,
    texts,
    tuples_of,
    zones,
)

contacts = st.builds(
    Contact,
    id=st.builds(lambda: ContactId(uuid7())),
    display_name=texts,
    role_title=optional(texts),
    office=optional(texts),
    place_id=optional(keys.map(PlaceId)),
    languages=tuples_of(languages),
    tz=optional(zones),
    hours=optional(texts),
    is_active=st.booleans(),
    public=st.booleans(),
    last_verified=optional(days),
    cover_from=optional(days),
    cover_to=optional(days),
    points=tuples_of(points),
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=contacts)
def test_a_contact_comes_back_as_it_went(database: Database, entry: Contact) -> None:
    with database.transaction() as work:
        saved = work.contacts.save(entry)
    with database.reading() as work:
        assert work.contacts.get(entry.id) == saved == replace(entry, version=1)


def test_the_book_is_in_order_of_names_with_everyones_points(database: Database) -> None:
    phone = ContactPoint(kind=PointKind.PHONE, value="+41225550100")
    with database.transaction() as work:
        work.contacts.save(contact(display_name="Zoe", points=(phone,)))
        work.contacts.save(contact(display_name="Ana", points=()))
        found = work.contacts.all()
    assert [(entry.display_name, entry.points) for entry in found] == [
        ("Ana", ()),
        ("Zoe", (phone,)),
    ]


def test_a_contact_may_be_covered_by_another_and_be_a_known_person(database: Database) -> None:
    with database.transaction() as work:
        person = work.people.save(Person(id=PersonId(uuid7()), display_name="Noor Elm"))
        cover = work.contacts.save(contact())
        entry = contact(cover_by=cover.id, person_id=person.id)
        assert work.contacts.save(entry) == replace(entry, version=1)


@pytest.mark.parametrize("address", ["noor@example.org", " Noor@Example.ORG "])
def test_a_contact_is_found_by_its_address(database: Database, address: str) -> None:
    with database.transaction() as work:
        entry = work.contacts.save(contact())
        work.contacts.save(contact(points=()))
        assert work.contacts.find_by_email(address) == entry


def test_a_shared_mailbox_is_that_of_the_oldest(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        old = work.contacts.save(contact(display_name="Zoe"))
        new = work.contacts.save(contact(display_name="Ana"))
        assert work.contacts.find_by_email("noor@example.org") == old
        work.contacts.delete(old.id, at=clock(), by="dana")
        assert work.contacts.find_by_email("noor@example.org") == new


@pytest.mark.parametrize("address", ["", "+41225550100", "nobody@example.org", "%"])
def test_an_address_of_nobody_finds_nobody(database: Database, address: str) -> None:
    with database.transaction() as work:
        work.contacts.save(contact())
        assert work.contacts.find_by_email(address) is None
