import re
from pathlib import Path

import pytest

from newsdesk.ui.actions.registry import ACTIONS
from newsdesk.ui.help.guide_text import guide_html

GUIDE = Path(__file__).resolve().parents[3] / "resources" / "guide" / "en.md"


def test_shortcuts_stand_where_the_guide_names_their_actions() -> None:
    html = guide_html(
        "Press {edit.find} or {release.recall}.", {"edit.find": "Ctrl+F", "release.recall": ""}
    )
    assert html == '<p dir="auto">Press <strong>Ctrl+F</strong> or <strong>–</strong>.</p>'


def test_an_action_that_is_not_there_is_no_silent_gap() -> None:
    with pytest.raises(KeyError):
        guide_html("{edit.fly}", {})


def test_the_guide_names_actions_that_are_there_and_have_keys() -> None:
    keys = {spec.id: spec.shortcut for spec in ACTIONS}
    named = re.findall(r"\{([a-z]+\.[a-z_]+)\}", GUIDE.read_text("utf-8"))
    assert len(named) > 20
    assert [id_ for id_ in named if not keys.get(id_)] == []


def test_the_guide_is_all_read() -> None:
    keys = {spec.id: spec.shortcut for spec in ACTIONS}
    html = guide_html(GUIDE.read_text("utf-8"), keys)
    assert "{" not in html
    assert html.count("<h2") >= 6
    assert "<table" in html
