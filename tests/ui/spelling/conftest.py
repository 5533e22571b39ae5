"""An open release in a newsroom on disk, and who checks its spelling."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import PreferencesFile
from newsdesk.services.spelling_worker import command
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.spelling.spell_checker import SpellChecker
from newsdesk.ui.spelling.spelling_process import SpellingProcess
from tests.ui.releases import release

Open = Callable[..., None]


@pytest.fixture
def keeper(tmp_path: Path) -> PreferencesKeeper:
    return PreferencesKeeper(PreferencesFile(tmp_path / "preferences.json"))


@pytest.fixture
def process(session: ReleaseSession) -> Iterator[SpellingProcess]:
    process = SpellingProcess(command())
    yield process
    process.stop()


@pytest.fixture
def checker(
    session: ReleaseSession,
    store: Store,
    hub: ChangeHub,
    keeper: PreferencesKeeper,
    process: SpellingProcess,
) -> SpellChecker:
    return SpellChecker(session, store, hub, keeper, process)


@pytest.fixture
def open_draft(
    session: ReleaseSession,
    store: Store,
    checker: SpellChecker,
    changed: Callable[..., object],
    qtbot: QtBot,
) -> Open:
    """Store a draft and open it, and wait until it is known what it is checked with."""

    def make(language: str = "en", body: str = "") -> None:
        stored = changed(
            lambda desk: desk.releases.new({"language": language, "headline": "One"}, body_md=body)
        )
        assert isinstance(stored, type(release()))
        with qtbot.waitSignal(checker.changed):
            session.open(stored)

    return make
