"""How much of one text stands in another."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.shingles import FEWEST, RUN, containment, runs, words

OPENING = (
    "Ninety harbour workers have finished a course in night rescue, the Office for Safe Harbours "
    "said today. They trained for three weeks on the quays of Samport, in rain and in the dark."
)
OTHER = (
    "The mayor of Samport opened a bridge on Monday that took four years to build. Ferries will go "
    "on running until the end of the month, and tickets stay valid on both banks of the river."
)


def test_case_accents_marks_and_quotation_make_no_other_words() -> None:
    assert words("Genève – **the** “old” town’s straße") == words(
        'GENEVE - the "old" town\'s strasse'
    )


def test_where_a_link_leads_is_no_part_of_the_text() -> None:
    linked = 'See [the report](https://example.org/a_(b)?c=d) and ![a quay](page_files/q.jpg "Q").'
    assert words(linked) == ["see", "the", "report", "and", "a", "quay"]
    assert words("Read https://example.org/x now") == ["read", "now"]


@pytest.mark.parametrize(
    ("text", "count"), [("联合国难民署", 6), ("กขค", 3), ("안녕 하세요", 5), ("вид моря", 2)]
)
def test_of_scripts_without_spaces_each_letter_is_a_word(text: str, count: int) -> None:
    assert len(words(text)) == count


def test_a_text_of_twenty_words_has_the_fewest_runs_that_prove_something() -> None:
    assert len(runs(" ".join(map(str, range(20))))) == FEWEST == 20 - RUN + 1


def test_a_text_is_contained_in_a_longer_one() -> None:
    assert containment(runs(OPENING), runs(f"{OTHER}\n\n{OPENING}")) == 1
    assert containment(runs(OPENING), runs(OTHER)) == 0
    assert containment(runs(""), runs(OTHER)) == 0


def test_an_edit_takes_away_no_more_than_the_runs_around_it() -> None:
    edited = OPENING.replace("three weeks", "four weeks")
    shared = runs(OPENING) & runs(edited)
    assert len(shared) == len(runs(OPENING)) - RUN


@given(st.text(max_size=300))
def test_any_text_has_words_and_contains_itself(text: str) -> None:
    found = runs(text)
    assert containment(found, found) == (1 if found else 0)
    assert len(found) <= max(0, len(words(text)) - RUN + 1)


@pytest.mark.parametrize(
    "piece", ['](a "', "](", "https://", "a(", "\N{COMBINING ACUTE ACCENT}", "文"]
)
def test_a_megabyte_of_anything_takes_no_time(piece: str) -> None:
    begun = process_time()
    runs(piece * (1_000_000 // len(piece)))
    assert process_time() - begun < 2
