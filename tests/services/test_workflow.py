from itertools import product

import pytest

from newsdesk.domain.errors import (
    ConfirmationNeededError,
    IncompleteReleaseError,
    ReasonNeededError,
    TransitionError,
)
from newsdesk.domain.workflow import Action, State, allowed
from newsdesk.services.desk import Desk
from tests.services.conftest import Clock

WAYS = {  # how a release gets into each state
    State.DRAFT: (),
    State.SUBMITTED: (Action.SUBMIT,),
    State.APPROVED: (Action.SUBMIT, Action.APPROVE),
    State.PUBLISHED: (Action.PUBLISH,),
    State.CORRECTED: (Action.PUBLISH, Action.CORRECT),
    State.KILLED: (Action.PUBLISH, Action.KILL),
    State.RECALLED: (Action.PUBLISH, Action.RECALL),
    State.SPIKED: (Action.SPIKE,),
}
REFUSED = [
    (state, action)
    for state, action in product(WAYS, Action)
    if action not in allowed(state, approval_steps=False)
]


def release_in(desk: Desk, state: State) -> str:
    release, _ = desk.releases.new({"headline": "Harbour opens"}, body_md="It opened.")
    for action in WAYS[state]:
        desk.workflow.take(str(release.id), action, reason="because")
    assert desk.releases.get(str(release.id)).state is state
    return str(release.id)


@pytest.mark.parametrize(("state", "action"), REFUSED)
def test_a_step_that_is_not_in_the_table_leaves_no_trace(
    desk: Desk, state: State, action: Action
) -> None:
    key = release_in(desk, state)
    before = desk.releases.get(key), desk.releases.revisions(key), desk.releases.history(key)
    with pytest.raises(TransitionError):
        desk.workflow.take(key, action, reason="because")
    assert (
        desk.releases.get(key),
        desk.releases.revisions(key),
        desk.releases.history(key),
    ) == before


def test_publishing_is_recorded_with_who_when_and_what(desk: Desk, clock: Clock) -> None:
    key = release_in(desk, State.DRAFT)
    clock.advance(hours=1)
    desk.workflow.take(key, Action.PUBLISH)
    event = desk.releases.history(key)[-1]
    assert (event.action, event.at) == ("publish", clock.now)
    assert (event.before["state"], event.after["state"]) == ("draft", "published")
    assert desk.releases.revisions(key)[-1].reason == "publish"


def test_a_recall_without_a_reason_is_refused_and_with_one_recorded(desk: Desk) -> None:
    key = release_in(desk, State.PUBLISHED)
    with pytest.raises(ReasonNeededError):
        desk.workflow.take(key, Action.RECALL)
    desk.workflow.take(key, Action.RECALL, reason="The date was wrong")
    assert desk.releases.history(key)[-1].reason == "The date was wrong"


def test_an_unfinished_release_stays_a_draft(desk: Desk) -> None:
    desk.releases.new({"headline": "Nothing yet"})
    with pytest.raises(IncompleteReleaseError):
        desk.workflow.take("nothing-yet", Action.PUBLISH)
    assert desk.releases.get("nothing-yet").state is State.DRAFT


def test_an_embargo_that_passed_while_writing_is_asked_about(desk: Desk, clock: Clock) -> None:
    values = {"headline": "Soon", "embargo.until_local": "2026-03-02T11:00", "embargo.tz": "UTC"}
    desk.releases.new(values, body_md="Text.")
    clock.advance(hours=2)
    with pytest.raises(ConfirmationNeededError) as asked:
        desk.workflow.take("soon", Action.PUBLISH)
    published, _ = desk.workflow.take(
        "soon", Action.PUBLISH, confirmed=frozenset({asked.value.kind})
    )
    assert published.state is State.PUBLISHED


def test_where_approval_steps_are_on_a_draft_is_not_published(desk: Desk) -> None:
    desk.newsroom.edit({"has_approval_steps": "yes"})
    key = release_in(desk, State.DRAFT)
    with pytest.raises(TransitionError):
        desk.workflow.take(key, Action.PUBLISH)
