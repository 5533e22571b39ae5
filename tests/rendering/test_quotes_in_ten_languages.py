"""Quotes and who said them in the marks and the grammar of ten languages: `files/quotes.json`."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsdesk.rendering.quotes import find_quotes

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "files" / "quotes.json").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["body"][:60])
def test_a_quote_is_found_with_who_said_it(case: dict[str, Any]) -> None:
    found = find_quotes(case["body"], case["language"])
    expected = [(quote["begins"], quote["speaker"]) for quote in case["quotes"]]
    assert [(quote.text[: len(begins)], quote.speaker) for quote, (begins, _who) in zip(
        found, expected, strict=True
    )] == expected  # fmt: skip


def test_there_are_quotes_in_all_ten_languages() -> None:
    assert len({case["language"] for case in CASES}) == 10


def test_who_is_named_in_between_is_who_he_is() -> None:
    body = (
        "“We build what people stand on,” said Carla Newman, head of the works.\n\n"
        "Deputy Mayor Luis Arranz said the city had paid nothing. “They asked for a bus stop, and "
        "they get one,” he added."
    )
    assert [quote.speaker for quote in find_quotes(body, "en")] == ["Carla Newman", "Luis Arranz"]


def test_a_label_stands_for_the_whole_name_printed_with_the_same_office() -> None:
    body = (
        "Umweltministerin Petra Muster hat den Anleger eröffnet.\n\n"
        "Ministerin Muster: „Wir freuen uns über den neuen Anleger und seine Lichter.“"
    )
    assert [quote.speaker for quote in find_quotes(body, "de")] == ["Petra Muster"]
