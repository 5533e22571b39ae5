"""The history as the desk uses it: looked at, compared, brought back, thinned."""

import pytest

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NotFoundError, TransitionError
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk
from tests.services.conftest import Clock


@pytest.fixture
def release(desk: Desk) -> Release:
    """Two versions: `one` with the text "First words.", then "Second words." """
    desk.releases.new({"headline": "One", "slug": "one", "tags": "ports"}, body_md="First words.")
    return desk.releases.edit("one", {"headline": "Two"}, body_md="Second words.")[0]


def test_a_release_is_had_as_it_was_and_as_it_is(desk: Desk, release: Release) -> None:
    assert desk.history.at("one", 1).headline == "One"
    assert desk.history.at("one", None) == release
    with pytest.raises(NotFoundError, match="revision"):
        desk.history.at("one", 3)


def test_two_versions_are_compared_and_one_with_now(desk: Desk, release: Release) -> None:
    then = desk.history.compare("one", 1, 2)
    assert [field.name for field in then.fields] == ["headline"]
    assert not then.body.is_same
    now = desk.history.compare("one", 1, None)
    assert (now.fields, now.body) == (then.fields, then.body)
    assert desk.history.compare("one", 2, None).is_same


def test_restoring_makes_a_new_version_and_keeps_the_others(desk: Desk, release: Release) -> None:
    restored, changes = desk.history.restore("one", 1)
    assert (restored.headline, restored.body_md) == ("One", "First words.")
    assert (restored.current_revision, restored.slug, restored.version) == (3, "one", 3)
    assert changes == Changes.of(releases={release.id})
    assert desk.releases.get("one") == restored
    assert [row.reason for row in desk.history.revisions("one")] == [
        Reason.SAVE,
        Reason.SAVE,
        Reason.RESTORE,
    ]
    event = desk.releases.history("one")[-1]
    assert (event.action, event.reason) == (Action.RESTORE_VERSION, "revision 1")


def test_a_restored_version_is_taken_back_by_restoring_the_one_before(
    desk: Desk, release: Release
) -> None:
    desk.history.restore("one", 1)
    back, _ = desk.history.restore("one", 2)
    assert desk.history.compare("one", 2, None).is_same
    assert back.body_md == release.body_md


def test_what_is_no_draft_is_not_set_back(desk: Desk, release: Release) -> None:
    published, _ = desk.workflow.take("one", Action.PUBLISH)
    with pytest.raises(TransitionError):
        desk.history.restore("one", 1)
    assert desk.releases.get("one") == published
    assert len(desk.history.revisions("one")) == 3


def test_a_version_that_is_not_there_changes_nothing(desk: Desk, release: Release) -> None:
    with pytest.raises(NotFoundError):
        desk.history.restore("one", 9)
    assert desk.releases.get("one") == release


def test_old_autosaves_are_thinned_bit_by_bit(desk: Desk, release: Release, clock: Clock) -> None:
    for number in range(4):
        clock.advance(minutes=1)
        text = desk.history.at("one", None)
        edited = text.edited(clock.now, body_md=f"Draft {number}")
        desk.releases.save(edited, Reason.AUTOSAVE)
    clock.advance(days=100)
    assert desk.history.thin() == (False, Changes())
    # the permanent ones, and what the release is now
    assert [row.number for row in desk.history.revisions("one")] == [1, 2, 6]
    assert desk.verification.verify().is_sound


def test_more_than_a_few_are_left_for_another_time(
    desk: Desk, release: Release, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdesk.services.history._THINNED_AT_ONCE", 2)
    for number in range(4):
        edited = desk.history.at("one", None).edited(clock.now, body_md=f"Draft {number}")
        desk.releases.save(edited, Reason.AUTOSAVE)
    clock.advance(days=100)
    assert [desk.history.thin()[0] for _ in range(2)] == [True, False]
