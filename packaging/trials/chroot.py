"""Tries a bundle and its .deb in a bare Debian made for it. As root, with debootstrap.

First the bundle alone, read-only, where nothing is but a bare system and the libraries that dev.py
names: offscreen, then in a window under Xvfb. Then the package: installed, tried, and removed.
The folder of the Debian is made anew and thrown away.
"""

import argparse
import os
import shlex
import shutil
import subprocess
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import dev
from shipping import product
from shipping.complaint import Complaint, insist
from trials.installed import HOME

SUITE = "bookworm"
_MOST_SHOWN = 160  # characters of a command
_OPTIONAL = {  # what is loaded only where it is: of printers, of Wayland, of other desktops
    *("libcups.so.2", "libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"),
    *("libgtk-3.so.0", "libgdk-3.so.0", "libpulse.so.0", "libpulse-mainloop-glib.so.0"),
}
_ENVIRONMENT = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
    "HOME": f"/home/{HOME}",
    "XDG_RUNTIME_DIR": "/run",
    # in a chroot no process may make the sandbox, whoever runs it
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py verify chroot")
    parser.add_argument("--bundle", type=Path, help="the folder that PyInstaller made")
    parser.add_argument("--deb", type=Path, help="the package")
    parser.add_argument("--work", type=Path, default=product.ROOT / "build" / "chroot")
    chosen = parser.parse_args(arguments)
    if not (chosen.bundle or chosen.deb):
        parser.error("there is nothing to try: name a bundle, a package or both")
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise Complaint("this needs root and debootstrap")
    base: Path = chosen.work / f"{SUITE}.tar"
    chosen.work.mkdir(parents=True, exist_ok=True)
    if not base.is_file():
        make_base(base)
    if chosen.bundle:
        with debian(base, chosen.work / "bare") as bare:
            try_bundle(bare, chosen.bundle.resolve())
    if chosen.deb:
        with debian(base, chosen.work / "packaged") as packaged:
            try_package(packaged, chosen.deb.resolve())
    return 0


def make_base(target: Path) -> None:
    """Keep a bare Debian as an archive, from the mirror that this machine uses."""
    folder = target.with_suffix("")
    shutil.rmtree(folder, ignore_errors=True)
    sites = subprocess.run(
        [
            "apt-get",
            "indextargets",
            "--format",
            "$(SITE)",
            f"Suite: {SUITE}",
            "Created-By: Packages",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    mirror = sites.stdout.split()[:1]
    bootstrap = ["debootstrap", "--variant=minbase", SUITE, str(folder), *mirror]
    subprocess.run(bootstrap, check=True)
    subprocess.run(["tar", "-C", str(folder), "-cf", str(target), "."], check=True)
    shutil.rmtree(folder)


@contextmanager
def debian(base: Path, folder: Path) -> Generator["Debian"]:
    """Unpack a bare Debian, and throw it away at the end."""
    if folder.exists():
        raise Complaint(f"{folder} is there from an earlier run: unmount what is in it, remove it")
    folder.mkdir()
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder)
        subprocess.run(["tar", "-C", str(folder), "-xf", str(base)], check=True)
        # so that a package's programs come from where this machine's do
        for name in ("apt.conf", "apt.conf.d", "sources.list", "sources.list.d", "trusted.gpg.d"):
            _take_along(Path("/etc/apt", name), folder / "etc/apt" / name)
        _take_along(Path("/etc/resolv.conf"), folder / "etc/resolv.conf")
        _take_along(Path("/etc/hosts"), folder / "etc/hosts")
        for kind, place in (("proc", "proc"), ("tmpfs", "dev/shm"), ("tmpfs", "run")):
            if kind == "tmpfs" and place == "dev/shm":
                stack.enter_context(mounted(["--bind", "/dev"], folder / "dev"))
            stack.enter_context(mounted(["-t", kind, kind], folder / place))
        (folder / "home" / HOME).mkdir(parents=True)
        yield Debian(folder)


def _take_along(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.is_file():
        target.unlink(missing_ok=True)
        shutil.copyfile(source, target)


@contextmanager
def mounted(what: Sequence[str], place: Path) -> Generator[None]:
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", *what, str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


class Debian:
    """A system of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str, screen: str = "offscreen", has_network: bool = True) -> str:
        """Run a command inside and return what it prints; raise `Complaint` if it fails."""
        apart = [] if has_network else ["unshare", "--net"]
        print("$", shlex.join(command)[:_MOST_SHOWN], flush=True)
        environment = {**_ENVIRONMENT, "QT_QPA_PLATFORM": screen}
        run = subprocess.run(
            [*apart, "chroot", str(self.folder), *command],
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=1200,
        )
        if run.returncode:
            raise Complaint(f"{' '.join(command)}:\n{run.stdout[-3000:]}\n{run.stderr[-3000:]}")
        return run.stdout

    def install(self, *packages: str) -> None:
        self.run("apt-get", "update")
        self.run("apt-get", "install", "-y", "--no-install-recommends", *packages)

    def self_test(self, program: str, name: str, *, screen: str = "offscreen") -> None:
        """Let a program do the main job, without a network."""
        target = f"/home/{HOME}/{name}"
        in_window = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24"] if screen == "xcb" else []
        self.run(*in_window, program, "--self-test", target, screen=screen, has_network=False)
        report = (self.folder / target.lstrip("/") / "self-test.json").read_text("utf-8")
        print(
            f"{name}: {report.count(chr(34) + 'ok' + chr(34) + ': true') - 1} steps pass",
            flush=True,
        )


def try_bundle(bare: Debian, bundle: Path) -> None:
    """Try a bundle that cannot be written to, with the libraries of a window and nothing else."""
    with ExitStack() as stack:
        place = bare.folder / "opt" / "newsdesk"
        stack.enter_context(mounted(["--bind", str(bundle)], place))
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
        bare.install(*dev.QT_LIBRARIES, *dev.WEB_ENGINE_LIBRARIES, dev.FONT_PACKAGE)
        bare.self_test("/opt/newsdesk/newsdesk", "bare, offscreen")
        bare.install(*dev.WINDOW_LIBRARIES, "xvfb", "xauth")
        bare.self_test("/opt/newsdesk/newsdesk", "bare, in a window", screen="xcb")
        insist([f"no library for {line}" for line in _unresolved(bare, bundle)])


def _unresolved(bare: Debian, bundle: Path) -> list[str]:
    """Return which libraries a file of the bundle asks for and does not find."""
    libraries = [
        f"/opt/newsdesk/{path.relative_to(bundle).as_posix()}"
        for path in sorted(bundle.rglob("*.so*"))
        if path.is_file() and not path.is_symlink()
    ]
    said = bare.run("sh", "-c", 'for one; do echo "$one:"; ldd "$one"; done', "sh", *libraries)
    missing: set[str] = set()
    for line in said.splitlines():
        name, found, _ = line.strip().partition(" => not found")
        if found and name not in _OPTIONAL and not (bundle / "_internal" / name).exists():
            missing.add(name)
    return sorted(missing)


def try_package(packaged: Debian, deb: Path) -> None:
    """Install a package, let it work from its place, and remove it to the last file."""
    shutil.copyfile(deb, packaged.folder / "newsdesk.deb")
    before = _files(packaged)
    packaged.install("/newsdesk.deb")
    said = packaged.run("dpkg", "--status", product.COMMAND)
    insist([] if f"Version: {product.read().version}\n" in said else [said])
    packaged.self_test("/usr/bin/newsdesk", "package, offscreen")
    packaged.run("apt-get", "remove", "-y", product.COMMAND)
    left = {name for name in _files(packaged) - before if product.COMMAND in name}
    insist([f"left behind: {name}" for name in sorted(left)])
    print(f"{deb.name}: installs, works and goes", flush=True)


def _files(system: Debian) -> set[str]:
    return {
        str(path.relative_to(system.folder))
        for folder in ("usr", "opt", "etc")
        for path in (system.folder / folder).rglob("*")
    }
