"""The list of releases: all their ids, and as many of their rows as are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from html import escape
from typing import TypeAlias
from uuid import UUID

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    Slot,
)

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.key_list import KeyList
from newsdesk.domain.language import direction
from newsdesk.domain.query import ReleaseSummary
from newsdesk.ui.library.grouped_rows import GroupedRows
from newsdesk.ui.library.heading import Heading
from newsdesk.ui.library.list_date import embargo_end, list_date
from newsdesk.ui.library.status import is_embargoed, status_of
from newsdesk.ui.timers import single_shot

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_Rows: TypeAlias = Sequence[ReleaseSummary]
Fetch: TypeAlias = Callable[[Sequence[ReleaseId], Callable[[_Rows], None]], None]

PAGE_ROWS = 64  # few enough to be there before a row is looked at
PAGES_KEPT = 64
_NEAR = 24  # rows to the end of a page: whoever looks at them may look at the next one soon
_BETWEEN_FRAMES_MS = 5
_WAITING_MOST = 4  # pages; those scrolled past are not worth fetching
# put together once: asked of each row at each painting
_OF_HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_OF_RELEASE = _OF_HEADING | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled


@dataclass(slots=True)
class _Page:
    """A stretch of the list, from place `number` * `PAGE_ROWS` on."""

    rows: dict[ReleaseId, ReleaseSummary] = field(default_factory=dict[ReleaseId, ReleaseSummary])
    is_asked: bool = False  # nothing more will come


class ReleaseListModel(QStringListModel):
    """Rows fetched by somebody else; the model itself never queries.

    Qt knows of them as so many empty strings: the view asks how many there are once for each row
    that it lays out, and of 100,000 a hundred milliseconds would go into answering in Python.
    """

    ID_ROLE = Qt.ItemDataRole.UserRole
    SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 1  # None while it is fetched, which asking begins

    def __init__(
        self, fetch: Fetch, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        """`fetch` is called with ids and with what takes their summaries, now or later."""
        super().__init__(parent)
        self._fetch = fetch
        self._now = now
        self._ids = KeyList()
        self._headings: Sequence[Heading] = ()
        self.rows = GroupedRows()  # what stands where; read it, do not keep it
        self._pages: OrderedDict[int, _Page] = OrderedDict()  # least recently used first
        self._known: dict[ReleaseId, ReleaseSummary] = {}  # of the order before
        self._waiting: list[int] = []  # pages, last wanted last
        self._under_way: int | None = None
        self._expected = 0  # the page that will be looked at next
        self._between_frames = single_shot(self, self._fetch_expected, _BETWEEN_FRAMES_MS)
        self._arrangement = 0  # an answer to the one before is of no use

    # What is listed -------------------------------------------------------------------------

    def ids(self) -> Sequence[ReleaseId]:
        return self._ids

    def headings(self) -> Sequence[Heading]:
        return self._headings

    def summary_at(self, row: int) -> ReleaseSummary | None:
        """Return what is shown there; None for a heading, and while it is fetched."""
        return None if self.is_heading(row) else self._summary(self.rows.place_of(row))

    def heading_at(self, row: int) -> Heading | None:
        group = self.rows.group_headed_at(row)
        return None if group is None else self._headings[group]

    def is_heading(self, row: int) -> bool:
        return self.rows.group_headed_at(row) is not None

    def row_of(self, release_id: ReleaseId) -> int | None:
        place = self._ids.place_of(release_id)
        return None if place is None else self.rows.row_of(place)

    def id_at(self, row: int) -> ReleaseId | None:
        """Return the release of a row; None if a heading stands there."""
        return None if self.is_heading(row) else self._ids[self.rows.place_of(row)]

    def show(self, rows: _Rows) -> None:
        """List these, already known."""
        self._known = {row.id: row for row in rows}
        self.set_ids([row.id for row in rows])

    def set_ids(self, ids: Sequence[ReleaseId], headings: Sequence[Heading] = ()) -> bool:
        """List these in this order, with the rows known so far; tell whether any moved.

        Args:
            headings: of the groups they stand in, which have as many as they are; none: no groups.
        """
        ids = ids if isinstance(ids, KeyList) else KeyList.of(ids)
        if self._ids == ids and list(self._headings) == list(headings):
            for page in self._pages.values():
                page.is_asked = False
            self.repaint()
            return False
        self._known = self._all_known()
        self._ids, self._headings = ids, tuple(headings)
        self.rows = GroupedRows(len(ids), [heading.count for heading in headings])
        self._pages.clear()
        self._waiting.clear()
        self._under_way = None
        self._arrangement += 1
        self.setStringList([""] * len(self.rows))
        return True

    def know(self, rows: _Rows) -> None:
        """Take rows before they are listed, so that they need not be fetched."""
        self._known.update((row.id, row) for row in rows)

    def forget(self) -> None:
        """Fetch every row anew before it is shown: all of them say something else now."""
        self._known.clear()
        self._pages.clear()
        self._waiting.clear()
        self._under_way = None
        self._arrangement += 1

    def refresh(self, release_ids: Collection[UUID] = ()) -> None:
        """Fetch rows anew that were changed, if they are known; by default all of them.

        The old ones stay to be seen until then.
        """
        known: Iterable[ReleaseId] = (key for page in self._pages.values() for key in page.rows)
        if release_ids:
            known = [key for key in map(ReleaseId, release_ids) if self._is_at_hand(key)]
            for key in release_ids:
                self._known.pop(ReleaseId(key), None)
        else:
            self._known.clear()
        if stale := list(known):
            self._fetch(stale, self._on_refreshed)

    def repaint(self) -> None:
        """Have everything shown painted anew: time has passed."""
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def next_embargo_end(self) -> datetime | None:
        """Return when the first embargo among the known rows will be over."""
        now = self._now()
        ends = [row.embargo_until for row in self._loaded() if row.embargo_until is not None]
        return min((end for end in ends if end > now), default=None)

    # Qt's model -----------------------------------------------------------------------------

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if (group := self.rows.group_headed_at(index.row())) is not None:
            return self._of_heading(self._headings[group], role)
        return self._of_release(self.rows.place_of(index.row()), role)

    def _of_release(self, place: int, role: int) -> object:
        if role == self.SUMMARY_ROLE:
            return self._summary(place)
        if role == self.ID_ROLE:
            return self._ids[place]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            summary = self._at_hand(place)
            return self._line(summary) if summary else self.tr("Loading…")
        if role == Qt.ItemDataRole.ToolTipRole:
            summary = self._at_hand(place)
            return self._tool_tip(summary) if summary else None
        return None

    def _of_heading(self, heading: Heading, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{heading.title}, {heading.number}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _OF_HEADING if self.is_heading(index.row()) else _OF_RELEASE

    def match(
        self,
        start: _Index,
        role: int,
        value: object,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchWrap,
    ) -> list[QModelIndex]:
        """Find headlines by their beginning, for typing ahead, among the rows that are here."""
        if role != Qt.ItemDataRole.DisplayRole:
            return []
        beginning = str(value).casefold()
        found = [
            self.rows.row_of(place)
            for number in sorted(self._pages)
            for place in self._places_of_page(number)
            if (summary := self._at_hand(place)) is not None
            and self._headline(summary).casefold().startswith(beginning)
        ]
        found.sort(key=lambda row: (row < start.row(), row))
        return [self.index(row) for row in found[:hits]]

    # Words ----------------------------------------------------------------------------------

    def _headline(self, summary: ReleaseSummary) -> str:
        return summary.headline.strip() or self.tr("Untitled")

    def _line(self, summary: ReleaseSummary) -> str:
        now = self._now()
        status = status_of(summary, now).text
        return f"{self._headline(summary)}, {status}, {date_of(summary, now)}"

    def _tool_tip(self, summary: ReleaseSummary) -> str:
        """Return the whole headline, as rich text with nothing rich in it."""
        headline = escape(self._headline(summary))
        text = f'<p dir="{direction(summary.language)}">{headline}</p>'
        if summary.embargo_until is not None and is_embargoed(summary, self._now()):
            end = embargo_end(summary.embargo_until, self._now())
            text += f"<p>{escape(self.tr('Embargo until {0}').format(end))}</p>"
        return text

    # Pages ----------------------------------------------------------------------------------

    def _summary(self, place: int) -> ReleaseSummary | None:
        """Return what is shown there; if it is not here yet, have its page fetched."""
        number, within = divmod(place, PAGE_ROWS)
        page = self._page(number)
        key = self._ids[place]
        if key not in page.rows and key in self._known:
            page.rows[key] = self._known[key]
        summary = page.rows.get(key)
        if summary is None and not page.is_asked:
            self._want(number)
        elif within < _NEAR:
            self._expect(number - 1)
        elif within >= PAGE_ROWS - _NEAR:
            self._expect(number + 1)
        return summary

    def _expect(self, number: int) -> None:
        """Have a page fetched that will be looked at next, but not while this one is painted."""
        page = self._pages.get(number)
        is_there = bool(self._places_of_page(number)) and number >= 0
        if is_there and (page is None or not page.is_asked):
            self._expected = number
            if not self._between_frames.isActive():
                self._between_frames.start()

    @Slot()
    def _fetch_expected(self) -> None:
        if self._places_of_page(self._expected) and not self._page(self._expected).is_asked:
            self._want(self._expected)

    def _page(self, number: int) -> _Page:
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = _Page()
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page

    def _want(self, number: int) -> None:
        if number == self._under_way:
            return
        if number in self._waiting:
            self._waiting.remove(number)
        self._waiting.append(number)
        del self._waiting[:-_WAITING_MOST]
        self._fetch_next()

    def _fetch_next(self) -> None:
        if self._under_way is None and self._waiting:
            number = self._under_way = self._waiting.pop()
            rows, known = self._page(number).rows, self._known
            ids = list(self._ids_of_page(number))
            rows.update((key, known[key]) for key in ids if key in known and key not in rows)
            missing = [key for key in ids if key not in rows]
            self._fetch(missing, partial(self._on_fetched, self._arrangement, number))

    def _on_fetched(self, arrangement: int, number: int, rows: _Rows) -> None:
        if arrangement != self._arrangement:
            return
        page = self._page(number)
        page.rows.update((row.id, row) for row in rows)
        page.is_asked = True
        self._under_way = None
        self._repaint_page(number)
        self._fetch_next()

    def _on_refreshed(self, rows: _Rows) -> None:
        fresh = {row.id: row for row in rows}
        for number, page in self._pages.items():
            if shared := fresh.keys() & page.rows.keys():
                page.rows.update((key, fresh[key]) for key in shared)
                self._repaint_page(number)
        self._known.update((key, fresh[key]) for key in fresh.keys() & self._known.keys())

    def _repaint_page(self, number: int) -> None:
        places = self._places_of_page(number)
        if places:
            ends = (self.index(self.rows.row_of(place)) for place in (places[0], places[-1]))
            self.dataChanged.emit(*ends)

    def _ids_of_page(self, number: int) -> Sequence[ReleaseId]:
        return self._ids[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]

    def _places_of_page(self, number: int) -> range:
        return range(number * PAGE_ROWS, min((number + 1) * PAGE_ROWS, len(self._ids)))

    def _at_hand(self, place: int) -> ReleaseSummary | None:
        """Return what is shown there if it is here: reading it out has nothing fetched."""
        page, key = self._pages.get(place // PAGE_ROWS), self._ids[place]
        return (page.rows.get(key) or self._known.get(key)) if page else None

    def _is_at_hand(self, key: ReleaseId) -> bool:
        """Tell whether a row is here or on its way, with what was stored before the change."""
        if any(key in page.rows for page in self._pages.values()):
            return True
        return self._under_way is not None and key in self._ids_of_page(self._under_way)

    def _loaded(self) -> Iterator[ReleaseSummary]:
        return (row for page in self._pages.values() for row in page.rows.values())

    def _all_known(self) -> dict[ReleaseId, ReleaseSummary]:
        """Return what need not be fetched again for another order, within bounds."""
        loaded = {row.id: row for row in self._loaded()}
        everything: Mapping[ReleaseId, ReleaseSummary] = self._known | loaded
        return dict(everything) if len(everything) <= PAGES_KEPT * PAGE_ROWS else loaded


def date_of(summary: ReleaseSummary, now: datetime) -> str:
    """Return the date of a row: of a running embargo its end, else when the release was changed."""
    if summary.embargo_until is not None and is_embargoed(summary, now):
        return embargo_end(summary.embargo_until, now)
    return list_date(summary.updated, now)
