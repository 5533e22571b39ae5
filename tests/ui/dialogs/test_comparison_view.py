"""Going from change to change."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.newsroom import Newsroom
from newsdesk.rendering.release_comparison import compare_releases
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.dialogs.comparison_view import ComparisonView
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.releases import release


@pytest.fixture
def view(themes: ThemeController, qtbot: QtBot) -> ComparisonView:
    view = ComparisonView(themes)
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show()
    parts = [f"Paragraph {n} tells of the port." for n in range(60)]
    changed = [
        part.replace("port", "pier") if n % 20 == 0 else part for n, part in enumerate(parts)
    ]
    one = release(body_md="\n\n".join(parts))
    other = replace(one, body_md="\n\n".join(changed))
    view.show_comparison(compare_releases(one, other, Newsroom(), {}))
    return view


def test_it_counts_the_changes_and_begins_before_the_first(view: ComparisonView) -> None:
    assert (view.change_count, view.current_change, view.is_cut) == (3, -1, False)


def test_each_change_is_brought_into_sight_and_marked(view: ComparisonView) -> None:
    for change, words in enumerate(("Paragraph 0 ", "Paragraph 20 ", "Paragraph 40 ")):
        view.go_to(change)
        assert view.current_change == change
        assert words in view.textCursor().block().text()
        assert view.viewport().rect().contains(view.cursorRect().center())
        (mark,) = view.extraSelections()
        assert mark.cursor.selectedText() == "−"  # pyright: ignore[reportAttributeAccessIssue]


def test_there_is_no_going_beyond_the_last(view: ComparisonView) -> None:
    view.go_to(2)
    view.go_to(3)
    assert view.current_change == 2


def test_another_theme_writes_it_in_its_colours(
    view: ComparisonView, themes: ThemeController
) -> None:
    def ground() -> str:
        return view.document().find("port").charFormat().background().color().name()

    by_day = ground()
    themes.choose(ThemeChoice.DARK)
    try:
        assert ground() != by_day
        assert view.change_count == 3
    finally:
        themes.choose(ThemeChoice.LIGHT)
