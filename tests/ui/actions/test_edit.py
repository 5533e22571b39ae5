from newsdesk.ui.actions.edit import EDIT_ACTIONS
from newsdesk.ui.actions.spec import Situation
from tests.ui.releases import release


def possible(situation: Situation) -> set[str]:
    return {spec.id for spec in EDIT_ACTIONS if spec.enabled(situation)}


def test_a_release_can_be_found_at_any_time() -> None:
    assert possible(Situation()) == {"edit.find_release"}


def test_words_are_found_in_what_is_open_and_replaced_where_it_is_written() -> None:
    assert possible(Situation(release=release())) == {"edit.find_release", "edit.find"}
    assert "edit.replace" in possible(Situation(release=release(), is_editable=True))


def test_what_was_done_can_be_undone_and_what_was_undone_redone() -> None:
    assert "edit.undo" in possible(Situation(can_undo=True))
    assert "edit.redo" not in possible(Situation(can_undo=True))
    assert "edit.redo" in possible(Situation(can_redo=True))
