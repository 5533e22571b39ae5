"""The scorer itself: what is right counts, what is not there costs."""

from typing import Any

import pytest

from tests.importing.corpus_score import plain, score

TRUTH: dict[str, Any] = {
    "headline": "Crews are ready",
    "language": "en",
    "dateline_place": "GENEVA",
    "dateline_country": None,
    "dateline_date": "2026-05-03",
    "posted": None,
    "contacts": [{"name": "Jane Roe", "phones": ["(0)22 555 01 00"], "emails": ["j@example.org"]}],
    "tags": ["Boats"],
    "categories": [],
    "body_first_words": "Ninety crews",
    "body_last_words": "the night.",
    "must_not_contain": ["Log in"],
    "quotes": [{"text_first_words": "We are ready", "speaker": "Ann Stone"}],
}
SHOWN: dict[str, Any] = {
    "headline": "Crews are ready",
    "language": "en-GB",
    "dateline": {"places": [{"city": "Geneva", "names": {}}], "date": "2026-05-03"},
    "dateline_text": "Geneva",
    "posted": None,
    "contacts": [{"name": "Jane Roe", "phones": ["+41225550100"], "emails": ["J@example.org"]}],
    "tags": ["boats"],
    "categories": [],
    "body_md": "**Ninety** crews “train” through the night.",
    "quotes": [{"text": "We are ready for it,", "speaker": "Ann Stone"}],
}


def test_all_that_is_right_makes_a_full_score() -> None:
    full = score(TRUTH, SHOWN)
    assert (full.right, full.labelled, full.costs, full.share) == (11, 11, 0, 1.0)
    assert full.wrong == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"headline": "Crews"}, "headline"),
        ({"language": "fr"}, "language"),
        ({"dateline": {"places": [{"city": "Bern", "names": {}}]}}, "dateline_place"),
        ({"dateline": {"places": SHOWN["dateline"]["places"], "date": None}}, "dateline_date"),
        ({"contacts": []}, "contact_name"),
        ({"tags": []}, "tags"),
        ({"body_md": "Some ninety crews train through the night."}, "body_first_words"),
        ({"body_md": "Ninety crews train. All of them."}, "body_last_words"),
        ({"quotes": [{"text": "We are ready", "speaker": None}]}, "quote"),
    ],
)
def test_what_is_wrong_counts_nothing(changes: dict[str, Any], field: str) -> None:
    found = score(TRUTH, {**SHOWN, **changes})
    assert field in {point.field for point in found.wrong}
    assert found.share < 1


@pytest.mark.parametrize(
    ("truth", "shown"),
    [
        ({"headline": None}, {}),
        ({"dateline_place": None}, {}),
        ({"contacts": []}, {}),
        ({}, {"posted": "2026-05-03T11:54:57"}),
        ({}, {"body_md": "Ninety crews\n\nLog in\n\nthrough the night."}),
    ],
)
def test_what_is_found_where_nothing_is_costs(truth: dict[str, Any], shown: dict[str, Any]) -> None:
    found = score({**TRUTH, **truth}, {**SHOWN, **shown})
    assert found.costs == 1
    assert found.share == (found.labelled - 1) / found.labelled


def test_a_score_is_never_below_nothing() -> None:
    nothing: dict[str, Any] = {"language": "en", "must_not_contain": ["a", "b"]}
    assert score(nothing, {"language": "en", "headline": "a b", "body_md": ""}).share == 0


def test_texts_are_compared_without_what_does_not_count() -> None:
    assert plain("# The **“quick”**\xa0[fox](https://x.y) –\n\nso\xadft ‘it’") == (
        "The \"quick\" fox - soft 'it'"
    )


def test_a_place_in_capitals_with_its_state_is_the_place() -> None:
    truth = {"dateline_place": "KELBRA, PA"}
    city = {"city": "Kelbra", "admin1": "Pa.", "names": {}}
    for places, text, is_right in (
        ([city], "", True),
        ([{**city, "admin1": "Ohio"}], "", False),
        ([], "KELBRA, PA", True),
        ([], "", False),
    ):
        shown: dict[str, Any] = {"dateline": {"places": places}, "dateline_text": text}
        assert (score(truth, shown).right == 1) == is_right
