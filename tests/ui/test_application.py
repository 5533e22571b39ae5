"""From the picture to the window, within the process of the tests."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from newsdesk import app
from newsdesk.app import first_picture
from newsdesk.services.preferences import Preferences, View
from newsdesk.ui import application as module
from newsdesk.ui.application import Start, make_application
from newsdesk.ui.crash import CrashHook
from newsdesk.ui.exchange_commands import ExchangeCommands
from newsdesk.ui.preview.native_room import NativeRoom
from newsdesk.ui.surroundings import Surroundings
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

SCRIPT = "globalThis.newsdesk = {};"
HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def hooks() -> Iterator[None]:
    """Give the hooks for mistakes back to pytest."""
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


@pytest.fixture
def left(sample_folder: Path, open_window: Open) -> OpenWindow:
    """A window that was closed with a release open."""
    window = open_window().begin()
    window.window.resize(780, 560)  # the screen is that small
    window.open(HARBOUR)
    window.settle()
    window.close()
    return window


@pytest.fixture
def start(
    left: OpenWindow, qapp: QApplication, qtbot: QtBot, hooks: None
) -> Iterator[Callable[..., Start]]:
    """Begin a start on that window's newsroom; it is ended after the test."""
    made: list[Start] = []

    def begin(*, is_begun: bool = True) -> Start:
        picture = first_picture(left.folder).load()
        made.append(Start(qapp, picture, lambda: SCRIPT, lambda: left.surroundings))
        if is_begun:
            made[-1].begin()
        return made[-1]

    yield begin
    for one in made:
        workstation = one.workstation
        if workstation is not None and workstation.wiring is not None:
            if one.window.isVisible():
                workstation.wiring.end()
            for part in (workstation.wiring, one.window, workstation):
                part.deleteLater()
        else:
            one.window.close_for_good()
            one.window.deleteLater()


def test_there_is_one_application(qapp: QApplication) -> None:
    assert make_application() is qapp


GIVEN = """
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFileOpenEvent
from newsdesk.ui.application import make_application

application = make_application()
application.file_given.connect(print)
print(QCoreApplication.sendEvent(application, QFileOpenEvent("/a release.md")))
QCoreApplication.sendEvent(application, QEvent(QEvent.Type.User))
"""


def test_a_file_that_the_system_hands_over_is_heard_of() -> None:
    run = subprocess.run([sys.executable, "-c", GIVEN], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["/a release.md", "True"]


def test_a_file_handed_over_before_the_window_is_there_is_brought_in_with_it(
    start: Callable[..., Start], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought: list[list[str]] = []
    monkeypatch.setattr(ExchangeCommands, "bring_in", lambda _self, files: brought.append(files))
    begun = start()
    begun.bring_in(["/a release.md"])
    assert brought == []
    qtbot.waitUntil(lambda: brought == [["/a release.md"]], timeout=20_000)
    begun.bring_in(["/another.md"])
    assert brought[1:] == [["/another.md"]]


def test_the_picture_is_shown_and_the_window_takes_its_place(
    start: Callable[..., Start], left: OpenWindow, qtbot: QtBot
) -> None:
    begun = start()
    assert begun.window.centralWidget() is begun.picture is not None
    assert begun.picture.text.toPlainText() == left.release.body_md
    assert begun.workstation is None
    qtbot.waitUntil(lambda: begun.workstation is not None)
    assert begun.picture is None
    qtbot.waitUntil(begun.window.editor.isVisible)
    assert begun.window.editor.text.text() == left.release.body_md


def test_it_stands_where_the_window_stood(start: Callable[..., Start], left: OpenWindow) -> None:
    begun = start()
    kept = first_picture(left.folder).load()
    assert kept is not None
    other = module.MainWindow()
    other.restore_place(kept["geometry"])
    assert begun.window.size() == other.size()
    other.deleteLater()


def test_text_and_list_do_not_move_when_the_window_comes(
    start: Callable[..., Start], qtbot: QtBot
) -> None:
    begun = start()
    assert begun.picture is not None
    place = begun.picture.text.geometry()
    qtbot.waitUntil(lambda: begun.workstation is not None)
    text = begun.window.editor.text
    qtbot.waitUntil(text.isVisible)
    root = begun.window.centralWidget()
    qtbot.waitUntil(lambda: text.mapTo(root, text.rect().topLeft()) == place.topLeft())


def test_without_a_picture_the_window_comes_at_once(
    start: Callable[..., Start], left: OpenWindow
) -> None:
    left.surroundings.picture.discard()
    begun = start()
    assert begun.workstation is not None
    assert begun.window.isVisible()


def test_no_key_goes_into_a_text_that_is_not_seen(
    start: Callable[..., Start], left: OpenWindow, qtbot: QtBot
) -> None:
    file = left.surroundings.preferences
    file.save(Preferences(is_set_up=True, view=View.PREVIEW))
    begun = start(is_begun=False)
    begun.begin()
    assert begun.picture is not None
    qtbot.keyClicks(begun.picture.text, "x")
    qtbot.waitUntil(lambda: begun.workstation is not None)
    assert begun.window.editor.text.text() == left.release.body_md


def test_mistakes_are_met_from_then_on(start: Callable[..., Start], left: OpenWindow) -> None:
    left.surroundings.picture.discard()
    begun = start()
    assert begun.workstation is not None
    assert begun.workstation.findChild(CrashHook) is not None
    assert getattr(sys.excepthook, "__self__", None) is begun.workstation.findChild(CrashHook)


@pytest.mark.parametrize(
    "damage", [{"geometry": 7}, {"lines": 7}, {"panes": [[1, "red"]]}, {"text_px": "x"}], ids=str
)
def test_a_damaged_picture_is_done_without(
    damage: dict[str, Any], qapp: QApplication, surroundings: Surroundings
) -> None:
    whole = {
        "geometry": "", "fonts": [], "families": [], "panes": [], "lines": [],
        "editor": [0, 0, 9, 9], "text": "", "text_px": 14, "text_families": [], "line_px": 24,
        "margin_px": 4, "text_colour": "#000000", "ground_colour": "#ffffff",
    }  # fmt: skip
    assert Start(qapp, whole, str, lambda: surroundings).picture is not None
    assert Start(qapp, whole | damage, str, lambda: surroundings).picture is None


# The preview begins before the window ----------------------------------------------------------


@pytest.fixture
def surroundings(newsroom_folder: Path) -> Surroundings:
    return app.surroundings(data_dir=newsroom_folder)


@pytest.fixture
def with_page(left: OpenWindow) -> dict[str, Any]:
    """A picture with a page that was seen."""
    picture = first_picture(left.folder).load()
    assert picture is not None
    assert picture["page"] is None  # without a browser no page is seen
    page = {"place": [400, 80, 300, 400], "html": "<p>Seen</p>", "canvas": "#eeeeee", "zoom": 1.0}
    left.surroundings.picture.save(picture | {"page": page})
    return page


class Page(QObject):
    """Stands for the page in the browser."""

    painted = Signal()


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the engine is asked to begin with, which it does not."""
    from newsdesk.ui.preview import early_page  # noqa: PLC0415 - brings the engine

    asked: list[tuple[Any, ...]] = []

    def begin(kept: dict[str, Any], script: str, window: QWidget) -> Page:
        asked.append((kept, script))
        return Page(window)

    monkeypatch.setattr(early_page, "EarlyPage", begin)
    return asked


def test_the_page_of_last_time_is_begun_with_before_the_window_is_built(
    with_page: dict[str, Any],
    start: Callable[..., Start],
    engine: list[tuple[Any, ...]],
    qtbot: QtBot,
) -> None:
    begun = start(is_begun=False)
    furnished: list[bool] = []
    begun.furnish = lambda: furnished.append(True)  # type: ignore[method-assign]
    begun.begin()
    qtbot.waitUntil(lambda: begun.page is not None)
    assert engine == [(with_page, SCRIPT)]
    assert furnished == []
    assert begun.page is not None
    begun.page.painted.emit()
    assert furnished == [True]


def test_a_page_that_takes_its_time_is_not_waited_for(
    with_page: dict[str, Any],
    start: Callable[..., Start],
    engine: list[tuple[Any, ...]],
    qtbot: QtBot,
) -> None:
    begun = start(is_begun=False)
    furnished: list[bool] = []
    begun.furnish = lambda: furnished.append(True)  # type: ignore[method-assign]
    begun.begin()
    qtbot.waitUntil(lambda: bool(furnished))
    assert len(engine) == 1


@pytest.mark.parametrize("damage", [{"place": 7}, {"zoom": "wide"}, None, 7, "page", [1]], ids=str)
def test_a_damaged_page_is_done_without(
    damage: Any,
    with_page: dict[str, Any],
    start: Callable[..., Start],
    left: OpenWindow,
    qtbot: QtBot,
) -> None:
    picture = first_picture(left.folder).load()
    assert picture is not None
    page = with_page | damage if isinstance(damage, dict) else damage
    left.surroundings.picture.save(picture | {"page": page})
    begun = start()
    assert begun.picture is not None
    qtbot.waitUntil(lambda: begun.workstation is not None)
    assert begun.page is None


@pytest.mark.usefixtures("with_page")
def test_a_page_is_gone_where_the_preview_is_not_wanted_any_more(
    start: Callable[..., Start], qtbot: QtBot
) -> None:
    """Another window chose to write only: the picture is older than the preferences."""
    begun = start()
    qtbot.waitUntil(lambda: begun.workstation is not None)
    qtbot.waitUntil(lambda: begun.window.findChild(NativeRoom) is None)
