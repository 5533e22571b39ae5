"""A whole desk on a real database, with a clock that the test moves."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from newsdesk.desk import open_desk
from newsdesk.services.desk import Desk


class Clock:
    """Stands still until it is told otherwise."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: int) -> datetime:
        self.now += timedelta(**by)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, empty_newsroom: Path) -> Iterator[Desk]:
    copytree(empty_newsroom, tmp_path / "newsroom")
    with open_desk(tmp_path / "newsroom", writing=True, now=clock) as desk:
        yield desk
