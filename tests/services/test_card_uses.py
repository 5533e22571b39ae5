"""Where somebody stands."""

from uuid import UUID

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person
from newsdesk.services.desk import Desk

NEW = UUID(int=0)
QUOTED = "“The quay is safe,” said {}, harbour master."


def add(desk: Desk, name: str, *variants: str) -> Card:
    person = Person(id=PersonId(NEW), display_name=name, variants=variants)
    contact = Contact(id=ContactId(NEW), display_name=name)
    return desk.people.save(Card(person=person, contact=contact))[0][0]


def test_releases_that_print_or_quote_somebody_are_listed_newest_first(desk: Desk) -> None:
    elm = add(desk, "Pär Elm", "Par Elm")
    quoted, _ = desk.releases.new({"headline": "One"}, body_md=QUOTED.format("Par Elm"))
    both, _ = desk.releases.new(
        {"headline": "Two", "contacts": "Pär Elm"}, body_md=QUOTED.format("Pär Elm")
    )
    named, _ = desk.releases.new({"headline": "Three"}, body_md="Pär Elm opened the quay.")
    desk.releases.new({"headline": "Four"}, body_md=QUOTED.format("Ana Elm"))
    uses = desk.people.uses(elm)
    told = {use.release.id: (use.is_contact, use.is_quoted) for use in uses.uses}
    assert told == {both.id: (True, True), quoted.id: (False, True)}
    assert named.id not in told
    assert (uses.total, uses.as_contact, uses.named, uses.looked_through) == (2, 1, 3, 3)


def test_a_trashed_release_is_no_use(desk: Desk) -> None:
    elm = add(desk, "Pär Elm")
    release, _ = desk.releases.new({"headline": "One", "contacts": "Pär Elm"})
    desk.releases.trash(str(release.id))
    assert desk.people.uses(elm).uses == ()


def test_an_office_is_asked_and_never_quoted(desk: Desk) -> None:
    contact = Contact(id=ContactId(NEW), office="Harbour")
    desk_card = desk.people.save(Card(contact=contact))[0][0]
    desk.releases.new({"headline": "One"}, body_md="The Harbour is open.")
    asked, _ = desk.releases.new({"headline": "Two", "contacts": "Harbour"})
    uses = desk.people.uses(desk_card)
    assert [use.release.id for use in uses.uses] == [asked.id]
    assert uses.named == 0
