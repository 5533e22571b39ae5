from dataclasses import replace

import pytest

from newsdesk.services.preferences import PreviewMode, View
from newsdesk.ui.actions.spec import Situation
from newsdesk.ui.actions.view import VIEW_ACTIONS


def checked(situation: Situation) -> set[str]:
    return {spec.id for spec in VIEW_ACTIONS if spec.checked and spec.checked(situation)}


BARE = Situation(is_library_shown=False, is_inspector_shown=False, is_scrolled_together=False)


@pytest.mark.parametrize("view", View)
def test_of_the_views_the_one_that_is_shown_is_checked(view: View) -> None:
    assert checked(replace(BARE, view=view)) == {f"view.{view}", "view.mode_desktop"}


@pytest.mark.parametrize("mode", PreviewMode)
def test_of_the_modes_the_one_that_is_shown_is_checked(mode: PreviewMode) -> None:
    situation = replace(BARE, view=View.SPLIT, preview_mode=mode)
    assert checked(situation) == {"view.split", f"view.mode_{mode}"}


@pytest.mark.parametrize(
    ("name", "action"),
    [
        ("is_library_shown", "view.library"),
        ("is_inspector_shown", "view.inspector"),
        ("is_scrolled_together", "view.scroll_together"),
        ("is_focus_mode", "view.focus_mode"),
        ("is_full_screen", "view.full_screen"),
    ],
)
def test_what_is_on_is_checked(name: str, action: str) -> None:
    assert checked(replace(BARE, **{name: True})) - checked(BARE) == {action}


def test_the_window_can_be_arranged_at_any_time() -> None:
    by_release = {"view.outline"}
    by_size = {"view.zoom_reset"}
    never = {spec.id for spec in VIEW_ACTIONS if not spec.enabled(Situation())}
    assert never <= by_release | by_size
