"""What is chosen before there is an application; each in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk.ui.graphics import has_card

_CHOICE = """
import json, os
from PySide6.QtCore import QCoreApplication, Qt
from newsdesk.ui import graphics
graphics.prepare(lambda: {has_card})
shares = QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
names = ("QT_QUICK_BACKEND", "QT_XCB_GL_INTEGRATION")
print(json.dumps([graphics.is_by_processor(), shares, *map(os.environ.get, names)]))
"""


def choice(*, has_card: bool, **environment: str) -> list[object]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    run = subprocess.run(
        [sys.executable, "-c", _CHOICE.format(has_card=has_card)],
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stderr == ""
    return json.loads(run.stdout)


def test_without_a_card_the_processor_draws_and_nothing_of_a_card_is_loaded() -> None:
    assert choice(has_card=False) == [True, False, "software", "none"]


def test_with_a_card_the_card_draws() -> None:
    assert choice(has_card=True) == [False, True, None, None]


@pytest.mark.parametrize("is_there", [True, False])
def test_what_the_environment_says_stands(is_there: bool) -> None:
    assert choice(has_card=is_there, QT_QUICK_BACKEND="rhi") == [False, True, "rhi", None]
    chosen = choice(has_card=is_there, QT_QUICK_BACKEND="software", QT_XCB_GL_INTEGRATION="xcb_egl")
    assert chosen == [True, False, "software", "xcb_egl"]


@pytest.mark.parametrize("name", ["dri/renderD128", "nvidiactl"])
def test_a_card_is_known_by_what_stands_for_it_among_the_devices(tmp_path: Path, name: str) -> None:
    assert not has_card(tmp_path)
    (tmp_path / "dri").mkdir()
    (tmp_path / "dri" / "card0").touch()  # a screen without anything that draws
    assert not has_card(tmp_path)
    (tmp_path / name).touch()
    assert has_card(tmp_path)
