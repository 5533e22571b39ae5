"""What may become of a text that is here already."""

import pytest

from newsdesk.domain.duplicate import Duplicate, Likeness, Update
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.workflow import State
from tests.storage.making import uuid_of


@pytest.mark.parametrize(
    ("state", "update"),
    [
        (State.DRAFT, Update.REVISION),
        (State.PUBLISHED, Update.REWRITE),
        (State.CORRECTED, Update.REWRITE),
        *((state, Update.REFUSED) for state in (State.SUBMITTED, State.APPROVED, State.SCHEDULED)),
        *((state, Update.REFUSED) for state in (State.KILLED, State.RECALLED, State.SPIKED)),
    ],
)
def test_a_stored_release_takes_up_a_newer_text_by_its_state(state: State, update: Update) -> None:
    duplicate = Duplicate(
        release_id=ReleaseId(uuid_of(1)),
        headline="New bridge opens",
        state=state,
        why=Likeness.TEXT,
        containment=1,
        is_same=True,
    )
    assert duplicate.update is update
