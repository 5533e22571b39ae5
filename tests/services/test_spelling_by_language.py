"""Every dictionary that comes with newsdesk, on texts of press offices and the slips in them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest

from newsdesk import paths
from newsdesk.domain.ids import ReleaseId
from newsdesk.services.desk import Desk
from newsdesk.services.dictionaries import DictionaryService
from newsdesk.services.spelled_words import prose_lines, spelled_words, unknown_parts
from newsdesk.services.speller import Speller
from tests.services.spelling_texts import SLIPS, TEXTS


@pytest.fixture(scope="module")
def speller() -> Callable[[str], Speller]:
    """Loads a dictionary once."""
    service = DictionaryService(paths.resources() / "dictionaries", Path("nowhere"))
    found = {one.tag: one for one in service.all()}

    @cache
    def load(tag: str) -> Speller:
        return Speller.open(found[tag].aff, found[tag].dic, found[tag].lists)

    return load


@pytest.mark.parametrize("tag", TEXTS)
def test_nothing_is_marked_in_a_text_without_a_mistake(
    tag: str, speller: Callable[[str], Speller], desk: Desk
) -> None:
    setup = desk.spelling.setup(ReleaseId(uuid4()), tag)
    assert setup.dictionary is not None
    assert setup.dictionary.tag == tag
    one = speller(tag)
    one.set_names(setup.names)
    marked = [
        part.text
        for _number, line in prose_lines(TEXTS[tag])
        for word in spelled_words(line, tag)
        for part in unknown_parts(word, tag, one.is_known)
    ]
    assert marked == []


@pytest.mark.parametrize("tag", TEXTS)
def test_the_right_word_is_suggested_for_a_slip(
    tag: str, speller: Callable[[str], Speller]
) -> None:
    slips = [pair.split(":") for pair in SLIPS[tag].split()]
    assert len(slips) == 20
    one = speller(tag)
    assert [wrong for wrong, _right in slips if one.is_known(wrong)] == []
    suggested = {wrong: one.suggestions(wrong) for wrong, _right in slips}
    assert {
        wrong: suggested[wrong] for wrong, right in slips if right not in suggested[wrong]
    } == {}


def test_nothing_is_marked_in_the_sample_newsroom(desk: Desk) -> None:
    releases, _ = desk.samples.install()
    reports = [desk.spelling.check(str(release.id)) for release in releases]
    assert {report.language: report.unknown for report in reports} == {"en": (), "fr": (), "ar": ()}
    assert {report.language: report.dictionary for report in reports} == {
        "en": "en-GB",
        "fr": "fr",
        "ar": None,
    }
