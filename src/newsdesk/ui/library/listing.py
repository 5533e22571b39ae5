"""What the list shows: a kind of release, words that are looked for, an order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from newsdesk.domain.grouping import GroupBy
from newsdesk.domain.query import ListOrder, ReleaseQuery
from newsdesk.ui.library.filters import Filter, query_of
from newsdesk.ui.library.order_button import Order

_ORDERS: Mapping[Order, ListOrder] = {
    Order.DATELINE: ListOrder.DATELINE,
    Order.HEADLINE: ListOrder.HEADLINE,
    Order.STATE: ListOrder.STATE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """By default every release, the newest first."""

    filter: Filter = Filter.ALL
    words: str = ""
    order: Order = Order.NEWEST
    grouping: GroupBy | None = None

    @property
    def is_everything(self) -> bool:
        """Whether no release outside the trash is left out."""
        return self.filter is Filter.ALL and not self.words

    @property
    def groups(self) -> GroupBy | None:
        """What stands together; nothing where the best come first, wherever they belong."""
        return None if self.is_ranked else self.grouping

    @property
    def is_ranked(self) -> bool:
        return self.order is Order.BEST

    @property
    def has_first_page(self) -> bool:
        """Whether the newest of what is found are its beginning, or a good stand-in for it."""
        return bool(self.words) and self.order not in _ORDERS and self.groups is None

    def query(self, now: datetime) -> ReleaseQuery:
        """Return what the store is asked for; `now` decides which embargoes run."""
        query = query_of(self.filter, self.words, now)
        order = _ORDERS.get(self.order)
        return query if order is None else replace(query, order=order)


EVERYTHING = Listing()
