"""Which cards may be one, and what they have together."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.ids import ContactId, PersonId, RoleId
from newsdesk.domain.merging import (
    Likeness,
    merged_contact,
    merged_person,
    suggestions,
    without_former,
)
from newsdesk.domain.person import Person, Role


def mail(address: str, *, public: bool = True) -> ContactPoint:
    return ContactPoint(kind=PointKind.EMAIL, value=address, public=public)


def phone(number: str) -> ContactPoint:
    return ContactPoint(kind=PointKind.PHONE, value=number)


def contact(key: int, name: str = "", *points: ContactPoint, **fields: object) -> Contact:
    made = Contact(id=ContactId(UUID(int=key)), display_name=name, points=points)
    return replace(made, **fields)  # type: ignore[arg-type] - any field by its name


def person(key: int, name: str, *variants: str, roles: tuple[Role, ...] = ()) -> Person:
    return Person(id=PersonId(UUID(int=key)), display_name=name, variants=variants, roles=roles)


def found(*cards: Card) -> list[tuple[set[int], set[Likeness]]]:
    return [({card.key.int for card in one.cards}, set(one.likeness)) for one in suggestions(cards)]


def test_names_are_one_without_their_accents() -> None:
    cards = (
        Card(contact=contact(1, "Pär Elm")),
        Card(contact=contact(2, "Par Elm")),
        Card(person=person(3, "P. Elm", "PÄR ELM")),
        Card(contact=contact(4, "Noor Elm")),
    )
    assert found(*cards) == [({1, 2, 3}, {Likeness.NAME})]


def test_one_mailbox_with_a_name_in_common_is_one_card() -> None:
    first = Card(contact=contact(1, "Peter Natal", mail("rnatal@example.org")))
    second = Card(contact=contact(2, "Robert Natal", mail("RNatal@example.org")))
    assert found(first, second) == [({1, 2}, {Likeness.EMAIL})]


def test_a_mailbox_and_a_number_of_an_office_make_nobody_one() -> None:
    shared = (mail("press@example.org"), phone("+41225550100"))
    cards = [Card(contact=contact(n, name, *shared)) for n, name in enumerate(("A Bo", "C Do"))]
    assert found(*cards) == []
    crowd = [Card(contact=contact(n, f"Elm {n}", *shared)) for n in range(9)]
    assert found(*crowd) == []


def test_two_offices_with_one_number_may_be_one_and_an_extension_is_another() -> None:
    first = Card(contact=contact(1, office="Press desk", points=(phone("+41225550100"),)))
    second = Card(contact=contact(2, office="Media desk", points=(phone("+41225550100"),)))
    third = Card(
        contact=contact(3, office="Desk", points=(replace(phone("+41225550100"), extension="203"),))
    )
    assert found(first, second, third) == [({1, 2}, {Likeness.PHONE})]


def test_one_person_at_two_offices_is_no_duplicate() -> None:
    noor = person(9, "Noor Elm")
    at_geneva = Card(person=noor, contact=contact(1, "Noor Elm", office="Geneva"))
    at_dhaka = Card(person=noor, contact=contact(2, "Noor Elm", office="Dhaka"))
    again = Card(person=noor, contact=contact(3, "Noor Elm", office="geneva"))
    assert found(at_geneva, at_dhaka) == []
    assert found(at_geneva, at_dhaka, again) == [({1, 3}, {Likeness.NAME})]


def test_a_merged_person_remembers_every_name_and_role() -> None:
    clerk = Role(id=RoleId(UUID(int=1)), titles={"en": "Clerk"})
    same = replace(clerk, id=RoleId(UUID(int=2)))
    head = Role(id=RoleId(UUID(int=3)), titles={"en": "Head"})
    kept = person(1, "Pär Elm", "Par Elm", roles=(clerk,))
    other = replace(person(2, "P. Elm", "Pär Elm", roles=(same, head)), gender_for_stats="m")
    merged = merged_person(kept, [other], ["Pär Elm-Alm"])
    assert merged.variants == ("Par Elm", "P. Elm", "Pär Elm-Alm")
    assert merged.roles == (clerk, head)
    assert (merged.id, merged.gender_for_stats) == (kept.id, "m")


def test_a_merged_contact_has_what_either_had_and_tells_no_more_than_both() -> None:
    kept = contact(1, "Noor Elm", mail("n@example.org"), last_verified=date(2026, 1, 1))
    other = contact(
        2,
        "N. Elm",
        mail("N@example.org", public=False),
        phone("+41225550100"),
        role_title="Head",
        languages=("fr",),
        last_verified=date(2025, 1, 1),
        cover_by=ContactId(UUID(int=1)),
    )
    merged = merged_contact(kept, [other])
    assert merged.points == (mail("n@example.org", public=False), phone("+41225550100"))
    assert (merged.id, merged.role_title, merged.languages) == (kept.id, "Head", ("fr",))
    assert merged.last_verified == date(2025, 1, 1)
    assert merged.cover_by is None  # it would be their own
    assert merged_contact(kept, [replace(other, last_verified=None)]).last_verified is None


def test_a_cover_of_somebody_else_is_taken_over_with_its_days() -> None:
    third = ContactId(UUID(int=3))
    other = contact(2, "N. Elm", cover_by=third, cover_to=date(2026, 4, 1))
    merged = merged_contact(contact(1, "Noor Elm"), [other])
    assert (merged.cover_by, merged.cover_to) == (third, date(2026, 4, 1))


def test_contacts_name_whom_a_merge_kept() -> None:
    old, new = ContactId(UUID(int=1)), ContactId(UUID(int=2))
    gone, stays = PersonId(UUID(int=8)), PersonId(UUID(int=9))
    third = contact(3, "Ana", person_id=gone, cover_by=old, cover_to=date(2026, 4, 1))
    moved = without_former(third, {gone: stays}, {old: new})
    assert (moved.person_id, moved.cover_by) == (stays, new)
    itself = without_former(contact(2, "Ana", cover_by=old), {}, {old: new})
    assert itself.cover_by is None
