"""The check before the first write: seen, and not in the way."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QProgressBar

from newsdesk.desk import open_desk
from newsdesk.services.desk import Desk
from newsdesk.services.progress import Progress
from newsdesk.ui.checking_before import CheckingBefore
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


class Check:
    """The check of a large newsroom, as slow as the test wants it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.go_on = Event()
        self.done, self.total = 1 << 30, 4 << 30

    @contextmanager
    def open(self, progress: Progress | None = None) -> Generator[Desk]:
        assert progress is not None
        while not self.go_on.wait(0.01):
            progress.report(self.done, self.total)
        with open_desk(self._folder, writing=True) as desk:
            yield desk


@pytest.fixture
def check(bare_folder: Path) -> Check:
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new({"headline": "Ferry runs again"})
    return Check(bare_folder)


@pytest.fixture
def window(open_window: Open, check: Check) -> OpenWindow:
    """A window whose newsroom is being checked."""
    window = open_window()
    window.store._writer._open_desk = lambda: check.open(window.workstation.opening)
    return window.show()


def bar(window: OpenWindow) -> QProgressBar:
    found = window.window.notices.findChild(QProgressBar)
    assert found is not None
    return found


def test_it_is_told_why_and_how_far_until_it_is_done(window: OpenWindow, check: Check) -> None:
    window.wait(lambda: "all of it is checked" in window.notice)
    window.wait(lambda: bar(window).isVisible())
    assert bar(window).value() == bar(window).maximum() // 4
    assert "1.1 GB of 4.3 GB" in bar(window).accessibleName()
    check.done = check.total
    window.wait(lambda: bar(window).maximum() == 0)
    assert "comparing" in bar(window).accessibleName()
    assert not window.store.is_writable
    check.go_on.set()
    window.wait(lambda: window.store.is_writable)
    window.wait(lambda: window.notice == "")
    window.wait(lambda: window.listed() == ["Ferry runs again"])


def test_a_check_that_takes_no_time_is_not_told(
    open_window: Open, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[None] = []
    monkeypatch.setattr(CheckingBefore, "_show", lambda _self: shown.append(None))
    check.go_on.set()
    window = open_window()
    window.workstation.opening.report(1, 2)
    window.begin()
    assert shown == []


def test_a_window_that_is_closed_waits_for_no_check(window: OpenWindow) -> None:
    window.wait(lambda: bar(window).isVisible())
    window.close()  # returns while the check would go on for ever
