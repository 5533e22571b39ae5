"""The program from its first instruction to the window, each time in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.query import ReleaseQuery
from newsdesk.services.preferences import View
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

HARBOUR = "Harbour crews from nine ports train together for winter rescues"
NOT_BEFORE_THE_WINDOW = {"sqlalchemy", "alembic", "markdown", "jinja2", "babel", "qtawesome"}
NOT_WITHOUT_A_SIDEBAR = {"newsdesk.ui.library.sidebar", "newsdesk.ui.library.facet_view"}
NOT_BEFORE_THE_PICTURE = NOT_BEFORE_THE_WINDOW | {
    "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "markupsafe", "newsdesk.desk",
    "newsdesk.domain.release", "newsdesk.storage", "newsdesk.ui.workstation", "nh3",
    "phonenumbers",
}  # fmt: skip

BEGINNING = """
import json, os, sys
from functools import partial
from pathlib import Path
from PySide6.QtCore import QTimer
from newsdesk import app

folder = Path(sys.argv[1])
start = app.start(partial(app.surroundings, (), folder), folder)
application = start._application

def tell(**told):
    print(json.dumps(told), flush=True)

def when(holds, then):
    timer = QTimer(application)
    timer.timeout.connect(lambda: holds() and (timer.stop(), then()))
    timer.start(5)

def is_open():
    there = start.workstation
    return bool(there and there.store.is_writable and there.session.is_open
                and there.store.is_idle and there.autosave.is_settled)
"""

AT_FIRST_PAINT = """
def look():
    tell(is_picture=start.picture is not None, modules=sorted(sys.modules))
    os._exit(0)  # what comes behind it is not looked at

start.window.painted_first.connect(look)
start.begin()
application.exec()
"""

TO_THE_END = """
def look():
    window = start.window
    tell(
        had_picture=had_picture,
        headline=window.editor.fields.headline.text(),
        body=window.editor.text.text(),
    )
    window.close()

had_picture = start.picture is not None
when(is_open, look)
start.begin()
sys.exit(application.exec())
"""

WITH_KEYS = """
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

def press():
    assert start.workstation is None
    for key in "Now":
        QTest.keyClick(start.window.windowHandle(), key)

def press_behind():
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    QCoreApplication.postEvent(start.window.windowHandle(), event)
    return app.surroundings((), folder)

start.window.painted_first.connect(press)
start._surroundings = press_behind
"""


def run(folder: Path, *code: str) -> dict[str, Any]:
    """Return what a new process tells that runs `code` on the newsroom in `folder`."""
    done = subprocess.run(
        [sys.executable, "-c", "\n".join((BEGINNING, *code)), str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def loaded(told: dict[str, Any], unwanted: set[str]) -> list[str]:
    return sorted(
        name
        for name in told["modules"]
        if any(name == one or name.startswith(f"{one}.") for one in unwanted)
    )


@pytest.fixture
def left(sample_folder: Path, open_window: Open) -> OpenWindow:
    """A window that was closed with a release open."""
    window = open_window().begin()
    window.open(HARBOUR)
    window.settle()
    window.close()
    return window


def choose(window: OpenWindow, **preferences: Any) -> None:
    """Begin the next start with these preferences."""
    file = window.surroundings.preferences
    file.save(replace(file.load(), **preferences))


# What is not there yet -------------------------------------------------------------------------


def test_nothing_is_loaded_for_the_picture_that_it_does_not_show(left: OpenWindow) -> None:
    choose(left, view=View.SPLIT)
    told = run(left.folder, AT_FIRST_PAINT)
    assert told["is_picture"]
    assert loaded(told, NOT_BEFORE_THE_PICTURE) == []
    assert "newsdesk.ui.first_picture" in told["modules"]


def test_the_first_start_shows_its_window_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    told = run(tmp_path / "new", AT_FIRST_PAINT)
    assert not told["is_picture"]
    assert "newsdesk.ui.wiring" in told["modules"]
    assert loaded(told, NOT_BEFORE_THE_WINDOW) == []


@pytest.mark.parametrize("view", [View.WRITE, View.SPLIT])
def test_so_does_any_start_without_a_picture(view: View, left: OpenWindow) -> None:
    choose(left, view=view)
    left.surroundings.picture.discard()
    told = run(left.folder, AT_FIRST_PAINT)
    assert not told["is_picture"]
    assert loaded(told, NOT_BEFORE_THE_WINDOW | NOT_WITHOUT_A_SIDEBAR) == []


def test_a_sidebar_waits_for_nothing_heavy_either(left: OpenWindow) -> None:
    choose(left, is_sidebar_shown=True)
    left.surroundings.picture.discard()
    told = run(left.folder, AT_FIRST_PAINT)
    assert set(loaded(told, NOT_WITHOUT_A_SIDEBAR)) == NOT_WITHOUT_A_SIDEBAR
    assert loaded(told, NOT_BEFORE_THE_WINDOW) == []


# What was left behind --------------------------------------------------------------------------


def test_the_next_start_begins_with_the_picture_and_goes_on_to_the_release(
    left: OpenWindow,
) -> None:
    told = run(left.folder, TO_THE_END)
    assert told == {"had_picture": True, "headline": HARBOUR, "body": left.release.body_md}
    assert left.surroundings.picture.load() is not None  # for the one after it


PICTURE, SNAPSHOT = "picture.json", "start.json"


@pytest.mark.parametrize(
    ("name", "change", "has_picture"),
    [
        (PICTURE, lambda kept: kept[: len(kept) // 2], False),
        (PICTURE, lambda kept: kept.replace(b'"newsdesk": "', b'"newsdesk": "0.'), False),
        (SNAPSHOT, lambda kept: kept[: len(kept) // 2], True),
    ],
    ids=["half a picture", "another version", "half a snapshot"],
)
def test_what_is_damaged_or_of_another_newsdesk_is_done_without(
    name: str, change: Callable[[bytes], bytes], has_picture: bool, left: OpenWindow
) -> None:
    path = left.folder / "state" / name
    kept = path.read_bytes()
    assert change(kept) != kept
    path.write_bytes(change(kept))
    told = run(left.folder, TO_THE_END)
    assert told == {"had_picture": has_picture, "headline": HARBOUR, "body": left.release.body_md}


# What is typed meanwhile -----------------------------------------------------------------------


def test_keys_pressed_into_the_picture_are_written_in_the_release(left: OpenWindow) -> None:
    told = run(left.folder, WITH_KEYS, TO_THE_END)
    assert told["had_picture"]
    assert told["body"] == f"Now {left.release.body_md}"
    with open_desk(left.folder) as desk:
        stored = desk.releases.get(str(left.release.id))
        assert len(desk.releases.ids(ReleaseQuery())) == 3
    assert stored.body_md == f"Now {left.release.body_md}"
