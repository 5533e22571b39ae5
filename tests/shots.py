"""Pictures of the window, each on a screen of its own: `python -m tests.shots [NAME…]`.

They are written into `build/shots`. To add one: a function below, and its line in `SCENES`.
"""

import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests import screen

if TYPE_CHECKING:
    from tests.drivers import WindowDriver

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "shots"
_INSIDE = "--inside"
_ENGLISH = "Harbour crews from nine ports train together for winter rescues"
_ARABIC = "افتتاح محطة إرشاد جديدة في ميناء العقبة"
_TEXTS = ROOT / "tests" / "importing" / "files" / "releases"
_TEXT = _TEXTS / "en-letterhead.txt"
_PAGE = ROOT / "tests" / "importing" / "files" / "page.html"


@dataclass(frozen=True, slots=True)
class Scene:
    """What to do before the picture is taken, and on what screen."""

    show: "Callable[[WindowDriver], None]"
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)  # logical px
    scale: int = 1
    is_first_start: bool = False
    text_scale: float = 1.0


def _release(driver: "WindowDriver", headline: str) -> None:
    from tests.hands import wait_until

    driver.wait_for_samples()
    driver.click_row(headline)
    wait_until(lambda: driver.headline == headline, "the release")
    _settle(driver)


def _settle(driver: "WindowDriver") -> None:
    """Wait until nothing changes any more: the preview shows the page, all icons are there."""
    from tests.hands import wait_until

    preview = driver.window.preview
    painted: list[int] = []
    preview.painted.connect(painted.append)
    wait_until(lambda: not preview._stage.skeleton.isVisible(), "the preview")
    driver.workstation.icons.load()
    driver.window.notices.dismiss()


def _english(driver: "WindowDriver") -> None:
    _release(driver, _ENGLISH)


def _arabic(driver: "WindowDriver") -> None:
    _release(driver, _ARABIC)


def _embargoed(driver: "WindowDriver") -> None:
    """The English release under an embargo, its form in sight."""
    from newsdesk.domain.embargo import Embargo
    from tests.hands import wait_until

    _english(driver)
    until = driver.workstation.surroundings.now().replace(tzinfo=None, hour=11, minute=0)
    embargo = Embargo.until(until.replace(year=until.year + 1), "Europe/Berlin")
    driver.workstation.session.edit("Set the embargo", embargo=embargo)
    driver.window.inspector.focus_field("embargo")
    wait_until(lambda: driver.workstation.autosave.is_settled, "the embargo to be stored", 30)


def _empty(driver: "WindowDriver") -> None:
    from tests.hands import wait_until

    driver.wait_for_samples()
    assert driver.workstation.wiring is not None
    driver.workstation.wiring.welcome.remove_samples()
    wait_until(lambda: driver.listed_total() == 0, "the samples to go")


def _first_start(driver: "WindowDriver") -> None:
    driver.wait_for_newsroom()


def _import(*files: Path, is_mirrored: bool = False) -> "Callable[[WindowDriver], None]":
    """The confirmation of files that are brought in."""

    def show(driver: "WindowDriver") -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication

        from newsdesk.ui.dialogs.import_dialog import ImportDialog
        from tests.hands import visible, wait_until

        _english(driver)
        if is_mirrored:
            QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        driver.drop_files(list(files))
        wait_until(lambda: bool(visible(ImportDialog)), "the confirmation")

    return show


def _page(driver: "WindowDriver") -> None:
    """The confirmation of a saved page, with a mark that a person set."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from newsdesk.domain.provenance import FindingKind
    from newsdesk.ui.dialogs.source_view import SourceView
    from tests.hands import find, wait_until

    _import(_PAGE)(driver)
    source = find(SourceView, "source")
    wait_until(lambda: bool(source.marks), "the marks")
    place = source.document().find("course goes on")
    place.clearSelection()
    source.setTextCursor(place)  # a letter marks its line
    QTest.keyClick(source, Qt.Key.Key_A)
    wait_until(lambda: any(one.kind is FindingKind.BOILERPLATE for one in source.marks), "the mark")


def _already_there(driver: "WindowDriver") -> None:
    """The confirmation of a text that is stored already."""
    driver.wait_for_samples()
    driver.drop_files([_TEXT])
    driver.confirm_import()
    _import(_TEXT)(driver)


def _dialog(id_: str) -> "Callable[[WindowDriver], None]":
    def show(driver: "WindowDriver") -> None:
        from PySide6.QtWidgets import QDialog

        from tests.hands import visible, wait_until

        _english(driver)
        driver.workstation.actions.action(id_).trigger()
        wait_until(lambda: bool(visible(QDialog)), "the dialog")

    return show


def _finding(driver: "WindowDriver") -> None:
    """Words are found in the text, and others stand ready for their place."""
    from tests.hands import press, type_text, wait_until

    _english(driver)
    driver.do("edit.replace")
    bar = driver.window.editor.find_bar
    assert bar is not None
    wait_until(bar.words.hasFocus, "the bar")
    type_text("the")
    press("Return")
    bar.other.setText("a")


def _unreadable(driver: "WindowDriver") -> None:
    from newsdesk.ui.dialogs.error_page import ErrorPage
    from tests.hands import visible, wait_until

    wait_until(lambda: bool(visible(ErrorPage)), "the error")
    path = visible(ErrorPage)[0]._path
    path.setText(str(Path(*Path(path.text()).parts[-2:])))  # no picture shows where it was taken


def _locked(driver: "WindowDriver") -> None:
    from tests.hands import wait_until

    wait_until(lambda: "Try again" in _offers(driver), "the notice")
    wait_until(lambda: driver.listed_total() > 0, "the list")


def _not_saved(driver: "WindowDriver") -> None:
    """Typing goes on while the disk has no room."""
    from newsdesk.domain.errors import StorageError, StorageProblem

    _english(driver)
    driver.workstation.session.edit("Change subheadline", subheadline="Typed on a full disk")
    driver.workstation.session.not_stored(StorageError(StorageProblem.FULL, str(driver.folder)))


def _refused(driver: "WindowDriver") -> None:
    from tests.hands import wait_until

    _english(driver)
    rubbish = driver.folder / "photo.txt"
    rubbish.write_bytes(bytes(range(256)) * 40)
    driver.drop_files([rubbish])
    wait_until(lambda: "photo.txt" in driver.notice, "the refusal")


def _offers(driver: "WindowDriver") -> list[str]:
    from PySide6.QtWidgets import QPushButton

    return [button.text() for button in driver.window.notices.findChildren(QPushButton)]


def _corpus() -> "dict[str, Scene]":
    """Return scenes of pages as they lie about, to be looked at only; none where they are not."""
    pages = sorted((ROOT.parent / "shared" / "corpus").glob("*/source.*"))
    return {f"corpus-{page.parent.name}": Scene(_import(page)) for page in pages}


SCENES = {
    "light": Scene(_english),
    "dark": Scene(_english, theme="dark"),
    "arabic-light": Scene(_arabic),
    "arabic-dark": Scene(_arabic, theme="dark"),
    "1024x640": Scene(_english, size=(1024, 640)),
    "200-percent": Scene(_english, scale=2),
    "embargo": Scene(_embargoed),
    "empty": Scene(_empty),
    "first-start": Scene(_first_start, is_first_start=True),
    "find": Scene(_finding),
    "find-dark": Scene(_finding, theme="dark"),
    "find-1024x640": Scene(_finding, size=(1024, 640)),
    "import": Scene(_import(_TEXT)),
    "import-dark": Scene(_import(_TEXT), theme="dark"),
    "import-arabic": Scene(_import(_TEXTS / "ar.txt", is_mirrored=True)),
    "import-page": Scene(_page),
    "import-page-dark": Scene(_page, theme="dark"),
    "import-there": Scene(_already_there),
    "import-large-text": Scene(_import(_TEXT), text_scale=2.0),
    "import-1024x640": Scene(_import(_TEXT), size=(1024, 640)),
    "settings": Scene(_dialog("app.settings")),
    "settings-dark": Scene(_dialog("app.settings"), theme="dark"),
    "publish": Scene(_dialog("release.publish")),
    "export": Scene(_dialog("release.export")),
    "error-damaged": Scene(_unreadable),
    "error-locked": Scene(_locked),
    "error-full-disk": Scene(_not_saved),
    "error-rubbish": Scene(_refused),
    **_corpus(),
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
    from newsdesk.app import surroundings
    from newsdesk.desk import open_desk
    from newsdesk.services.preferences import ThemeChoice
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
