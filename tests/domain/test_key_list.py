"""The keys of a long list."""

from uuid import UUID

import pytest

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.key_list import KeyList

KEYS = [ReleaseId(UUID(int=number)) for number in range(5)]


def test_it_is_a_sequence_of_keys() -> None:
    keys = KeyList.of(KEYS)
    assert keys == KEYS
    assert [*keys] == KEYS
    assert (keys[1], keys[-1], len(keys)) == (KEYS[1], KEYS[4], 5)
    assert keys[1:3] == KEYS[1:3]
    assert isinstance(keys[1:3], KeyList)
    assert KEYS[3] in keys
    assert UUID(int=9) not in keys
    assert "x" not in keys
    assert keys == KeyList("".join(key.hex for key in KEYS))
    assert keys != KEYS[:2]
    assert KEYS[0].hex in repr(keys)
    assert keys[::-1] == KEYS[::-1]
    with pytest.raises(IndexError):
        keys[5]


def test_a_key_is_found_in_its_place() -> None:
    keys = KeyList.of(KEYS)
    assert keys.place_of(KEYS[3]) == 3
    assert keys.place_of(ReleaseId(UUID(int=9))) is None
    assert not KeyList()
    across = KeyList.of([ReleaseId(UUID(int=1 << 124)), ReleaseId(UUID(int=0)), KEYS[1]])
    assert across.place_of(ReleaseId(UUID(int=0))) == 1


def test_it_can_be_no_key_itself() -> None:
    with pytest.raises(TypeError):
        hash(KeyList())
