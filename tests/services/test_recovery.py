"""Two versions after a sudden end: nothing is asked without need, and nothing overwritten."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk import paths
from newsdesk.desk import open_journal
from newsdesk.domain.errors import (
    ConfirmationKind,
    LockedReleaseError,
    NotFoundError,
    StaleReleaseError,
)
from newsdesk.domain.journal import JournalEntry
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk
from newsdesk.services.recovery import Choice, LeftText
from newsdesk.storage.journal import JournalFolder
from tests.services.conftest import Clock

Left = Callable[..., None]


@pytest.fixture
def left(tmp_path: Path, clock: Clock) -> Left:
    """Leave a text behind, as a window that is killed does."""

    def leave(release: Release, *, is_stored: bool = False) -> None:
        with open_journal(tmp_path / "newsroom") as journal:
            journal.write(JournalEntry(release=release, at=clock()))
            if is_stored:
                journal.mark_stored(release.id)

    return leave


@pytest.fixture
def release(desk: Desk, clock: Clock) -> Release:
    release, _ = desk.releases.new({"headline": "Harbour opens"}, body_md="The harbour")
    clock.advance(seconds=40)
    return release


def typed(release: Release, body: str = "The harbour is open.") -> Release:
    return replace(release, body_md=body)


def the_one(desk: Desk) -> LeftText:
    (text,) = desk.recovery.found()
    return text


def test_where_nothing_was_left_nothing_is_found(desk: Desk, release: Release) -> None:
    assert desk.recovery.found() == []


def test_what_was_typed_after_the_last_save_is_found_with_both_times(
    desk: Desk, release: Release, left: Left, clock: Clock
) -> None:
    left(typed(release))
    text = the_one(desk)
    assert text.mine == typed(release)
    assert text.stored == release
    assert text.stored_at is not None
    assert (text.typed_at - text.stored_at).total_seconds() == 40
    assert text.choices == (Choice.MINE, Choice.STORED, Choice.BOTH)
    assert desk.recovery.found() == [text], "looking decides nothing"


def test_a_save_that_the_run_did_not_live_to_hear_of_asks_nobody(
    desk: Desk, release: Release, left: Left, clock: Clock
) -> None:
    left(typed(replace(release, headline="Harbour opens for winter")))
    saved, _ = desk.releases.save(
        typed(replace(release, headline="Harbour opens for winter")), Reason.AUTOSAVE
    )
    assert (saved.version, saved.slug) != (release.version, release.slug)
    assert desk.recovery.found() == []
    desk.releases.save(typed(saved, "Changed since, by hand."), Reason.AUTOSAVE)
    assert desk.recovery.found() == [], "it was settled then"


def test_letters_that_are_stored_in_another_form_are_the_same(
    desk: Desk, release: Release, left: Left
) -> None:
    desk.releases.save(typed(release, "Gene\u0300ve"), Reason.AUTOSAVE)
    left(typed(release, "Gene\u0300ve"))
    assert desk.recovery.found() == []


def test_what_was_marked_as_stored_asks_nobody(desk: Desk, release: Release, left: Left) -> None:
    left(typed(release), is_stored=True)
    assert desk.recovery.found() == []


def test_a_star_or_a_step_of_the_workflow_is_no_other_version(
    desk: Desk, release: Release, left: Left
) -> None:
    left(release)
    desk.releases.star(str(release.id), starred=True)
    desk.workflow.take(str(release.id), Action.PUBLISH, confirmed=frozenset(ConfirmationKind))
    assert desk.recovery.found() == []


def test_mine_is_saved_on_top_and_what_was_stored_stays_in_the_history(
    desk: Desk, release: Release, left: Left
) -> None:
    stored, _ = desk.releases.save(typed(release, "As it was stored."), Reason.AUTOSAVE)
    left(typed(stored))
    kept, changes = desk.recovery.keep(the_one(desk), Choice.MINE)
    assert kept is not None
    assert changes.releases == {release.id}
    assert desk.releases.get(str(release.id)) == kept
    assert kept.body_md == "The harbour is open."
    reasons = [row.reason for row in desk.releases.revisions(str(release.id))]
    assert reasons[-2:] == [Reason.SAVE, Reason.RESTORE]
    assert desk.recovery.found() == []


def test_the_stored_one_is_left_as_it_is(desk: Desk, release: Release, left: Left) -> None:
    left(typed(release))
    kept, changes = desk.recovery.keep(the_one(desk), Choice.STORED)
    assert kept == desk.releases.get(str(release.id)) == release
    assert changes.releases == frozenset()
    assert desk.recovery.found() == []


def test_both_are_two_releases(desk: Desk, release: Release, left: Left) -> None:
    left(typed(release))
    copy, changes = desk.recovery.keep(the_one(desk), Choice.BOTH)
    assert copy is not None
    assert copy.id != release.id
    assert changes.releases == {copy.id}
    assert copy.body_md == "The harbour is open."
    assert desk.releases.get(str(release.id)) == release
    assert desk.recovery.found() == []


def test_a_release_that_is_gone_comes_back_as_a_copy(
    desk: Desk, release: Release, left: Left, clock: Clock
) -> None:
    gone = replace(release, id=type(release.id)(int=7), slug="gone", body_md="Still here.")
    left(gone)
    text = the_one(desk)
    assert (text.stored, text.stored_at) == (None, None)
    assert text.choices == (Choice.STORED, Choice.BOTH)
    with pytest.raises(NotFoundError):
        desk.recovery.keep(text, Choice.MINE)
    copy, _ = desk.recovery.keep(text, Choice.BOTH)
    assert copy is not None
    assert desk.releases.get(str(copy.id)).body_md == "Still here."
    assert desk.recovery.found() == []


def test_a_published_release_takes_no_other_text(desk: Desk, release: Release, left: Left) -> None:
    left(typed(release))
    desk.workflow.take(str(release.id), Action.PUBLISH, confirmed=frozenset(ConfirmationKind))
    text = the_one(desk)
    assert Choice.MINE not in text.choices
    with pytest.raises(LockedReleaseError):
        desk.recovery.keep(text, Choice.MINE)
    assert the_one(desk) == text, "it is still there to be decided"


def test_a_release_in_the_trash_is_taken_out_with_ones_own_text(
    desk: Desk, release: Release, left: Left
) -> None:
    left(typed(release))
    desk.releases.trash(str(release.id))
    desk.recovery.keep(the_one(desk), Choice.MINE)
    assert desk.releases.ids(ReleaseQuery()) == [release.id]


def test_what_was_saved_since_one_looked_is_not_written_over(
    desk: Desk, release: Release, left: Left
) -> None:
    left(typed(release))
    text = the_one(desk)
    theirs, _ = desk.releases.save(typed(release, "By somebody else."), Reason.SAVE)
    with pytest.raises(StaleReleaseError):
        desk.recovery.keep(text, Choice.MINE)
    assert desk.releases.get(str(release.id)) == theirs
    assert the_one(desk).stored == theirs


def test_a_name_chosen_at_the_last_moment_is_a_difference(
    desk: Desk, release: Release, left: Left
) -> None:
    left(replace(release, slug="winter-harbour"))
    kept, _ = desk.recovery.keep(the_one(desk), Choice.MINE)
    assert kept is not None
    assert kept.slug == "winter-harbour"


def test_texts_of_several_runs_are_decided_one_by_one(
    desk: Desk, release: Release, left: Left, clock: Clock
) -> None:
    left(typed(release, "First."))
    clock.advance(minutes=5)
    left(typed(release, "Second."))
    first, second = desk.recovery.found()
    assert (first.mine.body_md, second.mine.body_md) == ("First.", "Second.")
    desk.recovery.keep(first, Choice.MINE)
    left_over = the_one(desk)
    assert left_over.mine.body_md == "Second."
    assert left_over.stored is not None
    assert left_over.stored.body_md == "First."


def test_stored_texts_are_let_go_after_a_month_without_a_backup(
    desk: Desk, release: Release, left: Left, clock: Clock, tmp_path: Path
) -> None:
    left(typed(release), is_stored=True)
    journal = JournalFolder(paths.journal_dir(tmp_path / "newsroom"))
    clock.advance(days=29)
    desk.recovery.found()
    assert len(journal.left()) == 1
    clock.advance(days=2)
    desk.recovery.found()
    assert journal.left() == []
