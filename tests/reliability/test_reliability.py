"""The quick form of the suite; the long one is `dev.py torture`."""

import random
from pathlib import Path

import pytest

from tests.conftest import IS_NIGHTLY
from tests.reliability.__main__ import is_as_wanted
from tests.reliability.parts import PARTS

_SEED = random.randrange(2**31) if IS_NIGHTLY else 6  # noqa: S311 - something new each night


@pytest.mark.parametrize("name", PARTS)
def test_nothing_is_lost_and_a_wrong_writer_is_found_out(name: str, tmp_path: Path) -> None:
    part = PARTS[name]
    if why_not := part.why_not():
        pytest.skip(why_not)
    outcome = part.run(tmp_path / name, part.few, _SEED)
    assert outcome.done
    assert is_as_wanted(part, outcome), f"dev.py torture {name} --seed {_SEED}: {outcome.wrong}"
