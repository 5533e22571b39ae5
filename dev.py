#!/usr/bin/env python3
"""Set up, run, test and check newsdesk: `python3 dev.py COMMAND`.

Standard library only. Everything happens in `.venv` beside this file, which the first command makes
and later ones find ready, so that `.venv/bin/newsdesk` (Windows: `.venv\\Scripts`) is the program.
"""

from __future__ import annotations  # an older Python must get as far as being told so

import argparse
import ctypes
import hashlib
import importlib
import importlib.util
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PROJECT = ROOT / "pyproject.toml"
LOCKS = ROOT / "packaging" / "requirements"
RUNTIME_LOCK = LOCKS / "runtime.txt"
DEV_LOCK = LOCKS / "dev.txt"
BUILD_LOCK = LOCKS / "build.txt"
STAMP = VENV / "newsdesk-setup.json"
SAMPLE_RUN = ROOT / "build" / "samples"

OLDEST_PYTHON = (3, 11)
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
UI_LANGUAGES = ("en", "fr", "es", "ar")
LARGEST_FILE_MIB = 2
LARGE_ON_PURPOSE = "resources/dictionaries/"  # nobody has them in smaller pieces

# Debian package -> the library that shows it is there.
QT_LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgssapi-krb5-2": "libgssapi_krb5.so.2",
    "libbrotli1": "libbrotlidec.so.1",
}
WEB_ENGINE_LIBRARIES = {
    "libnss3": "libnss3.so",
    "libasound2": "libasound.so.2",
    "libxcomposite1": "libXcomposite.so.1",
    "libxdamage1": "libXdamage.so.1",
    "libxrandr2": "libXrandr.so.2",
    "libxtst6": "libXtst.so.6",
    "libxkbfile1": "libxkbfile.so.1",
    "libgbm1": "libgbm.so.1",
    "libxcb-dri3-0": "libxcb-dri3.so.0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
}
SCREEN_PACKAGES = ("xvfb", "fonts-noto-core")  # a screen to test on, and letters of other scripts
CHINESE_PACKAGE = "fonts-droid-fallback"  # one that is small
CHINESE_FONTS = ("*CJK*", "DroidSansFallback*", "wqy*")
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))


class RefusalError(Exception):
    """What stops the work, in words for the person at the keyboard."""


# The machine ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Machine:
    """What set-up asks of the machine under it; a test puts another one there."""

    is_linux: bool
    is_root: bool
    has_apt: bool
    has_ensurepip: Callable[[], bool]
    has_font: Callable[[], bool]
    has_chinese_font: Callable[[], bool]
    has_screen_program: Callable[[], bool]  # one that makes a screen out of nothing
    loads: Callable[[str], bool]  # can this shared library be loaded?
    known_packages: Callable[[], frozenset[str]]  # names that apt-get would take
    run: Callable[[Sequence[str]], int]


def this_machine() -> Machine:
    return Machine(
        is_linux=sys.platform.startswith("linux"),
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
        has_apt=shutil.which("apt-get") is not None,
        has_ensurepip=_has_ensurepip,
        has_font=lambda: _has_font("*.[ot]t[cf]"),
        has_chinese_font=lambda: any(map(_has_font, CHINESE_FONTS)),
        has_screen_program=lambda: shutil.which("Xvfb") is not None,
        loads=_loads,
        known_packages=_known_packages,
        run=lambda command: call(command, environment={"DEBIAN_FRONTEND": "noninteractive"}),
    )


def _has_ensurepip() -> bool:
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def _has_font(name: str) -> bool:
    fonts = (path for folder in FONT_FOLDERS for path in folder.rglob(name))
    return next(fonts, None) is not None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _known_packages() -> frozenset[str]:
    names = subprocess.run(
        ["apt-cache", "pkgnames"],  # noqa: S607 - wherever the system keeps it
        capture_output=True,
        text=True,
        check=False,
    )
    return frozenset(names.stdout.split())


def missing_packages(machine: Machine) -> list[str]:
    """Return the Debian packages that newsdesk needs and this machine lacks."""
    if not machine.is_linux:
        return []
    libraries = {**QT_LIBRARIES, **WEB_ENGINE_LIBRARIES, **WINDOW_LIBRARIES}
    missing = [package for package, library in libraries.items() if not machine.loads(library)]
    if not machine.has_font():
        missing.append(FONT_PACKAGE)
    if not machine.has_ensurepip():
        missing.append(f"python{PYTHON}-venv")
    return missing


def install_command(packages: Iterable[str], known: frozenset[str]) -> list[str]:
    """Return the apt-get call; newer Debians and Ubuntus name some packages `…t64`."""
    names = [f"{name}t64" if f"{name}t64" in known else name for name in packages]
    return ["apt-get", "install", "-y", "--no-install-recommends", *names]


def provide_system_packages(machine: Machine) -> None:
    """Install what the system lacks if that is allowed; otherwise say in one line how to."""
    missing = missing_packages(machine)
    if not missing:
        return
    if not machine.has_apt:
        raise RefusalError(
            "This machine lacks what these Debian packages hold: " + " ".join(missing) + ".\n"
            "Install them with the system's own package tool, then try again."
        )
    if not machine.is_root:
        line = shlex.join(install_command(missing, machine.known_packages()))
        raise RefusalError(
            "Some system packages are missing. Run this once, then try again:\n\n"
            f"  sudo apt-get update && sudo {line}\n"
        )
    machine.run(["apt-get", "update"])
    machine.run(install_command(missing, machine.known_packages()))
    if still := missing_packages(machine):
        raise RefusalError("apt-get did not bring what is needed: " + " ".join(still))


def provide_screen(machine: Machine) -> None:
    """Install what makes a screen to test the window on, and letters for it, where that is allowed.

    The tests that need what is missing are skipped, saying so.
    """
    if not machine.is_linux:
        return
    missing = [] if machine.has_screen_program() else [*SCREEN_PACKAGES]
    missing += [] if machine.has_chinese_font() else [CHINESE_PACKAGE]
    if not missing:
        return
    if machine.is_root and machine.has_apt:
        machine.run(["apt-get", "update"])
        machine.run(install_command(missing, machine.known_packages()))
    else:
        line = shlex.join(install_command(missing, machine.known_packages()))
        print(f"What needs these is left out; for it, run: sudo {line}", flush=True)


def window_environment() -> dict[str, str]:
    """Return what the window needs in its environment here and never where it is shipped."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if is_root else {}


# The environment in .venv ---------------------------------------------------------------------


def in_venv(program: str) -> str:
    folder, suffix = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return str(VENV / folder / f"{program}{suffix}")


def call(
    command: Sequence[str], *, environment: dict[str, str] | None = None, where: Path = ROOT
) -> int:
    """Print a command, run it, and return its exit code."""
    print("$", shlex.join(command).replace(str(VENV), VENV.name), flush=True)
    # nothing that is installed was compiled yet: each program would do that again, for seconds
    compiled = {"PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run(
        command, cwd=where, env={**os.environ, **compiled, **(environment or {})}, check=False
    ).returncode


def require(command: Sequence[str]) -> None:
    """Run a command that nothing can go on without."""
    if code := call(command):
        raise RefusalError(f"This did not work (exit code {code}): {shlex.join(command)}")


def wanted_stamp() -> dict[str, str]:
    """Return what `.venv` must have been made from to be the right one."""
    return {
        # its scripts hold their own address: a moved one is broken
        "environment": f"{PYTHON} {VENV} {_sha256(DEV_LOCK.read_bytes())}",
        "project": _sha256(PROJECT.read_bytes()),
    }


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_stamp() -> dict[str, str] | None:
    """Return what set-up last wrote; an unreadable stamp counts as a set-up that did not end."""
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        return {}


def _write_stamp(stamp: dict[str, str]) -> None:
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def _runs() -> bool:
    """Tell whether `.venv` is an environment of this Python with a pip in it."""
    question = "import pip, sys; print('{}.{}'.format(*sys.version_info))"
    try:
        answer = subprocess.run(
            [in_venv("python"), "-c", question], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    return answer.stdout.strip() == PYTHON


def _make_venv() -> None:
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
        VENV.mkdir()
    except OSError as error:
        raise RefusalError(f"Cannot remake {VENV}: {error.strerror}. Is it in use?") from error
    _write_stamp({})
    base: str = getattr(sys, "_base_executable", sys.executable)  # not the .venv just deleted
    require([base, "-m", "venv", str(VENV)])


def set_up() -> None:
    """Make `.venv` what the lock says; at once if it is.

    The stamp tells how far that came, so that a set-up broken off half-way is begun anew. An
    environment without a stamp was made by hand: if it runs, it is completed.
    """
    provide_system_packages(this_machine())
    wanted, found = wanted_stamp(), _read_stamp()
    if found == wanted and Path(in_venv("python")).exists():
        return
    is_filled = found is not None and found.get("environment") == wanted["environment"]
    if not ((found is None or is_filled) and _runs()):
        print("Setting up .venv; this takes a minute or two the first time.", flush=True)
        _make_venv()
        is_filled = False
    # not compiled: most of what is installed is never imported, and it takes half the time
    pip = [in_venv("python"), "-m", "pip", "install", "--disable-pip-version-check", "--no-compile"]
    if not is_filled:
        _write_stamp({})
        require([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(DEV_LOCK)])
    _write_stamp({"environment": wanted["environment"]})
    require([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    _write_stamp(wanted)


# The lock -------------------------------------------------------------------------------------


def locks() -> dict[Path, str]:
    """Return the lock files, each with the group of dependencies it holds beside the program's."""
    return {RUNTIME_LOCK: "", DEV_LOCK: "dev", BUILD_LOCK: "build"}


def lock_mark(lock: Path) -> str:
    """Return the first line of a lock file: it tells which dependencies that was made for."""
    import tomllib  # noqa: PLC0415 - an older Python must get as far as being told so

    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    inputs = [
        project["project"]["requires-python"],
        sorted(project["project"]["dependencies"]),
        sorted(project["dependency-groups"]["build" if lock == BUILD_LOCK else "dev"]),
    ]
    return f"# for the dependencies of pyproject.toml {_sha256(json.dumps(inputs).encode())[:16]}"


def make_locks() -> None:
    """Write the lock files anew, keeping the versions that still fit.

    No address, path or command stands in them, so that they are the same wherever they are made.
    """
    quiet = "--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet"
    options = f"--universal --python-version 3.11 --generate-hashes {quiet}".split()
    for lock, group in locks().items():
        out = ["--output-file", str(lock)]
        if group:  # what is tested and packed are the versions that are shipped
            out += ["--group", group, "--constraint", str(RUNTIME_LOCK)]
        require([in_venv("uv"), "pip", "compile", str(PROJECT), *options, *out])
        text = f"{lock_mark(lock)}\n{lock.read_text(encoding='utf-8')}"
        lock.write_text(text, encoding="utf-8")


def stale_locks() -> list[str]:
    """Name the lock files that were made for other dependencies than pyproject.toml has."""
    return [
        lock.name
        for lock in locks()
        if lock.read_text(encoding="utf-8").partition("\n")[0] != lock_mark(lock)
    ]


def large_files() -> list[str]:
    """Name the project's files that are too large to be there by intention."""
    if shutil.which("git") is None:
        return []
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - wherever the system keeps it
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    names = [name for name in listing.stdout.split("\0") if (ROOT / name).is_file()]
    names = [name for name in names if not name.startswith(LARGE_ON_PURPOSE)]
    return [name for name in names if (ROOT / name).stat().st_size > LARGEST_FILE_MIB * 2**20]


# The commands ---------------------------------------------------------------------------------


def setup(arguments: list[str]) -> int:
    """only set up: --system what the system lacks, --lock make the requirements anew"""
    parser = argparse.ArgumentParser(prog="dev.py setup")
    parser.add_argument("--system", action="store_true", help="install system packages, no .venv")
    parser.add_argument("--lock", action="store_true", help="make packaging/requirements anew")
    chosen = parser.parse_args(arguments)
    if chosen.system:
        provide_system_packages(this_machine())
        return 0
    set_up()
    if chosen.lock:
        make_locks()
        set_up()
    print("newsdesk is ready:", in_venv("newsdesk"))
    return 0


def run(arguments: list[str]) -> int:
    """open the window, or hand arguments on; without a screen, do the main job and say where"""
    set_up()
    newsdesk = in_venv("newsdesk")
    if arguments or has_screen():
        return call([newsdesk, *arguments], where=Path.cwd(), environment=window_environment())
    print("There is no screen to open the window on: the sample newsroom is exported instead.")
    shutil.rmtree(SAMPLE_RUN, ignore_errors=True)
    in_newsroom = [newsdesk, "--data-dir", str(SAMPLE_RUN / "newsroom")]
    pages = SAMPLE_RUN / "pages"
    export = ["export", "--all", "--format", "html", "--out", str(pages)]
    code = call([*in_newsroom, "samples"]) or call([*in_newsroom, *export])
    if code == 0:
        print(f"\nThe pages are in {pages}; open one in a browser.")
    return code


def has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


MOST_BESIDE = 4  # more have little left to do, and each has to find all tests first


def test(arguments: list[str]) -> int:
    """run the tests, beside each other if all: --nightly the long form; the rest goes to pytest"""
    set_up()
    provide_screen(this_machine())
    form = "nightly" if "--nightly" in arguments else "normal"
    handed_on = [argument for argument in arguments if argument != "--nightly"]
    environment = {"NEWSDESK_TEST_FORM": form, "QT_QPA_PLATFORM": "offscreen"}
    environment |= window_environment()
    beside = ["-n", "auto", "--maxprocesses", str(MOST_BESIDE), "--dist", "worksteal"]
    pytest = [in_venv("python"), "-m", "pytest"]
    return call([*pytest, *(handed_on or beside)], environment=environment)


def check(arguments: list[str]) -> int:
    """style, types, requirements in step: --fast without the types"""
    parser = argparse.ArgumentParser(prog="dev.py check")
    parser.add_argument("--fast", action="store_true", help="leave out the type checker")
    fast = parser.parse_args(arguments).fast
    set_up()
    ruff = [in_venv("python"), "-m", "ruff"]
    codes = [call([*ruff, "check"]), call([*ruff, "format", "--check"])]
    if not fast:
        codes.append(call([in_venv("basedpyright")]))
    complaints = [
        f"packaging/requirements/{name} is not in step with pyproject.toml: dev.py setup --lock"
        for name in stale_locks()
    ]
    complaints += [f"{name} is over {LARGEST_FILE_MIB} MiB" for name in large_files()]
    for complaint in complaints:
        print(complaint)
    return 1 if any(codes) or complaints else 0


def bench(arguments: list[str]) -> int:
    """time the program beside a floor of the same run; arguments go to the benchmarks"""
    set_up()
    provide_screen(this_machine())
    command = [in_venv("python"), "-m", "tests.benchmarks", *arguments]
    return call(command, environment=window_environment())


def shots(arguments: list[str]) -> int:
    """take pictures of the window into build/shots, or of those named"""
    set_up()
    provide_screen(this_machine())
    command = [in_venv("python"), "-m", "tests.shots", *arguments]
    return call(command, environment=window_environment())


def i18n(arguments: list[str]) -> int:
    """bring the interface's translation files up to date with its texts"""
    argparse.ArgumentParser(prog="dev.py i18n").parse_args(arguments)
    sources = sorted(str(path) for path in (ROOT / "src" / "newsdesk" / "ui").rglob("*.py"))
    set_up()
    folder = ROOT / "resources" / "i18n"
    folder.mkdir(parents=True, exist_ok=True)
    files = [str(folder / f"newsdesk_{language}.ts") for language in UI_LANGUAGES]
    return call([in_venv("pyside6-lupdate"), "-locations", "none", *sources, "-ts", *files])


def migration(arguments: list[str]) -> int:
    """write a new migration: dev.py migration "what changed in the tables" """
    parser = argparse.ArgumentParser(prog="dev.py migration")
    parser.add_argument("what", help="what changed in the tables, in a few words")
    what = parser.parse_args(arguments).what
    set_up()
    return call([in_venv("python"), "-m", "newsdesk.storage.migrations.new", what])


def torture(arguments: list[str]) -> int:
    """kill, cut the power, fill the disk, damage files: long; parts and --seed N as named"""
    set_up()
    return call([in_venv("python"), "-m", "tests.reliability", *arguments])


def build(arguments: list[str]) -> int:
    """make what people install: --out and --work folders, --bundle-only without an installer"""
    parser = argparse.ArgumentParser(prog="dev.py build")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="by default dist")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "package")
    parser.add_argument("--bundle-only", action="store_true", help="no installer")
    chosen = parser.parse_args(arguments)
    provide_system_packages(this_machine())
    python = make_build_environment(chosen.work.resolve() / "environment")
    places = ["--work", str(chosen.work.resolve()), "--out", str(chosen.out.resolve())]
    only = ["--bundle-only"] if chosen.bundle_only else []
    return call([python, str(ROOT / "packaging" / "build.py"), *places, *only])


def make_build_environment(folder: Path) -> str:
    """Make an environment with what is shipped and what packs it, nothing else; return its Python.

    It is made anew each time, so that nothing gets in that the lock does not name.
    """
    shutil.rmtree(folder, ignore_errors=True)
    base: str = getattr(sys, "_base_executable", sys.executable)
    require([base, "-m", "venv", str(folder)])
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    require([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(BUILD_LOCK)])
    return str(python)


def verify(arguments: list[str]) -> int:
    """try what was built: installed, chroot, wine, wheels, twice, sums; see packaging/trials"""
    if arguments[:1] == ["wheels"]:
        set_up()
        python = in_venv("python")
    else:
        python = sys.executable
    return call([python, str(ROOT / "packaging" / "verify.py"), *arguments], where=Path.cwd())


def release(arguments: list[str]) -> int:
    """write checksums and notes beside what all systems built: dev.py release FOLDER"""
    script = str(ROOT / "packaging" / "release.py")
    return call([sys.executable, script, *arguments], where=Path.cwd())


COMMANDS = (
    *(setup, run, test, check, bench, shots, i18n, migration, torture),
    *(build, verify, release),
)


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        raise RefusalError(
            f"newsdesk needs Python 3.11 or newer; this is {platform.python_version()}."
        )
    commands = {command.__name__: command for command in COMMANDS}
    name, *rest = arguments or ["--help"]
    if name in commands:
        return commands[name](rest)
    print("usage: dev.py COMMAND [ARGUMENTS]\n")
    for command in COMMANDS:
        print(f"  {command.__name__:<10} {(command.__doc__ or '').strip()}")
    return 0 if name in {"-h", "--help"} else 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except RefusalError as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
