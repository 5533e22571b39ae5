from types import SimpleNamespace
from typing import Any

import pytest

from newsdesk.services.preferences import View
from newsdesk.ui.actions.format import FORMAT_ACTIONS
from newsdesk.ui.actions.spec import Situation
from newsdesk.ui.editor.formats import TableChange, TextFormat

FORMATS = [spec for spec in FORMAT_ACTIONS if spec.id.removeprefix("format.") in set(TextFormat)]


def test_every_format_of_the_text_has_its_action() -> None:
    assert {spec.id for spec in FORMATS} == {f"format.{one}" for one in TextFormat}


@pytest.mark.parametrize("spec", FORMATS, ids=lambda spec: spec.id)
def test_an_action_asks_for_its_own_format(spec: Any) -> None:
    asked: list[TextFormat] = []

    class Writing:
        def format_text(self, text_format: TextFormat) -> None:
            asked.append(text_format)

    spec.run(SimpleNamespace(writing=Writing()))
    assert [f"format.{one}" for one in asked] == [spec.id]


def test_only_a_text_that_may_be_edited_is_formatted() -> None:
    for spec in FORMATS:
        assert spec.enabled(Situation(is_editable=True))
        assert not spec.enabled(Situation(is_writable=True))


def test_a_text_that_is_not_seen_is_not_formatted() -> None:
    for spec in FORMATS:
        assert spec.enabled(Situation(is_editable=True, view=View.WRITE))
        assert not spec.enabled(Situation(is_editable=True, view=View.PREVIEW))


def test_marks_can_be_switched_whatever_is_shown() -> None:
    (switch,) = (spec for spec in FORMAT_ACTIONS if spec.id == "format.typographic")
    assert switch.enabled(Situation(view=View.PREVIEW))
    assert switch.checked is not None
    assert switch.checked(Situation())
    assert not switch.checked(Situation(is_typographic=False))


def test_a_table_is_changed_only_where_the_caret_is_in_one() -> None:
    changes = [
        spec for spec in FORMAT_ACTIONS if spec.id.removeprefix("format.") in set(TableChange)
    ]
    assert len(changes) == len(TableChange)
    for spec in changes:
        assert spec.enabled(Situation(is_editable=True, is_in_table=True))
        assert not spec.enabled(Situation(is_editable=True))
        assert not spec.enabled(Situation(is_in_table=True))
