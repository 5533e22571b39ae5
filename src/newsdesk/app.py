"""The door of the window: builds everything once, hands on where things lie."""

import gc
import os
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk import __version__, paths
from newsdesk.domain.errors import PrintError, PrintProblem
from newsdesk.services.first_picture import FirstPictureFile

if TYPE_CHECKING:
    from newsdesk.exporting.format import PrintPage
    from newsdesk.log import Log
    from newsdesk.services.about import About
    from newsdesk.services.desk import Desk
    from newsdesk.services.draft_journal import DraftJournal
    from newsdesk.services.moving import MovingService
    from newsdesk.services.preferences import Preferences
    from newsdesk.services.progress import Progress
    from newsdesk.services.rescue import RescueService
    from newsdesk.ui.application import Start
    from newsdesk.ui.assets import Assets
    from newsdesk.ui.surroundings import Surroundings, Whereabouts

_SNAPSHOT, _PLACES = "start.json", "places.json"  # in the folder of states
_LONGEST_REPORT = 20_000  # characters, the last ones
NO_SCREEN = (
    "newsdesk: there is no screen to open the window on. Nothing was changed.\n"
    "Every command works without one: newsdesk --help lists them."
)


def run(files: Sequence[Path] = (), data_dir: Path | None = None) -> int:
    """Open the window, bring `files` in, and return the exit code when it is closed."""
    if not has_screen():  # which is said without Qt
        print(NO_SCREEN, file=sys.stderr)  # noqa: T201 - nobody can see a window
        return 1
    name = paths.instance_name(data_dir or _chosen(data_dir))
    if _is_open_already(name, files):
        return 0
    logs: list[Log | None] = []

    def rest() -> "Surroundings":
        _listen(name, started)
        from newsdesk import log  # noqa: PLC0415 - behind the first picture

        running = log.start(paths.log_dir(data_dir))
        logs.append(running)
        given = surroundings(files, data_dir, crash_report=_report_of(running))

        def go_to(folder: str) -> None:
            given.go_to(folder)
            _listen(paths.instance_name(Path(folder)), started)

        return replace(given, go_to=go_to)

    try:
        started = start(rest, data_dir)
        return started.run()
    finally:
        for running in filter(None, logs):
            running.close()


def _is_open_already(name: str, files: Sequence[Path]) -> bool:
    """Tell whether a window on this newsroom was there, which now stands in front with `files`."""
    if os.path.isabs(name) and not os.path.exists(name):  # noqa: PTH110, PTH117 - before all else
        return False
    from newsdesk.ui.single_instance import hand_over  # noqa: PLC0415 - rarely needed

    return hand_over(name, [file.absolute() for file in files])


def _listen(name: str, started: "Start") -> None:
    """Let other starts on the same newsroom raise this window and bring their files in."""
    from newsdesk.ui.single_instance import SingleInstance, bring_to_front  # noqa: PLC0415

    def on_raised(paths_given: list[str]) -> None:
        bring_to_front(started.window)
        if paths_given:
            started.bring_in(paths_given)

    instance = SingleInstance(name, started.window)
    instance.raised.connect(on_raised)
    instance.listen()


def _chosen(data_dir: Path | None) -> Path | None:
    from newsdesk.services.preferences import PreferencesFile  # noqa: PLC0415 - see `run`

    return _chosen_folder(PreferencesFile(paths.config_dir(data_dir) / "window.json").load())


def start(rest: "Callable[[], Surroundings]", data_dir: Path | None) -> "Start":
    """Return the start of the window, with nothing loaded yet that its first picture lacks.

    Args:
        rest: returns what it needs of this machine; called behind the picture.
    """
    gc.disable()  # nothing dies yet; once it is there, the window sees to that itself
    from newsdesk.ui.application import Start, make_application  # noqa: PLC0415 - see `run`

    return Start(make_application(), first_picture(data_dir).load(), host_script, rest)


def first_picture(data_dir: Path | None) -> FirstPictureFile:
    """Return where the picture is kept that the next start begins with."""
    return FirstPictureFile(paths.state_dir(data_dir) / "picture.json", __version__)


def has_screen() -> bool:
    """Tell whether a window could be shown: only a Linux machine may be without a screen."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def _report_of(running: "Log | None") -> str:
    """Return the trace of an earlier run that died inside a library; "" if none did."""
    if running is None or running.last_crash is None:
        return ""
    try:
        return running.last_crash.read_text("utf-8", "replace")[-_LONGEST_REPORT:]
    except OSError:
        return ""


def surroundings(
    files: Sequence[Path] = (), data_dir: Path | None = None, *, crash_report: str = ""
) -> "Surroundings":
    """Return what the window needs of this machine.

    Args:
        data_dir: where the newsroom lies; by default where the preferences say, else the usual
            place.
        crash_report: the trace of the last run, if that died inside a library.
    """
    # all of it behind the first picture
    from newsdesk.services.glyph_cache import GlyphCache  # noqa: PLC0415
    from newsdesk.services.preferences import FILE_NAME, PreferencesFile  # noqa: PLC0415
    from newsdesk.services.start_snapshot import StartSnapshotFile  # noqa: PLC0415
    from newsdesk.services.text_places import TextPlaces  # noqa: PLC0415
    from newsdesk.ui.printing import PagePrinter  # noqa: PLC0415
    from newsdesk.ui.surroundings import Surroundings, Whereabouts  # noqa: PLC0415

    preferences = PreferencesFile(paths.config_dir(data_dir) / FILE_NAME)
    folder = data_dir or _chosen_folder(preferences.load())
    where = Whereabouts(str(paths.data_dir(folder)))
    snapshot = StartSnapshotFile(paths.state_dir(folder) / _SNAPSHOT, __version__)
    places = TextPlaces(paths.state_dir(folder) / _PLACES)

    def go_to(target: str) -> None:
        where.folder = target
        state = paths.state_dir(None if Path(target) == paths.data_dir() else Path(target))
        snapshot.keep_in(state / _SNAPSHOT)
        places.keep_in(state / _PLACES)

    printer = PagePrinter()
    return Surroundings(
        assets=load_assets(),
        preferences=preferences,
        snapshot=snapshot,
        places=places,
        picture=first_picture(data_dir),
        glyphs=GlyphCache(paths.cache_dir(data_dir) / "icons.json"),
        open_to_write=partial(_open, where, printer.print_page, writing=True),
        open_to_read=partial(_open, where, printer.print_page, writing=False),
        open_journal=lambda: _open_journal(where),
        open_rescue=lambda: _rescue(where),
        open_moving=lambda: _moving(where),
        go_to=go_to,
        printer=printer,
        now=lambda: datetime.now(UTC),
        read_guide=lambda: _resource("guide", "en.md"),
        read_about=read_about,
        where=where,
        is_folder_given=data_dir is not None,
        files=tuple(file.absolute() for file in files),
        crash_report=crash_report,
    )


@contextmanager
def page_printing() -> "Generator[PrintPage]":
    """Have what PDF needs where there is no window: an engine of its own, which needs no screen.

    Raises:
        PrintError: Qt is not there.
    """
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from newsdesk.ui.printing_alone import printing_alone  # noqa: PLC0415 - only for PDF
    except ImportError as error:
        raise PrintError(PrintProblem.NO_ENGINE, str(error)) from error
    with printing_alone(map(str, _fonts())) as print_page:
        yield print_page


def load_assets() -> "Assets":
    """Raise `FileNotFoundError` if the program is not whole."""
    from newsdesk.ui.assets import Assets  # noqa: PLC0415 - behind the first picture

    resources = paths.resources()
    return Assets(
        themes={name: _resource("themes", f"{name}.toml") for name in ("light", "dark")},
        window_qss=_resource("styles", "window.qss"),
        release_css=_resource("styles", "release.css"),
        preview_js=host_script(),
        fonts=tuple(map(str, _fonts())),
        icon_folder=str(resources / "icons"),
        program_icon=str(resources / "icons" / "newsdesk.ico"),
    )


def read_about() -> "About":
    """Return what the program says of itself; looks through all that is installed with it."""
    from newsdesk.services.about import About  # noqa: PLC0415 - when it is asked for
    from newsdesk.services.components import components  # noqa: PLC0415 - likewise

    return About(
        version=__version__,
        licence=paths.document("LICENSE"),
        changelog=paths.document("CHANGELOG.md"),
        components=tuple(components(paths.resources())),
    )


def _fonts() -> list[Path]:
    return sorted((paths.resources() / "fonts").glob("*.[ot]tf"))


def host_script() -> str:
    """Return the script that works beside the page of the preview."""
    return _resource("preview", "host.js")


def _resource(*place: str) -> str:
    return paths.resources().joinpath(*place).read_text(encoding="utf-8")


def _chosen_folder(preferences: "Preferences") -> Path | None:
    return Path(preferences.data_dir) if preferences.data_dir else None


def _open(
    where: "Whereabouts",
    print_page: "PrintPage",
    progress: "Progress | None" = None,
    *,
    writing: bool,
) -> "AbstractContextManager[Desk]":
    # here, in the thread that opens it: the window must not wait for SQLAlchemy
    from newsdesk.desk import open_desk  # noqa: PLC0415

    return open_desk(Path(where.folder), writing=writing, print_page=print_page, progress=progress)


def _open_journal(where: "Whereabouts") -> "AbstractContextManager[DraftJournal]":
    from newsdesk.desk import open_journal  # noqa: PLC0415 - in its thread, as above

    return open_journal(Path(where.folder))


def _rescue(where: "Whereabouts") -> "RescueService":
    from newsdesk.desk import rescue_of  # noqa: PLC0415 - in its thread, as above

    return rescue_of(Path(where.folder))


def _moving(where: "Whereabouts") -> "MovingService":
    from newsdesk.desk import moving_of  # noqa: PLC0415 - in its thread, as above

    return moving_of(Path(where.folder))
