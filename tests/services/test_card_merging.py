"""Several cards become one, with every use of each, and several again."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.errors import StaleError
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person, TypedRole
from newsdesk.domain.release import Release
from newsdesk.services.desk import Desk

NEW = UUID(int=0)
BODY = "“The quay is safe,” said Pär Elm, harbour master."


def card(desk: Desk, name: str, *, office: str | None = None, is_person: bool = False) -> Card:
    person = Person(id=PersonId(NEW), display_name=name) if is_person else None
    contact = Contact(id=ContactId(NEW), display_name=name, office=office)
    return desk.people.save(Card(person=person, contact=contact))[0][0]


def release(desk: Desk, *contacts: str, body: str = "Text.") -> Release:
    values = {"headline": "Quay opens", "contacts": "; ".join(contacts)}
    return desk.releases.new(values, body_md=body)[0]


def book(desk: Desk) -> tuple[object, ...]:
    """All that stands in it, but for how often it was saved."""
    people = {
        one.person.id: replace(one.person, version=0) for one in desk.people.cards() if one.person
    }
    contacts = [replace(one, version=0) for one in desk.contacts.all()]
    return people, contacts


def used(desk: Desk, key: object) -> set[UUID]:
    return {use.release.id for use in desk.people.uses(desk.people.find(str(key))).uses}


def test_every_use_goes_on_to_the_one_that_is_kept_and_comes_back(desk: Desk) -> None:
    kept, other = card(desk, "Pär Elm", is_person=True), card(desk, "P. Elm", is_person=True)
    third = card(desk, "Ana Birch")
    assert third.contact is not None
    assert other.person is not None
    covered = replace(third.contact, cover_by=ContactId(other.key), cover_to=date(2026, 4, 1))
    desk.people.save(replace(third, contact=covered))
    elsewhere = Contact(id=ContactId(NEW), display_name="P. Elm", office="Dhaka")
    desk.people.save(Card(person=replace(other.person), contact=elsewhere))
    kept, other = desk.people.find(str(kept.key)), desk.people.find(str(other.key))
    first, second = release(desk, str(kept.key)), release(desk, str(other.key))
    before = book(desk)

    (merged, change), _ = desk.people.merge(kept, [other])

    assert merged.person is not None
    assert merged.person.variants == ("P. Elm",)
    assert used(desk, kept.key) == {first.id, second.id}
    assert desk.people.find(str(other.key)).key == kept.key  # its key leads on
    contacts = {one.office: one for one in desk.contacts.all()}
    assert contacts["Dhaka"].person_id == merged.person.id
    assert contacts["Dhaka"].display_name == "Pär Elm"
    ana = next(one for one in desk.contacts.all() if one.display_name == "Ana Birch")
    assert (ana.cover_by, ana.cover_to) == (kept.key, date(2026, 4, 1))

    back, _ = desk.people.take_back(change)

    assert book(desk) == before
    assert used(desk, kept.key) == {first.id}
    assert used(desk, other.key) == {second.id}
    desk.people.take_back(back)
    assert used(desk, kept.key) == {first.id, second.id}


def test_what_was_issued_is_not_written_again(desk: Desk) -> None:
    kept, other = card(desk, "Pär Elm"), card(desk, "Par Elm")
    issued = release(desk, str(other.key))
    desk.people.merge(kept, [other])
    now = desk.releases.get(str(issued.id))
    assert now == issued
    assert now.contacts[0].contact_id == other.key
    assert len(desk.releases.revisions(str(issued.id))) == 1
    assert desk.verification.verify().is_sound


def test_two_spellings_of_a_contact_make_a_person_that_knows_both(desk: Desk) -> None:
    kept, other = card(desk, "Pär Elm"), card(desk, "Par Elm")
    merged, _ = desk.people.merge(kept, [other])[0]
    assert merged.person is not None
    assert (merged.person.display_name, merged.person.variants) == ("Pär Elm", ("Par Elm",))
    assert desk.people.find("par elm").key == kept.key


def test_two_cards_of_one_spelling_need_no_person(desk: Desk) -> None:
    merged, _ = desk.people.merge(card(desk, "Ana"), [card(desk, "Ana")])[0]
    assert merged.person is None


def test_the_name_of_the_kept_card_is_kept_though_the_other_is_the_person(desk: Desk) -> None:
    kept, other = card(desk, "Pär Elm"), card(desk, "Par Elm", is_person=True)
    merged, _ = desk.people.merge(kept, [other])[0]
    assert merged.name == "Pär Elm"
    assert merged.names == ("Pär Elm", "Par Elm")
    assert merged.key == kept.key


def test_who_is_quoted_and_who_is_asked_become_one_card(desk: Desk) -> None:
    person = Card(person=Person(id=PersonId(NEW), display_name="Pär Elm"))
    role = TypedRole(titles={"en": "Master"}, organisation="Port")
    quoted = desk.people.save(person, [role])[0][0]
    asked = card(desk, "Pär Elm", office="Port")
    (merged, _), _ = desk.people.merge(quoted, [asked])
    assert merged.person is not None
    assert merged.contact is not None
    assert merged.person.roles[0].titles == {"en": "Master"}
    assert len(desk.people.cards()) == 1


def test_one_person_may_be_asked_at_two_offices(desk: Desk) -> None:
    geneva, dhaka = card(desk, "Pär Elm", office="Geneva"), card(desk, "P. Elm", office="Dhaka")
    (merged, change), _ = desk.people.merge(geneva, [dhaka], has_other_offices=True)
    assert merged.person is not None
    cards = desk.people.cards()
    assert [(c.name, c.contact and c.contact.office) for c in cards] == [
        ("Pär Elm", "Geneva"),
        ("Pär Elm", "Dhaka"),
    ]
    assert {card.person for card in cards} == {merged.person}
    assert desk.people.suggestions() == []
    desk.people.take_back(change)
    assert [c.name for c in desk.people.cards()] == ["P. Elm", "Pär Elm"]


def test_roles_of_all_of_them_are_kept(desk: Desk) -> None:
    def quoted(name: str, *titles: str) -> Card:
        person = Card(person=Person(id=PersonId(NEW), display_name=name))
        return desk.people.save(person, [TypedRole(titles={"en": one}) for one in titles])[0][0]

    kept, other = quoted("Pär Elm", "Clerk"), quoted("Par Elm", "Clerk", "Master")
    before = book(desk)
    (merged, change), _ = desk.people.merge(kept, [other])
    assert merged.person is not None
    assert [role.titles["en"] for role in merged.person.roles] == ["Clerk", "Master"]
    desk.people.take_back(change)
    assert book(desk) == before


def test_a_merge_of_three_is_taken_back_as_one(desk: Desk) -> None:
    cards = [card(desk, name) for name in ("Pär Elm", "Par Elm", "P. Elm")]
    before = book(desk)
    (_, change), _ = desk.people.merge(cards[0], cards[1:])
    assert len(desk.people.cards()) == 1
    desk.people.take_back(change)
    assert book(desk) == before


def test_a_chain_of_merges_leads_to_the_last(desk: Desk) -> None:
    first, second, third = (card(desk, name) for name in ("A Elm", "B Elm", "C Elm"))
    of_first = release(desk, str(first.key))
    (merged, _), _ = desk.people.merge(second, [first])
    desk.people.merge(third, [merged])
    assert used(desk, third.key) == {of_first.id}


def test_a_card_that_was_changed_meanwhile_is_not_merged(desk: Desk) -> None:
    kept, other = card(desk, "Pär Elm"), card(desk, "Par Elm")
    assert kept.contact is not None
    desk.people.save(replace(kept, contact=replace(kept.contact, office="Port")))
    with pytest.raises(StaleError):
        desk.people.merge(kept, [other])
    assert len(desk.people.cards()) == 2


def test_points_kept_from_the_public_stay_so(desk: Desk) -> None:
    number = ContactPoint(kind=PointKind.MOBILE, value="+41795550100")
    cards = [
        desk.people.save(
            Card(
                contact=Contact(
                    id=ContactId(NEW),
                    display_name="Ana",
                    points=(replace(number, public=is_public),),
                )
            )
        )[0][0]
        for is_public in (True, False)
    ]
    (merged, _), _ = desk.people.merge(cards[0], [cards[1]])
    assert merged.contact is not None
    assert [point.public for point in merged.contact.points] == [False]
