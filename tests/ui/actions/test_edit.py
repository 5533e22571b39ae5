from newsdesk.ui.actions.edit import EDIT_ACTIONS
from newsdesk.ui.actions.spec import Situation
from tests.ui.releases import release


def possible(situation: Situation) -> set[str]:
    return {spec.id for spec in EDIT_ACTIONS if spec.enabled(situation)}


ALWAYS = {"edit.find_release", "edit.check_spelling"}


def test_a_release_can_be_found_and_the_check_be_switched_at_any_time() -> None:
    assert possible(Situation()) >= ALWAYS


def test_words_are_found_in_what_is_open_and_replaced_where_it_is_written() -> None:
    assert "edit.find" not in possible(Situation())
    assert "edit.find" in possible(Situation(release=release()))
    assert "edit.replace" not in possible(Situation(release=release()))
    assert "edit.replace" in possible(Situation(release=release(), is_editable=True))


def test_what_was_done_can_be_undone_and_what_was_undone_redone() -> None:
    assert "edit.undo" in possible(Situation(can_undo=True))
    assert "edit.redo" not in possible(Situation(can_undo=True))
    assert "edit.redo" in possible(Situation(can_redo=True))


def test_unknown_words_are_gone_to_where_they_can_be_changed() -> None:
    assert "edit.next_unknown_word" not in possible(Situation(release=release()))
    assert "edit.next_unknown_word" in possible(Situation(release=release(), is_editable=True))
