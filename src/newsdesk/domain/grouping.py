"""Releases of a list that stand together, below a heading."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from newsdesk.domain.key_list import KeyList


class GroupBy(StrEnum):
    """What those have in common that stand together."""

    MONTH = "month"  # of the date the list is in the order of: the last change, or the dateline's
    COUNTRY = "country"  # the first of the dateline
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """How a list is grouped."""

    by: GroupBy
    tz: str = "UTC"  # IANA name: whose months
    language: str = "en"  # whose names of countries they are in the order of


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some releases of a list, one after the other."""

    key: str  # 2026-05, the code of a country, a state; "" where they have none
    count: int
    name: str = ""  # of a country; "" where that is for the window to say


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedKeys:
    """The keys of a list, group by group; the groups have as many as the list."""

    keys: KeyList = field(default_factory=KeyList)
    groups: tuple[Group, ...] = ()

    def each(self) -> Iterator[tuple[Group, KeyList]]:
        """Yield each group with its keys."""
        start = 0
        for group in self.groups:
            yield group, self.keys[start : start + group.count]
            start += group.count
