import json
from importlib.metadata import distribution, version
from pathlib import Path

import pytest

from newsdesk import paths
from newsdesk.services.components import Component, components, from_json, to_json

FONT = Component(name="Inter", version="4.0", licence="OFL-1.1", text="Whole.")


@pytest.fixture(scope="module")
def found() -> dict[str, Component]:
    return {one.name: one for one in components(paths.resources())}


def test_every_requirement_is_named_with_the_version_that_is_installed(
    found: dict[str, Component],
) -> None:
    for name in ("SQLAlchemy", "PySide6", "Markdown", "tzdata"):
        assert found[name].version == version(name)


def test_what_a_requirement_requires_is_named_too(found: dict[str, Component]) -> None:
    assert "Mako" in found  # Alembic's
    assert "MarkupSafe" in found  # Jinja's


def test_what_programs_are_written_with_is_not_named(found: dict[str, Component]) -> None:
    assert distribution("pytest")
    assert not {"pytest", "ruff", "hatchling", "newsdesk"} & found.keys()


def test_every_part_says_its_licence(found: dict[str, Component]) -> None:
    assert [name for name, one in found.items() if not one.licence] == []


def test_of_the_gpl_and_others_the_other_is_taken(found: dict[str, Component]) -> None:
    assert found["PySide6"].licence == "LGPL-3.0-only"
    assert found["tld"].licence == "MPL-1.1"


def test_qt_comes_with_the_whole_of_its_licence(found: dict[str, Component]) -> None:
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in found["Qt"].text
    assert found["Qt"].version == version("PySide6")


def test_every_dictionary_and_typeface_is_named(found: dict[str, Component]) -> None:
    dictionaries = list((paths.resources() / "dictionaries").glob("*/dictionary.toml"))
    assert len([name for name in found if name.startswith("dictionary-")]) == len(dictionaries)
    assert found["Inter"].text == found["JetBrains Mono"].text != ""


def test_they_are_in_the_order_of_their_names(found: dict[str, Component]) -> None:
    names = [name.casefold() for name in found]
    assert names == sorted(names)


def test_a_packed_program_reads_its_own_list(tmp_path: Path) -> None:
    (tmp_path / "components.json").write_text(to_json([FONT]), encoding="utf-8")
    assert components(tmp_path) == [FONT]


def test_the_list_comes_back_as_it_was() -> None:
    assert from_json(to_json([FONT])) == [FONT]
    assert json.loads(to_json([FONT]))[0]["name"] == "Inter"
