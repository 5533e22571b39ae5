from dataclasses import replace
from uuid import UUID

import pytest

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact, ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError, StaleError
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person
from newsdesk.services.contacts import same_contact, typed_point
from newsdesk.services.desk import Desk

NOOR = Contact(
    id=ContactId(UUID(int=0)),
    display_name="Noor Élm",
    office="OSH Geneva",
    points=(ContactPoint(kind=PointKind.EMAIL, value="press@example.org"),),
)


def test_a_contact_gets_an_id_of_its_own(desk: Desk) -> None:
    saved, _ = desk.contacts.add(NOOR)
    assert saved.id != NOOR.id
    assert desk.contacts.all() == [saved]


@pytest.mark.parametrize("key", ["Noor Élm", "noor elm", "PRESS@example.org"])
def test_a_contact_is_found_by_name_or_address(desk: Desk, key: str) -> None:
    saved, _ = desk.contacts.add(NOOR)
    assert desk.contacts.find(key) == saved
    assert desk.contacts.find(str(saved.id)) == saved


def test_a_mailbox_of_two_people_names_nobody(desk: Desk) -> None:
    desk.contacts.add(NOOR)
    desk.contacts.add(replace(NOOR, display_name="Dana Ash"))
    with pytest.raises(AmbiguousKeyError):
        desk.contacts.find("press@example.org")
    assert desk.contacts.find("Dana Ash").display_name == "Dana Ash"


def test_a_contact_without_name_and_office_is_refused(desk: Desk) -> None:
    with pytest.raises(FieldError):
        desk.contacts.add(replace(NOOR, display_name=" ", office=None))
    assert desk.contacts.add(replace(NOOR, display_name=""))[0].office == "OSH Geneva"


def test_a_change_in_the_book_changes_no_release(desk: Desk) -> None:
    saved, _ = desk.contacts.add(NOOR)
    desk.releases.new({"headline": "One", "contacts": "Noor Elm"})
    desk.contacts.save(replace(saved, display_name="Noor Elm-Ash"))
    (printed,) = desk.releases.get("one").contacts
    assert (printed.display_name, printed.contact_id) == ("Noor Élm", saved.id)


def test_a_contact_taken_out_is_not_found_any_more(desk: Desk) -> None:
    desk.contacts.add(NOOR)
    desk.contacts.remove("Noor Elm")
    with pytest.raises(NotFoundError):
        desk.contacts.find("Noor Elm")


@pytest.mark.parametrize(
    ("found", "is_same"),
    [
        (ReleaseContact(display_name="noor elm", office="OSH Geneva"), True),
        (ReleaseContact(display_name="Noor Elm", points=NOOR.points), True),
        (ReleaseContact(display_name="Noor Elm", office="OSH Paris"), False),
        (ReleaseContact(display_name="Dana Ash", points=NOOR.points), False),
    ],
)
def test_an_imported_contact_is_recognised_by_name_and_office_or_address(
    found: ReleaseContact, is_same: bool
) -> None:
    assert (same_contact([NOOR], found) is NOOR) == is_same


def test_a_number_is_kept_as_printed_and_as_dialled() -> None:
    point = typed_point(PointKind.PHONE, " +41 22 555 01 40 ")
    assert (point.value, point.display) == ("+41225550140", "+41 22 555 01 40")
    address = typed_point(PointKind.EMAIL, " noor@example.org ", public=False)
    assert (address.value, address.display, address.public) == ("noor@example.org", None, False)


@pytest.mark.parametrize("typed", ["+41 22 555 01 40 ext. 203", "+41 22 555 01 40, Durchwahl 203"])
def test_an_extension_is_no_part_of_the_number(typed: str) -> None:
    point = typed_point(PointKind.PHONE, typed)
    assert (point.value, point.display) == ("+41225550140", "+41 22 555 01 40")
    assert point.extension == "203"


def test_a_form_leaves_numbers_as_they_were_typed(desk: Desk) -> None:
    known = ContactPoint(kind=PointKind.PHONE, value="+41225550140", display="022 555 01 40")
    typed = ContactPoint(kind=PointKind.MOBILE, value=" +41 79 555 01 40 ", usage=" nights ")
    empty = ContactPoint(kind=PointKind.EMAIL, value="  ")
    saved, _ = desk.contacts.save_typed(replace(NOOR, points=(known, typed, empty)))
    assert saved.points == (
        known,
        ContactPoint(
            kind=PointKind.MOBILE,
            value="+41795550140",
            display="+41 79 555 01 40",
            usage="nights",
        ),
    )


def test_a_form_changes_the_entry_that_it_was_opened_with(desk: Desk) -> None:
    saved, _ = desk.contacts.save_typed(NOOR)
    desk.contacts.save_typed(replace(saved, office="OSH Paris"))
    assert [contact.office for contact in desk.contacts.all()] == ["OSH Paris"]
    with pytest.raises(StaleError):
        desk.contacts.save_typed(replace(saved, office="OSH Rome"))


def test_a_person_is_called_as_their_contact_is(desk: Desk) -> None:
    person = Person(id=PersonId(UUID(int=0)), display_name="Noor Elm", variants=("N. Elm",))
    contact = Contact(id=ContactId(UUID(int=0)), display_name="Noor Elm")
    card = desk.people.save(Card(person=person, contact=contact))[0][0]
    assert card.contact is not None
    desk.contacts.save(replace(card.contact, display_name="Noor Alm"))
    assert desk.people.find("N. Elm").name == "Noor Alm"


def test_the_key_of_a_merged_contact_leads_to_who_was_kept(desk: Desk) -> None:
    cards = [
        desk.people.save(Card(contact=Contact(id=ContactId(UUID(int=0)), display_name=name)))[0][0]
        for name in ("Pär Elm", "Par Elm")
    ]
    assert desk.contacts.successors() == {}
    desk.people.merge(cards[0], cards[1:])
    assert desk.contacts.successors() == {cards[1].key: cards[0].key}
