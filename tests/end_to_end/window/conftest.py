"""Stories in a real window: each file in a process of its own, started by `../test_window.py`."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

REAL_WINDOW = "NEWSDESK_REAL_WINDOW"

collect_ignore_glob = [] if REAL_WINDOW in os.environ else ["test_*.py"]

if REAL_WINDOW in os.environ:
    from tests.drivers import WindowDriver

    @pytest.fixture
    def opened(tmp_path: Path, home: Path) -> Iterator[Callable[..., WindowDriver]]:
        """Open a window on a data folder, by default the same one each time; closed at the end."""
        home.mkdir()  # the engine of the preview does not make it
        (home / ".cache").mkdir()
        drivers: list[WindowDriver] = []

        def open_window(
            files: tuple[Path, ...] = (), folder: Path = tmp_path / "newsroom"
        ) -> WindowDriver:
            drivers.append(WindowDriver(folder, files))
            return drivers[-1]

        yield open_window
        for driver in drivers:
            driver.end()
