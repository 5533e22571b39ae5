"""What is forgotten: a module without a test, a format without a reference, an icon, a shortcut."""

import ast
from collections import Counter
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent / "src" / "newsdesk"
MIGRATIONS = ROOT / "storage" / "migrations"

TESTED_ELSEWHERE = {  # module -> why it has no test module in its mirror place
    "__main__.py": "three lines; tests/end_to_end/test_wheel.py starts the program through them",
    "domain/errors.py": "fields and nothing else; the tests of what raises them read them",
    "storage/migrations/env.py": "run by every migration: tests/storage/test_migrate.py",
    "ui/trial.py": "steps of the self-test, which runs in tests/test_self_test.py",
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


def repeated(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


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


def test_every_action_has_a_text_a_menu_and_an_icon_that_exists() -> None:
    from newsdesk.ui.actions.registry import ACTIONS  # noqa: PLC0415 - the others need no Qt
    from newsdesk.ui.actions.spec import Menu  # noqa: PLC0415
    from newsdesk.ui.theme.icons import NAMES  # noqa: PLC0415

    assert ACTIONS
    assert [spec.id for spec in ACTIONS if not spec.text.strip("&… ")] == []
    assert [spec.id for spec in ACTIONS if spec.menu not in Menu] == []
    icons = [(spec.id, icon) for spec in ACTIONS for icon in (spec.icon, spec.icon_by_night)]
    assert [(id_, icon) for id_, icon in icons if icon and icon not in NAMES] == []


def test_no_two_actions_share_an_id_or_a_shortcut() -> None:
    from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - the others need no Qt

    from newsdesk.ui.actions.registry import ACTIONS  # noqa: PLC0415

    portable = QKeySequence.SequenceFormat.PortableText
    keys = {spec.id: QKeySequence(spec.shortcut, portable) for spec in ACTIONS if spec.shortcut}
    assert [id_ for id_, one in keys.items() if one.toString(portable) == ""] == []
    assert repeated([spec.id for spec in ACTIONS]) == []
    assert repeated([one.toString(portable) for one in keys.values()]) == []


def test_no_icon_is_named_that_nothing_shows() -> None:
    from newsdesk.ui.theme.icons import NAMES  # noqa: PLC0415 - the others need no Qt

    others = (path for path in sorted((ROOT / "ui").rglob("*.py")) if path.name != "icons.py")
    written = "\n".join(path.read_text("utf-8") for path in others)
    assert [name for name in NAMES if f'"{name}"' not in written] == []


def test_migrations_are_numbered_without_a_gap() -> None:
    scripts = sorted((MIGRATIONS / "versions").glob("[!_]*.py"))
    assert scripts
    assert [path.name[:5] for path in scripts] == [
        f"{number:04}_" for number in range(1, len(scripts) + 1)
    ]
