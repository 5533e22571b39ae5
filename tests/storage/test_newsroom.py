"""The house's settings."""

from dataclasses import replace

import pytest
from uuid6 import uuid7

from newsdesk.domain.dateline import DatelineStyle
from newsdesk.domain.errors import StaleError
from newsdesk.domain.ids import PlaceId
from newsdesk.domain.newsroom import ArabicMonths, Digits, Newsroom, Paper
from newsdesk.storage.database import Database

HOUSE = Newsroom(
    organisation="Harbour Trust",
    short_name="HT",
    mail_domain="example.org",
    site_url="https://example.org/",
    dateline_style=DatelineStyle.UN,
    dateline_source="HT",
    seats=(PlaceId(uuid7()), PlaceId(uuid7())),
    has_immediate_release_line=True,
    end_mark="-ends-",
    contact_intros={"en": "For more information:", "ar": "للمزيد"},
    languages=("fr", "en"),
    fallbacks={"fr": "en"},
    arabic_months=ArabicMonths.LEVANTINE,
    digits=Digits.ARABIC,
    tz="Europe/Zurich",
    has_approval_steps=True,
    paper=Paper.LETTER,
    unasked_sites=("example.org", "geneva.example.org:8080"),
    dictionaries={"en": "en-US"},
)


def test_a_new_house_has_the_usual_settings(database: Database) -> None:
    with database.reading() as work:
        assert work.newsroom.get() == Newsroom()
        assert work.newsroom.versions() == []


def test_settings_come_back_and_the_old_ones_stay(database: Database) -> None:
    with database.transaction() as work:
        first = work.newsroom.save(HOUSE)
        second = work.newsroom.save(replace(first, end_mark="###"))
    with database.reading() as work:
        assert first == replace(HOUSE, version=1)
        assert work.newsroom.get() == second
        assert work.newsroom.versions() == [second, first]


def test_settings_that_somebody_else_changed_are_not_overwritten(database: Database) -> None:
    with database.transaction() as work:
        work.newsroom.save(HOUSE)
        with pytest.raises(StaleError):
            work.newsroom.save(HOUSE)
