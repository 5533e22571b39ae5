"""The order in which Tab goes through fields that were not made in it."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def put_in_order(fields: Iterable[QWidget]) -> None:
    """Let Tab go from each of `fields` to the next; to be called again in another window."""
    for before, after in pairwise(fields):
        QWidget.setTabOrder(before, after)
