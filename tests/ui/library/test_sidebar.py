"""The sidebar: its parts, what a choice in it writes, and its keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from newsdesk.domain.facets import Facets
from newsdesk.domain.narrowing import Choice
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.facet_lines import ALL, TRASH, lines_of
from newsdesk.ui.library.facet_model import FacetLine, Mark
from newsdesk.ui.library.facet_view import FacetView
from newsdesk.ui.library.saved_searches import SavedSearches
from newsdesk.ui.library.sidebar import Sidebar
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.library.facets import some
from tests.ui.library.rows import key

Change = Callable[[Callable[[Desk], Any]], Any]


@pytest.fixture
def sidebar(
    store: Store, hub: ChangeHub, themes: ThemeController, icons: Icons, qtbot: QtBot
) -> Sidebar:
    saved = SavedSearches(store, hub, icons)
    sidebar = Sidebar(saved, lambda: sidebar._text, themes, icons)
    qtbot.addWidget(sidebar)
    sidebar.take_saved()
    sidebar.resize(208, 900)
    show(sidebar, some())
    sidebar.show()
    qtbot.waitExposed(sidebar)
    return sidebar


def show(sidebar: Sidebar, facets: Facets) -> None:
    sidebar.show_facets(facets, lines_of(facets))


def view_of(sidebar: Sidebar, name: str) -> FacetView:
    return sidebar._trash if name == TRASH else sidebar._sections[name].view


def lines(sidebar: Sidebar, name: str) -> dict[str, int]:
    return {line.name: line.count for line in view_of(sidebar, name).lines.shown()}


def line(sidebar: Sidebar, section: str, name: str) -> FacetLine:
    return next(one for one in view_of(sidebar, section).lines.shown() if one.name == name)


def choose(sidebar: Sidebar, section: str, name: str, choice: Choice = Choice.ONLY) -> None:
    view_of(sidebar, section).line_chosen.emit(line(sidebar, section, name), choice)


def marks(sidebar: Sidebar) -> dict[str, Mark]:
    views = [section.view for section in sidebar._sections.values()] + [sidebar._trash]
    return {
        one.name: mark
        for view in views
        for one in view.lines.shown()
        if (mark := view.lines.mark(one)) is not Mark.NONE
    }


def said(spy: QSignalSpy) -> list[Any]:
    return [spy.at(number)[0] for number in range(spy.count())]


# What it shows ----------------------------------------------------------------------------


def test_every_part_lists_what_there_is(sidebar: Sidebar) -> None:
    assert lines(sidebar, "states") == {"All": 11, "Draft": 7, "Published": 4, "Starred": 3}
    assert lines(sidebar, "countries") == {"China": 5, "Viet Nam": 2}
    assert list(lines(sidebar, "tags"))[:2] == ["Winter", "Port 00"]
    assert lines(sidebar, TRASH) == {"Trash": 2}


def test_an_empty_part_is_not_shown(sidebar: Sidebar) -> None:
    assert sidebar._sections["themes"].isHidden()
    show(sidebar, Facets())
    shown = [name for name, section in sidebar._sections.items() if not section.isHidden()]
    assert shown == ["states"]
    assert not sidebar._trash.isVisible()


@pytest.mark.parametrize(
    ("text", "is_trash", "chosen"),
    [
        ("", False, {"All": Mark.CHOSEN}),
        ("harbour", False, {}),
        ("state:draft harbour", False, {"Draft": Mark.CHOSEN}),
        ("country:china -tag:winter", False, {"China": Mark.CHOSEN, "Winter": Mark.LEFT_OUT}),
        ('lang:english tag:"port 19"', False, {"en": Mark.CHOSEN, "Port 19": Mark.CHOSEN}),
        ("state:draft", True, {"Trash": Mark.CHOSEN}),
    ],
)
def test_what_is_searched_for_is_marked(
    sidebar: Sidebar, text: str, is_trash: bool, chosen: dict[str, Mark]
) -> None:
    sidebar.show_search(text, is_trash=is_trash)
    assert marks(sidebar) == chosen


def test_the_trash_is_there_while_it_is_looked_at(sidebar: Sidebar) -> None:
    show(sidebar, Facets(total=1))
    sidebar.show_search("", is_trash=True)
    assert sidebar._trash.isVisible()


# What a choice asks for -------------------------------------------------------------------


def test_a_choice_is_written_into_the_search(sidebar: Sidebar) -> None:
    searched = QSignalSpy(sidebar.search_requested)
    sidebar.show_search("harbour state:published", is_trash=False)
    choose(sidebar, "states", "Draft")
    choose(sidebar, "countries", "Viet Nam", Choice.ALSO)
    choose(sidebar, "tags", "Winter", Choice.NOT)
    choose(sidebar, "states", "Published")
    assert said(searched) == [
        "harbour state:draft",
        'harbour state:published country:"Viet Nam"',
        'harbour state:published -tag:"Winter"',
        "harbour",
    ]


def test_all_and_the_trash_are_asked_for_by_themselves(sidebar: Sidebar) -> None:
    every, trash = QSignalSpy(sidebar.all_requested), QSignalSpy(sidebar.trash_requested)
    choose(sidebar, "states", "All")
    choose(sidebar, TRASH, "Trash")
    assert (every.count(), trash.count()) == (1, 1)
    sidebar.show_search("", is_trash=True)
    choose(sidebar, TRASH, "Trash")  # and back
    assert (every.count(), trash.count()) == (2, 1)


def test_a_term_that_releases_are_dropped_on_is_told(sidebar: Sidebar) -> None:
    dropped = QSignalSpy(sidebar.releases_dropped)
    winter = line(sidebar, "tags", "Winter")
    view_of(sidebar, "tags").releases_dropped.emit(winter, [key(1)])
    assert winter.facet is not None
    assert dropped.at(0) == [winter.facet.entry, [key(1)]]


# Folding ----------------------------------------------------------------------------------


def test_parts_that_are_folded_are_told_and_taken(sidebar: Sidebar, qtbot: QtBot) -> None:
    folded = QSignalSpy(sidebar.closed_sections_edited)
    sidebar._sections["tags"].title.click()
    sidebar._sections["states"].title.click()
    sidebar._sections["tags"].title.click()
    assert [set(one) for one in said(folded)] == [{"tags"}, {"tags", "states"}, {"states"}]
    sidebar.set_closed_sections(["countries", "saved"])
    assert [n for n, one in sidebar._all_sections().items() if not one.is_open()] == [
        "countries", "saved"
    ]  # fmt: skip


def test_saved_searches_stand_behind_the_states(
    sidebar: Sidebar, changed: Change, qtbot: QtBot
) -> None:
    changed(lambda desk: desk.searches.add("port", "Ports"))
    qtbot.waitUntil(sidebar._saved.isVisible)
    qtbot.waitUntil(lambda: sidebar._saved.y() > sidebar._sections["states"].y())
    assert sidebar._saved.y() < sidebar._sections["countries"].y()


def test_what_the_keyboard_is_at_is_scrolled_to(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.resize(208, 200)
    view = view_of(sidebar, "states")
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    bar = sidebar._scroll.verticalScrollBar()
    assert bar.value() == 0
    languages = view_of(sidebar, "languages")
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view_of(sidebar, TRASH).hasFocus()  # which is always in sight
    qtbot.keyClick(view_of(sidebar, TRASH), Qt.Key.Key_Up)
    assert languages.hasFocus()
    whole = languages.rect()
    qtbot.waitUntil(lambda: languages.visibleRegion().boundingRect() == whole)
    qtbot.keyClick(languages, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: not view.visibleRegion().isEmpty())
    assert view.current() == line(sidebar, "states", "All")
    assert line(sidebar, "states", "All").key == ALL
