"""What a library takes for the running text of a page."""

import logging
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager
from copy import deepcopy
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from lxml.html import HtmlElement

_MOST_CELLS = 400
_MOST_ELEMENTS = 30_000  # ten times as many as pages of a megabyte mostly have


class _Extracted(Protocol):
    body: HtmlElement | None


def running_text(root: HtmlElement) -> list[str]:
    """Return the texts of a page's main part, piece by piece; empty if the library finds none.

    It is not asked about large tables, and about pages of very many elements not at all: it would
    take too long.
    """
    copy = deepcopy(root)  # it takes the tree apart
    for table in list(copy.iter("table")):
        if sum(1 for _cell in table.iter("td")) > _MOST_CELLS:
            table.drop_tree()
    if sum(1 for _element in copy.iter()) > _MOST_ELEMENTS:
        return []
    found = _extraction()(
        copy,
        favor_recall=True,
        include_comments=False,
        with_metadata=False,
    )
    return [] if found is None or found.body is None else list(found.body.itertext())


@cache
def _extraction() -> Callable[..., _Extracted | None]:
    with _no_probe():
        library = import_module("trafilatura")  # slow, and only pages need it
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is our answer
    return cast("Callable[..., _Extracted | None]", library.bare_extraction)


@contextmanager
def _no_probe() -> Generator[None]:
    """Keep `urllib3`, which the library would fetch pages with, from trying a socket.

    WORKAROUND: its `util.connection._has_ipv6` binds one when it is imported.
    """
    has_ipv6 = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        yield
    finally:
        socket.has_ipv6 = has_ipv6
