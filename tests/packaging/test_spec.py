"""The spec, evaluated as PyInstaller does on each system; PyInstaller itself is made up."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from shipping import contents, product

SPEC = product.PACKAGING / "newsdesk.spec"


class Made:
    """What PyInstaller would make, with what it was asked for."""

    def __init__(self, kind: str, what: tuple[Any, ...], how: dict[str, Any]) -> None:
        self.kind, self.what, self.how = kind, what, how
        self.pure: list[Any] = []
        self.scripts: list[Any] = []
        self.binaries = [
            ("PySide6/QtCore.abi3.so", "/wheels/QtCore.abi3.so", "EXTENSION"),
            ("PySide6/Qt/plugins/platforms/libqeglfs.so", "/wheels/libqeglfs.so", "BINARY"),
        ]
        self.datas = [("PySide6/Qt/qml/qmldir", "/wheels/qmldir", "DATA")]


def evaluated(platform: str, work: Path, monkeypatch: pytest.MonkeyPatch) -> list[Made]:
    made: list[Made] = []

    def maker(kind: str) -> Any:
        def make(*what: Any, **how: Any) -> Made:
            made.append(Made(kind, what, how))
            return made[-1]

        return make

    bindepend, hooks = ModuleType("bindepend"), ModuleType("hooks")
    bindepend.get_imports = lambda _path: set()  # type: ignore[attr-defined]
    hooks.collect_data_files = lambda name: [(f"/{name}/data", name)]  # type: ignore[attr-defined]
    for name in ("PyInstaller", "PyInstaller.depend", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.depend.bindepend", bindepend)
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "platform", platform)
    names = {kind: maker(kind) for kind in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    code = compile(SPEC.read_text("utf-8"), str(SPEC), "exec")
    exec(code, {**names, "SPECPATH": str(SPEC.parent), "workpath": str(work)})  # noqa: S102
    return made


@pytest.mark.parametrize(
    ("platform", "kinds"),
    [
        ("linux", ["Analysis", "PYZ", "EXE", "COLLECT"]),
        ("win32", ["Analysis", "PYZ", "EXE", "EXE", "COLLECT"]),
        ("darwin", ["Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE"]),
    ],
)
def test_each_system_gets_its_own(
    platform: str, kinds: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = evaluated(platform, tmp_path, monkeypatch)
    assert [one.kind for one in made] == kinds
    analysis, exe = made[0], made[2]
    assert analysis.how["hiddenimports"] == list(contents.hidden_imports())
    assert ("/babel/data", "babel") in analysis.how["datas"]
    assert [name for name, _, _ in analysis.binaries] == ["PySide6/QtCore.abi3.so"]
    assert analysis.datas == []
    assert (exe.how["strip"], exe.how["upx"], exe.how["console"]) == (False, False, False)


def test_windows_gets_its_icon_its_version_and_a_program_for_the_console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = [one for one in evaluated("win32", tmp_path, monkeypatch) if one.kind == "EXE"]
    assert [one.how["name"] for one in programs] == ["newsdesk", "newsdesk-cli"]
    assert [one.how["console"] for one in programs] == [False, True]
    assert Path(programs[0].how["icon"]).is_file()
    assert product.read().version in Path(programs[0].how["version"]).read_text("utf-8")


def test_macos_gets_a_program_with_a_property_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bundle,) = [one for one in evaluated("darwin", tmp_path, monkeypatch) if one.kind == "BUNDLE"]
    assert bundle.how["name"] == "Newsdesk.app"
    assert bundle.how["bundle_identifier"] == product.BUNDLE_ID
    assert Path(bundle.how["icon"]).is_file()
    assert bundle.how["info_plist"]["NSHighResolutionCapable"] is True


def test_the_list_of_components_goes_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = evaluated("linux", tmp_path, monkeypatch)[0]
    (listed,) = [
        source for source, _ in analysis.how["datas"] if source.endswith("components.json")
    ]
    assert '"SQLAlchemy"' in Path(listed).read_text("utf-8")
