from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import (
    ConfirmationKind,
    ConfirmationNeededError,
    EmbargoError,
    EmbargoProblem,
    FieldError,
    IncompleteReleaseError,
    LockedReleaseError,
    ReasonNeededError,
    ScheduleError,
)
from newsdesk.domain.ids import FamilyId, ReleaseId
from newsdesk.domain.release import Release, ReleaseKind, Standing
from newsdesk.domain.workflow import Action, State, Step

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
KEY = UUID(int=1)
DRAFT = Release(
    id=ReleaseId(KEY),
    slug="harbour-opens",
    family_id=FamilyId(KEY),
    language="en",
    headline="Harbour opens",
    body_md="The harbour of Samport opened today.",
    firstcreated=NOW,
    versioncreated=NOW,
    created_by="dana",
)
EMBARGO = Embargo.until(datetime(2026, 3, 3, 11, 0), "Europe/Zurich")


def take(release: Release, action: Action, **details: object) -> Release:
    step = Step(action=action, at=NOW, by="dana", **details)  # type: ignore[arg-type]
    return release.after(step, approval_steps=False)


def test_publishing_dates_the_first_publication_only_once() -> None:
    published = take(DRAFT, Action.PUBLISH)
    assert published.state is State.PUBLISHED
    assert published.firstpublished == NOW
    later = Step(action=Action.CORRECT, at=NOW + timedelta(days=1), by="dana")
    corrected = published.after(later, approval_steps=False)
    assert corrected.firstpublished == NOW
    assert corrected.versioncreated == NOW + timedelta(days=1)
    assert corrected.correction_sequence == 2


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"headline": "  "}, ("headline",)),
        ({"body_md": ""}, ("body_md",)),
        ({"headline": "x" * 121}, ("headline",)),
        ({"abstract": "x" * 321, "slugline": "x" * 25}, ("abstract", "slugline")),
    ],
)
def test_an_unfinished_release_is_not_published_and_the_fields_are_named(
    fields: dict[str, str], named: tuple[str, ...]
) -> None:
    with pytest.raises(IncompleteReleaseError) as refused:
        take(DRAFT.edited(NOW, **fields), Action.PUBLISH)
    assert refused.value.fields == named


def test_a_running_embargo_does_not_forbid_publishing() -> None:
    published = take(DRAFT.with_embargo(EMBARGO, at=NOW, by="dana"), Action.PUBLISH)
    assert published.standing(NOW) is Standing.EMBARGOED
    assert published.standing(EMBARGO.until_utc) is Standing.CLEAR


def test_publishing_after_the_embargo_asks_first() -> None:
    passed = replace(DRAFT, embargo=Embargo.until(datetime(2026, 3, 1, 8, 0), "UTC"))
    with pytest.raises(ConfirmationNeededError) as asked:
        take(passed, Action.PUBLISH)
    assert asked.value.kind is ConfirmationKind.EMBARGO_PASSED
    yes = frozenset({ConfirmationKind.EMBARGO_PASSED})
    assert take(passed, Action.PUBLISH, confirmed=yes).standing(NOW) is Standing.CLEAR


def test_publishing_ends_a_hold_but_asks_first() -> None:
    held = DRAFT.edited(NOW, hold=True)
    assert held.release_kind is ReleaseKind.HOLD
    assert held.standing(NOW) is Standing.HOLD
    with pytest.raises(ConfirmationNeededError):
        take(held, Action.PUBLISH)
    published = take(held, Action.PUBLISH, confirmed=frozenset({ConfirmationKind.HOLD}))
    assert published.standing(NOW) is Standing.CLEAR


@pytest.mark.parametrize("action", [Action.RECALL, Action.KILL])
def test_taking_a_release_back_needs_a_reason(action: Action) -> None:
    published = take(DRAFT, Action.PUBLISH)
    with pytest.raises(ReasonNeededError):
        take(published, action, reason=" ")
    assert take(published, action, reason="wrong photo").standing(NOW) is Standing.WITHDRAWN


def test_killing_clears_the_embargo() -> None:
    published = take(DRAFT.with_embargo(EMBARGO, at=NOW, by="dana"), Action.PUBLISH)
    assert take(published, Action.KILL, reason="harm").embargo is None


def test_unspiking_leads_back_to_where_it_was() -> None:
    submitted = take(DRAFT, Action.SUBMIT)
    spiked = take(submitted, Action.SPIKE)
    assert spiked.revert_state is State.SUBMITTED
    assert take(spiked, Action.UNSPIKE).state is State.SUBMITTED
    assert take(spiked, Action.UNSPIKE).revert_state is None


def test_only_a_draft_is_edited() -> None:
    published = take(DRAFT, Action.PUBLISH)
    with pytest.raises(LockedReleaseError) as refused:
        published.edited(NOW, headline="Other")
    assert refused.value.state == State.PUBLISHED


@pytest.mark.parametrize("urgency", [0, 10, -1])
def test_urgency_runs_from_one_to_nine(urgency: int) -> None:
    with pytest.raises(FieldError):
        DRAFT.edited(NOW, urgency=urgency)


def test_an_embargo_in_the_past_is_refused() -> None:
    past = Embargo.until(datetime(2026, 3, 2, 9, 0), "UTC")
    with pytest.raises(EmbargoError) as refused:
        DRAFT.with_embargo(past, at=NOW, by="dana")
    assert refused.value.problem is EmbargoProblem.PAST


def test_embargo_and_schedule_exclude_each_other() -> None:
    approved = take(take(DRAFT, Action.SUBMIT), Action.APPROVE)
    tomorrow = NOW + timedelta(days=1)
    scheduled = take(approved, Action.SCHEDULE, publish_at=tomorrow, schedule_tz="UTC")
    assert scheduled.publish_schedule == tomorrow
    with pytest.raises(EmbargoError):
        scheduled.with_embargo(EMBARGO, at=NOW, by="dana")
    with pytest.raises(EmbargoError):
        take(replace(approved, embargo=EMBARGO), Action.SCHEDULE, publish_at=tomorrow)
    assert take(scheduled, Action.DESCHEDULE).publish_schedule is None


@pytest.mark.parametrize("publish_at", [None, NOW, NOW - timedelta(minutes=1)])
def test_a_schedule_lies_in_the_future(publish_at: datetime | None) -> None:
    approved = take(take(DRAFT, Action.SUBMIT), Action.APPROVE)
    with pytest.raises(ScheduleError):
        take(approved, Action.SCHEDULE, publish_at=publish_at)


def test_a_published_release_gets_no_new_embargo() -> None:
    published = take(DRAFT, Action.PUBLISH)
    with pytest.raises(EmbargoError) as refused:
        published.with_embargo(EMBARGO, at=NOW, by="dana")
    assert refused.value.problem is EmbargoProblem.ON_PUBLISHED


def test_a_running_embargo_is_shortened_or_lifted_but_not_lengthened() -> None:
    published = take(DRAFT.with_embargo(EMBARGO, at=NOW, by="dana"), Action.PUBLISH)
    sooner = Embargo.until(datetime(2026, 3, 2, 18, 0), "Europe/Zurich")
    assert published.with_embargo(sooner, at=NOW, by="dana").embargo == sooner
    lifted = published.with_embargo(None, at=NOW, by="dana")
    assert lifted.embargo is not None
    assert lifted.embargo.lifted_by == "dana"
    assert lifted.standing(NOW) is Standing.CLEAR
    longer = Embargo.until(datetime(2026, 3, 9, 11, 0), "Europe/Zurich")
    with pytest.raises(EmbargoError):
        published.with_embargo(longer, at=NOW, by="dana")


def test_a_duplicate_leaves_dates_embargo_and_symbol_behind() -> None:
    original = replace(
        take(DRAFT.with_embargo(EMBARGO, at=NOW, by="dana"), Action.PUBLISH), symbol="X/1"
    )
    later = NOW + timedelta(days=30)
    twin_id = ReleaseId(UUID(int=2))
    twin = original.duplicated(release_id=twin_id, slug="harbour-opens-2", at=later, by="noor")
    assert (twin.state, twin.embargo, twin.symbol, twin.firstpublished) == (
        State.DRAFT,
        None,
        None,
        None,
    )
    assert (twin.headline, twin.body_md) == (original.headline, original.body_md)
    assert twin.uri == f"urn:uuid:{UUID(int=2)}"
    assert twin.family_id == twin_id
    assert twin.firstcreated == later
