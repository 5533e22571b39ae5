from pathlib import Path

import pytest

from shipping import bundle, contents

GOOD = [
    "newsdesk",
    "_internal/libpython3.13.so.1.0",
    "_internal/PySide6/Qt/lib/libQt6WebEngineCore.so.6",
    "_internal/PySide6/Qt/libexec/QtWebEngineProcess",
    "_internal/PySide6/Qt/resources/icudtl.dat",
    "_internal/PySide6/Qt/resources/v8_context_snapshot.bin",
    "_internal/PySide6/Qt/resources/qtwebengine_resources_100p.pak",
    "_internal/PySide6/Qt/resources/qtwebengine_resources_200p.pak",
    "_internal/PySide6/Qt/translations/qtwebengine_locales/en-US.pak",
    "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
    "_internal/PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "_internal/PySide6/Qt/plugins/imageformats/libqjpeg.so",
    "_internal/PySide6/Qt/plugins/imageformats/libqsvg.so",
    "_internal/tzdata/zoneinfo/Europe/Zurich",
    "_internal/babel/locale-data/en.dat",
    "_internal/qtawesome/fonts/phosphor-1.3.0.ttf",
    "_internal/resources/components.json",
    "_internal/hunspell/hunspell.cpython-313-x86_64-linux-gnu.so",
]


def made(folder: Path, *more: str, without: str = "") -> bundle.Bundle:
    """Return a bundle of empty files."""
    own = [
        f"_internal/{Path(place).as_posix()}/{Path(source).name}"
        for source, place in contents.own_data()
    ]
    for name in [*GOOD, *own, *more]:
        if name != without:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).touch()
    return bundle.Bundle(folder)


def test_a_whole_bundle_has_nothing_to_complain_of(tmp_path: Path) -> None:
    assert bundle.complaints(made(tmp_path), ["newsdesk", "markdown"]) == []


@pytest.mark.parametrize("missing", [*GOOD, "_internal/resources/gazetteer.json"])
def test_what_is_missing_is_said(tmp_path: Path, missing: str) -> None:
    (complaint,) = bundle.complaints(made(tmp_path, without=missing), [])
    assert complaint.startswith("missing: ")


@pytest.mark.parametrize(
    "name",
    [
        "_internal/PySide6/QtCharts.abi3.so",
        "_internal/PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
        "_internal/PySide6/Qt6Graphs.dll",
        "_internal/libreadline.so.8",
        "_internal/fitz/_fitz.so",
        "_internal/PySide6/Qt/qml/QtQuick/qmldir",
        "_internal/PySide6/Qt/plugins/platforms/libqeglfs.so",
        "_internal/yaml/py.typed",
    ],
)
def test_what_must_not_be_there_is_said(tmp_path: Path, name: str) -> None:
    (complaint,) = bundle.complaints(made(tmp_path, name), [])
    assert complaint.endswith(name)


def test_what_spells_may_be_packed_as_modules(tmp_path: Path) -> None:
    whole = made(tmp_path, without=GOOD[-1])
    assert bundle.complaints(whole, ["spylls.hunspell"]) == []


def test_a_module_that_must_not_be_packed_is_said(tmp_path: Path) -> None:
    (complaint,) = bundle.complaints(made(tmp_path), ["unidecode.x000", "unidecodes"])
    assert complaint.endswith("unidecode.x000")


def test_too_many_files_are_said_and_languages_do_not_count(tmp_path: Path) -> None:
    languages = [f"_internal/babel/locale-data/{number}.dat" for number in range(400)]
    whole = made(tmp_path, *languages)
    assert bundle.complaints(whole, []) == []
    more = [f"_internal/more/{number}" for number in range(bundle.MOST_FILES)]
    (complaint,) = bundle.complaints(made(tmp_path, *more), [])
    assert "files beside languages" in complaint


def test_too_large_a_bundle_is_said(tmp_path: Path) -> None:
    whole = made(tmp_path)
    with (tmp_path / "newsdesk").open("r+b") as file:
        file.truncate((bundle.MOST_MIB_UNPACKED + 1) * 2**20)
    (complaint,) = bundle.complaints(whole, [])
    assert "MiB" in complaint
    assert "newsdesk" in bundle.figures(whole)


@pytest.mark.parametrize("name", ["newsdesk", "newsdesk.exe", "Contents/MacOS/newsdesk"])
def test_the_program_is_found_on_every_system(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).touch()
    assert bundle.program_in(tmp_path) == tmp_path / name
    with pytest.raises(FileNotFoundError):
        bundle.program_in(tmp_path / "elsewhere")
