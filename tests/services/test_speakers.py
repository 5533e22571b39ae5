from datetime import date
from pathlib import Path
from shutil import copytree
from uuid import UUID

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.contact import Contact
from newsdesk.domain.ids import ContactId, OrganisationId, PersonId, RoleId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.person import Organisation, Person, Role
from newsdesk.services.desk import Desk
from newsdesk.services.speakers import Speaker, in_language
from newsdesk.storage.database import Database
from tests.services.conftest import Clock

DAY = date(2026, 3, 2)
TRUST = Organisation(
    id=OrganisationId(UUID(int=1)), names={"en": "Harbour Trust", "fr": "Fondation du port"}
)
PAER = Person(
    id=PersonId(UUID(int=2)),
    display_name="Pär Elm",
    variants=("Par Elm",),
    roles=(
        Role(
            id=RoleId(UUID(int=3)),
            titles={"en": "Clerk"},
            valid_to=date(2025, 12, 31),
        ),
        Role(
            id=RoleId(UUID(int=4)),
            titles={"en": "Director", "fr": "directeur"},
            organisation_id=TRUST.id,
            valid_from=date(2026, 1, 1),
        ),
    ),
)


def contact(
    name: str,
    role: str | None = None,
    *,
    office: str | None = None,
    person_id: PersonId | None = None,
) -> Contact:
    return Contact(
        id=ContactId(UUID(int=9)),
        display_name=name,
        role_title=role,
        office=office,
        person_id=person_id,
    )


def test_contacts_with_a_name_may_be_quoted(desk: Desk) -> None:
    desk.contacts.add(contact("Noor Elm", "Head of Press", office="OSH Geneva"))
    desk.contacts.add(contact("", office="Press desk"))
    assert desk.speakers.all("en", DAY) == [
        Speaker(name="Noor Elm", title="Head of Press, OSH Geneva")
    ]


def test_nobody_is_offered_twice(desk: Desk) -> None:
    desk.contacts.add(contact("Zoe Alm"))
    desk.contacts.add(contact("Noor Elm"))
    desk.contacts.add(contact("noor elm", "Head of Press"))
    desk.contacts.add(contact("Noor Elm", "Head of Press"))
    desk.contacts.add(contact("Noor Elm", "Captain"))
    offered = [(one.name, one.title) for one in desk.speakers.all("en", DAY)]
    assert offered == [("Noor Elm", "Captain"), ("Noor Elm", "Head of Press"), ("Zoe Alm", "")]


@pytest.mark.parametrize(
    ("language", "day", "title"),
    [
        ("en", DAY, "Director, Harbour Trust"),
        ("fr-CH", DAY, "directeur, Fondation du port"),
        ("ru", DAY, "Director, Harbour Trust"),
        ("en", date(2025, 6, 1), "Clerk"),
    ],
)
def test_people_have_the_title_of_the_day_in_the_language_of_the_release(
    tmp_path: Path, empty_newsroom: Path, clock: Clock, language: str, day: date, title: str
) -> None:
    copytree(empty_newsroom, tmp_path / "house")
    ids = iter(UUID(int=number) for number in range(100, 200))
    database = Database.open(tmp_path / "house", writing=True, now=clock, new_id=lambda: next(ids))
    with database, database.transaction() as work:
        work.people.organisations.save(TRUST)
        work.people.save(PAER)
        work.contacts.save(
            contact("Paer Elm", "Press officer", person_id=PAER.id, office="Kept elsewhere")
        )
    with open_desk(tmp_path / "house", now=clock) as desk:
        assert desk.speakers.all(language, day) == [
            Speaker(name="Pär Elm", title=title, words="Par Elm")
        ]


def test_a_text_falls_back_as_the_house_says() -> None:
    house = Newsroom(fallbacks={"ky": "ru"})
    texts = {"ru": "Директор", "en": "Director"}
    assert in_language(texts, "ky", house) == "Директор"
    assert in_language(texts, "tg", house) == "Director"
    assert in_language({"ru": "Директор"}, "tg", house) == "Директор"
    assert in_language({}, "tg", house) == ""
