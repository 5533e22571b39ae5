"""The sidebar beside the library, through the whole window."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from newsdesk.desk import open_desk
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import NewsdeskError, StorageError, StorageProblem
from newsdesk.domain.narrowing import Choice
from newsdesk.domain.search import Operator
from newsdesk.domain.vocabulary import TermEntry
from newsdesk.ui.dialogs.vocabularies_dialog import VocabulariesDialog
from newsdesk.ui.library.facet_model import FacetLine, Mark
from newsdesk.ui.library.filter_bar import FilterBar
from newsdesk.ui.library.filters import Filter
from newsdesk.ui.library.search_field import SearchField
from newsdesk.ui.library.sidebar import Sidebar
from newsdesk.ui.sidebar_desk import SidebarDesk
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    return open_window(is_sidebar_shown=True).begin()


def desk(window: OpenWindow) -> SidebarDesk:
    found = window.window.findChild(SidebarDesk)
    assert isinstance(found, SidebarDesk)
    return found


def sidebar(window: OpenWindow) -> Sidebar:
    found = desk(window).sidebar
    assert found is not None
    window.wait(lambda: found._facets.total > 0)
    return found


def filters(window: OpenWindow) -> FilterBar:
    found = window.window.library.findChild(FilterBar)
    assert isinstance(found, FilterBar)
    return found


def search(window: OpenWindow) -> SearchField:
    found = window.window.library.findChild(SearchField)
    assert isinstance(found, SearchField)
    return found


def first(window: OpenWindow, name: str) -> FacetLine:
    return sidebar(window)._sections[name].view.lines.shown()[0]


def choose(window: OpenWindow, name: str, line: FacetLine, choice: Choice = Choice.ONLY) -> None:
    sidebar(window)._sections[name].view.line_chosen.emit(line, choice)


def mark(window: OpenWindow, name: str, key: str) -> Mark:
    model = sidebar(window)._sections[name].view.lines
    return next(model.mark(line) for line in model.shown() if line.key == key)


# Coming and going -------------------------------------------------------------------------


def test_it_is_not_there_before_it_is_wanted(sample_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    assert desk(window).sidebar is None
    assert filters(window).isVisible()
    window.do("view.sidebar")
    assert window.action("view.sidebar").isChecked()
    assert sidebar(window).isVisible()
    assert filters(window).isHidden()
    window.wait(lambda: window.kept().is_sidebar_shown)
    window.do("view.sidebar")
    assert sidebar(window).isHidden() or not sidebar(window).isVisible()
    assert filters(window).isVisible()
    window.wait(lambda: not window.kept().is_sidebar_shown)


def test_width_and_folded_parts_are_kept(sample_folder: Path, open_window: Open) -> None:
    window = open_window(is_sidebar_shown=True, sidebar_px=240).begin()
    assert window.window._sidebar_place.width() == 240
    sidebar(window)._sections["tags"].title.click()
    window.close()
    assert window.kept().closed_sidebar_sections == ("tags",)
    assert window.kept().sidebar_px == 240
    again = open_window().begin()
    assert not sidebar(again)._sections["tags"].is_open()


def test_a_library_that_is_hidden_comes_with_it(sample_folder: Path, open_window: Open) -> None:
    window = open_window(is_library_shown=False).begin()
    window.do("view.sidebar")
    assert window.window.library.isVisible()
    assert sidebar(window).isVisible()
    window.do("view.library")
    assert not sidebar(window).isVisible()
    window.do("view.library")
    assert sidebar(window).isVisible()


def test_a_filter_becomes_what_is_searched_for(sample_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    filters(window).set_chosen(Filter.DRAFTS)
    window.do("view.sidebar")
    assert search(window).text() == "state:draft"
    window.wait(lambda: mark(window, "states", "state:draft") is Mark.CHOSEN)


def test_saved_searches_move_in_and_back(window: OpenWindow) -> None:
    saved = window.wiring.searching.saved
    saved.save("state:draft")
    window.wait(saved.isVisible)
    assert sidebar(window).isAncestorOf(saved)
    window.do("view.sidebar")
    assert window.window.library.isAncestorOf(saved)
    window.wait(saved.isVisible)
    window.do("view.sidebar")
    assert sidebar(window).isAncestorOf(saved)
    window.wait(saved.isVisible)


# Narrowing the list -----------------------------------------------------------------------


def test_a_click_narrows_the_list_to_as_many_as_it_says(window: OpenWindow) -> None:
    country = first(window, "countries")
    choose(window, "countries", country)
    assert search(window).text() == country.key
    assert mark(window, "countries", country.key) is Mark.CHOSEN
    window.wait(lambda: window.window.library.shown_total() == country.count)
    choose(window, "countries", country)
    assert search(window).text() == ""
    window.wait(lambda: window.window.library.shown_total() == 3)


def test_what_is_still_being_typed_is_not_lost(window: OpenWindow) -> None:
    country = first(window, "countries")
    window.qtbot.keyClicks(search(window), "harb")
    choose(window, "countries", country)  # before the pause of the search is over
    assert search(window).text() == f"harb {country.key}"


def test_what_is_typed_is_marked(window: OpenWindow) -> None:
    assert mark(window, "states", "all") is Mark.CHOSEN
    window.qtbot.keyClicks(search(window), "-state:draft ")
    window.wait(lambda: mark(window, "states", "state:draft") is Mark.LEFT_OUT)
    assert mark(window, "states", "all") is Mark.NONE


def test_the_trash_is_looked_at_and_left(window: OpenWindow) -> None:
    window.open(HARBOUR)
    window.do("release.trash")
    bar = sidebar(window)
    window.wait(bar._trash.isVisible)
    bar._trash.line_chosen.emit(bar._trash.lines.shown()[0], Choice.ONLY)
    window.wait(lambda: window.listed() == [HARBOUR])
    assert window.window.library.is_trash()
    choose(window, "states", first(window, "states"))  # All
    window.wait(lambda: window.window.library.shown_total() == 2)
    assert not window.window.library.is_trash()


def test_counts_follow_what_is_stored(window: OpenWindow) -> None:
    assert first(window, "states").count == 3
    window.do("release.new")
    window.wait(lambda: first(window, "states").count == 4)


def test_counts_come_back_with_a_newsroom_that_is_opened_anew(window: OpenWindow) -> None:
    sidebar(window)
    with open_desk(window.folder) as stored:
        assert stored.facets.all("en").total == 3
    desk(window)._count()  # perhaps never answered
    with window.qtbot.waitSignal(window.store.opened):
        window.store.open_anew()
    window.do("release.new")
    window.wait(lambda: first(window, "states").count == 4)


def test_what_cannot_be_counted_is_told(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sidebar(window)

    def refuse(_look: object, _then: object, otherwise: Callable[[NewsdeskError], None]) -> None:
        otherwise(StorageError(StorageProblem.CORRUPT, "damaged"))

    monkeypatch.setattr(window.store, "look", refuse)
    desk(window)._count()
    window.wait(lambda: bool(window.notice))
    monkeypatch.undo()
    desk(window)._count()  # once more
    window.wait(lambda: not desk(window)._is_asked)
    assert first(window, "states").count == 3


def test_a_running_embargo_is_counted_every_minute(window: OpenWindow) -> None:
    assert not desk(window)._minute.isActive()
    window.open(HARBOUR)
    until = window.surroundings.now().replace(tzinfo=None, microsecond=0) + timedelta(days=1)
    window.session.edit("Set the embargo", embargo=Embargo.until(until, "UTC"))
    window.wait(desk(window)._minute.isActive)
    names = [line.name for line in sidebar(window)._sections["states"].view.lines.shown()]
    assert "Embargoed" in names


def test_escape_goes_back_to_the_list(window: OpenWindow) -> None:
    view = sidebar(window)._sections["states"].view
    view.setFocus()
    window.wait(view.hasFocus)
    window.qtbot.keyClick(view, Qt.Key.Key_Escape)
    window.wait(window.list_view.hasFocus)


def test_it_is_gone_to_as_the_next_pane(window: OpenWindow) -> None:
    sidebar(window)
    window.list_view.setFocus()
    for _ in range(4):
        window.do("view.next_pane")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert sidebar(window).isAncestorOf(focus)


# A small window ---------------------------------------------------------------------------


def test_in_a_small_window_the_inspector_gives_way(window: OpenWindow) -> None:
    window.do("view.split")
    window.window.resize(1_024, 640)
    QApplication.processEvents()
    assert window.window.sides.sidebar
    assert window.window.sides.library
    assert not window.window.sides.inspector
    window.do("view.inspector")
    assert window.window.sides.inspector
    assert not window.window.sides.sidebar
    assert filters(window).isVisible()
    assert window.kept().is_sidebar_shown


def test_in_a_tiny_window_it_stands_in_the_place_of_the_list(window: OpenWindow) -> None:
    window.do("view.split")
    window.window.resize(800, 560)
    QApplication.processEvents()
    assert window.window.sides.library
    assert not window.window.sides.sidebar
    window.do("view.sidebar")
    assert window.window.sides.sidebar
    assert not window.window.sides.library
    choose(window, "countries", first(window, "countries"))
    assert window.window.sides.library
    assert not window.window.sides.sidebar


# Terms ------------------------------------------------------------------------------------


def tag(window: OpenWindow) -> TermEntry:
    line = first(window, "tags")
    assert line.facet is not None
    assert line.facet.operator is Operator.TAG
    assert line.facet.entry is not None
    return line.facet.entry


def test_a_term_is_edited_in_its_vocabulary(window: OpenWindow) -> None:
    entry = tag(window)
    sidebar(window).term_edit_requested.emit(entry)
    dialog = window.dialog(VocabulariesDialog)
    window.wait(lambda: [one.term.id for one in dialog._list.selected()] == [entry.term.id])
    dialog.reject()


def test_releases_that_are_dropped_on_a_term_are_filed_under_it(window: OpenWindow) -> None:
    entry = tag(window)
    ids = window.stored_ids()
    sidebar(window).releases_dropped.emit(entry, ids)
    window.wait(lambda: first(window, "tags").count == len(ids))
    with open_desk(window.folder) as stored:
        assert set(ids) <= set(stored.vocabularies.uses(entry.term.id))
    window.push("Undo", window.window.notices)
    window.wait(lambda: first(window, "tags").count == entry.uses)
