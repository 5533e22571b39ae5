"""A finished bundle: the folder that PyInstaller made, looked at as a whole."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from shipping import contents, product, trim

MOST_FILES = 300  # beside those for a language or a time zone
MOST_MIB_UNPACKED = 520
MOST_MIB_PACKED = 165

_FORBIDDEN = {
    "a part of Qt that is GPL": r"Qt6?(?:Charts|DataVis|Graphs|VirtualKeyboard|NetworkAuth)",
    "a library of ours that is GPL": r"(?:^|/)(?:unidecode|html2text|fitz|pymupdf)(?:/|\.|$)",
    "a library of the system that is GPL": r"(?:^|/)lib(?:readline|gdbm)[-.\w]*\.so",
    "for developers": r"(?:^|/)(?:py\.typed$|tests?/|.*\.pyi$)|qtwebengine_devtools|/qml/",
    "of a desktop of its own": r"/platforms/lib(?:qeglfs|qlinuxfb|qvnc|qminimal)|/lib(?:qgtk3)\.so",
    "another database": r"sqlalchemy/dialects/(?:mysql|oracle|mssql)",
    "a window system that is not used": r"(?:^|/)(?:_?tkinter|_tcl_data|_tk_data)",
}
_FORBIDDEN_MODULES = r"(?:unidecode|html2text|fitz|pymupdf|readline|tkinter|unittest|_gdbm)(?:\.|$)"
_REQUIRED = {  # what it takes -> a name of a file that stands for it
    "the program": r"newsdesk(?:\.exe)?$",
    "Python": r"python3\.?\d+(?:\.so\.[\d.]+|\.dll|\.dylib)$|(?:^|/)Python$",
    "the engine of the preview": r"(?:libQt6|Qt6?)WebEngineCore(?:\.so\.6|\.dll|$)",
    "the process of the engine": r"QtWebEngineProcess(?:\.exe)?$",
    "the letters of the engine": r"icudtl\.dat$",
    "the engine's first words": r"v8_context_snapshot(?:\.[\w]+)?\.bin$",
    "the engine's pictures": r"qtwebengine_resources_100p\.pak$",
    "the engine's large pictures": r"qtwebengine_resources_200p\.pak$",
    "the engine's texts": r"qtwebengine_locales/en-US\.pak$",
    "a window": r"platforms/(?:libqxcb\.so|qwindows\.dll|libqcocoa\.dylib)$",
    "a window nobody sees": r"platforms/(?:lib)?qoffscreen\.(?:so|dll|dylib)$",
    "JPEG": r"imageformats/(?:lib)?qjpeg\.(?:so|dll|dylib)$",
    "SVG": r"imageformats/(?:lib)?qsvg\.(?:so|dll|dylib)$",
    "time zones": r"tzdata/zoneinfo/Europe/Zurich$",
    "the words of dates": r"babel/locale-data/en\.dat$",
    "icons": r"qtawesome/fonts/phosphor-[\d.]+\.ttf$",
    "what it is made of": r"resources/components\.json$",
    "what spells": r"hunspell/hunspell\..*(?:so|pyd)$|^spylls\.hunspell$",
}


@dataclass(frozen=True, slots=True)
class Bundle:
    """The folder with the program, or on macOS the `.app`."""

    folder: Path

    def files(self) -> list[str]:
        """Return the names of the files, not of links, with forward slashes, in order."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file() and not path.is_symlink()
        )

    def size(self, name: str) -> int:
        return (self.folder / name).stat().st_size


def complaints(bundle: Bundle, modules: Iterable[str]) -> list[str]:
    """Return what is wrong with a bundle, in words.

    Args:
        modules: the names of the Python modules packed into the program.
    """
    files = bundle.files()
    found = list(_unwelcome(files, modules))
    found += [f"missing: {what}" for what in _missing(files, modules)]
    others = [name for name in files if not trim.is_locale(name)]
    if len(others) > MOST_FILES:
        found.append(f"{len(others)} files beside languages, at most {MOST_FILES} are allowed")
    mib = sum(map(bundle.size, files)) / 2**20
    if mib > MOST_MIB_UNPACKED:
        found.append(f"{mib:.0f} MiB, at most {MOST_MIB_UNPACKED} are allowed")
    return found


def _unwelcome(files: Iterable[str], modules: Iterable[str]) -> Iterator[str]:
    for name in files:
        for what, pattern in _FORBIDDEN.items():
            if re.search(pattern, name):
                yield f"{what}: {name}"
    for module in modules:
        if re.match(_FORBIDDEN_MODULES, module):
            yield f"a module that is not to be shipped: {module}"


def _missing(files: list[str], modules: Iterable[str]) -> Iterator[str]:
    names = [*files, *modules]
    for what, pattern in _REQUIRED.items():
        if not any(re.search(pattern, name) for name in names):
            yield what
    for source, folder in contents.own_data():
        wanted = f"{Path(folder).as_posix()}/{Path(source).name}"
        if not any(name.endswith(f"/{wanted}") or name == wanted for name in files):
            yield wanted


def modules_in(program: Path) -> list[str]:
    """Return the names of the modules in a frozen program. Needs PyInstaller."""
    readers: Any = import_module("PyInstaller.archive.readers")  # only where it is, and untyped
    archive = readers.CArchiveReader(str(program))
    return sorted(archive.open_embedded_archive("PYZ.pyz").toc)


def figures(bundle: Bundle) -> str:
    """Return how large it is and what dominates, as a small table."""
    files = bundle.files()
    sizes: dict[str, int] = {}
    for name in files:
        sizes[_part(name)] = sizes.get(_part(name), 0) + bundle.size(name)
    others = sum(not trim.is_locale(name) for name in files)
    largest = sorted(sizes.items(), key=lambda one: (-one[1], one[0]))[:12]
    lines = [
        f"{sum(sizes.values()) / 2**20:8.1f} MiB in {len(files)} files, {others} beside languages"
    ]
    lines += [f"{size / 2**20:8.1f} MiB  {part}" for part, size in largest]
    return "\n".join(lines)


def _part(name: str) -> str:
    """Return the library or folder that a file counts with."""
    posix = re.sub(r"^(?:_internal|Contents/\w+)/", "", name)
    if match := re.match(r"PySide6/(?:Qt/)?(.*)", posix):
        rest = match[1].partition("/")
        return "PySide6 " + (rest[2].partition("/")[0] if rest[0] == "lib" else rest[0])
    return posix.partition("/")[0]


def program_in(folder: Path) -> Path:
    """Return the program in a bundle's folder or in a `.app`."""
    candidates = (
        folder / product.COMMAND,
        folder / f"{product.COMMAND}.exe",
        folder / "Contents" / "MacOS" / product.COMMAND,
    )
    for path in candidates:
        if path.is_file():
            return path
    raise FileNotFoundError(candidates[0])
