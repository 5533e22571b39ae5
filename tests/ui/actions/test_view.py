import pytest

from newsdesk.services.preferences import View
from newsdesk.ui.actions.spec import Situation
from newsdesk.ui.actions.view import VIEW_ACTIONS


def checked(situation: Situation) -> set[str]:
    return {spec.id for spec in VIEW_ACTIONS if spec.checked and spec.checked(situation)}


@pytest.mark.parametrize("view", View)
def test_of_the_views_the_one_that_is_shown_is_checked(view: View) -> None:
    situation = Situation(view=view, is_library_shown=False, is_inspector_shown=False)
    assert checked(situation) == {f"view.{view}"}


def test_panes_that_are_shown_are_checked() -> None:
    situation = Situation(view=View.WRITE, is_library_shown=True, is_inspector_shown=True)
    assert checked(situation) == {"view.write", "view.library", "view.inspector"}


def test_the_window_can_be_arranged_at_any_time() -> None:
    assert all(spec.enabled(Situation()) for spec in VIEW_ACTIONS)
