"""Pictures of the window, each on a screen of its own: `python -m tests.shots [NAME…]`.

They are written into `build/shots`. To add one: a function in one of the modules beside this one,
and its line in the `SCENES` there.
"""

import os
import subprocess
import sys
import tempfile
import traceback
from dataclasses import replace
from pathlib import Path

from tests import screen
from tests.shots import (
    backups,
    figures,
    grouping,
    handing_over,
    history,
    inserting,
    narrowing,
    opening,
    ordering,
    pasting,
    people,
    pictures,
    previewing,
    printing,
    recovering,
    rescuing,
    searching,
    spelling,
    window,
    workplace,
    writing,
)
from tests.shots import help as help_
from tests.shots.scene import Scene

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "shots"
_INSIDE = "--inside"
SCENES = {
    **window.SCENES,
    **backups.SCENES,
    **help_.SCENES,
    **printing.SCENES,
    **writing.SCENES,
    **history.SCENES,
    **inserting.SCENES,
    **ordering.SCENES,
    **people.SCENES,
    **figures.SCENES,
    **pictures.SCENES,
    **pasting.SCENES,
    **previewing.SCENES,
    **workplace.SCENES,
    **searching.SCENES,
    **grouping.SCENES,
    **narrowing.SCENES,
    **spelling.SCENES,
    **recovering.SCENES,
    **rescuing.SCENES,
    **opening.SCENES,
    **handing_over.SCENES,
}
_OWN = [name for name in SCENES if not name.startswith("corpus-")]


def main(chosen: list[str]) -> int:
    if not screen.is_possible():
        print(f"No pictures: {screen.MISSING}.")
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    failed = [name for name in chosen or _OWN if not _taken(name, SCENES[name])]
    for name in failed:
        print(f"This picture did not come about: {name}")
    return 1 if failed else 0


def _taken(name: str, scene: Scene) -> bool:
    """Take one picture in a process and on a screen of its own."""
    width, height = (side * scene.scale for side in scene.size)
    with screen.virtual_screen(width, height) as environment:
        run = subprocess.run(
            [sys.executable, "-m", "tests.shots", _INSIDE, name],
            env={**os.environ, **environment, "QT_SCALE_FACTOR": str(scene.scale)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    if run.returncode:
        print(run.stdout, run.stderr, sep="\n")
    return run.returncode == 0


def _inside(name: str) -> None:
    """Show a scene and take its picture. Runs in the process that has the screen."""
    from PySide6.QtCore import Qt

    from newsdesk.app import surroundings
    from newsdesk.desk import open_desk
    from newsdesk.services.preferences import ThemeChoice
    from newsdesk.ui.application import make_application
    from tests.drivers import WindowDriver
    from tests.hands import wait_until

    scene = SCENES[name]
    with tempfile.TemporaryDirectory(prefix="newsdesk-shots-") as folder:
        data = Path(folder) / "Newsroom"
        if not scene.is_first_start:
            with open_desk(data, writing=True) as desk:
                desk.samples.install()
        if name == "error-damaged":
            database = data / "newsdesk.sqlite"
            whole = database.read_bytes()
            database.write_bytes(whole[:100] + bytes(len(whole) - 100))  # its header is left
        if scene.prepare is not None:
            scene.prepare(data)
        file = surroundings(data_dir=data).preferences
        chosen = replace(
            file.load(),
            theme=ThemeChoice(scene.theme),
            text_scale=scene.text_scale,
            is_set_up=not scene.is_first_start,
        )
        file.save(chosen)
        holding = open_desk(data, writing=True) if name == "error-locked" else None
        if holding is not None:
            holding.__enter__()
        if scene.is_mirrored:  # before there is a window, as where the system says so
            make_application().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        driver = WindowDriver(data)
        driver.window.setGeometry(0, 0, *scene.size)
        scene.show(driver)
        wait_until(lambda: driver.window.width() == scene.size[0], "the window to be so wide")
        _wait_for_frames()
        driver.screenshot(OUT / f"{name}.png")
        os._exit(0)  # the window is not closed: nothing of it is looked at any more


def _wait_for_frames() -> None:
    from PySide6.QtTest import QTest

    QTest.qWait(700)  # for the last repaint of a machine without a graphics card


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == [_INSIDE]:
        try:
            _inside(words[1])
        except BaseException:  # noqa: BLE001 - the window has taken over what Python does with errors
            traceback.print_exc()
            os._exit(1)
    sys.exit(main(words))
