from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import FamilyId, ReleaseId
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import State
from newsdesk.ui.session import ReleaseSession, SaveState

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def release(number: int = 1, **fields: object) -> Release:
    key = UUID(int=number)
    whole = Release(
        id=ReleaseId(key),
        slug=f"release-{number}",
        family_id=FamilyId(key),
        language="en",
        headline="Harbour opens",
        body_md="The harbour opened.",
        firstcreated=AT,
        versioncreated=AT,
        created_by="dana",
    )
    return replace(whole, **fields)  # type: ignore[arg-type]


class Editor:
    """Where the body stands while it is written."""

    def __init__(self, session: ReleaseSession) -> None:
        self.text = "The harbour opened."
        self.asked = 0
        session.set_body_source(self.body)

    def body(self) -> str:
        self.asked += 1
        return self.text


def test_an_opened_release_is_saved_and_has_nothing_to_undo(session: ReleaseSession) -> None:
    session.open(release())
    assert session.save_state is SaveState.SAVED
    assert not session.is_dirty
    assert not session.undo_stack.canUndo()


def test_an_edit_says_which_fields_and_can_be_undone(session: ReleaseSession, qtbot: QtBot) -> None:
    session.open(release())
    with qtbot.waitSignals([session.edited, session.changed]):
        session.edit("Change headline", headline="Harbour closes")
    assert session.release is not None
    assert session.release.headline == "Harbour closes"
    assert session.save_state is SaveState.UNSAVED
    assert session.undo_stack.undoText() == "Change headline"
    session.undo_stack.undo()
    assert session.release.headline == "Harbour opens"
    assert session.is_dirty  # an undo must be stored too
    session.undo_stack.redo()
    assert session.release.headline == "Harbour closes"


def test_typing_in_one_field_is_one_step_back(session: ReleaseSession) -> None:
    session.open(release())
    for headline in ("H", "Ha", "Har"):
        session.edit("Change headline", headline=headline)
    session.edit("Change abstract", abstract="In short")
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.release is not None
    assert session.release.headline == "Harbour opens"
    assert not session.undo_stack.canUndo()


def test_steps_that_are_no_typing_stay_apart(session: ReleaseSession) -> None:
    session.open(release())
    session.edit("Change urgency", urgency=3)
    session.edit("Change urgency", urgency=1)
    session.undo_stack.undo()
    assert session.release is not None
    assert session.release.urgency == 3


def test_what_is_the_same_is_no_edit(session: ReleaseSession, qtbot: QtBot) -> None:
    session.open(release())
    with qtbot.assertNotEmitted(session.edited):
        session.edit("Change headline", headline="Harbour opens")


@pytest.mark.parametrize("state", [State.PUBLISHED, State.RECALLED])
def test_what_is_no_draft_is_not_edited(session: ReleaseSession, state: State) -> None:
    session.open(release(state=state))
    session.edit("Change headline", headline="Other")
    assert not session.is_editable
    assert session.release is not None
    assert session.release.headline == "Harbour opens"


def test_a_newsroom_that_can_only_be_read_is_not_edited(
    session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release())
    with qtbot.waitSignal(session.changed):
        session.set_writable(False)
    session.edit("Change headline", headline="Other")
    assert not session.is_dirty


def test_the_body_is_fetched_when_somebody_asks_for_it(session: ReleaseSession) -> None:
    editor = Editor(session)
    session.open(release())
    for letter in " Today.":
        editor.text += letter
        session.edit_body()
    assert editor.asked == 0
    assert session.release is not None
    assert session.release.body_md == "The harbour opened. Today."
    assert editor.asked == 1


def test_a_save_takes_over_what_storing_decides_and_nothing_else(
    session: ReleaseSession,
) -> None:
    session.open(release(slug="untitled"))
    session.edit("Change headline", headline="Harbour closes")
    sent, edits = session.release, session.edits
    assert sent is not None
    session.saving()
    session.edit("Change abstract", abstract="Typed meanwhile")
    session.stored(replace(sent, version=7, slug="harbour-closes"), edits, AT)
    assert session.release is not None
    assert (session.release.version, session.release.slug) == (7, "harbour-closes")
    assert session.release.abstract == "Typed meanwhile"
    assert session.save_state is SaveState.UNSAVED
    session.stored(replace(session.release, version=8), session.edits, AT)
    assert session.save_state is SaveState.SAVED
    assert session.saved_at == AT


def test_a_save_of_a_release_that_was_left_changes_nothing(session: ReleaseSession) -> None:
    session.open(release(1))
    session.edit("Change headline", headline="One")
    sent, edits = session.release, session.edits
    assert sent is not None
    session.open(release(2))
    session.edit("Change headline", headline="Two")
    session.stored(replace(sent, version=9), edits, AT)
    assert session.release is not None
    assert session.release.version == 0
    assert session.is_dirty


def test_a_failed_save_keeps_the_text_and_says_why(session: ReleaseSession) -> None:
    session.open(release())
    session.edit("Change headline", headline="Kept")
    session.not_stored(StorageError(StorageProblem.FULL))
    assert session.save_state is SaveState.FAILED
    assert isinstance(session.save_error, StorageError)
    assert session.is_dirty
    assert session.release is not None
    assert session.release.headline == "Kept"


def test_a_step_of_the_workflow_is_shown_and_is_no_edit(
    session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release())
    session.edit("Change headline", headline="Ready")
    shown = session.release
    assert shown is not None
    with qtbot.assertNotEmitted(session.edited), qtbot.waitSignal(session.changed) as changed:
        session.replace_stored(replace(shown, state=State.PUBLISHED, version=3))
    assert changed.args is not None
    assert changed.args[0] == frozenset({"state", "version"})
    assert not session.is_dirty
    assert not session.undo_stack.canUndo()


def test_a_text_that_was_left_unsaved_opens_as_unsaved(session: ReleaseSession) -> None:
    session.open(release(), is_stored=False)
    assert session.is_dirty
    assert session.save_state is SaveState.UNSAVED
    assert session.edits == 1


def test_closing_leaves_nothing_open(session: ReleaseSession) -> None:
    session.open(release())
    session.open(None)
    assert not session.is_open
    assert session.release_id is None
    assert session.save_state is SaveState.NOTHING


def test_typing_into_a_part_of_a_field_is_one_step(session: ReleaseSession) -> None:
    session.open(release())
    for label in ("I", "In", "In "):
        contacts = (ReleaseContact(display_name="Dana", group_label=label),)
        session.edit("Change the heading", is_typing=True, contacts=contacts)
    session.edit("Remove a contact", contacts=())
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.release is not None
    assert session.release.contacts == ()
    assert not session.undo_stack.canUndo()


def test_a_star_is_taken_over_and_nothing_else(session: ReleaseSession, qtbot: QtBot) -> None:
    session.open(release())
    session.edit("Change headline", headline="Typed meanwhile")
    with qtbot.waitSignal(session.changed) as changed, qtbot.assertNotEmitted(session.edited):
        session.take_star(release(starred=True))
    assert changed.args == [frozenset({"starred"})]
    assert session.release is not None
    assert session.release.starred
    assert session.release.headline == "Typed meanwhile"
    assert session.is_dirty


def test_the_star_of_another_release_is_not_taken_over(session: ReleaseSession) -> None:
    session.open(release(1))
    session.take_star(release(2, starred=True))
    assert session.release == release(1)


def test_a_key_in_the_body_does_not_ask_around_among_the_fields(
    session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release())
    with qtbot.assertNotEmitted(session.fields_changed), qtbot.waitSignal(session.changed):
        session.edit_body()
    with qtbot.waitSignals([session.fields_changed, session.changed]):
        session.edit("Change headline", headline="Harbour closes")


# Filed apart from its text ---------------------------------------------------------------------


def test_what_is_filed_apart_is_shown_and_one_goes_on_typing(session: ReleaseSession) -> None:
    editor = Editor(session)
    session.open(release())
    editor.text = "The harbour opened. At once."
    session.edit_body()
    session.take_filing(release(language="fr", version=7, headline="Somebody else's"))
    now = session.release
    assert now is not None
    assert (now.language, now.version, now.body_md) == ("fr", 7, editor.text)
    assert now.headline == "Harbour opens"
    assert session.is_dirty
    assert session.base is not None
    assert session.base.version == 7


def test_an_unchanged_release_is_as_it_was_stored_then(session: ReleaseSession) -> None:
    session.open(release())
    session.take_filing(release(2, language="fr"))  # of another one nothing is taken
    assert session.release == release()
    session.take_filing(release(language="fr", version=7))
    assert session.release == release(language="fr", version=7)
    assert session.save_state is SaveState.SAVED
