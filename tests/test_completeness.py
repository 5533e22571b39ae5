"""What is forgotten: a module without a test, a format without a reference, a gap in a row."""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent / "src" / "newsdesk"
MIGRATIONS = ROOT / "storage" / "migrations"

TESTED_ELSEWHERE = {  # module -> why it has no test module in its mirror place
    "__main__.py": "three lines; tests/end_to_end/test_wheel.py starts the program through them",
    "domain/errors.py": "fields and nothing else; the tests of what raises them read them",
    "storage/migrations/env.py": "run by every migration: tests/storage/test_migrate.py",
}


def does_something(path: Path) -> bool:
    """Tell whether a function with a body stands in a module: not in a table, record, protocol."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return any(
        isinstance(node, functions) and not all(is_said_only(part) for part in node.body)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )


def is_said_only(statement: ast.stmt) -> bool:
    """Tell a docstring or `...` from code."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def modules() -> list[str]:
    """Return the modules that need a test; migrations have one for all of them."""
    found = [path for path in ROOT.rglob("*.py") if path.parent != MIGRATIONS / "versions"]
    return sorted(path.relative_to(ROOT).as_posix() for path in found if does_something(path))


def mirror(module: str) -> Path:
    """Return the test module of `services/import_.py`: `tests/services/test_import.py`."""
    path = Path(module)
    return TESTS / path.parent / f"test_{path.stem.strip('_')}.py"


def beginning_with(folder: Path, name: str) -> list[Path]:
    """Return what stands in `folder` as `name`, `name.html`, `name-arabic.html` …"""
    return [path for path in folder.glob(f"{name}*") if not path.stem[len(name) :][:1].isalnum()]


@pytest.mark.parametrize("module", sorted(set(modules()) - TESTED_ELSEWHERE.keys()))
def test_every_module_has_a_test_module(module: str) -> None:
    assert mirror(module).is_file(), f"missing: {mirror(module).relative_to(TESTS.parent)}"


def test_nothing_is_excused_that_is_not_there() -> None:
    assert [name for name in TESTED_ELSEWHERE if not (ROOT / name).is_file()] == []


def test_every_export_format_has_a_reference_file() -> None:
    from newsdesk.exporting import FORMATS  # noqa: PLC0415 - the others do not depend on it

    files = TESTS / "exporting" / "files"
    assert FORMATS
    assert [one.id for one in FORMATS if not beginning_with(files, one.id)] == []


def test_every_import_source_has_a_sample() -> None:
    from newsdesk.importing import SOURCES  # noqa: PLC0415 - the others do not depend on it

    files = TESTS / "importing" / "files"
    assert SOURCES
    assert [one.id for one in SOURCES if not beginning_with(files, one.id)] == []


def test_migrations_are_numbered_without_a_gap() -> None:
    scripts = sorted((MIGRATIONS / "versions").glob("[!_]*.py"))
    assert scripts
    assert [path.name[:5] for path in scripts] == [
        f"{number:04}_" for number in range(1, len(scripts) + 1)
    ]
