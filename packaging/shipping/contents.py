"""What goes into the bundle: read off the locked requirements and the source.

Imported by `newsdesk.spec` and by what checks the result, so that both mean the same.
"""

import ast
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

from shipping import product, trim

SOURCE = product.ROOT / "src" / "newsdesk"
RESOURCES = product.ROOT / "resources"
LOCK = product.PACKAGING / "requirements" / "runtime.txt"
MIGRATIONS = "newsdesk/storage/migrations"

_OF_QT = re.compile(r"pyside6(-\w+)?|shiboken6")  # their hooks know what belongs to what

Entry = tuple[str, str, str]
"""PyInstaller's: where it goes, where it comes from, what kind it is."""


def locked() -> dict[str, str]:
    """Return the requirements of the program, name -> version, on whatever system."""
    pins = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", LOCK.read_text("utf-8"), re.MULTILINE)
    return {normal(name): version for name, version in pins}


def normal(name: str) -> str:
    """Return a distribution's name as all its spellings are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def packages() -> tuple[str, ...]:
    """Return the importable packages of the requirements that are installed, without Qt's."""
    names = locked().keys()
    found = (
        package
        for package, distributions in packages_distributions().items()
        for distribution in distributions[:1]
        if normal(distribution) in names
        and not _OF_QT.fullmatch(normal(distribution))
        and (spec := find_spec(package)) is not None
        and spec.submodule_search_locations
    )
    return tuple(sorted(found))


def own_data() -> list[tuple[str, str]]:
    """Return the program's own files, pairs of a file and the folder it goes to."""
    data = [
        (str(path), str(Path("resources", path.relative_to(RESOURCES)).parent))
        for path in sorted(RESOURCES.rglob("*"))
        if path.is_file() and path.parent.name != "licences"  # they are in the list of components
    ]
    data += [(str(product.ROOT / name), "resources") for name in ("CHANGELOG.md", "LICENSE")]
    # Alembic reads the migrations as files
    folder = SOURCE / "storage" / "migrations"
    for path in [folder / "env.py", *sorted((folder / "versions").glob("[0-9]*.py"))]:
        data.append((str(path), str(Path(MIGRATIONS, path.relative_to(folder)).parent)))
    return data


def components_json() -> str:
    """Return the list of what the program is made of, as the program reads it."""
    from newsdesk.services import components  # noqa: PLC0415 - found once `SOURCE` is on the path

    project = tomllib.loads((product.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [re.match(r"[\w.-]+", line) for line in project["dependencies"]]
    return components.to_json(
        components.components(RESOURCES, [match[0] for match in needed if match])
    )


@cache
def hidden_imports() -> tuple[str, ...]:
    """Return all modules of the program, and what they name in strings only."""
    named = filter(_is_there, _named_in_strings())
    return tuple(sorted({*_own_modules(), *named, "logging.config"}))


def _own_modules() -> Iterator[str]:
    for path in SOURCE.rglob("*.py"):
        if path.parent.name != "versions":
            parts = path.relative_to(SOURCE.parent).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _named_in_strings() -> Iterator[str]:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or ast.unparse(node.func) != "import_module":
                continue
            for argument in node.args[:1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


# What PyInstaller found, made smaller ----------------------------------------------------------


def trimmed(
    binaries: Iterable[Entry],
    datas: Iterable[Entry],
    imports: Callable[[str], Iterable[str]],
    of_the_system: Callable[[str], bool],
) -> tuple[list[Entry], list[Entry]]:
    """Return the binaries and data that stay.

    Args:
        imports: the paths of the libraries that the file at a path loads, as PyInstaller's
            `get_imports` finds them.
        of_the_system: whether the file at a path is one that every machine has its own of. Such a
            library stays only if Python itself loads it.
    """
    all_binaries = list(binaries)
    wanted = [one for one in all_binaries if trim.is_wanted(one[0])]
    unneeded = _unneeded(all_binaries, imports, of_the_system)
    kept = [one for one in wanted if one[0] not in unneeded]
    gone = [_framework(name) for name in unneeded]
    kept_datas = [one for one in datas if trim.is_wanted(one[0]) and not _is_within(one[0], gone)]
    return kept, _whole(kept, kept_datas)


def _unneeded(
    binaries: list[Entry],
    imports: Callable[[str], Iterable[str]],
    of_the_system: Callable[[str], bool],
) -> set[str]:
    """Return the names of the libraries that nothing needs any more, or that the system has."""
    source_of = {name: source for name, source, _ in binaries}
    at = {Path(source).name.lower(): name for name, source, _ in binaries}

    def needs(name: str) -> list[str]:
        found = {Path(path).name.lower() for path in imports(source_of[name])}  # as Windows does
        return [at[one] for one in found if one in at]

    libraries = {name for name in source_of if _is_library(name)}
    others = source_of.keys() - libraries
    dropped = {name for name in source_of if not trim.is_wanted(name)}
    needed = trim.reached(others - dropped, needs)
    of_qt = {n for n in libraries if _is_of_qt(n) and not trim.is_loaded_by_name(n)}
    orphans = (trim.reached(dropped, needs) | of_qt) - needed
    of_python = trim.reached({name for name in others if _is_of_python(name)}, needs)
    machine = {name for name in libraries if of_the_system(source_of[name])} - of_python
    return (orphans & libraries) | machine


def _is_of_qt(name: str) -> bool:
    return name.replace("\\", "/").startswith("PySide6/")


def _is_of_python(name: str) -> bool:
    """Tell Python's own modules and its library."""
    posix = name.replace("\\", "/")
    return "lib-dynload/" in posix or posix.startswith(("libpython", "python3"))


def _is_library(name: str) -> bool:
    """Tell a library, which is there for others, from a module, a plugin and a program."""
    posix = name.replace("\\", "/")
    file = posix.rpartition("/")[2]
    if "/plugins/" in posix or "python" in file.lower() or file.endswith((".pyd", ".abi3.so")):
        return False
    return bool(re.search(r"\.so(\.\d+)*$|\.dll$|\.dylib$|\.framework/", posix)) and not re.search(
        r"\.cpython-|/libexec/|\.exe$|/Helpers/", posix
    )


def _framework(name: str) -> str:
    """Return the folder of macOS that a library is only a part of, or the library."""
    return re.sub(r"(\.framework)/.*", r"\1", name)


def _is_within(name: str, folders: Iterable[str]) -> bool:
    return any(name == folder or name.startswith(f"{folder}/") for folder in folders)


def _whole(binaries: list[Entry], datas: list[Entry]) -> list[Entry]:
    """Return the data without links that lead to what was left out."""
    files = [name for name, _, kind in [*binaries, *datas] if kind != "SYMLINK"]
    links = [(name, target) for name, target, kind in datas if kind == "SYMLINK"]
    leading = set(trim.without_dangling(links, files))
    return [one for one in datas if one[2] != "SYMLINK" or (one[0], one[1]) in leading]
