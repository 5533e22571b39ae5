from dataclasses import replace
from datetime import datetime

import pytest

from newsdesk.domain.embargo import Embargo
from newsdesk.services.preferences import View
from newsdesk.ui.actions.insert import INSERT_ACTIONS
from newsdesk.ui.actions.spec import Situation
from tests.ui.releases import release

EMBARGO = Embargo.until(datetime(2026, 12, 1, 9), "Europe/Zurich", city_label="Geneva")
WRITING = Situation(release=release(embargo=EMBARGO), is_editable=True, is_writable=True)


def enabled(situation: Situation) -> set[str]:
    return {spec.id for spec in INSERT_ACTIONS if spec.enabled(situation)}


def test_everything_can_be_inserted_while_one_writes() -> None:
    assert enabled(WRITING) == {spec.id for spec in INSERT_ACTIONS}


def test_the_line_of_an_embargo_needs_one() -> None:
    assert "insert.embargo" not in enabled(replace(WRITING, release=release()))


@pytest.mark.parametrize(
    "situation",
    [
        replace(WRITING, is_editable=False),
        replace(WRITING, view=View.PREVIEW),
    ],
)
def test_where_nothing_can_be_written_a_snippet_can_still_be_kept(situation: Situation) -> None:
    assert enabled(situation) == {"insert.save_snippet"}
    assert "insert.save_snippet" not in enabled(replace(situation, is_writable=False))
