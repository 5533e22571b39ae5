"""The style sheet of the window against everything it names."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.assets import Assets
from newsdesk.ui.theme.theme import Theme
from newsdesk.ui.theme.theme_controller import ThemeController

UI = Path(__file__).resolve().parents[3] / "src" / "newsdesk" / "ui"
NOT_COLOURS = {"icons", "theme"}
QTS_OWN = {"qt_scrollarea_viewport"}


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, assets: Assets) -> Theme:
    return Theme.from_toml(assets.themes[request.param])


@pytest.fixture
def rules(assets: Assets) -> list[tuple[str, str]]:
    """Selectors and declarations."""
    sheet = re.sub(r"/\*.*?\*/", "", assets.window_qss, flags=re.DOTALL)
    return [(found[1].strip(), found[2]) for found in re.finditer(r"([^{}]+)\{([^{}]*)\}", sheet)]


@pytest.fixture(scope="module")
def sources() -> str:
    """All that is written in the window's Python."""
    return "\n".join(path.read_text("utf-8") for path in sorted(UI.rglob("*.py")))


def test_every_colour_it_names_is_in_the_theme(assets: Assets, theme: Theme) -> None:
    named = set(re.findall(r"@(\w+)@", assets.window_qss)) - NOT_COLOURS
    assert named
    assert named - theme.colours.keys() == set()


def test_every_picture_it_draws_is_there_for_the_theme(assets: Assets, theme: Theme) -> None:
    drawn = re.findall(r"url\(@icons@/([^)]+)\)", assets.window_qss)
    assert drawn
    names = {name.replace("@theme@", theme.name) for name in drawn}
    assert {name for name in names if not (Path(assets.icon_folder) / name).is_file()} == set()


def test_no_picture_lies_there_unused(assets: Assets) -> None:
    drawn = set(re.findall(r"url\(@icons@/([^)]+)\)", assets.window_qss))
    used = {name.replace("@theme@", theme) for name in drawn for theme in assets.themes}
    used.add(Path(assets.program_icon).name)
    assert {path.name for path in Path(assets.icon_folder).iterdir()} - used == set()


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_qt_reads_it_without_a_word(
    themes: ThemeController, choice: ThemeChoice, qtbot: QtBot, qtlog: object
) -> None:
    themes.choose(choice)
    assert [record.message for record in qtlog.records] == []  # type: ignore[attr-defined]
    themes.choose(ThemeChoice.LIGHT)


def test_qt_knows_every_property(rules: list[tuple[str, str]], qtbot: QtBot, qtlog: object) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for _, declarations in rules:
        plain = re.sub(r"@\w+@", "red", re.sub(r"url\([^)]*\)", "none", declarations))
        widget.setStyleSheet(f"QWidget {{ {plain} }}")
        widget.ensurePolished()
    said = {record.message for record in qtlog.records}  # type: ignore[attr-defined]
    assert {words for words in said if "propert" in words or "parse" in words} == set()


def test_every_object_it_names_is_made_somewhere(
    rules: list[tuple[str, str]], sources: str
) -> None:
    named = {name for selectors, _ in rules for name in re.findall(r"#(\w+)", selectors)}
    assert {name for name in named if f'"{name}"' not in sources} - QTS_OWN == set()


@pytest.mark.parametrize("property_", ["kind", "role", "tone"])
def test_every_kind_it_names_is_given_to_something(
    rules: list[tuple[str, str]], sources: str, property_: str
) -> None:
    pattern = rf'\[{property_}="(\w+)"\]'
    named = {value for selectors, _ in rules for value in re.findall(pattern, selectors)}
    assert named
    assert {value for value in named if f'"{value}"' not in sources} == set()


def test_every_class_it_names_is_qts(rules: list[tuple[str, str]], qapp: QApplication) -> None:
    from PySide6 import QtWidgets  # noqa: PLC0415 - looked up by name

    named = {name for selectors, _ in rules for name in re.findall(r"\bQ[A-Z]\w+", selectors)}
    assert {name for name in named if not hasattr(QtWidgets, name)} == set()
