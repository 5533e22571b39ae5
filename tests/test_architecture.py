"""The import rule, read off the source: app → ui → services → storage | exporting | … → domain."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "src" / "newsdesk"
MODULES = sorted(ROOT.rglob("*.py"))

DOORS = {"__main__", "app", "cli", "desk", "self_test"}  # the composition roots: may name all
MAY_NAME = {  # package or module -> newsdesk packages it may name
    "domain": set[str](),
    "rendering": {"domain"},
    "checking": {"domain", "rendering"},
    "exporting": {"domain", "rendering"},
    "importing": {"domain", "rendering"},
    "storage": {"domain"},
    "services": {"domain", "rendering", "checking", "exporting", "importing"},
    "ui": {"domain", "rendering", "services"},
    "paths": set[str](),
    "log": set[str](),
    "__init__": set[str](),
}
MAY_NAME_IN_TYPES = {"services": {"storage"}}  # importing SQLAlchemy would cost the start
MAY_USE = {  # package or module -> third-party packages it may name
    "domain": set[str](),
    "rendering": {"markdown", "nh3", "jinja2", "babel", "markupsafe"},
    "checking": set[str](),
    "exporting": {"jinja2", "babel", "markupsafe", "pypdf", "PIL", "vobject"},
    "importing": {
        "markdown",
        "nh3",
        "babel",
        "gcld3",
        "phonenumbers",
        "yaml",
        "charset_normalizer",
        "defusedxml",
        "lxml",
        "mammoth",
        "trafilatura",
        "vobject",
    },
    "storage": {"sqlalchemy", "alembic"},
    "services": {"regex", "hunspell", "spylls", "cryptography"},
    "ui": {"PySide6", "qtawesome"},
    "paths": {"platformdirs"},
    "log": set[str](),
    "__init__": set[str](),
    "doors": {"uuid6"},  # the maker of new ids is chosen here
}
PURE = {"domain", "rendering", "checking", "exporting", "importing"}
IMPURE_MODULES = {  # the clock, the disk, the network, chance
    "asyncio", "glob", "http", "importlib.resources", "os", "pathlib", "random", "secrets",
    "shutil", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "time", "urllib.request",
    "uuid.uuid1", "uuid.uuid4",
}  # fmt: skip
EXCUSED = {  # module -> what it may name all the same
    "importing/page_extraction.py": {"socket"},  # keeps a library from opening one
}
PURE_PATHS = {"pathlib.PurePath", "pathlib.PurePosixPath", "pathlib.PureWindowsPath"}
CLOCKS = {"now", "utcnow", "today"}
OPENERS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
OPENED_WITHIN = {  # what came in as bytes or as a file object
    "archive.open",  # a member of a ZIP archive
    "Image.open",  # a picture
    "image.open",  # a picture in a document
}


def name_of(path: Path) -> str:
    """Return the package, or the module at the top, that a file belongs to."""
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def package_of(path: Path) -> tuple[str, ...]:
    return ("newsdesk", *path.relative_to(ROOT).parent.parts)


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    """Every module the code names, whole: relative ones resolved, `from a import b` as `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *filter(None, [node.module])))
            yield from (f"{module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and called(node) in {"import_module", "__import__"}:
            yield from (
                argument.value
                for argument in node.args[:1]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            )


def called(node: ast.Call) -> str:
    """Return the last part of the name of what is called."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def for_types_only(tree: ast.Module) -> list[ast.If]:
    """Return the `if TYPE_CHECKING:` blocks."""
    tests = {"TYPE_CHECKING", "typing.TYPE_CHECKING"}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) in tests
    ]


def imported_for_types(tree: ast.Module, package: tuple[str, ...]) -> set[str]:
    """Return what is named in the bodies of those blocks and nowhere else."""
    blocks = for_types_only(tree)
    in_types = [name for block in blocks for part in block.body for name in imported(part, package)]
    everywhere = list(imported(tree, package))
    return {name for name in in_types if in_types.count(name) == everywhere.count(name)}


def is_under(name: str, modules: set[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def wrong_imports(tree: ast.Module, name: str, package: tuple[str, ...]) -> list[str]:
    """Return what the code of package (or top module) `name` names and must not."""
    if name in DOORS:
        inside, third_party = MAY_NAME.keys() | DOORS, MAY_USE["doors"]
    else:
        inside, third_party = {name} | MAY_NAME[name], MAY_USE[name]
    types_only = imported_for_types(tree, package)
    wrong: list[str] = []
    for module in imported(tree, package):
        top, *rest = module.split(".")
        if top == "newsdesk":
            types = MAY_NAME_IN_TYPES.get(name, set()) if module in types_only else set[str]()
            allowed = rest and rest[0] in {"__version__"} | inside | types
        else:
            allowed = top in sys.stdlib_module_names or top in third_party
        if not allowed:
            wrong.append(module)
    return wrong


def impurities(tree: ast.Module) -> list[str]:
    """Return where the code asks the clock, the disk, the network or chance."""
    named = [
        module
        for module in imported(tree, ())
        if is_under(module, IMPURE_MODULES) and not is_under(module, PURE_PATHS)
    ]
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return named + [
        ast.unparse(call)
        for call in calls
        if (called(call) in OPENERS and ast.unparse(call.func) not in OPENED_WITHIN)
        or (called(call) in CLOCKS and isinstance(call.func, ast.Attribute))
    ]


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_imports_point_inwards(path: Path) -> None:
    name = name_of(path)
    assert name in DOORS | MAY_NAME.keys(), "a new package needs its line in the tables above"
    assert wrong_imports(parse(path), name, package_of(path)) == []


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path) in PURE], ids=ids)
def test_what_should_be_pure_has_no_clock_no_files_and_no_chance(path: Path) -> None:
    excused = EXCUSED.get(path.relative_to(ROOT).as_posix(), set[str]())
    assert [one for one in impurities(parse(path)) if one not in excused] == []


@pytest.mark.parametrize(
    ("library", "package"),
    [("sqlalchemy", "storage"), ("alembic", "storage"), ("PySide6", "ui"), ("qtawesome", "ui")],
)
def test_one_package_alone_names_the_library(library: str, package: str) -> None:
    others = [path for path in MODULES if name_of(path) != package]
    named = [
        ids(path)
        for path in others
        if any(is_under(name, {library}) for name in imported(parse(path), package_of(path)))
    ]
    assert named == []


def test_telling_the_version_loads_nothing_heavy() -> None:
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "newsdesk", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in run.stderr.splitlines()}
    assert "newsdesk" in loaded
    assert loaded & set.union(*MAY_USE.values()) - MAY_USE["doors"] == set()


def test_what_the_window_has_at_its_first_paint_loads_nothing_heavy() -> None:
    light = (
        *("rendering.page", "services.desk", "services.preferences", "services.glyph_cache"),
        *("services.start_snapshot", "domain.query", "domain.revision", "domain.changes"),
    )
    named = ", ".join(f"newsdesk.{module}" for module in light)
    asked = f"import sys, {named}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert "newsdesk" in loaded
    assert loaded & set.union(*MAY_USE.values()) == set()


# The reader itself: each of these it must see.


@pytest.mark.parametrize(
    ("name", "source", "wrong"),
    [
        ("domain", "import sqlalchemy", ["sqlalchemy"]),
        ("domain", "from sqlalchemy.orm import Session", ["sqlalchemy.orm.Session"]),
        ("domain", "def f():\n    import yaml", ["yaml"]),
        ("domain", "from newsdesk import storage", ["newsdesk.storage"]),
        ("domain", "from newsdesk import __version__", []),
        ("domain", "import newsdesk", ["newsdesk"]),
        ("domain", "from ..storage import engine", ["newsdesk.storage.engine"]),
        ("domain", "from .. import storage", ["newsdesk.storage"]),
        ("domain", "from . import release\nfrom .release import Release", []),
        ("domain", "import_module('newsdesk.storage')", ["newsdesk.storage"]),
        ("domain", "importlib.import_module('yaml')", ["yaml"]),
        (
            "rendering",
            "from newsdesk.exporting.html import export",
            ["newsdesk.exporting.html.export"],
        ),
        ("services", "from newsdesk.storage.database import D", ["newsdesk.storage.database.D"]),
        ("services", "if TYPE_CHECKING:\n    from newsdesk.storage.database import D", []),
        ("services", "if typing.TYPE_CHECKING:\n    import newsdesk.storage.engine", []),
        (
            "services",
            "if TYPE_CHECKING:\n    import newsdesk.storage\nelse:\n    import newsdesk.storage",
            ["newsdesk.storage"] * 2,
        ),
        (
            "rendering",
            "if TYPE_CHECKING:\n    from newsdesk.storage.database import D",
            ["newsdesk.storage.database.D"],
        ),
        ("ui", "from newsdesk.storage.engine import E", ["newsdesk.storage.engine.E"]),
        ("cli", "from newsdesk.storage.engine import E\nimport sqlalchemy", ["sqlalchemy"]),
    ],
)
def test_the_reader_sees_a_wrong_import(name: str, source: str, wrong: list[str]) -> None:
    assert wrong_imports(ast.parse(source), name, ("newsdesk", name)) == wrong


@pytest.mark.parametrize(
    ("source", "impure"),
    [
        ("from datetime import datetime\ndatetime.now(UTC)", ["datetime.now(UTC)"]),
        ("date.today()", ["date.today()"]),
        ("from time import monotonic", ["time.monotonic"]),
        ("open('x')", ["open('x')"]),
        ("path.read_text()", ["path.read_text()"]),
        ("archive.open(member)", []),
        ("from pathlib import Path", ["pathlib.Path"]),
        ("from pathlib import PurePosixPath", []),
        ("from uuid import UUID, uuid4", ["uuid.uuid4"]),
        ("now(1)\nfrom timeit import x", []),
    ],
)
def test_the_reader_sees_what_is_not_pure(source: str, impure: list[str]) -> None:
    assert impurities(ast.parse(source)) == impure
