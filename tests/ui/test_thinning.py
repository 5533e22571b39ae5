"""Autosaves are let go while nobody works."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.revision import Reason
from newsdesk.ui import thinning
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.thinning import Thinning
from tests.ui.conftest import NOW


def kept(folder: Path) -> list[int]:
    with open_desk(folder) as desk:
        return [one.number for one in desk.history.revisions("harbour")]


@pytest.fixture
def old_autosaves(newsroom_folder: Path) -> Path:
    """A release that was edited all of one hour a year ago."""
    clock = [NOW - timedelta(days=365)]
    with open_desk(newsroom_folder, writing=True, now=lambda: clock[0]) as desk:
        release, _ = desk.releases.new({"slug": "harbour", "headline": "Harbour"})
        for number in range(6):
            clock[0] += timedelta(minutes=1)
            edited = release.edited(clock[0], body_md=f"Text {number}")
            release, _ = desk.releases.save(edited, Reason.AUTOSAVE)
    return newsroom_folder


def test_they_are_thinned_some_time_after_the_newsroom_is_open(
    old_autosaves: Path, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thinning, "FIRST_MS", 0)
    monkeypatch.setattr(thinning, "_BETWEEN_MS", 0)
    monkeypatch.setattr("newsdesk.services.history._THINNED_AT_ONCE", 2)
    owner = QObject()
    thinner = Thinning(store, owner)
    store.opened.emit()
    qtbot.waitUntil(lambda: thinner._timer.interval() == thinning.EVERY_MS, timeout=10_000)
    assert kept(old_autosaves) == [1, 7]


def test_what_waits_to_be_stored_goes_first(
    old_autosaves: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Callable[..., object]] = []
    monkeypatch.setattr(Store, "is_idle", property(lambda _store: False))
    monkeypatch.setattr(store, "change", lambda work, *_: asked.append(work))
    owner = QObject()
    thinner = Thinning(store, owner)
    thinner._thin()
    assert asked == []
    assert thinner._timer.interval() == thinning._BETWEEN_MS


def test_where_nothing_can_be_written_nothing_is_thinned(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "is_writable", property(lambda _store: False))
    owner = QObject()
    thinner = Thinning(store, owner)
    thinner._thin()
    assert not thinner._timer.isActive()
