"""What an empty list says, and what it offers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from newsdesk.ui.library.empty_state import EmptyState
from newsdesk.ui.library.filters import Filter
from newsdesk.ui.theme.icons import Icons


@pytest.fixture
def state(icons: Icons, qtbot: QtBot) -> EmptyState:
    state = EmptyState(icons)
    qtbot.addWidget(state)
    state.resize(248, 480)
    state.show()
    return state


def offers(state: EmptyState) -> list[str]:
    return [button.text() for button in state.ways_on()]


@pytest.mark.parametrize(
    ("which", "title"),
    [
        (Filter.ALL, "No releases yet"),
        (Filter.DRAFTS, "No drafts"),
        (Filter.EMBARGOED, "No embargo is running"),
        (Filter.PUBLISHED, "Nothing is published yet"),
        (Filter.WITHDRAWN, "Nothing is withdrawn"),
        (Filter.TRASH, "The trash is empty"),
    ],
)
def test_every_empty_list_says_why_and_leads_on(
    state: EmptyState, which: Filter, title: str
) -> None:
    state.show_reason(which, "")
    assert state.title() == title
    expected = ["New release", "Import…"] if which is Filter.ALL else ["Show all releases"]
    assert offers(state) == expected
    icon = state.findChildren(QLabel)[0]
    assert not icon.pixmap().isNull()


def test_a_search_without_a_hit_can_be_cleared(state: EmptyState) -> None:
    state.show_reason(Filter.ALL, "zeppelin")
    assert state.title() == "Nothing matches “zeppelin”"
    assert offers(state) == ["Clear search"]


def test_a_search_within_a_filter_can_be_widened(state: EmptyState) -> None:
    state.show_reason(Filter.DRAFTS, "zeppelin")
    assert offers(state) == ["Search all releases", "Clear search"]


@pytest.mark.parametrize("words", ["<b>bold</b>", "<img src=x>", "{0}", "%1 & %n"])
def test_what_was_looked_for_is_shown_as_typed(state: EmptyState, words: str) -> None:
    state.show_reason(Filter.ALL, words)
    (label,) = (one for one in state.findChildren(QLabel) if one.text() == state.title())
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert state.title() == f"Nothing matches “{words}”"


@pytest.mark.parametrize(
    ("which", "words", "offer", "signal"),
    [
        (Filter.ALL, "", "New release", "new_requested"),
        (Filter.ALL, "", "Import…", "import_requested"),
        (Filter.DRAFTS, "", "Show all releases", "all_requested"),
        (Filter.ALL, "zeppelin", "Clear search", "clear_requested"),
    ],
)
def test_every_offer_does_what_it_says(
    state: EmptyState, qtbot: QtBot, which: Filter, words: str, offer: str, signal: str
) -> None:
    state.show_reason(which, words)
    (button,) = (one for one in state.ways_on() if one.text() == offer)
    with qtbot.waitSignal(getattr(state, signal)):
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_everything_fits_into_the_narrowest_pane(state: EmptyState) -> None:
    for which in Filter:
        for words in ("", "zeppelin"):
            state.show_reason(which, words)
            assert state.minimumSizeHint().width() <= 248
