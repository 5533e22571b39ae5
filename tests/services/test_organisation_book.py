"""Organisations by name."""

from datetime import date

from newsdesk.domain.person import TypedRole
from newsdesk.services.desk import Desk
from newsdesk.services.organisation_book import OrganisationBook


def test_what_is_not_known_is_made_once(desk: Desk) -> None:
    workplace = desk.people._workplace
    with workplace.database.transaction() as work:
        book = OrganisationBook(work, workplace.new_id)
        key = book.key("Fondation Genève")
        assert book.key("FONDATION GENEVE") == key
        assert OrganisationBook(work, workplace.new_id).key("fondation geneve") == key
        assert book.key("") is None
    assert [one.names for one in desk.people.organisations().values()] == [
        {"en": "Fondation Genève"}
    ]


def test_a_role_keeps_titles_that_say_something(desk: Desk) -> None:
    workplace = desk.people._workplace
    typed = TypedRole(titles={"en": " Head ", "fr": " "}, valid_from=date(2026, 1, 1))
    with workplace.database.transaction() as work:
        role = OrganisationBook(work, workplace.new_id).role(typed)
    assert (role.titles, role.valid_from, role.organisation_id) == (
        {"en": "Head"},
        date(2026, 1, 1),
        None,
    )
