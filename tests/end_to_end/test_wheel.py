"""The installed program: what the source tree has at hand must be in the wheel."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from newsdesk import __version__

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS, EXE = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True)
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """newsdesk in an environment that has the wheel and the dependencies, but not this checkout.

    The dependencies are those of the running environment, named in a .pth file: such files inside
    them, as the one that leads to the checkout, are not read.
    """
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, symlinks=os.name != "nt")
    here = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", here))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(folder / SCRIPTS / f"python{EXE}"),
        "install",
    ]
    subprocess.run([*pip, "--no-deps", "--no-index", "--no-compile", str(wheel)], check=True)
    return folder / SCRIPTS / f"newsdesk{EXE}"


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: an empty one, so that nothing is found by accident."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    return folder


def test_the_wheel_carries_everything_that_is_read_at_run_time(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    source = [path for path in (ROOT / "src").rglob("*") if path.is_file()]
    wanted = {
        f"newsdesk/_resources/{one.relative_to(ROOT / 'resources').as_posix()}" for one in resources
    }
    wanted |= {one.relative_to(ROOT / "src").as_posix() for one in source if one.suffix != ".pyc"}
    assert wanted - packed == set()
    assert "newsdesk/_resources/gazetteer.json" in packed
    assert any(name.startswith("newsdesk/_resources/templates/") for name in packed)
    assert any(name.startswith("newsdesk/storage/migrations/versions/0001_") for name in packed)


@pytest.mark.usefixtures("empty_folder")
def test_the_installed_program_is_not_the_checkout(program: Path) -> None:
    where = [str(program.with_stem("python")), "-c", "import newsdesk; print(newsdesk.__file__)"]
    run = subprocess.run(where, check=True, capture_output=True, text=True)
    assert Path(run.stdout.strip()).is_relative_to(program.parents[1])


@pytest.mark.usefixtures("empty_folder")
def test_the_installed_program_tells_its_version(program: Path) -> None:
    run = subprocess.run([str(program), "--version"], check=True, capture_output=True, text=True)
    assert __version__ in run.stdout


def test_the_installed_program_passes_its_self_test(program: Path, empty_folder: Path) -> None:
    run = subprocess.run(
        [str(program), "--self-test", "self-test"], check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    assert json.loads((empty_folder / "self-test" / "self-test.json").read_text("utf-8"))
