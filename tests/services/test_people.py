"""The address book as cards."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError, StaleError
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person, TypedRole
from newsdesk.services.desk import Desk
from newsdesk.services.people import cover_of
from tests.services.conftest import Clock

NEW = UUID(int=0)


def typed(
    name: str = "", *, office: str | None = None, mail: str = "", variants: tuple[str, ...] = ()
) -> Card:
    """A card as a form leaves it: a person where there are variants."""
    points = (ContactPoint(kind=PointKind.EMAIL, value=mail),) if mail else ()
    person = Person(id=PersonId(NEW), display_name=name, variants=variants) if variants else None
    contact = Contact(id=ContactId(NEW), display_name=name, office=office, points=points)
    return Card(person=person, contact=contact)


def saved(desk: Desk, card: Card, *roles: TypedRole) -> Card:
    return desk.people.save(card, roles or None)[0][0]


def names(desk: Desk) -> list[str]:
    return [card.name for card in desk.people.cards()]


def test_a_card_keeps_a_person_with_roles_and_whom_the_press_asks(desk: Desk) -> None:
    role = TypedRole(
        titles={"en": "Director", "fr": "directeur"},
        organisation="Harbour Trust",
        valid_from=date(2026, 1, 1),
    )
    card = saved(desk, typed(" Pär Elm ", mail="paer@example.org", variants=("Par Elm", "")), role)
    assert card.person is not None
    assert card.contact is not None
    assert (card.person.display_name, card.person.sort_name) == ("Pär Elm", "Elm, Pär")
    assert card.person.variants == ("Par Elm",)
    assert (card.contact.person_id, card.contact.display_name) == (card.person.id, "Pär Elm")
    (stored,) = desk.people.cards()
    assert stored == card
    organisation = desk.people.organisations()[card.person.roles[0].organisation_id]  # type: ignore[index]
    assert organisation.names == {"en": "Harbour Trust"}


def test_an_organisation_is_known_by_its_name_in_any_spelling(desk: Desk) -> None:
    first = TypedRole(titles={"en": "Head"}, organisation="Fondation Genève")
    second = TypedRole(titles={"en": "Clerk"}, organisation="fondation geneve")
    card = saved(desk, typed("Pär Elm", variants=("Par Elm",)), first, second)
    assert card.person is not None
    assert len({role.organisation_id for role in card.person.roles}) == 1


def test_cards_are_listed_by_the_last_name(desk: Desk) -> None:
    for card in (typed("Zoe Alm"), typed(office="Press desk"), typed("Ana Birch")):
        saved(desk, card)
    assert names(desk) == ["Zoe Alm", "Ana Birch", "Press desk"]


def test_a_new_name_is_borne_at_every_office(desk: Desk) -> None:
    card = saved(desk, typed("Noor Elm", office="Geneva", variants=("N. Elm",)))
    at_dhaka = replace(typed("Noor Elm", office="Dhaka"), person=card.person)
    card = saved(desk, at_dhaka)
    assert card.person is not None
    saved(desk, Card(person=replace(card.person, display_name="Noor Alm")))
    contacts = desk.contacts.all()
    assert [(one.display_name, one.office) for one in contacts] == [
        ("Noor Alm", "Dhaka"),
        ("Noor Alm", "Geneva"),
    ]


@pytest.mark.parametrize(
    "card",
    [typed(), typed(" ", office=" "), typed(" ", office="Press desk", variants=("X",))],
    ids=["nothing", "spaces", "a person without a name"],
)
def test_a_card_of_nobody_is_refused(desk: Desk, card: Card) -> None:
    with pytest.raises(FieldError):
        desk.people.save(card)
    assert desk.people.cards() == []


def test_nothing_ends_before_it_begins(desk: Desk) -> None:
    role = TypedRole(titles={"en": "Head"}, valid_from=date(2026, 1, 2), valid_to=date(2026, 1, 1))
    with pytest.raises(FieldError):
        desk.people.save(typed("Pär Elm", variants=("Par",)), [role])
    assert desk.people.cards() == []


def test_a_card_is_found_by_any_of_its_names_its_mailbox_or_its_key(desk: Desk) -> None:
    card = saved(desk, typed("Pär Elm", mail="paer@example.org", variants=("Par Elm",)))
    saved(desk, typed("Noor Elm"))
    for key in ("PAR ELM", "paer@example.org", str(card.key), str(card.key)[:-4]):
        assert desk.people.find(key).key == card.key
    with pytest.raises(NotFoundError):
        desk.people.find("Elm")
    saved(desk, typed("Par Elm"))
    with pytest.raises(AmbiguousKeyError):
        desk.people.find("pär elm")


def test_a_contact_is_verified_on_the_day_of_the_house(desk: Desk, clock: Clock) -> None:
    card = saved(desk, typed("Noor Elm"))
    desk.newsroom.edit({"tz": "Asia/Tokyo"})
    clock.advance(hours=10)  # 19:30 in UTC
    change, _ = desk.people.verify(ContactId(card.key))
    assert desk.contacts.all()[0].last_verified == date(2026, 3, 3) == desk.people.today()
    desk.people.take_back(change)
    assert desk.contacts.all()[0].last_verified is None


def test_who_is_taken_out_covers_nobody_and_comes_back_to_it(desk: Desk) -> None:
    noor, ana = saved(desk, typed("Noor Elm", variants=("N. Elm",))), saved(desk, typed("Ana"))
    assert ana.contact is not None
    covered = replace(ana.contact, cover_by=ContactId(noor.key), cover_to=date(2026, 4, 1))
    saved(desk, replace(ana, contact=covered))
    change, _ = desk.people.remove([noor])
    assert [(c.name, c.contact.cover_by) for c in desk.people.cards() if c.contact] == [
        ("Ana", None)
    ]
    back, _ = desk.people.take_back(change)
    cards = {card.name: card for card in desk.people.cards()}
    assert cards["Noor Elm"].person is not None
    assert cards["Ana"].contact is not None
    assert cards["Ana"].contact.cover_by == noor.key
    desk.people.take_back(back)
    assert names(desk) == ["Ana"]


def test_a_person_with_another_office_stays(desk: Desk) -> None:
    first = saved(desk, typed("Noor Elm", office="Geneva", variants=("N. Elm",)))
    saved(desk, replace(typed("Noor Elm", office="Dhaka"), person=first.person))
    desk.people.remove([first])
    (left,) = desk.people.cards()
    assert left.person is not None


def test_what_somebody_changed_after_it_is_not_taken_back(desk: Desk) -> None:
    (card, change), _ = desk.people.save(typed("Noor Elm"))
    assert card.contact is not None
    saved(desk, replace(card, contact=replace(card.contact, office="Geneva")))
    with pytest.raises(StaleError):
        desk.people.take_back(change)
    assert names(desk) == ["Noor Elm"]


def test_a_card_that_was_changed_elsewhere_is_not_overwritten(desk: Desk) -> None:
    card = saved(desk, typed("Noor Elm", variants=("N. Elm",)))
    saved(desk, card)
    with pytest.raises(StaleError):
        desk.people.save(card)


def test_the_cover_of_a_day_is_a_card(desk: Desk) -> None:
    noor, ana = saved(desk, typed("Noor Elm")), saved(desk, typed("Ana"))
    assert ana.contact is not None
    away = replace(ana.contact, cover_by=ContactId(noor.key), cover_to=date(2026, 4, 1))
    cards = desk.people.cards()
    assert cover_of(away, cards, date(2026, 4, 1)) == noor
    assert cover_of(away, cards, date(2026, 4, 2)) is None


def test_cards_of_one_name_are_suggested(desk: Desk) -> None:
    saved(desk, typed("Pär Elm"))
    saved(desk, typed("Par Elm"))
    (suggestion,) = desk.people.suggestions()
    assert [card.name for card in suggestion.cards] == ["Pär Elm", "Par Elm"]
