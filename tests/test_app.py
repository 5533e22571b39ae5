"""The door of the window: where everything lies, and what is said where there is no screen."""

import subprocess
import sys
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from newsdesk import app, log, paths
from newsdesk.services.preferences import Preferences, PreferencesFile
from newsdesk.services.start_snapshot import StartSnapshot

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)


# Screens --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("no_screen")
def test_a_linux_machine_may_be_without_a_screen() -> None:
    assert not app.has_screen()


@pytest.mark.usefixtures("no_screen")
@pytest.mark.parametrize("name", SCREENS)
def test_any_word_of_a_screen_is_believed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "")
    assert not app.has_screen()
    monkeypatch.setenv(name, ":7")
    assert app.has_screen()


@pytest.mark.usefixtures("no_screen")
@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_machines_have_one(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert app.has_screen()


@pytest.mark.usefixtures("no_screen")
def test_without_a_screen_it_says_so_and_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.run([tmp_path / "release.md"], tmp_path / "newsroom") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "no screen" in said.err
    assert "newsdesk --help" in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("no_screen")
def test_saying_so_needs_no_qt(tmp_path: Path) -> None:
    program = (
        "import sys; from newsdesk.app import run; code = run(); "
        "print([name for name in sys.modules if name.startswith('PySide6')]); sys.exit(code)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert (run.returncode, run.stdout) == (1, "[]\n")
    assert run.stderr == f"{app.NO_SCREEN}\n"


# Surroundings ---------------------------------------------------------------------------------


def test_with_a_data_folder_everything_lies_in_it(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "newsroom"
    given = app.surroundings(data_dir=folder)
    assert given.data_folder == str(folder)
    with given.open_to_write() as desk:
        desk.releases.new({"headline": "Harbour opens"})
    given.preferences.save(Preferences(is_set_up=True))
    given.snapshot.save(StartSnapshot())
    given.glyphs.save({"search": b"picture"})
    assert (folder / "newsdesk.sqlite").is_file()
    assert given.preferences.load().is_set_up
    assert given.snapshot.load() is not None
    assert given.glyphs.load() == {"search": b"picture"}
    assert not home.exists()


def test_what_is_written_is_read_by_the_other_way_in(tmp_path: Path) -> None:
    given = app.surroundings(data_dir=tmp_path / "newsroom")
    with given.open_to_write() as writing:
        made, _ = writing.releases.new({"headline": "Harbour opens"})
        with given.open_to_read() as reading:
            assert reading.releases.get(str(made.id)).headline == "Harbour opens"


def test_the_folder_that_a_person_chose_is_the_one_that_is_opened(
    tmp_path: Path, home: Path
) -> None:
    chosen = tmp_path / "shared" / "newsroom"
    file = PreferencesFile(paths.config_dir() / "window.json")
    file.save(Preferences(data_dir=str(chosen)))
    given = app.surroundings()
    assert given.data_folder == str(chosen)
    with given.open_to_write():
        pass
    assert (chosen / "newsdesk.sqlite").is_file()
    assert given.preferences.load().data_dir == str(chosen)  # chosen on this machine, kept there
    given.snapshot.save(StartSnapshot())
    assert list(chosen.rglob("start.json"))  # the picture belongs to the newsroom it shows


def test_a_folder_named_at_the_start_comes_before_the_chosen_one(tmp_path: Path) -> None:
    PreferencesFile(paths.config_dir() / "window.json").save(
        Preferences(data_dir=str(tmp_path / "chosen"))
    )
    given = app.surroundings(data_dir=tmp_path / "named")
    assert given.data_folder == str(tmp_path / "named")
    assert given.preferences.load().data_dir == ""


def test_without_a_word_it_is_the_usual_place(home: Path) -> None:
    given = app.surroundings()
    assert Path(given.data_folder) == paths.data_dir()
    assert Path(given.data_folder).is_relative_to(home)
    assert not home.exists()  # looking makes nothing


def test_files_keep_their_place_wherever_the_program_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    given = app.surroundings([Path("release.md")])
    assert given.files == (tmp_path / "release.md",)


def test_the_clock_is_aware() -> None:
    now = app.surroundings().now()
    assert now.utcoffset() == timedelta(0)
    assert now.tzinfo is UTC


# Assets ---------------------------------------------------------------------------------------


def test_all_that_the_window_is_drawn_with_is_there() -> None:
    assets = app.load_assets()
    assert assets.themes.keys() == {"light", "dark"}
    assert all(assets.themes.values())
    assert all([assets.window_qss, assets.release_css, assets.preview_js])
    assert assets.fonts == tuple(sorted(assets.fonts))
    assert all(Path(font).is_file() for font in assets.fonts)
    assert Path(assets.icon_folder).is_dir()


def test_a_program_that_is_not_whole_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(FileNotFoundError):
        app.load_assets()


def test_the_first_picture_lies_where_the_window_will_look_for_it(tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    assert app.first_picture(folder).load() is None
    app.surroundings(data_dir=folder).picture.save({"headline": "Harbour opens"})
    picture = app.first_picture(folder).load()
    assert picture is not None
    assert picture["headline"] == "Harbour opens"


# After a crash --------------------------------------------------------------------------------

DYING = """
import faulthandler, sys
from pathlib import Path
from newsdesk import log
running = log.start(Path(sys.argv[1]))
faulthandler._sigabrt()
"""


def test_the_trace_of_a_run_that_died_is_handed_to_the_next(tmp_path: Path) -> None:
    died = subprocess.run(
        [sys.executable, "-c", DYING, str(tmp_path)], capture_output=True, check=False
    )
    assert died.returncode != 0
    running = log.start(tmp_path)
    assert running is not None
    assert "Fatal Python error: Aborted" in app._report_of(running)
    running.close()
    running = log.start(tmp_path)
    assert running is not None
    assert app._report_of(running) == "", "it is told once"
    running.close()
    assert app._report_of(None) == ""
    handed_on = app.surroundings(data_dir=tmp_path / "newsroom", crash_report="A trace")
    assert handed_on.crash_report == "A trace"
