"""An address book with cards of every kind, on disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person, TypedRole
from newsdesk.services.desk import Desk

NEW = UUID(int=0)
Change = Callable[[Callable[[Desk], tuple[object, object]]], object]


def typed(name: str, **fields: object) -> Card:
    contact = Contact(id=ContactId(NEW), display_name=name)
    return Card(contact=replace(contact, **fields))  # type: ignore[arg-type] - by their names


@pytest.fixture
def cards(changed: Change) -> dict[str, Card]:
    """Pär Elm with all there is, Par Elm who is the same, Ana Birch, and an office."""
    role = TypedRole(
        titles={"en": "Master", "fr": "capitaine"},
        organisation="Port",
        valid_from=date(2025, 1, 1),
    )
    points = (
        ContactPoint(kind=PointKind.EMAIL, value="paer@example.org"),
        ContactPoint(kind=PointKind.MOBILE, value="+41795550100", public=False, usage="nights"),
    )
    elm = typed("Pär Elm", office="Port office", points=points, last_verified=date(2024, 1, 1))
    person = Person(id=PersonId(NEW), display_name="Pär Elm", variants=("P. Elm",))
    whole = replace(elm, person=person)
    made: dict[str, Card] = {}

    def add(card: Card, roles: list[TypedRole] | None = None) -> None:
        def work(desk: Desk) -> tuple[object, object]:
            return desk.people.save(card, roles)

        saved, _ = changed(work)  # type: ignore[misc] - a card and what was changed
        made[saved.name] = saved

    add(whole, [role])
    add(typed("Par Elm", office="Port office"))
    add(typed("Ana Birch", office="Quay", last_verified=date(2026, 11, 1)))
    add(typed("", office="Press desk"))
    return made
