"""Lines that say one thing, as ten languages write them: `files/lines/`, a line each, by tabs."""

from pathlib import Path

import pytest

from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.boilerplate import read_boilerplate
from newsdesk.importing.embargo import mentions_embargo, read_embargo
from newsdesk.importing.furniture import is_noise, is_release_label
from newsdesk.importing.posted import read_posted
from newsdesk.importing.tags import read_terms

FOLDER = Path(__file__).parent / "files" / "lines"


def lines(name: str) -> list[str]:
    return (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()


def rows(name: str) -> list[tuple[str, ...]]:
    return [tuple(line.split("\t")) for line in lines(name)]


@pytest.mark.parametrize(("language", "text", "expected"), rows("posted"))
def test_a_date_of_posting_is_read(language: str, text: str, expected: str) -> None:
    posted = read_posted(text, language)
    is_sure = posted is not None and posted.confidence is Confidence.HIGH
    assert (posted.local if posted and is_sure else "") == expected


@pytest.mark.parametrize(("text", "field", "expected"), rows("terms"))
def test_terms_are_read(text: str, field: str, expected: str) -> None:
    terms = read_terms(text)
    found = {"tags": terms.tags, "categories": terms.categories} if terms else {}
    assert {name: ";".join(some) for name, some in found.items() if some} == (
        {field: expected} if field else {}
    )


@pytest.mark.parametrize(("text", "kind"), rows("standing_text"))
def test_a_heading_of_standing_text_is_known(text: str, kind: str) -> None:
    heading = read_boilerplate(text)
    assert (heading.kind if heading else "") == kind


@pytest.mark.parametrize("text", lines("noise"))
def test_what_pages_say_is_noise(text: str) -> None:
    assert is_noise(text)


@pytest.mark.parametrize("text", lines("no_noise"))
def test_a_headline_that_begins_like_noise_is_none(text: str) -> None:
    assert not is_noise(text)


@pytest.mark.parametrize("text", lines("labels"))
def test_a_label_says_what_kind_of_text_follows(text: str) -> None:
    assert is_release_label(text)


@pytest.mark.parametrize(("language", "text", "instant"), rows("embargoes"))
def test_an_embargo_is_read_or_known_as_one(
    language: str, text: str, instant: str, gazetteer: Gazetteer
) -> None:
    assert mentions_embargo(text)
    reading = read_embargo(text, language=language, gazetteer=gazetteer)
    assert reading is not None
    found = reading.embargo.until_utc.isoformat()[:16] if reading.embargo else ""
    assert found == instant
