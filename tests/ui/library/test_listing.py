"""What is asked for by filter, words and order."""

import pytest

from newsdesk.domain.query import ListOrder
from newsdesk.domain.workflow import State
from newsdesk.ui.library.filters import Filter
from newsdesk.ui.library.listing import EVERYTHING, Listing
from newsdesk.ui.library.order_button import Order
from tests.ui.library.rows import NOW


@pytest.mark.parametrize(
    ("order", "asked"),
    [
        (Order.NEWEST, ListOrder.UPDATED),
        (Order.DATELINE, ListOrder.DATELINE),
        (Order.HEADLINE, ListOrder.HEADLINE),
        (Order.STATE, ListOrder.STATE),
        (Order.BEST, ListOrder.UPDATED),
    ],
)
def test_the_store_is_asked_for_the_order(order: Order, asked: ListOrder) -> None:
    listing = Listing(filter=Filter.DRAFTS, words="ferry", order=order)
    query = listing.query(NOW)
    assert (query.order, query.text, query.states) == (asked, "ferry", {State.DRAFT})
    assert listing.is_ranked is (order is Order.BEST)


@pytest.mark.parametrize(
    ("listing", "has_first_page"),
    [
        (EVERYTHING, False),
        (Listing(words="ferry"), True),
        (Listing(words="ferry", order=Order.BEST), True),
        (Listing(words="ferry", order=Order.HEADLINE), False),
    ],
)
def test_a_beginning_is_of_use_where_the_newest_are_part_of_it(
    listing: Listing, has_first_page: bool
) -> None:
    assert listing.has_first_page is has_first_page
