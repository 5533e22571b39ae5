"""Steps of undo in the fields, from release to release."""

from pytestqt.qtbot import QtBot

from newsdesk.domain.workflow import State
from newsdesk.ui.field_undo import _MOST_KEPT
from newsdesk.ui.session import ReleaseSession
from tests.ui.releases import release


def test_a_release_that_is_come_back_to_has_its_steps_again(session: ReleaseSession) -> None:
    session.open(release(1))
    session.edit("Change headline", headline="Harbour closes")
    left = session.release
    session.open(release(2))
    assert not session.undo_stack.canUndo()
    session.open(left)
    session.undo_stack.undo()
    assert session.release is not None
    assert session.release.headline == "Harbour opens"
    session.undo_stack.redo()
    assert session.release.headline == "Harbour closes"


def test_typing_goes_on_with_no_step_of_the_release_before(session: ReleaseSession) -> None:
    session.open(release(1))
    session.edit("Change headline", headline="One")
    session.open(release(2))
    session.edit("Change headline", headline="Two")
    session.undo_stack.undo()
    assert session.release is not None
    assert session.release.headline == "Harbour opens"


def test_what_was_changed_elsewhere_is_not_undone(session: ReleaseSession) -> None:
    session.open(release(1))
    session.edit("Change headline", headline="Harbour closes")
    session.open(None)
    session.open(release(1, headline="Harbour burns"))
    assert not session.undo_stack.canUndo()


def test_another_field_changed_elsewhere_leaves_the_steps(session: ReleaseSession) -> None:
    session.open(release(1))
    session.edit("Change headline", headline="Harbour closes")
    session.open(None)
    session.open(release(1, headline="Harbour closes", starred=True, version=4))
    assert session.undo_stack.canUndo()


def test_a_text_that_storing_composed_is_the_same(session: ReleaseSession) -> None:
    session.open(release(1))
    session.edit("Change headline", headline="Cafe\u0301")
    session.open(None)
    session.open(release(1, headline="Caf\u00e9"))
    assert session.undo_stack.canUndo()


def test_a_release_that_went_on_in_the_workflow_has_no_steps(session: ReleaseSession) -> None:
    session.open(release(1))
    session.edit("Change headline", headline="Harbour closes")
    session.open(None)
    session.open(release(1, headline="Harbour closes", state=State.PUBLISHED))
    assert not session.undo_stack.canUndo()


def test_the_steps_of_the_last_releases_are_kept(session: ReleaseSession) -> None:
    edited = []
    for number in range(1, _MOST_KEPT + 3):
        session.open(release(number))
        session.edit("Change headline", headline="Harbour closes")
        edited.append(session.release)
    session.open(None)
    session.open(edited[0])
    assert not session.undo_stack.canUndo()
    session.open(edited[2])
    assert session.undo_stack.canUndo()


def test_another_release_says_that_other_steps_are_possible(
    session: ReleaseSession, qtbot: QtBot
) -> None:
    session.open(release(1))
    session.edit("Change headline", headline="Harbour closes")
    with qtbot.waitSignal(session.undo.indexChanged):
        session.open(release(2))
    assert not session.undo.canUndo()
