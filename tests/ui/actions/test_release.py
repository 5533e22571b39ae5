"""What may be done to releases, by where the open one stands and what is chosen in the list."""

from dataclasses import replace

import pytest

from newsdesk.domain.workflow import Action, State, allowed
from newsdesk.ui.actions.release import RELEASE_ACTIONS
from newsdesk.ui.actions.spec import Situation
from tests.ui.releases import release

BEGINNING = {"release.new", "release.import", "release.paste", "release.from_template"}
ALWAYS = {"app.settings", "app.quit"}
OF_SEVERAL = {"release.export_selected", "release.export_all"}
DRAFT = Situation(release=release(), selected=1, total=3, is_writable=True, is_editable=True)
STEPS = {
    "release.publish": Action.PUBLISH,
    "release.recall": Action.RECALL,
    "release.duplicate": Action.DUPLICATE,
}


def possible(situation: Situation) -> set[str]:
    return {spec.id for spec in RELEASE_ACTIONS if spec.enabled(situation)}


def standing(state: State) -> Situation:
    return replace(DRAFT, release=release(state=state), is_editable=state is State.DRAFT)


def test_in_a_newsroom_that_is_only_read_nothing_is_changed() -> None:
    for state in State:
        reading = replace(standing(state), is_writable=False, is_editable=False)
        looking = {"release.print", "release.history", "release.compare"}
        assert possible(reading) == ALWAYS | looking
        assert possible(replace(reading, is_trash=True)) == ALWAYS | looking


def test_without_releases_one_can_begin() -> None:
    assert possible(Situation(is_writable=True)) == ALWAYS | BEGINNING


def test_a_draft_can_be_worked_on() -> None:
    assert possible(DRAFT) == ALWAYS | BEGINNING | OF_SEVERAL | {
        "release.duplicate", "release.save", "release.publish", "release.export",
        "release.export_pdf", "release.print", "release.star", "release.trash",
        "release.history", "release.compare", "release.hand_over", "release.save_template",
    }  # fmt: skip


@pytest.mark.parametrize("has_approval_steps", [False, True])
@pytest.mark.parametrize("state", State)
def test_steps_are_offered_where_the_workflow_has_them(
    state: State, *, has_approval_steps: bool
) -> None:
    situation = replace(standing(state), has_approval_steps=has_approval_steps)
    allowed_here = allowed(state, approval_steps=has_approval_steps)
    offered = possible(situation) & STEPS.keys()
    assert offered == {id_ for id_, action in STEPS.items() if action in allowed_here}


def test_what_is_published_can_be_recalled_and_not_saved() -> None:
    can = possible(standing(State.PUBLISHED))
    assert "release.recall" in can
    assert {"release.publish", "release.save"}.isdisjoint(can)


def test_from_the_trash_things_are_taken_out_and_no_steps_are_taken() -> None:
    can = possible(replace(DRAFT, is_trash=True, is_editable=False))
    assert "release.untrash" in can
    assert can.isdisjoint({"release.trash", *STEPS, *OF_SEVERAL})


def test_without_a_choice_in_the_list_nothing_goes_to_the_trash() -> None:
    can = possible(replace(DRAFT, selected=0))
    assert can.isdisjoint({"release.trash", "release.untrash", "release.export_selected"})
    assert "release.export_all" in can


def test_an_empty_list_is_not_exported() -> None:
    assert possible(replace(DRAFT, selected=0, total=0)).isdisjoint(OF_SEVERAL)


def test_the_star_shows_whether_the_release_has_one() -> None:
    (star,) = (spec for spec in RELEASE_ACTIONS if spec.id == "release.star")
    assert star.checked is not None
    assert star.checked(replace(DRAFT, release=release(starred=True)))
    assert not star.checked(DRAFT)
    assert not star.checked(Situation())
