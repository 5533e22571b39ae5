"""What was issued is not undone by a version that was not."""

import pytest

from newsdesk.domain.parting import Choice, choices, is_taken_back
from newsdesk.domain.workflow import State

MINE, THEIRS, BOTH = Choice.MINE, Choice.THEIRS, Choice.BOTH


@pytest.mark.parametrize(
    ("mine", "theirs", "possible"),
    [
        (State.DRAFT, State.DRAFT, (MINE, THEIRS, BOTH)),
        (State.DRAFT, State.APPROVED, (MINE, THEIRS, BOTH)),
        (State.SPIKED, State.DRAFT, (MINE, THEIRS, BOTH)),
        (State.PUBLISHED, State.DRAFT, (MINE, BOTH)),
        (State.DRAFT, State.PUBLISHED, (THEIRS, BOTH)),
        (State.PUBLISHED, State.CORRECTED, (MINE, BOTH)),
        (State.PUBLISHED, State.RECALLED, (THEIRS, BOTH)),
        (State.KILLED, State.PUBLISHED, (MINE, BOTH)),
        (State.RECALLED, State.KILLED, (MINE, BOTH)),
    ],
)
def test_what_may_become_of_two_versions(
    mine: State, theirs: State, possible: tuple[Choice, ...]
) -> None:
    assert choices(mine, theirs) == possible


def test_a_release_is_taken_back_by_what_was_not_issued_only() -> None:
    assert is_taken_back(State.PUBLISHED, State.DRAFT)
    assert is_taken_back(State.RECALLED, State.PUBLISHED)
    assert not is_taken_back(State.PUBLISHED, State.RECALLED)
    assert not is_taken_back(State.DRAFT, State.SUBMITTED)
