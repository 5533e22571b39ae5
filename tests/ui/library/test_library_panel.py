"""The left pane on a real newsroom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.changes import Changes
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseCounts
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.empty_state import EmptyState
from newsdesk.ui.library.filters import Filter
from newsdesk.ui.library.library_panel import LibraryPanel
from newsdesk.ui.library.order_button import Order, OrderButton
from newsdesk.ui.library.release_list_view import ReleaseListView
from newsdesk.ui.library.release_row_delegate import lede_of
from newsdesk.ui.library.search_field import SearchField
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.library.rows import NOW, key, row

Change = Callable[[Callable[[Desk], Any]], Any]


@dataclass
class Clock:
    """Goes when it is told to: later releases are newer."""

    time: datetime = NOW

    def __call__(self) -> datetime:
        return self.time

    def go(self, by: timedelta = timedelta(seconds=1)) -> None:
        self.time += by


@pytest.fixture
def now() -> Clock:
    return Clock()


@pytest.fixture
def panel(
    store: Store,
    hub: ChangeHub,
    themes: ThemeController,
    icons: Icons,
    now: Clock,
    qtbot: QtBot,
) -> LibraryPanel:
    panel = LibraryPanel(store, hub, themes, icons, now)
    qtbot.addWidget(panel)
    panel.resize(308, 800)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def write(changed: Change, now: Clock) -> Callable[..., ReleaseId]:
    """Store a new draft of this headline, newer than those before."""

    def written(headline: str, body: str = "The ferries leave every half hour.") -> ReleaseId:
        now.go()
        release = changed(lambda desk: desk.releases.new({"headline": headline}, body_md=body))
        return release.id

    return written


@pytest.fixture
def listed(panel: LibraryPanel, qtbot: QtBot) -> Callable[[], list[str]]:
    """Return the headlines as they are listed once what was asked is answered."""

    def headlines() -> list[str]:
        qtbot.waitUntil(lambda: panel._reader.is_settled)
        model = view(panel).model()
        indexes = [model.index(number, 0) for number in range(model.rowCount())]
        view(panel).viewport().repaint()
        qtbot.waitUntil(lambda: all(index.data() != "Loading…" for index in indexes))
        return [index.data().split(",")[0] for index in indexes]

    return headlines


def view(panel: LibraryPanel) -> ReleaseListView:
    found = panel.findChild(ReleaseListView)
    assert isinstance(found, ReleaseListView)
    return found


def search(panel: LibraryPanel) -> SearchField:
    found = panel.findChild(SearchField)
    assert isinstance(found, SearchField)
    return found


def nothing(panel: LibraryPanel) -> EmptyState:
    found = panel.findChild(EmptyState)
    assert isinstance(found, EmptyState)
    return found


def choose(panel: LibraryPanel, which: Filter) -> None:
    button = panel.findChild(QAbstractButton, f"filter_{which}")
    assert isinstance(button, QAbstractButton)
    button.click()


def offer(panel: LibraryPanel, text: str) -> QPushButton:
    return next(button for button in nothing(panel).ways_on() if button.text() == text)


def head(panel: LibraryPanel) -> list[str]:
    labels = panel.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [label.text() for label in labels]


def said(spy: QSignalSpy) -> Sequence[Any]:
    return [spy.at(number)[0] for number in range(spy.count())]


# Showing ----------------------------------------------------------------------------------


def test_the_list_is_shown_before_there_is_a_store(panel: LibraryPanel) -> None:
    rows = [row(number) for number in range(3)]
    panel.show_snapshot(rows, ReleaseCounts(all=1284, drafts=12), 1284)
    panel.set_current(key(1))
    assert head(panel) == ["Library", "1,284"]
    assert panel.shown_total() == 1284
    assert panel.current() == key(1)
    assert panel.selected_ids() == [key(1)]
    assert view(panel).isVisible()


def test_releases_are_listed_newest_first(
    panel: LibraryPanel, write: Callable[..., ReleaseId], listed: Callable[[], list[str]]
) -> None:
    for headline in ("Ports", "Ferries", "Piers"):
        write(headline)
    panel.refresh()
    assert listed() == ["Piers", "Ferries", "Ports"]
    assert head(panel) == ["Library", "3"]
    assert panel.shown_total() == 3


def test_what_was_shown_at_first_is_corrected_by_the_store(
    panel: LibraryPanel, write: Callable[..., ReleaseId], listed: Callable[[], list[str]]
) -> None:
    ports = write("Ports")
    old = row(0, id=ports, headline="Ports, as it was")
    panel.show_snapshot([old, row(7)], ReleaseCounts(all=2), 2)
    panel.set_current(ports)
    write("Piers")
    assert listed() == ["Piers", "Ports"]
    assert panel.current() == ports


def test_what_another_newsdesk_has_changed_is_seen_when_everything_is_read_anew(
    panel: LibraryPanel,
    store: Store,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    ports = write("Ports")
    panel.refresh()
    assert listed() == ["Ports"]
    done: list[object] = []  # nobody is told of it
    store._writer.ask(
        lambda desk: desk.releases.edit(str(ports), {"headline": "Piers"}), done.append, done.append
    )
    qtbot.waitUntil(lambda: bool(done))
    panel.read_anew()
    qtbot.waitUntil(lambda: listed() == ["Piers"])


def test_a_stored_change_is_shown(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
    now: Clock,
) -> None:
    ports = write("Ports")
    write("Ferries")
    panel.refresh()
    listed()
    now.go()
    changed(lambda desk: desk.releases.edit(str(ports), {"headline": "Ports, again"}))
    assert listed() == ["Ports", "Ferries"]
    assert "Ports, again" in view(panel).model().index(0, 0).data()


def test_a_failing_read_is_told(panel: LibraryPanel, store: Store, qtbot: QtBot) -> None:
    error = StorageError(StorageProblem.BUSY)

    class Refusing:
        def ids(self, *_what: object, **_how: object) -> None:
            raise error

        rows = counts = ids

    original = store.read

    def read(work: Callable[[Any], Any], *answers: Any) -> None:
        class Broken:
            releases = search = Refusing()

        original(lambda _desk: work(Broken()), *answers)

    store.read = read  # type: ignore[method-assign,assignment]
    with qtbot.waitSignal(store.failed) as failed:
        panel.refresh()
    assert failed.args == [error]
    with qtbot.waitSignal(store.failed):
        panel._model.set_ids([key(0)])
        panel._model.index(0).data(panel._model.SUMMARY_ROLE)
    assert panel._model._under_way is None  # the next page is not held up


# Choosing ---------------------------------------------------------------------------------


def test_moving_and_opening_are_told(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    ports, ferries = write("Ports"), write("Ferries")
    panel.refresh()
    listed()
    panel.set_current(ferries)
    panel.focus_list()
    with qtbot.waitSignals([panel.release_chosen, panel.selection_edited]):
        qtbot.keyClick(view(panel), Qt.Key.Key_Down)
    assert panel.current() == ports
    with qtbot.waitSignal(panel.release_opened) as opened:
        qtbot.keyClick(view(panel), Qt.Key.Key_Return)
    assert opened.args == [ports]
    qtbot.keyClick(view(panel), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert panel.selected_ids() == [ferries, ports]


def test_setting_the_current_release_is_not_choosing_it(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    ports = write("Ports")
    panel.refresh()
    listed()
    with qtbot.assertNotEmitted(panel.release_chosen):
        panel.set_current(ports)
    assert panel.current() == ports


def test_a_new_release_is_marked_once_it_is_listed(
    panel: LibraryPanel, write: Callable[..., ReleaseId], listed: Callable[[], list[str]]
) -> None:
    write("Ports")
    panel.refresh()
    listed()
    panel.set_current(write("Ferries"))
    assert listed() == ["Ferries", "Ports"]
    assert panel.current() is not None


def test_the_context_menu_is_asked_for(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    write("Ports")
    panel.refresh()
    listed()
    place = QPoint(60, 40)
    where = view(panel).viewport().mapToGlobal(place)
    with qtbot.waitSignal(panel.context_menu_requested) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where)
        QApplication.sendEvent(view(panel).viewport(), event)
    assert asked.args == [where]


# The trash --------------------------------------------------------------------------------


def test_the_next_release_is_chosen_when_one_is_put_away(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
    qtbot: QtBot,
) -> None:
    ports, ferries, _piers = write("Ports"), write("Ferries"), write("Piers")
    panel.refresh()
    listed()
    panel.set_current(ferries)
    panel.focus_list()
    chosen = QSignalSpy(panel.release_chosen)
    with qtbot.waitSignal(panel.trash_requested):
        qtbot.keyClick(view(panel), Qt.Key.Key_Delete)
    changed(lambda desk: desk.releases.trash(str(ferries)))
    panel.set_current(None)  # the window closes it before the list knows
    assert listed() == ["Piers", "Ports"]
    assert said(chosen) == [ports]
    assert panel.current() == ports


def test_putting_away_within_a_filter_goes_on_there(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
    qtbot: QtBot,
) -> None:
    ports, ferries = write("Ports"), write("Ferries")
    choose(panel, Filter.DRAFTS)
    listed()
    panel.set_current(ferries)
    chosen = QSignalSpy(panel.release_chosen)
    qtbot.keyClick(view(panel), Qt.Key.Key_Delete)
    changed(lambda desk: desk.releases.trash(str(ferries)))
    assert listed() == ["Ports"]
    assert said(chosen) == [ports]


def test_a_release_that_is_published_stays_open_though_it_is_no_draft_any_more(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
    qtbot: QtBot,
) -> None:
    write("Ports")
    ferries = write("Ferries")
    choose(panel, Filter.DRAFTS)
    listed()
    panel.set_current(ferries)
    chosen = QSignalSpy(panel.release_chosen)
    changed(lambda desk: desk.workflow.take(str(ferries), Action.PUBLISH))
    assert listed() == ["Ports"]
    assert said(chosen) == []
    assert panel.current() is None
    panel.show_all()
    listed()
    assert panel.current() == ferries


def test_the_trash_is_a_list_of_its_own(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
    qtbot: QtBot,
) -> None:
    write("Ports")
    ferries = write("Ferries")
    changed(lambda desk: desk.releases.trash(str(ferries)))
    panel.refresh()
    assert listed() == ["Ports"]
    choose(panel, Filter.TRASH)
    assert listed() == ["Ferries"]
    assert panel.is_trash()
    assert head(panel) == ["Trash", "1"]
    panel.set_current(ferries)
    with qtbot.assertNotEmitted(panel.trash_requested):
        qtbot.keyClick(view(panel), Qt.Key.Key_Delete)
    changed(lambda desk: desk.releases.untrash(str(ferries)))
    assert listed() == []
    assert nothing(panel).title() == "The trash is empty"
    offer(panel, "Show all releases").click()
    assert set(listed()) == {"Ports", "Ferries"}
    assert not panel.is_trash()


# Searching and filters --------------------------------------------------------------------


def test_typing_narrows_the_list(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    write("Ports")
    write("Ferries")
    panel.refresh()
    listed()
    panel.focus_search()
    assert search(panel).hasFocus()
    with qtbot.waitSignal(panel.list_changed):
        qtbot.keyClicks(search(panel), "port")
    assert listed() == ["Ports"]
    assert head(panel) == ["Library", "1 found"]
    qtbot.keyClick(search(panel), Qt.Key.Key_Escape)
    assert listed() == ["Ferries", "Ports"]


def test_an_older_answer_that_comes_late_is_dropped(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
) -> None:
    write("Ports")
    write("Ferries")
    panel.refresh()
    listed()
    answered = QSignalSpy(panel.list_changed)
    for words in ("fer", "ferr", "port"):
        search(panel).set_search_text(words)
        panel.refresh()
    assert listed() == ["Ports"]
    assert answered.count() == 1


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_one_goes_on_from_the_search_to_what_was_found(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
    pressed: Qt.Key,
) -> None:
    ports, ferries = write("Ports"), write("Ferries")
    panel.refresh()
    listed()
    panel.set_current(ferries)
    chosen = QSignalSpy(panel.release_chosen)
    panel.focus_search()
    qtbot.keyClicks(search(panel), "port")
    qtbot.keyClick(search(panel), pressed)  # before the answer is there
    assert listed() == ["Ports"]
    assert view(panel).hasFocus()
    assert said(chosen) == [ports]
    panel.set_current(ports)
    qtbot.keyClick(view(panel), Qt.Key.Key_Escape)
    assert listed() == ["Ferries", "Ports"]
    assert panel.current() == ports


def test_one_stays_in_the_search_box_where_nothing_was_found(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    write("Ports")
    panel.refresh()
    listed()
    panel.focus_search()
    qtbot.keyClicks(search(panel), "zeppelin")
    qtbot.keyClick(search(panel), Qt.Key.Key_Return)
    assert listed() == []
    assert search(panel).hasFocus()
    assert nothing(panel).title() == "Nothing matches “zeppelin”"
    assert nothing(panel).isVisible()
    offer(panel, "Clear search").click()
    assert listed() == ["Ports"]
    assert view(panel).isVisible()


def test_a_search_within_a_filter_can_be_widened(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
) -> None:
    ports = write("Ports")
    changed(lambda desk: desk.workflow.take(str(ports), Action.PUBLISH))
    choose(panel, Filter.DRAFTS)
    search(panel).set_search_text("ports")
    panel.refresh()
    assert listed() == []
    offer(panel, "Search all releases").click()
    assert listed() == ["Ports"]


def test_filters_narrow_the_list(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
) -> None:
    ports = write("Ports")
    write("Ferries")
    changed(lambda desk: desk.workflow.take(str(ports), Action.PUBLISH))
    panel.refresh()
    listed()
    choose(panel, Filter.PUBLISHED)
    assert listed() == ["Ports"]
    assert head(panel) == ["Library", "1"]
    choose(panel, Filter.DRAFTS)
    assert listed() == ["Ferries"]
    panel.show_all()
    assert sorted(listed()) == ["Ferries", "Ports"]


def test_the_first_thing_to_do_is_offered_where_there_is_no_release(
    panel: LibraryPanel, listed: Callable[[], list[str]], qtbot: QtBot
) -> None:
    assert view(panel).isVisible()  # nothing is claimed before the store has answered
    panel.refresh()
    assert listed() == []
    assert nothing(panel).title() == "No releases yet"
    for text, signal in (
        ("New release", panel.new_requested),
        ("Import…", panel.import_requested),
    ):
        with qtbot.waitSignal(signal):
            offer(panel, text).click()


def test_the_focus_does_not_leave_the_pane_when_the_list_becomes_empty(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
    qtbot: QtBot,
) -> None:
    ports = write("Ports")
    panel.refresh()
    listed()
    panel.focus_list()
    changed(lambda desk: desk.releases.trash(str(ports)))
    assert listed() == []
    assert offer(panel, "New release").hasFocus()
    write("Ferries")
    assert listed() == ["Ferries"]
    assert view(panel).hasFocus()


# Time -------------------------------------------------------------------------------------


def test_an_embargo_that_is_over_leaves_its_filter(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
    now: Clock,
) -> None:
    ports = write("Ports")

    def hold(desk: Desk) -> tuple[Release, Changes]:
        until = (NOW + timedelta(minutes=30)).replace(tzinfo=None)
        return desk.releases.set_embargo(str(ports), Embargo.until(until, "UTC"))

    changed(hold)
    choose(panel, Filter.EMBARGOED)
    assert listed() == ["Ports"]
    now.time = NOW + timedelta(minutes=29, seconds=45)
    panel.refresh()
    listed()
    assert panel._reader._tick.remainingTime() <= 15_000  # it looks again when the embargo ends
    now.time = NOW + timedelta(minutes=30)
    panel._reader._tick.timeout.emit()
    assert listed() == []
    assert nothing(panel).title() == "No embargo is running"
    assert panel._reader._tick.remainingTime() > 50_000  # at last each minute


# By keyboard ------------------------------------------------------------------------------


def test_the_tab_key_goes_from_the_search_by_the_filters_to_the_list(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    write("Ports")
    panel.refresh()
    listed()
    panel.focus_search()
    visited: list[str] = []
    for _ in range(3):
        focused = QApplication.focusWidget()
        visited.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert visited == ["library_search", "filter_all", "release_list"]


def test_an_autosave_does_not_disturb_who_moves_in_the_list(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
    now: Clock,
    qtbot: QtBot,
) -> None:
    ids = [write(f"Ports {number}") for number in range(30)]
    panel.refresh()
    listed()
    panel.set_current(ids[15])
    panel.focus_list()
    chosen = QSignalSpy(panel.release_chosen)
    now.go()
    changed(lambda desk: _saved(desk, ids[15]))
    listed()
    assert panel.current() == ids[15]
    assert said(chosen) == []
    assert view(panel).currentIndex().row() == 0
    qtbot.keyClick(view(panel), Qt.Key.Key_Down)
    assert said(chosen) == [ids[29]]


def _saved(desk: Desk, release_id: ReleaseId) -> tuple[Release, Changes]:
    release = desk.releases.get(str(release_id))
    return desk.releases.save(release.edited(NOW, subheadline="All of them"), Reason.AUTOSAVE)


# Searching --------------------------------------------------------------------------------


def marked(panel: LibraryPanel, number: int) -> tuple[list[str], list[str]]:
    """Return what is marked in the headline and below it."""
    summary = panel._model.index(number).data(panel._model.SUMMARY_ROLE)
    lede = lede_of(summary)
    return (
        [summary.headline[hit.start : hit.end] for hit in summary.headline_hits],
        [lede.text[hit.start : hit.end] for hit in lede.hits],
    )


def test_what_is_looked_for_is_marked_and_no_longer_when_it_is_cleared(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    write(
        "Une école à Genève", "Les élèves viennent de loin. " * 9 + "Le conseil de Genève y était."
    )
    write("Ports")
    qtbot.keyClicks(search(panel), "geneve")
    qtbot.waitUntil(lambda: listed() == ["Une école à Genève"])
    assert marked(panel, 0) == (["Genève"], ["Genève"])
    qtbot.keyClicks(search(panel), " conseil")
    qtbot.waitUntil(
        lambda: listed() == ["Une école à Genève"] and marked(panel, 0)[1] != ["Genève"]
    )
    assert marked(panel, 0)[1] == ["conseil", "Genève"]
    qtbot.keyClick(search(panel), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(listed()) == 2)
    assert marked(panel, 1) == ([], [])


def test_operators_are_understood(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    changed: Change,
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    write("Ports")
    ferries = write("Ferries")
    changed(lambda desk: desk.releases.star(str(ferries), starred=True))
    qtbot.keyClicks(search(panel), "is:starred lang:english")
    qtbot.waitUntil(lambda: listed() == ["Ferries"])


def test_the_best_come_first_where_that_is_chosen(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    write("Ferries leave")
    write("Ports", "Of ferries nothing more is said. " + "Much else was. " * 20)
    button = panel.findChild(OrderButton)
    assert isinstance(button, OrderButton)
    best = next(a for a in button.menu().actions() if a.data() == Order.BEST)
    assert not best.isVisible()
    qtbot.keyClicks(search(panel), "ferries")
    qtbot.waitUntil(best.isVisible)
    qtbot.waitUntil(lambda: listed() == ["Ports", "Ferries leave"])
    best.trigger()
    qtbot.waitUntil(lambda: listed() == ["Ferries leave", "Ports"])
    search(panel).clear_search()
    qtbot.waitUntil(lambda: not best.isVisible())


def test_the_list_is_in_the_order_that_was_chosen_and_says_so_to_be_kept(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    for headline in ("Boats", "anchors", "Çapes"):
        write(headline)
    qtbot.waitUntil(lambda: listed() == ["Çapes", "anchors", "Boats"])
    button = panel.findChild(OrderButton)
    by_headline = next(a for a in button.menu().actions() if a.data() == Order.HEADLINE)
    with qtbot.waitSignal(panel.order_edited) as edited:
        by_headline.trigger()
    assert edited.args == ["headline"]
    qtbot.waitUntil(lambda: listed() == ["anchors", "Boats", "Çapes"])
    panel.set_look("newest", is_compact=True)
    qtbot.waitUntil(lambda: listed() == ["Çapes", "anchors", "Boats"])
    panel.set_look("nonsense", is_compact=True)  # of a newer newsdesk
    assert button.kept() is Order.NEWEST


def test_compact_rows_show_more_of_the_list_at_once(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    qtbot: QtBot,
) -> None:
    write("Boats")
    qtbot.waitUntil(lambda: listed() == ["Boats"])
    view = panel.findChild(ReleaseListView)
    before = view.visualRect(view.model().index(0, 0)).height()
    panel.set_look("newest", is_compact=True)
    assert 2 * view.visualRect(view.model().index(0, 0)).height() < before
    panel.set_look("newest", is_compact=False)
    assert view.visualRect(view.model().index(0, 0)).height() == before


def test_the_list_is_grouped_as_was_chosen_and_says_so_to_be_kept(
    panel: LibraryPanel,
    write: Callable[..., ReleaseId],
    listed: Callable[[], list[str]],
    changed: Change,
    qtbot: QtBot,
) -> None:
    ports = write("Ports")
    write("Ferries")
    changed(lambda desk: desk.workflow.take(str(ports), Action.PUBLISH))
    button = panel.findChild(OrderButton)
    by_state = next(a for a in button.menu().actions() if a.text() == "Group by s&tate")
    with qtbot.waitSignal(panel.grouping_edited) as edited:
        by_state.trigger()
    assert edited.args == ["state"]
    qtbot.waitUntil(lambda: listed() == ["Draft", "Ferries", "Published", "Ports"])
    assert panel.shown_total() == 2
    search(panel).set_search_text("ports")
    panel.refresh()
    assert listed() == ["Published", "Ports"]
    best = next(a for a in button.menu().actions() if a.data() == Order.BEST)
    best.trigger()
    assert listed() == ["Ports"]  # the best come first, wherever they belong
    search(panel).clear_search()
    panel.set_look("newest", grouping="nonsense", is_compact=False)
    qtbot.waitUntil(lambda: listed() == ["Draft", "Ferries", "Published", "Ports"])
    panel.set_look("newest", is_compact=False)
    assert sorted(listed()) == ["Ferries", "Ports"]
