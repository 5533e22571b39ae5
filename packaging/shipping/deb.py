"""The Debian package: the bundle in `/usr/lib/newsdesk`, and what a desktop must know of it."""

import gzip
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import md5
from pathlib import Path

import dev
from shipping import changelog, product

LINUX = product.PACKAGING / "linux"
MAINTAINER = f"{product.PUBLISHER} <newsdesk@example.org>"
_HOME = Path("usr/lib") / product.COMMAND
_RENAMED = {"libasound2", "libglib2.0-0"}  # end in t64 on newer systems
_BY_ITSELF = ("libgcc-s1", "libstdc++6", "libx11-6", "libxext6", "libxfixes3", "libxrender1")
_WORTH_HAVING = ("libcups2", "fonts-noto-core", "fonts-noto-cjk", "xdg-desktop-portal")


def build(bundle: Path, work: Path, out: Path) -> Path:
    """Make the package of a bundle; the same bundle always gives the same bytes."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    stage(bundle, root)
    package = out / f"{product.COMMAND}_{product.read().version}_{architecture()}.deb"
    subprocess.run(
        [
            *("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--threads-max=2", "--build"),
            *(str(root), str(package)),
        ],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(product.source_date())},
    )
    return package


def architecture() -> str:
    return {"x86_64": "amd64", "aarch64": "arm64"}[os.uname().machine]


def stage(bundle: Path, root: Path) -> None:
    """Lay out in `root` what the package installs."""
    shutil.copytree(bundle, root / _HOME, symlinks=True)
    _put(root / "usr/share/applications/newsdesk.desktop", (LINUX / "newsdesk.desktop").read_text())
    _put(root / "usr/share/mime/packages/newsdesk.xml", (LINUX / "newsdesk-mime.xml").read_text())
    _put(root / f"usr/share/metainfo/{product.BUNDLE_ID}.metainfo.xml", metainfo())
    for icon in sorted((product.PACKAGING / "icons").glob("newsdesk-*.png")):
        px = icon.stem.partition("-")[2]
        _copy(icon, root / f"usr/share/icons/hicolor/{px}x{px}/apps/newsdesk.png")
    drawing = product.PACKAGING / "icons" / "newsdesk.svg"
    _copy(drawing, root / "usr/share/icons/hicolor/scalable/apps/newsdesk.svg")
    papers = root / "usr/share/doc" / product.COMMAND
    _put(papers / "copyright", copyright_file())
    news = _debian_changelog().encode()
    (papers / "changelog.gz").write_bytes(gzip.compress(news, 9, mtime=0))
    _copy(LINUX / "apparmor", root / _HOME / "apparmor")
    program = root / "usr/bin" / product.COMMAND
    program.parent.mkdir(parents=True)
    program.symlink_to(Path("..") / _HOME.relative_to("usr") / product.COMMAND)
    _settle(root)
    _put(root / "DEBIAN" / "control", control(root))
    _put(root / "DEBIAN" / "md5sums", _md5sums(root))
    for script in ("postinst", "postrm"):
        _copy(LINUX / script, root / "DEBIAN" / script)
        (root / "DEBIAN" / script).chmod(0o755)
    _settle(root / "DEBIAN")


def control(root: Path) -> str:
    """Return what the package is and needs."""
    files = [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
    kib = sum(-(-path.stat().st_size // 1024) for path in files)
    needed = {**dev.QT_LIBRARIES, **dev.WEB_ENGINE_LIBRARIES, **dev.WINDOW_LIBRARIES}
    libc = f"libc6 (>= {oldest_libc(files)})"
    about = product.read()
    fields = {
        "Package": product.COMMAND,
        "Version": about.version,
        "Section": "text",
        "Priority": "optional",
        "Architecture": architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kib),
        "Depends": ", ".join([libc, *sorted(map(_any_name, [*_BY_ITSELF, *needed]))]),
        "Recommends": f"{dev.FONT_PACKAGE} | fonts-liberation, " + ", ".join(_WORTH_HAVING),
        "Description": f"{about.description.rstrip('.')}\n"
        " Texts are brought in from files, pages and mails, written in Markdown beside the\n"
        " page as it will be seen, kept with every version, and issued as HTML and PDF.\n"
        " .\n"
        " Everything stays on this machine: no account, no server, no network access.",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _any_name(package: str) -> str:
    return f"{package} | {package}t64" if package in _RENAMED else package


def oldest_libc(files: Iterable[Path]) -> str:
    """Return the version of the C library that the newest symbol used by any file came with."""
    newest = (2, 17)
    for path in files:
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF":
                continue
            for match in re.finditer(rb"\0GLIBC_2\.(\d+)(?=\0)", file.read()):
                newest = max(newest, (2, int(match[1])))
    return ".".join(map(str, newest))


def metainfo() -> str:
    """Return what software centres show, with what is new from the changelog."""
    text = (product.ROOT / "CHANGELOG.md").read_text("utf-8")
    entries = "".join(
        f'<release version="{one.version}" date="{one.day}">'
        f"<description>{changelog.as_xml(one.text)}</description></release>"
        for one in changelog.releases(text)
    )
    return (
        (LINUX / "metainfo.xml")
        .read_text("utf-8")
        .replace("@ID@", product.BUNDLE_ID)
        .replace("@NAME@", product.NAME)
        .replace("@PUBLISHER@", product.PUBLISHER)
        .replace("@RELEASES@", entries)
    )


def copyright_file() -> str:
    licence = (product.ROOT / "LICENSE").read_text("utf-8")
    where = f"/{_HOME}/_internal/resources/components.json"
    return f"{licence}\nThe parts of others, and their licences: Help > About, or\n{where}\n"


def _debian_changelog() -> str:
    about = product.read()
    made = datetime.fromtimestamp(product.source_date(), UTC)
    return (
        f"{product.COMMAND} ({about.version}) stable; urgency=medium\n\n"
        "  * What is new for its users: Help > What's new.\n\n"
        f" -- {MAINTAINER}  {format_datetime(made)}\n"
    )


def _md5sums(root: Path) -> str:
    lines = [
        f"{md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in sorted((root / "usr").rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]
    return "".join(lines)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _settle(root: Path) -> None:
    """Give everything the rights of a system's file and one time, whoever made it when."""
    made = product.source_date()
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (made, made))
