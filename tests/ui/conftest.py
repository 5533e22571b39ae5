"""A themed application and a newsroom on disk, for the parts of the window."""

import gc
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk import paths
from newsdesk.desk import open_desk
from newsdesk.services.desk import Desk
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.assets import Assets
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.i18n import EnglishPlurals
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme import fonts
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui import engine

if TYPE_CHECKING:
    from tests.ui.windows import OpenWindow

engine.prepare()

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


_THOROUGH_EVERY = 40  # tests
_tests_run = count(1)


@pytest.fixture(autouse=True)
def _no_garbage_in_other_threads() -> Iterator[None]:  # pyright: ignore[reportUnusedFunction]
    """As in the program: what Qt owns is cleared away in its own thread (`ui/jobs/garbage.py`)."""
    gc.disable()
    yield
    gc.collect(2 if next(_tests_run) % _THOROUGH_EVERY == 0 else 1)


@pytest.fixture(scope="session", autouse=True)
def _plurals(qapp: QApplication) -> None:  # pyright: ignore[reportUnusedFunction]
    """The window's texts as they are read: “2 releases”."""
    qapp.installTranslator(EnglishPlurals(qapp))


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


@pytest.fixture(scope="session")
def sample_newsroom(tmp_path_factory: pytest.TempPathFactory, empty_newsroom: Path) -> Path:
    """A data folder with the samples in it, to be copied: bringing them in takes a while."""
    folder = tmp_path_factory.mktemp("samples") / "newsroom"
    shutil.copytree(empty_newsroom, folder)
    with open_desk(folder, writing=True) as desk:
        desk.samples.install()
    return folder


@pytest.fixture
def sample_folder(newsroom_folder: Path, sample_newsroom: Path) -> Path:
    """The data folder of the sample newsroom."""
    shutil.copytree(sample_newsroom, newsroom_folder, dirs_exist_ok=True)
    return newsroom_folder


@pytest.fixture
def bare_folder(newsroom_folder: Path) -> Path:
    """The data folder of a newsroom that was set up and has no releases."""
    with open_desk(newsroom_folder, writing=True) as desk:
        desk.newsroom.edit({"organisation": "Office for Safe Harbours"})
    return newsroom_folder


@pytest.fixture
def store(
    newsroom_folder: Path,
    hub: ChangeHub,
    now: Callable[[], datetime],
    qtbot: QtBot,
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


@pytest.fixture
def open_window(
    qapp: QApplication,
    qtbot: QtBot,
    themes: ThemeController,
    newsroom_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> "Iterator[Callable[..., OpenWindow]]":
    """Make a window on `newsroom_folder`; ask for `sample_folder` first to have something in it.

    It is made and not shown: `begin` does that. Files and preferences may be given.
    """
    from tests.ui.windows import OpenWindow  # noqa: PLC0415 - few tests need all of the window

    for file in ("preferences_keeper", "snapshot_keeper"):  # written soon, not at leisure
        monkeypatch.setattr(f"newsdesk.ui.{file}._LATER_MS", 20)
    made: list[OpenWindow] = []
    sheet = qapp.styleSheet()
    qapp.setQuitOnLastWindowClosed(False)

    def make(files: Sequence[Path] = (), **preferences: object) -> "OpenWindow":
        made.append(OpenWindow(newsroom_folder, qapp, qtbot, files, **preferences))
        return made[-1]

    yield make
    for window in made:
        window.let_go()
    if qapp.styleSheet() != sheet:
        themes.choose(ThemeChoice.LIGHT)
    qapp.setQuitOnLastWindowClosed(True)
