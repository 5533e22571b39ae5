"""Tries the installer of Windows on Linux, with wine64: installs, upgrades and removes it.

What is installed is staged from the real wheels of Windows and PyInstaller's starter, trimmed as a
build there trims; what only a build on Windows makes (Python's own libraries, the packed modules)
is left out. The installer is made twice: as it is shipped, which must compile without a warning,
and as a twin that is a 64-bit program. A 64-bit wine cannot run the first one, and does not say
so: so what counts here are files and the registry, never an exit code.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from shipping import bundle, contents, nsis, product, trim
from shipping.complaint import Complaint, insist

TARGET = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13")
STALE = "_internal/of an older version.dll"
FOREIGN = "put here by somebody.txt"
_PROGRAMS = Path("drive_c/users/newsdesk/AppData/Local/Programs/Newsdesk")
_LINK = "drive_c/users/newsdesk/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Newsdesk.lnk"
_DATA = Path("drive_c/users/newsdesk/AppData/Local/Newsdesk/newsdesk.sqlite")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py verify wine")
    parser.add_argument("--work", type=Path, default=product.ROOT / "build" / "wine")
    parser.add_argument("--wheels", type=Path, help="wheels of Windows, unpacked, if at hand")
    chosen = parser.parse_args(arguments)
    work: Path = chosen.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    stage = make_stage(work, chosen.wheels or unpack_wheels(work / "wheels"))
    print(bundle.figures(bundle.Bundle(stage)), flush=True)
    try_in_wine(work, stage)
    shipped = nsis.build(stage, work, work / "newsdesk-setup.exe")
    mib = shipped.stat().st_size / 2**20
    print(f"{shipped.name}: compiled without a warning, {mib:.1f} MiB", flush=True)
    insist([f"it has {mib:.0f} MiB"] if mib > bundle.MOST_MIB_PACKED else [])
    return 0


# The stage --------------------------------------------------------------------------------------


def unpack_wheels(folder: Path) -> Path:
    """Install what Windows gets into `folder`, as pip there would."""
    lock = product.PACKAGING / "requirements" / "build.txt"
    uv = [sys.executable, "-m", "uv"] if _has_uv() else ["uv"]
    subprocess.run(
        [
            *(*uv, "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"),
            *("--require-hashes", *TARGET, "--target", str(folder), "--requirements", str(lock)),
        ],
        check=True,
    )
    return folder


def _has_uv() -> bool:
    return subprocess.run([sys.executable, "-m", "uv", "--version"], check=False).returncode == 0


def make_stage(work: Path, wheels: Path) -> Path:
    """Lay out what PyInstaller would make of the wheels on Windows; return the folder."""
    stage = work / "stage"
    shutil.rmtree(stage, ignore_errors=True)
    binaries, datas = collected(wheels)
    kept, kept_datas = contents.trimmed(binaries, datas, _imports, lambda _path: False)
    for name, source, _ in [*kept, *kept_datas]:
        target = stage / "_internal" / name.replace("\\", "/")
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(source, target) if _is_near(source, stage) else shutil.copyfile(source, target)
    for source, folder in contents.own_data():
        target = stage / "_internal" / folder / Path(source).name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    starter = wheels / "PyInstaller" / "bootloader" / "Windows-64bit-intel"
    shutil.copyfile(starter / "runw.exe", stage / "newsdesk.exe")
    shutil.copyfile(starter / "run.exe", stage / "newsdesk-cli.exe")
    return stage


def _is_near(source: str, stage: Path) -> bool:
    return Path(source).stat().st_dev == stage.parent.stat().st_dev


def collected(wheels: Path) -> tuple[list[contents.Entry], list[contents.Entry]]:
    """Return the binaries and data in unpacked wheels, as PyInstaller on Windows names them."""
    packed = {one.replace(".", "/") for one in trim.MODULES}
    binaries: list[contents.Entry] = []
    datas: list[contents.Entry] = []
    for path in sorted(wheels.rglob("*")):
        name = path.relative_to(wheels).as_posix()
        if not path.is_file() or not _is_shipped(name, packed):
            continue
        is_binary = path.suffix.lower() in {".dll", ".pyd", ".exe"}
        entry = (name.replace("/", "\\"), str(path), "BINARY" if is_binary else "DATA")
        (binaries if is_binary else datas).append(entry)
    return binaries, datas


def _is_shipped(name: str, left_out: Iterable[str]) -> bool:
    """Tell whether PyInstaller would take a file of a wheel along."""
    first = name.partition("/")[0]
    if first in {"PyInstaller", "_pyinstaller_hooks_contrib", "pefile.py", "setuptools", "bin"}:
        return False
    if name.endswith((".py", ".pyc", ".pth", ".lock")) or ".dist-info/" in name:
        return False
    module = re.sub(r"\.(?:cp\d+-win_amd64\.|abi3\.)?pyd$", "", name)
    if module in left_out or any(name.startswith(f"{one}/") for one in left_out):
        return False
    if first == "PySide6" and name.endswith(".exe"):
        return name == "PySide6/QtWebEngineProcess.exe"
    return not re.match(r"PySide6/(?:scripts|assistant|designer|support|QtAsyncio)\b", name)


def _imports(path: str) -> list[str]:
    """Return the libraries that a file for Windows loads."""
    said = subprocess.run(
        ["objdump", "-p", path], capture_output=True, text=True, errors="replace", check=False
    )
    return re.findall(r"DLL Name: (\S+)", said.stdout)


# Under wine -------------------------------------------------------------------------------------


class Wine:
    """A Windows of its own in a folder, with one user."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "DISPLAY"},
            "WINEPREFIX": str(folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "USER": "newsdesk",
            "LOGNAME": "newsdesk",
        }

    def run(self, *command: str) -> int:
        """Run a program to its end, and all that it starts; the code tells nothing reliable."""
        program = shutil.which("wine64") or shutil.which("wine") or "/usr/lib/wine/wine64"
        run = subprocess.run(
            [program, *command], env=self._environment, check=False, timeout=900,
            capture_output=True,
        )  # fmt: skip
        server = shutil.which("wineserver") or "/usr/lib/wine/wineserver64"
        subprocess.run([server, "-w"], env=self._environment, check=False, timeout=300)
        return run.returncode

    def registry(self, hive: str) -> str:
        """Return a part of the registry as it lies on the disk: `user` or `system`."""
        return (self.folder / f"{hive}.reg").read_text("utf-8", "replace")


def try_in_wine(work: Path, stage: Path) -> None:
    prefix = work / "prefix"
    shutil.rmtree(prefix, ignore_errors=True)
    wine = Wine(prefix)
    wine.run("wineboot", "--init")
    insist([] if (prefix / "user.reg").is_file() else ["wine does not start"])
    system_before = wine.registry("system")
    older = _older(work, stage)
    first = _twin(work, older, "older")
    second = _twin(work, stage, "newer")
    place = prefix / _PROGRAMS

    _install(wine, first)
    insist(_differences(older, place))
    insist(_unregistered(wine))
    print("installed: every file as staged, in the registry and the start menu", flush=True)

    (place / FOREIGN).write_text("kept", encoding="utf-8")
    (prefix / _DATA).parent.mkdir(parents=True, exist_ok=True)
    (prefix / _DATA).write_text("a newsroom", encoding="utf-8")
    _install(wine, second)
    insist([f"stale: {STALE}"] if (place / STALE).exists() else [])
    insist(_differences(stage, place, besides={FOREIGN}))
    insist(_unregistered(wine))
    print("upgraded: what only the older one had is gone", flush=True)

    wine.run(str(place / "uninstall.exe"), "/S", f"_?={_windows_path(place)}")
    left = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    insist([f"left behind: {name}" for name in sorted(left - {FOREIGN, "uninstall.exe"})])
    insist([] if (place / FOREIGN).exists() else ["a file of somebody's was removed"])
    insist([] if (prefix / _DATA).read_text() == "a newsroom" else ["the newsroom was touched"])
    insist(["the start menu still has it"] if (prefix / _LINK).exists() else [])
    user = wine.registry("user")
    insist([f"in the registry: {one}" for one in _KEYS if f"[{one}" in user.replace("\\\\", "\\")])
    insist(_new_in(wine.registry("system"), system_before))
    print(
        "removed: a file of somebody's and the newsroom stay, the registry is as before", flush=True
    )


def _install(wine: Wine, installer: Path) -> None:
    wine.run(str(installer), "/S")


def _older(work: Path, stage: Path) -> Path:
    """Return the stage of an older version: one file less, one more, one other."""
    older = work / "older"
    shutil.rmtree(older, ignore_errors=True)
    shutil.copytree(stage, older, copy_function=os.link)
    (older / STALE).write_bytes(b"stale")
    changed = older / "_internal" / "resources" / "CHANGELOG.md"
    changed.unlink()
    changed.write_text("older", encoding="utf-8")
    (older / "_internal" / "resources" / "gazetteer.json").unlink()
    return older


def _twin(work: Path, stage: Path, name: str) -> Path:
    place = work / name
    place.mkdir(exist_ok=True)
    made = nsis.build(
        stage, work, work / f"{name}-twin.exe", compressor=nsis.QUICKEST, is_twin=True
    )
    if made.stat().st_size < 2**20:
        raise Complaint(f"{made} is too small to hold anything")
    return made


def _differences(stage: Path, place: Path, besides: Iterable[str] = ()) -> list[str]:
    """Return what is not byte for byte as staged."""
    wanted = {path.relative_to(stage) for path in stage.rglob("*") if path.is_file()}
    there = {path.relative_to(place) for path in place.rglob("*") if path.is_file()}
    there -= {Path("uninstall.exe"), *map(Path, besides)}
    found = [f"not installed: {name}" for name in sorted(wanted - there)]
    found += [f"not staged: {name}" for name in sorted(there - wanted)]
    both = sorted(wanted & there)
    return found + [
        f"not as staged: {name}"
        for name in both
        if (stage / name).read_bytes() != (place / name).read_bytes()
    ]


_KEYS = (
    nsis.UNINSTALL_KEY,
    nsis.APP_PATH_KEY,
    r"Software\Classes\.newsdesk",
    r"Software\Classes\.md\OpenWithProgids",
    r"Software\Classes\Newsdesk.Bundle\shell\open\command",
    r"Software\Classes\Newsdesk.Markdown\shell\open\command",
    r"Software\Classes\Applications\newsdesk.exe\SupportedTypes",
)


def _unregistered(wine: Wine) -> list[str]:
    user = wine.registry("user").replace("\\\\", "\\")
    missing = [f"not in the registry: {key}" for key in _KEYS if f"[{key}]" not in user]
    if f'"DisplayVersion"="{product.read().version}"' not in user:
        missing.append("the list of programs does not say the version")
    if not (wine.folder / _LINK).is_file():
        missing.append("not in the start menu")
    return missing


def _new_in(after: str, before: str) -> list[str]:
    """Return what was written for all users of the machine, which nothing may be."""
    new = set(after.splitlines()) - set(before.splitlines())
    return [f"for all users: {line}" for line in sorted(new) if "newsdesk" in line.lower()]


def _windows_path(path: Path) -> str:
    _, _, rest = path.as_posix().partition("drive_c/")
    return "C:\\" + rest.replace("/", "\\")
