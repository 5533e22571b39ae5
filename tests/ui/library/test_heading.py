"""The words of headings."""

import pytest
from PySide6.QtCore import QLocale

from newsdesk.domain.grouping import Group, GroupBy
from newsdesk.ui.library.heading import heading_of


@pytest.mark.parametrize(
    ("by", "key", "name", "title"),
    [
        (GroupBy.MONTH, "2026-05", "", "May 2026"),
        (GroupBy.MONTH, "", "", "No date"),
        (GroupBy.COUNTRY, "CH", "Switzerland", "Switzerland"),
        (GroupBy.COUNTRY, "", "", "No country"),
        (GroupBy.STATE, "submitted", "", "Review"),
    ],
)
def test_a_heading_says_what_its_releases_share(
    by: GroupBy, key: str, name: str, title: str
) -> None:
    heading = heading_of(Group(key=key, name=name, count=1284), by)
    assert (heading.title, heading.number) == (title, "1,284")


def test_a_month_is_called_so_in_the_language_of_the_window() -> None:
    QLocale.setDefault(QLocale("fr"))
    assert heading_of(Group(key="2026-05", count=1), GroupBy.MONTH).title == "Mai 2026"
