"""People, what they were and when, and whom they speak for."""

from dataclasses import replace

from uuid6 import uuid7

from newsdesk.domain.ids import OrganisationId, PersonId, RoleId
from newsdesk.domain.person import Organisation, Person, Role
from newsdesk.storage.database import Database
from tests.storage.making import NOW


def test_a_person_comes_back_with_every_role_in_order(database: Database) -> None:
    trust = Organisation(
        id=OrganisationId(uuid7()),
        names={"en": "Harbour Trust", "fr": "Fondation du port"},
        acronyms={"en": "HT"},
        uri="https://example.org/",
        is_own=True,
    )
    roles = (
        Role(
            id=RoleId(uuid7()),
            titles={"en": "Director"},
            organisation_id=trust.id,
            valid_from=NOW.date(),
        ),
        Role(id=RoleId(uuid7()), titles={"en": "Clerk"}, valid_to=NOW.date()),
    )
    person = Person(
        id=PersonId(uuid7()),
        display_name="Pär Elm",
        sort_name="Elm",
        variants=("Par Elm", "P. Elm"),
        gender_for_stats="m",
        roles=roles,
    )
    with database.transaction() as work:
        assert work.people.organisations.save(trust) == trust
        saved = work.people.save(person)
        assert saved == replace(person, version=1)
        again = work.people.save(replace(saved, roles=roles[::-1]))
    with database.reading() as work:
        assert work.people.get(person.id) == again
        assert again.roles == roles[::-1]
        assert work.people.organisations.all() == [trust]


def test_people_are_listed_by_the_name_they_are_sorted_under(database: Database) -> None:
    with database.transaction() as work:
        for name, sort_name in (("Zoe Alm", "Alm"), ("Ana Birch", "Birch")):
            work.people.save(Person(id=PersonId(uuid7()), display_name=name, sort_name=sort_name))
        assert [person.display_name for person in work.people.all()] == ["Zoe Alm", "Ana Birch"]
