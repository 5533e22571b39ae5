"""A newsroom of one's own for every row, and the command line upon it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.services.desk import Desk
from tests.cli.conftest import Newsdesk, newsdesk

__all__ = ["newsdesk"]


@pytest.fixture
def newsroom(tmp_path: Path, newsdesk: Newsdesk) -> Path:
    """The folder that `newsdesk` works on."""
    del newsdesk  # it made the folder
    return tmp_path / "newsroom"


@pytest.fixture
def desk(newsroom: Path) -> Iterator[Desk]:
    with open_desk(newsroom, writing=True) as desk:
        yield desk
