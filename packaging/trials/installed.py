"""Installs what was built on this machine, tries it from its place, and removes it again.

The self-test runs there as a user with a home called `Größe Ünïcode`. Changes the machine: for a
continuous integration, or a machine that is thrown away.
"""

import argparse
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from shipping import product
from shipping.complaint import insist

HOME = "Größe Ünïcode"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py verify installed")
    parser.add_argument("where", type=Path, help="the installer, or the folder it lies in")
    ways = {".deb": _on_debian, ".exe": _on_windows, ".dmg": _on_macos}
    installer = found(parser.parse_args(arguments).where.resolve(), ways)
    with tempfile.TemporaryDirectory(prefix="newsdesk ") as folder:
        ways[installer.suffix](installer, Path(folder))
    print(f"{installer.name}: installs, works and goes.")
    return 0


def found(where: Path, endings: Iterable[str]) -> Path:
    """Return the installer at a path; raise `Complaint` unless there is one and no other."""
    files = [where] if where.is_file() else sorted(where.iterdir())
    installers = [path for path in files if path.suffix in endings]
    insist([] if len(installers) == 1 else [f"{where}: {len(installers)} installers, not one"])
    return installers[0]


def self_test(program: Path, folder: Path, **more: str) -> None:
    """Run a program's self-test for a user with letters in the name that not everybody has."""
    home = folder / HOME
    home.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, **homes(home), **more}
    run = subprocess.run(
        [program, "--self-test", home / "self-test"], env=environment, check=False, timeout=900
    )
    report = home / "self-test" / "self-test.json"
    said = report.read_text("utf-8") if report.is_file() else "no report"
    insist([f"exit code {run.returncode}\n{said}"] if run.returncode else [])


def homes(home: Path) -> dict[str, str]:
    """Return what tells a program on any system that this is the user's home."""
    names = ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA")
    return dict.fromkeys(names, str(home))


def _on_debian(installer: Path, folder: Path) -> None:
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    run = _running({"DEBIAN_FRONTEND": "noninteractive"})
    run([*as_root, "apt-get", "install", "-y", "--no-install-recommends", str(installer)])
    sandbox = {} if as_root else {"QTWEBENGINE_DISABLE_SANDBOX": "1"}
    program = Path("/usr/bin", product.COMMAND)
    self_test(program, folder, QT_QPA_PLATFORM="offscreen", **sandbox)
    run([*as_root, "apt-get", "remove", "-y", product.COMMAND])
    left = [str(path) for path in (program, Path("/usr/lib", product.COMMAND)) if path.exists()]
    insist([f"left behind: {path}" for path in left])


def _on_windows(installer: Path, folder: Path) -> None:
    run = _running({})
    run([str(installer), "/S"])
    place = Path(os.environ["LOCALAPPDATA"], "Programs", product.NAME)
    program = place / f"{product.COMMAND}.exe"
    self_test(program, folder)
    kept = place / "a file of the user.txt"
    kept.write_text("kept", encoding="utf-8")
    run([str(place / "uninstall.exe"), "/S", f"_?={place}"])
    insist([f"still there: {program}"] if program.exists() else [])
    insist([] if kept.exists() else ["a file of the user's was removed"])
    kept.unlink()


def _on_macos(installer: Path, folder: Path) -> None:
    run = _running({})
    volume, place = folder / "volume", folder / "Applications"
    place.mkdir()
    run(["hdiutil", "attach", str(installer), "-nobrowse", "-mountpoint", str(volume)])
    try:
        run(["cp", "-R", str(volume / f"{product.NAME}.app"), str(place)])
    finally:
        run(["hdiutil", "detach", str(volume)])
    app = place / f"{product.NAME}.app"
    run(["codesign", "--verify", "--deep", "--strict", str(app)])
    self_test(app / "Contents" / "MacOS" / product.COMMAND, folder)


def _running(more: dict[str, str]) -> Callable[[list[str]], None]:
    def run(command: list[str]) -> None:
        print("$", *command, flush=True)
        subprocess.run(command, check=True, env={**os.environ, **more})

    return run
