"""What was said is held against what is there, save by save."""

import pytest

from tests.reliability.ledger import Dump, Ledger

SAID = ["READY", "TRY a-1 1 one", "ACK a-1 1 one", "TRY a-1 2 two", "ACK a-1 2 two"]


def wrong(rows: list[str], *said: str, verdict: str = "OK") -> list[str]:
    ledger = Ledger()
    for line in (*SAID, *said):
        ledger.hear(line)
    return ledger.wrong_in(Dump.of([*rows, verdict]))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("ROW a-1 2 two", ()),
        ("ROW a-1 2 two", ("TRY a-1 3 three",)),
        ("ROW a-1 3 three", ("TRY a-1 3 three",)),  # stored, and killed before it was said
        ("ROW a-1 2 two", ("TRY a-1 3 three", "ERR a-1 3 StorageError full /disk")),
    ],
)
def test_the_last_save_or_one_that_was_being_made_is_right(row: str, said: tuple[str, ...]) -> None:
    assert wrong([row], *said) == []


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ([], "all 2 saves are lost"),
        (["ROW a-1 1 one"], "1 acknowledged saves are lost"),
        (["ROW a-1 2 other"], "a text that nobody wrote"),
        (["ROW a-1 3 three"], "a text that nobody wrote"),
        (["ROW a-1 2 two", "ROW b-1 1 one"], "b-1: save 1 is a text that nobody wrote"),
        (["ROW a-1 2 two", "ROW a-1 2 two"], "a release is there twice"),
        (["ROW a-1 2 two", "Traceback"], "said: Traceback"),
    ],
)
def test_anything_else_is_named(rows: list[str], what: str) -> None:
    assert any(what in line for line in wrong(rows))


@pytest.mark.parametrize("verdict", ["CORRUPT page 7", "NEWER 9", "REFUSED busy", ""])
def test_a_newsroom_that_is_not_sound_is_wrong_whatever_it_shows(verdict: str) -> None:
    assert "not sound" in " ".join(wrong(["ROW a-1 2 two"], verdict=verdict))
