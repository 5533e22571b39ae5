from datetime import date
from pathlib import Path

import pytest

from newsdesk.cli.inputs import UsageError, assignments, day, one_of, text_of
from newsdesk.domain.workflow import State


def test_a_value_may_hold_equals_signs_and_be_empty() -> None:
    pairs = ["headline=a=b", "byline="]
    assert assignments(pairs, ["headline", "byline"]) == {"headline": "a=b", "byline": ""}


@pytest.mark.parametrize("pair", ["headline", "=x", "Headline=x", "colour=red"])
def test_what_is_no_assignment_is_wrong_usage(pair: str) -> None:
    with pytest.raises(UsageError):
        assignments([pair], ["headline"])


def test_a_text_is_read_with_its_byte_order_mark_off(tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_bytes("\ufeffGenève".encode())
    assert text_of(str(path)) == "Genève"


def test_days_and_words_are_read_or_refused() -> None:
    assert day("--valid-from", "2026-05-03") == date(2026, 5, 3)
    assert one_of(State, "--state", "Draft") is State.DRAFT
    with pytest.raises(UsageError, match="2026-05-03"):
        day("--valid-from", "soon")
    with pytest.raises(UsageError, match="spiked"):
        one_of(State, "--state", "loud")
