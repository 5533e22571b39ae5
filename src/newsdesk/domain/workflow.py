"""States of a release and the steps between them. Names are the trade's (Superdesk's, ninjs's)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.errors import ConfirmationKind, TransitionError


class State(StrEnum):
    """Where a release stands. An embargo is no state: it marks every copy while it runs."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    KILLED = "killed"
    RECALLED = "recalled"
    SPIKED = "spiked"


class PubStatus(StrEnum):
    """ninjs's word for what others may do with a release."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class Action(StrEnum):
    """What a person may do to a release as a whole."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    REQUEST_CHANGES = "request_changes"
    APPROVE = "approve"
    EDIT = "edit"
    SCHEDULE = "schedule"
    DESCHEDULE = "deschedule"
    PUBLISH = "publish"
    CORRECT = "correct"
    UPDATE = "update"
    KILL = "kill"
    RECALL = "recall"
    SPIKE = "spike"
    UNSPIKE = "unspike"
    TRANSLATE = "translate"
    DUPLICATE = "duplicate"
    RESTORE_VERSION = "restore_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """From which states an action leads where."""

    origins: frozenset[State]
    target: State | None = None  # None: the state stays, or, for `unspike`, the one before
    needs_reason: bool = False


def _from(*origins: State, to: State | None = None, reason: bool = False) -> Transition:
    return Transition(origins=frozenset(origins), target=to, needs_reason=reason)


S = State
TRANSITIONS: Mapping[Action, Transition] = {
    Action.SUBMIT: _from(S.DRAFT, to=S.SUBMITTED),
    Action.WITHDRAW: _from(S.SUBMITTED, to=S.DRAFT),
    Action.REQUEST_CHANGES: _from(S.SUBMITTED, to=S.DRAFT, reason=True),
    Action.APPROVE: _from(S.SUBMITTED, to=S.APPROVED),
    Action.EDIT: _from(S.APPROVED, S.SCHEDULED, to=S.DRAFT),
    Action.SCHEDULE: _from(S.APPROVED, to=S.SCHEDULED),
    Action.DESCHEDULE: _from(S.SCHEDULED, to=S.APPROVED),
    Action.PUBLISH: _from(S.DRAFT, S.APPROVED, S.SCHEDULED, to=S.PUBLISHED),
    Action.CORRECT: _from(S.PUBLISHED, S.CORRECTED, to=S.CORRECTED),
    Action.UPDATE: _from(S.PUBLISHED, S.CORRECTED),
    Action.KILL: _from(S.PUBLISHED, S.CORRECTED, S.SCHEDULED, to=S.KILLED, reason=True),
    Action.RECALL: _from(S.PUBLISHED, S.CORRECTED, to=S.RECALLED, reason=True),
    Action.SPIKE: _from(S.DRAFT, S.SUBMITTED, S.APPROVED, to=S.SPIKED),
    Action.UNSPIKE: _from(S.SPIKED),
    Action.TRANSLATE: Transition(origins=frozenset(S) - {S.SPIKED, S.KILLED, S.RECALLED}),
    Action.DUPLICATE: Transition(origins=frozenset(S) - {S.KILLED, S.RECALLED}),
    Action.RESTORE_VERSION: _from(S.DRAFT),
}
NEW_RELEASE = frozenset({Action.UPDATE, Action.TRANSLATE, Action.DUPLICATE})
"""Actions that leave the release as it is and make another one from it."""

_PUB_STATUS = {S.PUBLISHED: PubStatus.USABLE, S.CORRECTED: PubStatus.USABLE} | dict.fromkeys(
    (S.KILLED, S.RECALLED), PubStatus.CANCELED
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One action with what its guard asks for."""

    action: Action
    at: datetime  # aware
    by: str
    reason: str = ""
    confirmed: frozenset[ConfirmationKind] = field(default_factory=frozenset[ConfirmationKind])
    publish_at: datetime | None = None  # for `schedule`, aware
    schedule_tz: str | None = None


def allowed(state: State, *, approval_steps: bool) -> frozenset[Action]:
    """Return what the table allows in `state`.

    Args:
        approval_steps: False where the newsroom works without them: then a draft may be published.
    """
    return frozenset(
        action
        for action, transition in TRANSITIONS.items()
        if state in transition.origins
        and not (action is Action.PUBLISH and state is State.DRAFT and approval_steps)
    )


def check_allowed(state: State, action: Action, *, approval_steps: bool) -> Transition:
    """Return the table's line; raise `TransitionError` if `state` has no such step."""
    if action not in allowed(state, approval_steps=approval_steps):
        raise TransitionError(state, action)
    return TRANSITIONS[action]


def pub_status(state: State) -> PubStatus:
    return _PUB_STATUS.get(state, PubStatus.WITHHELD)
