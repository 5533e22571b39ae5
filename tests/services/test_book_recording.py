"""Changes of the address book remember what stood before."""

from dataclasses import replace
from uuid import UUID

from newsdesk.domain.address_book import Standing
from newsdesk.domain.contact import Contact
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person
from newsdesk.services.book_recording import BookRecorder
from newsdesk.services.desk import Desk

NOOR = Contact(id=ContactId(UUID(int=1)), display_name="Noor Elm")
ANA = Person(id=PersonId(UUID(int=2)), display_name="Ana")


def test_what_is_written_twice_is_remembered_as_it_was_first(desk: Desk) -> None:
    workplace = desk.people._workplace
    with workplace.database.transaction() as work:
        recorder = BookRecorder(work, workplace)
        first = recorder.save_contact(NOOR)
        recorder.save_contact(replace(first, office="Port"))
        change = recorder.change()
    assert change.contacts == {NOOR.id: Standing()}
    assert change.versions == {NOOR.id: 2}


def test_many_that_came_in_at_once_go_at_once_and_come_again(desk: Desk) -> None:
    workplace = desk.people._workplace
    entries = [replace(NOOR, id=ContactId(UUID(int=n))) for n in range(10, 20)]
    with workplace.database.transaction() as work:
        recorder = BookRecorder(work, workplace)
        recorder.add_all([ANA], entries)
        change = recorder.change()
    back, _ = desk.people.take_back(change)
    assert desk.people.cards() == []
    desk.people.take_back(back)
    assert len(desk.people.cards()) == 11
