"""When something can be done to what is selected in the library."""

from dataclasses import replace

import pytest

from newsdesk.ui.actions.library import LIBRARY_ACTIONS
from newsdesk.ui.actions.spec import ActionSpec, Situation
from tests.ui.releases import release

SELECTED = Situation(selected=2, total=3, is_writable=True)
ON_RELEASES = [one for one in LIBRARY_ACTIONS if one.id in ("library.file", "library.step")]


@pytest.mark.parametrize("spec", ON_RELEASES, ids=lambda spec: spec.id)
def test_what_changes_releases_needs_some_outside_the_trash(spec: ActionSpec) -> None:
    assert spec.enabled(SELECTED)
    assert spec.enabled(Situation(release=release(), is_writable=True))
    for not_so in (
        replace(SELECTED, selected=0),
        replace(SELECTED, is_trash=True),
        replace(SELECTED, is_writable=False),
    ):
        assert not spec.enabled(not_so)
