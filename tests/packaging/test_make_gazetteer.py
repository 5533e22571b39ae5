import importlib.util
import json
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "resources" / "gazetteer.json"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script as a module; `packaging` is another package's name."""
    path = ROOT / "packaging" / "make_gazetteer.py"
    spec = importlib.util.spec_from_file_location("make_gazetteer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_gazetteer"] = module  # its dataclass asks for it
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made() -> Any:
    return json.loads(FILE.read_text("utf-8"))


def test_the_file_is_what_the_tables_make(script: ModuleType, made: Any) -> None:
    here = {name: version(name) for name in made["made_from"]}
    if here != made["made_from"]:
        pytest.skip(f"the file was made with {made['made_from']}, here are {here}")
    assert FILE.read_bytes() == script.gazetteer().encode()


def test_making_it_twice_makes_the_same(script: ModuleType) -> None:
    assert script.gazetteer() == script.gazetteer()


def test_the_file_is_small_enough_to_be_read_at_every_start() -> None:
    assert FILE.stat().st_size < 400_000


def test_every_country_is_named_in_the_seven_languages(made: Any) -> None:
    seven = {"en", "fr", "es", "ar", "ru", "zh", "de"}
    assert [
        code for code, entry in made["countries"].items() if seven - entry["names"].keys()
    ] == []


def test_un_forms_stand_before_those_of_cldr(made: Any) -> None:
    names = {code: made["countries"][code]["names"] for code in ("VN", "LA", "CI", "KR", "TR")}
    assert [entry["en"] for entry in names.values()] == [
        *("Viet Nam", "Lao PDR", "Côte d'Ivoire", "Republic of Korea", "Türkiye"),
    ]
    assert made["countries"]["BY"]["names"]["fr"] == "Bélarus"
    assert "Syria" in made["countries"]["SY"]["also"]


def test_no_name_is_empty_or_an_abbreviation_of_cldr(made: Any) -> None:
    for entry in (*made["countries"].values(), *made["cities"].values()):
        for name in entry.get("names", {}).values():
            assert name == name.strip() != ""
            assert "&" not in name
            assert "о-в" not in name


@pytest.fixture
def line() -> dict[str, Any]:
    return {"city": "Geneva", "fr": "Genève"}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"tz": "Europe/Geneva"}, "no zone"),
        ({"frr": "Genf"}, "unknown: frr"),
        ({"state": "Mich"}, "AP writes"),
        ({"state": "Mich."}, "outside the US"),
    ],
)
def test_a_wrong_line_is_named(
    script: ModuleType, line: dict[str, Any], changes: dict[str, Any], problem: str
) -> None:
    with pytest.raises(script.TableError, match=f"ch/geneva: .*{problem}"):
        script.city("ch/geneva", "CH", line | changes, script.read_zones())


def test_a_country_with_several_zones_needs_to_be_told_which(
    script: ModuleType, line: dict[str, Any]
) -> None:
    with pytest.raises(script.TableError, match="which"):
        script.city("us/geneva", "US", line | {"state": "N.Y."}, script.read_zones())


def test_a_city_of_a_zone_takes_its_names_and_its_coordinates_from_there(
    script: ModuleType,
) -> None:
    entry = script.city("af/kabul", "AF", {"city": "Kabul"}, script.read_zones())
    assert entry["names"]["ru"] == "Кабул"
    assert (entry["lat"], entry["lon"]) == (34.52, 69.2)


def test_coordinates_are_read_with_and_without_seconds(script: ModuleType) -> None:
    assert script.degrees("+4723+00832") == (47.38, 8.53)
    assert script.degrees("-690022+0393524") == (-69.01, 39.59)
