"""Standing paragraphs and the days they are good for."""

from dataclasses import replace
from datetime import date

import pytest
from uuid6 import uuid7

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind
from newsdesk.domain.ids import BoilerplateId, OrganisationId
from newsdesk.domain.person import Organisation
from newsdesk.storage.database import Database
from tests.storage.making import Clock


def about(valid_from: str, valid_to: str | None = None, **changes: object) -> Boilerplate:
    text = Boilerplate(
        id=BoilerplateId(uuid7()),
        language="en",
        text_md=f"As of {valid_from}",
        valid_from=date.fromisoformat(valid_from),
        valid_to=date.fromisoformat(valid_to) if valid_to else None,
    )
    return replace(text, **changes)


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        ("2019-12-31", []),
        ("2020-01-01", ["As of 2020-01-01"]),
        ("2021-06-30", ["As of 2021-06-01", "As of 2020-01-01"]),
        ("2021-12-31", ["As of 2021-06-01", "As of 2020-01-01"]),
        ("2022-01-01", ["As of 2021-06-01"]),
    ],
)
def test_the_texts_of_a_day_are_given_newest_first(
    database: Database, day: str, texts: list[str]
) -> None:
    with database.transaction() as work:
        for text in (
            about("2021-06-01"),
            about("2020-01-01", "2021-12-31"),
            about("2020-01-01", language="fr"),
            about("2020-01-01", kind=BoilerplateKind.HELPLINE),
        ):
            work.boilerplates.save(text)
        found = work.boilerplates.valid(BoilerplateKind.ABOUT, "en", date.fromisoformat(day))
    assert [text.text_md for text in found] == texts


def test_a_text_that_was_put_away_is_not_offered(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        text = work.boilerplates.save(about("2020-01-01"))
        work.boilerplates.delete(text.id, at=clock(), by="dana")
        assert work.boilerplates.valid(text.kind, "en", clock().date()) == []


def test_a_text_comes_back_as_it_went(database: Database) -> None:
    with database.transaction() as work:
        trust = Organisation(id=OrganisationId(uuid7()), names={"en": "Harbour Trust"})
        work.people.organisations.save(trust)
        before = work.boilerplates.save(about("2020-01-01"))
        text = about(
            "2021-01-01",
            "2022-01-01",
            organisation_id=trust.id,
            office="Samport",
            supersedes=before.id,
        )
        assert work.boilerplates.save(text) == replace(text, version=1)
