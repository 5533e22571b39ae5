"""The list's ids and rows, with a store that answers when it is told to."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseSummary
from newsdesk.domain.workflow import State
from newsdesk.ui.library.release_list_model import (
    PAGE_ROWS,
    PAGES_KEPT,
    ReleaseListModel,
    date_of,
)
from tests.ui.library.rows import NOW, key, keys, row

Then = Callable[[Sequence[ReleaseSummary]], None]


class Fetcher:
    """Keeps what is asked until `answer`."""

    def __init__(self) -> None:
        self.asked: list[tuple[list[ReleaseId], Then]] = []
        self.headline = "Ferry timetable {0}"
        self.gone: set[ReleaseId] = set()

    def __call__(self, ids: Sequence[ReleaseId], then: Then) -> None:
        self.asked.append((list(ids), then))

    def answer(self) -> None:
        """Answer all that is asked now and because of the answers."""
        while self.asked:
            ids, then = self.asked.pop(0)
            then(
                [
                    row(one.int - 1, headline=self.headline.format(one.int - 1))
                    for one in ids
                    if one not in self.gone
                ]
            )


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher()


@pytest.fixture
def model(fetcher: Fetcher, qapp: QApplication) -> ReleaseListModel:
    return ReleaseListModel(fetcher, lambda: NOW)


def summary(model: ReleaseListModel, number: int) -> ReleaseSummary | None:
    found = model.index(number).data(ReleaseListModel.SUMMARY_ROLE)
    assert found is None or isinstance(found, ReleaseSummary)
    return found


def headlines(model: ReleaseListModel) -> list[str | None]:
    rows = [summary(model, number) for number in range(model.rowCount())]
    return [one.headline if one else None for one in rows]


def test_it_behaves_as_qt_asks_of_a_model(model: ReleaseListModel, fetcher: Fetcher) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(keys(0, 1, 2))
    headlines(model)
    fetcher.answer()
    model.set_ids(keys(2, 0))
    model.set_ids([])


def test_a_row_is_not_there_until_it_is_fetched(model: ReleaseListModel, fetcher: Fetcher) -> None:
    model.set_ids(keys(0, 1))
    changed = QSignalSpy(model.dataChanged)
    assert headlines(model) == [None, None]
    fetcher.answer()
    assert headlines(model) == ["Ferry timetable 0", "Ferry timetable 1"]
    assert [(one[0].row(), one[1].row()) for one in map(changed.at, range(changed.count()))] == [
        (0, 1)
    ]


def test_a_page_is_asked_for_once(model: ReleaseListModel, fetcher: Fetcher) -> None:
    model.set_ids(keys(*range(PAGE_ROWS + 10)))
    for _ in range(3):
        headlines_of_first_page = [summary(model, number) for number in range(20)]
        assert headlines_of_first_page == [None] * 20
    assert [ids for ids, _ in fetcher.asked] == [keys(*range(PAGE_ROWS))]


def test_pages_are_fetched_one_at_a_time_and_the_last_wanted_first(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    model.set_ids(keys(*range(20 * PAGE_ROWS)))
    for page in range(20):  # a quick drag over the whole list
        summary(model, page * PAGE_ROWS)
    asked: list[int] = []
    while fetcher.asked:
        ids, then = fetcher.asked.pop(0)
        assert not fetcher.asked
        asked.append((ids[0].int - 1) // PAGE_ROWS)
        then([row(one.int - 1) for one in ids])
    assert asked[:2] == [0, 19]
    assert len(asked) == 5  # those scrolled past long ago are not worth it


def test_only_so_many_pages_are_kept(model: ReleaseListModel, fetcher: Fetcher) -> None:
    model.set_ids(keys(*range((PAGES_KEPT + 2) * PAGE_ROWS)))
    for page in range(PAGES_KEPT):
        summary(model, page * PAGE_ROWS)
        fetcher.answer()
    assert summary(model, 0) is not None  # used again: not the next to go
    summary(model, PAGES_KEPT * PAGE_ROWS)
    fetcher.answer()
    assert summary(model, 0) is not None
    assert summary(model, PAGE_ROWS) is None
    assert [ids[0] for ids, _ in fetcher.asked] == [key(PAGE_ROWS)]


def test_a_row_that_is_gone_is_not_asked_for_again(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    fetcher.gone = {key(1)}
    model.set_ids(keys(0, 1))
    headlines(model)
    fetcher.answer()
    assert headlines(model) == ["Ferry timetable 0", None]
    assert fetcher.asked == []


def test_the_same_ids_only_change_what_is_painted(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    model.set_ids(keys(0, 1))
    reset = QSignalSpy(model.modelReset)
    changed = QSignalSpy(model.dataChanged)
    assert model.set_ids(keys(0, 1)) is False
    assert (reset.count(), changed.count()) == (0, 1)
    assert model.set_ids(keys(1, 0)) is True
    assert reset.count() == 1


def test_another_order_keeps_the_rows_that_are_known(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    model.set_ids(keys(0, 1, 2))
    headlines(model)
    fetcher.answer()
    model.set_ids(keys(3, 2, 0))
    assert headlines(model) == [None, "Ferry timetable 2", "Ferry timetable 0"]
    assert [ids for ids, _ in fetcher.asked] == [keys(3)]  # the others need no fetching
    fetcher.answer()
    assert headlines(model)[0] == "Ferry timetable 3"


def test_known_rows_outlast_a_list_that_nobody_looked_at(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    model.show([row(0), row(1)])
    model.set_ids([])
    model.set_ids(keys(1, 0))
    assert headlines(model) == ["Ferry timetable 1", "Ferry timetable 0"]
    assert fetcher.asked == []


def test_an_answer_to_an_earlier_order_is_not_mixed_up_with_this_one(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    model.set_ids(keys(0, 1))
    headlines(model)
    model.set_ids(keys(5))
    fetcher.answer()
    assert headlines(model) == [None]
    fetcher.answer()
    assert headlines(model) == ["Ferry timetable 5"]


def test_a_changed_row_is_fetched_again_and_the_old_one_stays_meanwhile(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    model.set_ids(keys(0, 1))
    headlines(model)
    fetcher.answer()
    fetcher.headline = "New {0}"
    model.refresh({key(1), key(77)})
    assert [ids for ids, _ in fetcher.asked] == [keys(1)]
    assert headlines(model) == ["Ferry timetable 0", "Ferry timetable 1"]
    fetcher.answer()
    assert headlines(model) == ["Ferry timetable 0", "New 1"]


def test_a_change_while_its_page_is_on_its_way_is_not_missed(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    model.set_ids(keys(0))
    headlines(model)  # asked, and answered from what was stored before the change
    model.refresh({key(0)})
    (_, before), (asked_again, after) = fetcher.asked
    before([row(0, headline="Before")])
    after([row(0, headline="After")])
    assert asked_again == keys(0)
    assert headlines(model) == ["After"]


def test_all_known_rows_are_fetched_again_if_it_is_not_told_which_changed(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    model.show([row(0), row(1)])
    headlines(model)
    fetcher.headline = "New {0}"
    model.refresh()
    fetcher.answer()
    assert headlines(model) == ["New 0", "New 1"]


def test_a_change_of_a_row_that_nobody_has_seen_yet_is_not_forgotten(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    model.show([row(0)])  # known, but not painted yet
    model.refresh({key(0)})
    assert headlines(model) == [None]
    fetcher.answer()
    assert headlines(model) == ["Ferry timetable 0"]


@pytest.mark.parametrize("role", [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole])
def test_a_row_is_read_out_as_headline_status_and_date(
    model: ReleaseListModel, role: Qt.ItemDataRole
) -> None:
    model.show([row(0, state=State.PUBLISHED), row(1, headline=" ")])
    headlines(model)
    assert model.index(0).data(role) == "Ferry timetable 0, Published, 23 Nov"
    assert model.index(1).data(role) == "Untitled, Draft, 23 Nov"


def test_reading_out_fetches_nothing(model: ReleaseListModel, fetcher: Fetcher) -> None:
    model.set_ids(keys(0))
    assert model.index(0).data() == "Loading…"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert fetcher.asked == []


def test_the_id_of_a_row_is_there_at_once(model: ReleaseListModel) -> None:
    model.set_ids(keys(4, 2))
    assert model.index(1).data(ReleaseListModel.ID_ROLE) == key(2)
    assert (model.row_of(key(2)), model.row_of(key(3))) == (1, None)


def test_a_tool_tip_has_the_whole_headline_and_nothing_of_its_markup(
    model: ReleaseListModel,
) -> None:
    end = NOW + timedelta(hours=3)
    model.show([row(0, headline="<b>Ports</b> & “piers”", embargo_until=end, language="ar")])
    headlines(model)
    shown = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert '<p dir="rtl">&lt;b&gt;Ports&lt;/b&gt; &amp; “piers”</p>' in shown
    assert "Embargo until Today" in shown


def test_typing_ahead_finds_the_next_headline_and_begins_again_at_the_top(
    model: ReleaseListModel,
) -> None:
    model.show([row(0, headline="Ports"), row(1, headline="ferries"), row(2, headline="Port")])
    headlines(model)

    def found(start: int, text: str) -> list[int]:
        hits = model.match(model.index(start), Qt.ItemDataRole.DisplayRole, text)
        return [hit.row() for hit in hits]

    assert found(0, "po") == [0]
    assert found(1, "po") == [2]
    assert found(2, "FER") == [1]
    assert found(0, "zeppelin") == []
    assert model.match(model.index(0), Qt.ItemDataRole.UserRole, "po") == []


def test_typing_ahead_in_a_long_list_fetches_nothing(
    model: ReleaseListModel, fetcher: Fetcher
) -> None:
    model.set_ids(keys(*range(100_000)))
    assert model.match(model.index(0), Qt.ItemDataRole.DisplayRole, "f") == []
    assert fetcher.asked == []


def test_the_next_end_of_an_embargo_is_the_first_to_come(model: ReleaseListModel) -> None:
    assert model.next_embargo_end() is None
    ends = [NOW + timedelta(hours=hours) for hours in (5, -1, 2)]
    model.show([row(number, embargo_until=end) for number, end in enumerate(ends)])
    headlines(model)
    assert model.next_embargo_end() == ends[2]


def test_a_list_item_has_nothing_below_it(model: ReleaseListModel) -> None:
    model.set_ids(keys(0))
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None


def test_the_date_of_an_embargoed_row_is_its_end() -> None:
    until = NOW + timedelta(days=40)
    assert date_of(row(0, embargo_until=until), NOW) == "4 Jan 2027"
    assert date_of(row(0, embargo_until=NOW), NOW) == "23 Nov"


def test_what_will_be_looked_at_next_is_fetched_in_between(
    model: ReleaseListModel, fetcher: Fetcher, qtbot: QtBot
) -> None:
    model.set_ids(keys(*range(3 * PAGE_ROWS)))
    summary(model, PAGE_ROWS)
    fetcher.answer()
    summary(model, PAGE_ROWS + PAGE_ROWS // 2)
    qtbot.wait(20)
    assert fetcher.asked == []  # far from both ends
    assert summary(model, 2 * PAGE_ROWS - 1) is not None
    assert fetcher.asked == []  # not while that is painted
    qtbot.waitUntil(lambda: bool(fetcher.asked))
    assert [ids for ids, _ in fetcher.asked] == [keys(*range(2 * PAGE_ROWS, 3 * PAGE_ROWS))]
    fetcher.answer()
    assert summary(model, PAGE_ROWS) is not None
    qtbot.waitUntil(lambda: bool(fetcher.asked))
    assert [ids for ids, _ in fetcher.asked] == [keys(*range(PAGE_ROWS))]
    fetcher.answer()
    for number in (0, 3 * PAGE_ROWS - 1):  # before the first page and behind the last is nothing
        assert summary(model, number) is not None
    qtbot.wait(20)
    assert fetcher.asked == []
