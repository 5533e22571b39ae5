"""Keys of a list, group by group."""

from uuid import UUID

from newsdesk.domain.grouping import Group, GroupedKeys
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.key_list import KeyList


def test_each_group_has_the_keys_that_follow_those_before_it() -> None:
    keys = [ReleaseId(UUID(int=number)) for number in range(1, 6)]
    may, april = Group(key="2026-05", count=2), Group(key="2026-04", count=3)
    grouped = GroupedKeys(keys=KeyList.of(keys), groups=(may, april))
    assert [(group, list(own)) for group, own in grouped.each()] == [
        (may, keys[:2]),
        (april, keys[2:]),
    ]
    assert KeyList.joined(own for _, own in grouped.each()) == keys
