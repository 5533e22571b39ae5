"""Which answers of the store count, and when it is asked again."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery, ReleaseSummary
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.list_reader import ListReader
from newsdesk.ui.library.listing import EVERYTHING, Listing
from newsdesk.ui.library.order_button import Order
from tests.ui.library.rows import NOW, key

Change = Callable[[Callable[[Desk], Any]], Any]


@pytest.fixture
def reader(store: Store, hub: ChangeHub, qapp: QObject) -> ListReader:
    return ListReader(store, hub, lambda: NOW, qapp)


@pytest.fixture
def ids(reader: ListReader) -> QSignalSpy:
    return QSignalSpy(reader.ids_read)


def new(changed: Change, headline: str) -> ReleaseId:
    return changed(lambda desk: desk.releases.new({"headline": headline})).id


def test_what_is_listed_and_how_many_there_are_is_read(
    reader: ListReader, ids: QSignalSpy, changed: Change, qtbot: QtBot
) -> None:
    ferries = new(changed, "Ferries")
    with qtbot.waitSignal(reader.counted) as counted:
        reader.ask(EVERYTHING)
        assert not reader.has_ids
        assert not reader.is_settled
    listing, found = ids.at(0)
    assert (listing, list(found.keys)) == (EVERYTHING, [ferries])
    assert counted.args[0].all == 1
    assert reader.has_ids


def test_the_newest_of_a_search_come_first_where_they_are_wanted(
    reader: ListReader, ids: QSignalSpy, changed: Change, qtbot: QtBot
) -> None:
    new(changed, "Ferries")
    pages = QSignalSpy(reader.page_read)
    listing = Listing(words="ferries", order=Order.BEST)
    for with_page in (True, False):
        with qtbot.waitSignal(reader.counted):
            reader.ask(listing, with_page=with_page)
    assert ids.count() == 2
    assert pages.count() == 1
    assert [row.headline for row in pages.at(0)[1]] == ["Ferries"]
    with qtbot.waitSignal(reader.counted):
        reader.ask(Listing(words="nowhere"), with_page=True)
    assert pages.count() == 1  # there is none to be shown


def test_only_the_answer_to_the_last_question_counts(
    reader: ListReader, ids: QSignalSpy, store: Store, qtbot: QtBot
) -> None:
    looked_for: list[str] = []
    original = store.read

    class Listening:
        def __init__(self, desk: Desk) -> None:
            self._desk = desk

        def ids(self, query: ReleaseQuery, *, ranked: bool) -> Sequence[ReleaseId]:
            looked_for.append(query.text)
            return self._desk.search.ids(query, ranked=ranked)

        def page(self, query: ReleaseQuery) -> Sequence[ReleaseSummary]:
            return self._desk.search.page(query)

    def read(work: Callable[[Any], Any], *answers: Any) -> None:
        def listening(desk: Desk) -> object:
            class Shown:
                search = Listening(desk)
                releases = desk.releases

            return work(Shown())

        original(listening, *answers)

    store.read = read  # type: ignore[method-assign,assignment]
    with qtbot.waitSignal(reader.counted):
        for words in ("f", "fe", "fer"):
            reader.ask(Listing(words=words), with_page=True)
    assert [ids.at(number)[0].words for number in range(ids.count())] == ["fer"]
    assert looked_for[-1] == "fer"
    assert len(looked_for) < 3  # nobody looks for what was typed before


def test_several_changes_are_told_together(
    reader: ListReader, hub: ChangeHub, qtbot: QtBot
) -> None:
    told = QSignalSpy(reader.changed)
    for number in range(5):
        hub.publish(Changes.of(releases={key(number)}))
    qtbot.waitUntil(lambda: told.count() == 1)
    assert told.at(0)[0] == {key(number) for number in range(5)}
    hub.publish(Changes.of(releases={key(1)}))
    hub.publish(Changes.of(Subject.RELEASES))
    qtbot.waitUntil(lambda: told.count() == 2)
    assert told.at(1)[0] == frozenset()  # any of them


def test_a_change_of_something_else_is_not_told(reader: ListReader, hub: ChangeHub) -> None:
    hub.publish(Changes.of(Subject.CONTACTS, Subject.NEWSROOM))
    assert not reader._later.isActive()


def test_rows_that_cannot_be_read_are_none_and_that_is_told(
    reader: ListReader, store: Store, qtbot: QtBot
) -> None:
    error = StorageError(StorageProblem.BUSY)

    class Refusing:
        def rows(self, *_what: object) -> None:
            raise error

    class Broken:
        search = Refusing()

    original = store.read
    store.read = lambda work, *answers: original(  # type: ignore[method-assign,assignment]
        lambda _desk: work(Broken()), *answers
    )
    answers: list[object] = []
    with qtbot.waitSignal(store.failed) as failed:
        reader.fetch("", [key(0)], answers.append)
    assert failed.args == [error]
    assert answers == [[]]


@pytest.mark.parametrize(
    ("end", "ms"),
    [
        (NOW + timedelta(seconds=15), 15_000),
        (NOW + timedelta(milliseconds=1), 1_000),
        (NOW + timedelta(hours=2), 60_000),
        (None, 60_000),
    ],
)
def test_time_passes_when_an_embargo_ends_and_each_minute(
    reader: ListReader, end: object, ms: int, qtbot: QtBot
) -> None:
    reader.wait_for(end)
    assert reader._tick.interval() == ms
    assert reader._tick.isActive()
    with qtbot.waitSignal(reader.time_passed):
        reader._tick.timeout.emit()


def test_what_is_stored_before_the_answer_is_there_takes_nothing_away_from_it(
    reader: ListReader, ids: QSignalSpy, hub: ChangeHub, store: Store, qtbot: QtBot
) -> None:
    told = QSignalSpy(reader.changed)
    reader.changed.connect(lambda _touched: reader.ask(EVERYTHING))
    is_let_on = Event()
    store.read(lambda _desk: is_let_on.wait(10), lambda _nothing: None)
    reader.ask(EVERYTHING)
    for number in range(3):  # each of them would ask anew
        hub.publish(Changes.of(releases={key(number)}))
        qtbot.wait(60)  # longer than what is stored together is waited for
    assert (told.count(), ids.count()) == (0, 0)
    is_let_on.set()
    qtbot.waitUntil(lambda: ids.count() == 2 and reader.is_settled)
    assert told.count() == 1
    assert told.at(0)[0] == {key(number) for number in range(3)}


def test_an_answer_that_does_not_come_holds_nothing_up(
    reader: ListReader, hub: ChangeHub, store: Store, qtbot: QtBot
) -> None:
    told, failed = QSignalSpy(reader.changed), QSignalSpy(store.failed)
    original = store.read

    def read(_work: Callable[[Desk], Any], *answers: Any) -> None:
        def broken(_desk: Desk) -> None:
            raise StorageError(StorageProblem.IO)

        original(broken, *answers)

    store.read = read  # type: ignore[method-assign,assignment]
    reader.ask(EVERYTHING)
    qtbot.waitUntil(lambda: failed.count() == 2)
    hub.publish(Changes.of(releases={key(1)}))
    qtbot.waitUntil(lambda: told.count() == 1)
