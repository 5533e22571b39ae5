import json
from pathlib import Path

import pytest

from newsdesk.services.components import Component, components
from shipping import product, sbom

FILES = [
    "newsdesk",
    "_internal/libpython3.13.so.1.0",
    "_internal/python3.13/lib-dynload/_json.cpython-313-x86_64-linux-gnu.so",
    "_internal/libssl.so.3",
    "_internal/PySide6/Qt/lib/libQt6Core.so.6",
    "_internal/PySide6/Qt/lib/libQt6WebEngineCore.so.6",
    "_internal/yaml/_yaml.cpython-313-x86_64-linux-gnu.so",
    "_internal/pillow.libs/libwebp-51b0b3f7.so.7",
    "_internal/markdown-3.11.3.dist-info/METADATA",
    "_internal/resources/dictionaries/fr/fr.dic",
    "_internal/resources/fonts/JetBrainsMono-Bold.ttf",
    "_internal/resources/themes/dark.toml",
    "_internal/newsdesk/storage/migrations/env.py",
]


@pytest.fixture(scope="module")
def parts() -> list[Component]:
    return components(product.ROOT / "resources")


@pytest.fixture
def found(parts: list[Component]) -> sbom.Account:
    return sbom.account(FILES, ["markdown.core", "babel.dates", "newsdesk.app"], parts)


def test_every_file_is_somebodys(found: sbom.Account) -> None:
    assert found.nobodys == []
    assert found.complaints() == []
    whose = {name: part.files for name, part in found.parts.items()}
    assert whose["PyYAML"] == ["_internal/yaml/_yaml.cpython-313-x86_64-linux-gnu.so"]
    assert whose["pillow"] == ["_internal/pillow.libs/libwebp-51b0b3f7.so.7"]
    assert whose["OpenSSL"] == ["_internal/libssl.so.3"]
    assert whose["JetBrains Mono"] == ["_internal/resources/fonts/JetBrainsMono-Bold.ttf"]
    assert whose["dictionary-fr"] == ["_internal/resources/dictionaries/fr/fr.dic"]
    assert len(whose["Python"]) == 2
    assert len(whose["newsdesk"]) == 2
    assert whose["Chromium in Qt WebEngine"] != whose["Qt"]


def test_what_is_packed_into_the_program_counts_too(found: sbom.Account) -> None:
    assert found.parts["babel"].modules == 1
    assert found.parts["Markdown"].modules == 1
    assert "SQLAlchemy" not in found.parts  # neither a file nor a module of it is there


WINDOWS = [
    "newsdesk.exe",
    "newsdesk-cli.exe",
    "_internal/python313.dll",
    "_internal/_ctypes.pyd",
    "_internal/VCRUNTIME140.dll",
    "_internal/libcrypto-3.dll",
    "_internal/PySide6/Qt6Core.dll",
    "_internal/PySide6/opengl32sw.dll",
    "_internal/lxml/etree.cp313-win_amd64.pyd",
]
MACOS = [
    "Contents/Info.plist",
    "Contents/MacOS/newsdesk",
    "Contents/_CodeSignature/CodeResources",
    "Contents/Resources/newsdesk.icns",
    "Contents/Resources/resources/gazetteer.json",
    "Contents/Frameworks/Python.framework/Versions/3.13/Python",
    "Contents/Frameworks/libsqlite3.0.dylib",
    "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
    "Contents/Frameworks/lxml/etree.cpython-313-darwin.so",
    "Contents/Frameworks/python3.13/lib-dynload/_json.cpython-313-darwin.so",
]


@pytest.mark.parametrize("files", [WINDOWS, MACOS], ids=["windows", "macos"])
def test_files_of_other_systems_are_somebodys_too(parts: list[Component], files: list[str]) -> None:
    found = sbom.account(files, [], parts)
    assert found.nobodys == []
    assert len(found.parts["Python"].files) == 2


def test_a_file_that_is_nobodys_is_complained_of(parts: list[Component]) -> None:
    found = sbom.account(["_internal/libmystery.so"], [], parts)
    assert found.complaints() == ["nobody knows whose this is: _internal/libmystery.so"]


@pytest.mark.parametrize(
    ("licence", "is_acceptable"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("GPL-2.0-or-later WITH Bootloader-exception", True),
        ("Apache-2.0 AND CNRI-Python", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0", False),
        ("MIT AND GPL-2.0-only", False),
        ("GPLv2", False),
    ],
)
def test_what_asks_of_the_whole_to_be_free_is_refused(licence: str, is_acceptable: bool) -> None:
    assert sbom.is_acceptable(licence) is is_acceptable


def test_a_part_under_the_gpl_or_without_a_licence_is_complained_of() -> None:
    bad = [
        Component(name="Markdown", version="1", licence="GPL-3.0-only", text=""),
        Component(name="babel", version="1", licence="", text=""),
    ]
    found = sbom.account([], ["markdown", "babel"], bad)
    assert found.complaints() == ["Markdown is under GPL-3.0-only", "babel has no licence"]


def test_the_bill_lists_every_file_with_its_hash(found: sbom.Account, tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    bill = json.loads(sbom.cyclonedx(found, tmp_path, 1_700_000_000))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    by_name = {one["name"]: one for one in bill["components"]}
    listed = {file["name"] for one in by_name.values() for file in one.get("components", [])}
    assert listed == {name for name in FILES if "themes" not in name and "/newsdesk/" not in name}
    assert by_name["PyYAML"]["purl"].startswith("pkg:pypi/pyyaml@")
    assert len(by_name["PyYAML"]["components"][0]["hashes"][0]["content"]) == 64
    references = [one["bom-ref"] for one in bill["components"]]
    assert bill["dependencies"][0]["dependsOn"] == references
    assert len(set(references)) == len(references)
    again = sbom.cyclonedx(found, tmp_path, 1_700_000_000)
    assert json.loads(again) == bill


def test_the_report_has_the_whole_texts(found: sbom.Account) -> None:
    report = sbom.licence_report(found)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in report
    assert "dictionary-fr" in report
