from dataclasses import FrozenInstanceError, fields

import pytest

from newsdesk.app import surroundings
from newsdesk.ui.surroundings import Surroundings
from tests.ui.named_parts import asked_of


def test_everything_in_it_is_used_and_everything_used_is_in_it() -> None:
    assert asked_of("surroundings") == {field.name for field in fields(Surroundings)}


def test_nobody_exchanges_a_part_of_it() -> None:
    given = surroundings()
    with pytest.raises(FrozenInstanceError):
        given.data_folder = "elsewhere"  # type: ignore[misc]
