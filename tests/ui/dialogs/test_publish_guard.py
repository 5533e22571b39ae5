"""What publishing would need: the domain decides, this only asks it."""

from dataclasses import replace

import pytest

from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.errors import ConfirmationKind, TransitionError
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.workflow import State
from newsdesk.ui.dialogs.publish_guard import Guard, advised, guard_of, is_satisfied
from tests.ui.dialogs.releases import NOW, OVER, RUNNING, complete

NEWSROOM = Newsroom()
PASSED, HOLD = ConfirmationKind.EMBARGO_PASSED, ConfirmationKind.HOLD


@pytest.mark.parametrize("embargo", [None, RUNNING])
def test_a_complete_draft_needs_nothing(embargo: object) -> None:
    release = complete(embargo=embargo)
    assert guard_of(release, NEWSROOM, NOW) == Guard()
    assert is_satisfied(release, NEWSROOM, NOW, ())


def test_what_is_missing_or_too_long_is_named() -> None:
    release = complete(headline=" ", body_md="", slugline="x" * 25)
    assert guard_of(release, NEWSROOM, NOW).missing == ("headline", "body_md", "slugline")
    assert not is_satisfied(release, NEWSROOM, NOW, {PASSED, HOLD})


def test_everything_that_is_asked_is_named_at_once() -> None:
    release = complete(embargo=OVER, hold=True)
    assert guard_of(release, NEWSROOM, NOW) == Guard(asked=(PASSED, HOLD))
    assert not is_satisfied(release, NEWSROOM, NOW, ())
    assert not is_satisfied(release, NEWSROOM, NOW, {HOLD})
    assert is_satisfied(release, NEWSROOM, NOW, {PASSED, HOLD})


def test_a_step_that_there_is_not_is_the_reason() -> None:
    refusal = guard_of(complete(state=State.PUBLISHED), NEWSROOM, NOW).refusal
    assert isinstance(refusal, TransitionError)
    with_steps = replace(NEWSROOM, has_approval_steps=True)
    assert isinstance(guard_of(complete(), with_steps, NOW).refusal, TransitionError)
    assert not is_satisfied(complete(), with_steps, NOW, ())


def test_what_most_releases_have_is_advised_and_not_asked() -> None:
    release = complete(contacts=(), dateline=Dateline())
    assert advised(release) == ("dateline", "contacts")
    assert is_satisfied(release, NEWSROOM, NOW, ())
    assert advised(complete()) == ()


def test_a_contact_that_is_not_printed_is_none() -> None:
    (contact,) = complete().contacts
    assert advised(complete(contacts=(replace(contact, public=False),))) == ("contacts",)


@pytest.mark.parametrize(
    "dateline",
    [
        Dateline(style=DatelineStyle.NONE),
        Dateline(style=DatelineStyle.CUSTOM, custom_text="On board the Aurora"),
    ],
)
def test_a_house_that_wants_no_places_is_not_advised_to_have_them(dateline: Dateline) -> None:
    assert advised(complete(dateline=dateline)) == ()
