"""A themed application and a newsroom on disk, for the parts of the window."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk import paths
from newsdesk.desk import open_desk
from newsdesk.services.desk import Desk
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.assets import Assets
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme import fonts
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def assets() -> Assets:
    from newsdesk.app import load_assets  # noqa: PLC0415 - few tests need all of it

    return load_assets()


@pytest.fixture(scope="session")
def themes(qapp: QApplication) -> ThemeController:
    """The light theme, drawn as in the program."""
    resources = paths.resources()
    qapp.setStyle("Fusion")
    fonts.load(str(path) for path in sorted((resources / "fonts").glob("*.[ot]tf")))
    controller = ThemeController(
        themes={
            name: (resources / "themes" / f"{name}.toml").read_text("utf-8")
            for name in ("light", "dark")
        },
        window_qss=(resources / "styles" / "window.qss").read_text("utf-8"),
        icon_folder=str(resources / "icons"),
        application=qapp,
    )
    controller.choose(ThemeChoice.LIGHT)
    return controller


@pytest.fixture(scope="session")
def icons(themes: ThemeController) -> Icons:
    """Icons that are really drawn."""
    icons = Icons(themes.theme, {}, 1.0)
    icons.load()
    themes.theme_changed.connect(icons.set_theme)
    return icons


@pytest.fixture
def hub() -> ChangeHub:
    return ChangeHub()


@pytest.fixture
def now() -> Callable[[], datetime]:
    return lambda: NOW


@pytest.fixture
def newsroom_folder(tmp_path: Path, empty_newsroom: Path) -> Path:
    """The data folder of an empty newsroom."""
    folder = tmp_path / "newsroom"
    shutil.copytree(empty_newsroom, folder)
    return folder


@pytest.fixture
def sample_folder(newsroom_folder: Path) -> Path:
    """The data folder of the sample newsroom."""
    with open_desk(newsroom_folder, writing=True) as desk:
        desk.samples.install()
    return newsroom_folder


@pytest.fixture
def store(
    newsroom_folder: Path, hub: ChangeHub, now: Callable[[], datetime], qtbot: QtBot
) -> Iterator[Store]:
    """An open store on `newsroom_folder`; ask for `sample_folder` first to have something in it."""
    store = Store(
        open_to_write=lambda: open_desk(newsroom_folder, writing=True, now=now),
        open_to_read=lambda: open_desk(newsroom_folder, now=now),
        hub=hub,
    )
    with qtbot.waitSignal(store.opened, timeout=20_000):
        store.start()
    yield store
    store.stop()


@pytest.fixture
def session(qapp: QApplication) -> ReleaseSession:
    return ReleaseSession()


@pytest.fixture
def changed(
    store: Store, qtbot: QtBot
) -> Callable[[Callable[[Desk], tuple[object, object]]], object]:
    """Do something in the store and return what it returned, once it is stored."""

    def change(work: Callable[[Desk], tuple[object, object]]) -> object:
        answers: list[object] = []
        store.change(work, answers.append)  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    return change
