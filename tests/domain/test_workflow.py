"""Every state with every action, held against the table of the trade."""

from itertools import product

import pytest

from newsdesk.domain.errors import TransitionError
from newsdesk.domain.workflow import (
    TRANSITIONS,
    Action,
    PubStatus,
    State,
    allowed,
    check_allowed,
    pub_status,
)

# written out again, state by state, so that a slip in the table has something to disagree with
EXPECTED: dict[str, str] = {
    "draft": "submit publish spike translate duplicate restore_version",
    "submitted": "withdraw request_changes approve spike translate duplicate",
    "approved": "edit schedule publish spike translate duplicate",
    "scheduled": "edit deschedule publish kill translate duplicate",
    "published": "correct update kill recall translate duplicate",
    "corrected": "correct update kill recall translate duplicate",
    "killed": "",
    "recalled": "",
    "spiked": "unspike duplicate",
}
TARGETS: dict[tuple[str, str], str] = {
    ("draft", "submit"): "submitted",
    ("draft", "publish"): "published",
    ("draft", "spike"): "spiked",
    ("submitted", "withdraw"): "draft",
    ("submitted", "request_changes"): "draft",
    ("submitted", "approve"): "approved",
    ("submitted", "spike"): "spiked",
    ("approved", "edit"): "draft",
    ("approved", "schedule"): "scheduled",
    ("approved", "publish"): "published",
    ("approved", "spike"): "spiked",
    ("scheduled", "edit"): "draft",
    ("scheduled", "deschedule"): "approved",
    ("scheduled", "publish"): "published",
    ("scheduled", "kill"): "killed",
    ("published", "correct"): "corrected",
    ("published", "kill"): "killed",
    ("published", "recall"): "recalled",
    ("corrected", "correct"): "corrected",
    ("corrected", "kill"): "killed",
    ("corrected", "recall"): "recalled",
}


@pytest.mark.parametrize(("state", "action"), list(product(State, Action)))
def test_a_state_allows_what_the_trade_allows_and_nothing_else(
    state: State, action: Action
) -> None:
    if action in EXPECTED[state].split():
        transition = check_allowed(state, action, approval_steps=False)
        assert transition.target == TARGETS.get((state, action))
    else:
        with pytest.raises(TransitionError) as refused:
            check_allowed(state, action, approval_steps=False)
        assert (refused.value.state, refused.value.action) == (state, action)


@pytest.mark.parametrize("state", State)
def test_with_approval_steps_only_a_draft_loses_its_way_to_publication(state: State) -> None:
    lost = allowed(state, approval_steps=False) - allowed(state, approval_steps=True)
    assert lost == ({Action.PUBLISH} if state is State.DRAFT else set())


def test_every_action_has_its_line_in_the_table() -> None:
    assert set(TRANSITIONS) == set(Action)


def test_what_others_may_do_follows_the_state() -> None:
    usable = {state for state in State if pub_status(state) is PubStatus.USABLE}
    canceled = {state for state in State if pub_status(state) is PubStatus.CANCELED}
    assert usable == {State.PUBLISHED, State.CORRECTED}
    assert canceled == {State.KILLED, State.RECALLED}
