"""What goes in, on made-up bundles of each system."""

from importlib.util import find_spec
from pathlib import Path

from shipping import contents


def entries(*names: str, kind: str = "BINARY") -> list[contents.Entry]:
    return [(name, f"/wheels/{name}".replace("\\", "/"), kind) for name in names]


def kept(
    names: list[str], needs: dict[str, list[str]], *, system: tuple[str, ...] = ()
) -> set[str]:
    """Return the names that stay. `needs` and `system` go by the names of files."""
    binaries, _ = contents.trimmed(
        entries(*names),
        [],
        lambda path: needs.get(Path(path).name, []),
        lambda path: Path(path).name in system,
    )
    return {name for name, _, _ in binaries}


LINUX = [
    "PySide6/QtCore.abi3.so",
    "PySide6/Qt/lib/libQt6Core.so.6",
    "PySide6/Qt/lib/libQt6Charts.so.6",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/libexec/QtWebEngineProcess",
    "libgtk-3.so.0",
    "libX11.so.6",
    "libssl.so.3",
    "libpython3.13.so.1.0",
    "python3.13/lib-dynload/_ssl.cpython-313-x86_64-linux-gnu.so",
]
NEEDS = {
    "QtCore.abi3.so": ["libQt6Core.so.6"],
    "libqxcb.so": ["libQt6Core.so.6", "/usr/lib/libX11.so.6"],
    "libqgtk3.so": ["/usr/lib/libgtk-3.so.0", "libX11.so.6"],
    "_ssl.cpython-313-x86_64-linux-gnu.so": ["/usr/lib/libssl.so.3"],
}


def test_libraries_go_with_the_plugins_that_brought_them() -> None:
    gone = set(LINUX) - kept(LINUX, NEEDS)
    assert gone == {
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "libgtk-3.so.0",
        "PySide6/Qt/lib/libQt6Charts.so.6",  # which nothing names
    }


def test_libraries_of_the_system_stay_with_the_system_unless_python_needs_them() -> None:
    system = ("libX11.so.6", "libgtk-3.so.0", "libssl.so.3")
    there = kept(LINUX, NEEDS, system=system)
    assert "libX11.so.6" not in there
    assert "libssl.so.3" in there


def test_windows_does_not_tell_small_letters_from_large_ones() -> None:
    names = ["PySide6\\Qt6Core.dll", "PySide6\\QtCore.pyd", "PySide6\\msvcp140.dll"]
    needs = {
        "QtCore.pyd": ["QT6CORE.dll"],
        "Qt6Core.dll": ["MSVCP140.dll"],
    }
    assert kept(names, needs) == set(names)


def test_what_qt_loads_by_its_name_stays_though_nothing_names_it() -> None:
    names = ["PySide6/opengl32sw.dll", "PySide6/avcodec-61.dll"]
    assert kept(names, {}) == {"PySide6/opengl32sw.dll"}


def test_a_framework_goes_as_a_whole_and_so_do_links_to_it() -> None:
    charts = "PySide6/Qt/lib/QtCharts.framework"
    core = "PySide6/Qt/lib/QtCore.framework"
    binaries = entries(
        "PySide6/QtCore.abi3.so",
        f"{core}/Versions/A/QtCore",
        f"{charts}/Versions/A/QtCharts",
    )
    datas = [
        *entries(f"{core}/Versions/A/Resources/Info.plist", kind="DATA"),
        *entries(f"{charts}/Versions/A/Resources/Info.plist", kind="DATA"),
        ("QtCore", f"{core}/Versions/A/QtCore", "SYMLINK"),
        ("QtCharts", f"{charts}/Versions/A/QtCharts", "SYMLINK"),
    ]
    binaries, datas = contents.trimmed(
        binaries,
        datas,
        lambda path: ["QtCore"] if path.endswith("QtCore.abi3.so") else [],
        lambda _path: False,
    )
    names = {name for name, _, _ in [*binaries, *datas]}
    assert not any("Charts" in name for name in names)
    assert {"QtCore", f"{core}/Versions/A/Resources/Info.plist"} <= names


def test_every_migration_and_every_resource_goes_in_but_the_licences() -> None:
    into = {
        f"{Path(folder).as_posix()}/{Path(source).name}" for source, folder in contents.own_data()
    }
    versions = contents.SOURCE / "storage" / "migrations" / "versions"
    scripts = {f"newsdesk/storage/migrations/versions/{one.name}" for one in versions.glob("0*.py")}
    assert scripts
    assert scripts <= into
    assert "newsdesk/storage/migrations/env.py" in into
    assert {"resources/gazetteer.json", "resources/CHANGELOG.md", "resources/LICENSE"} <= into
    assert not any(name.startswith("resources/licences/") for name in into)


def test_what_the_source_names_in_strings_is_imported() -> None:
    hidden = contents.hidden_imports()
    assert {"mammoth", "trafilatura", "gcld3", "defusedxml.ElementTree"} <= set(hidden)
    assert ("hunspell" in hidden) == (find_spec("hunspell") is not None)
    assert "newsdesk.self_test" in hidden
    assert [name for name in hidden if find_spec(name) is None] == []


def test_packages_follow_the_lock() -> None:
    found = set(contents.packages())
    assert {"babel", "tzdata", "qtawesome", "sqlalchemy"} <= found
    assert not {"PySide6", "shiboken6", "pytest", "hypothesis", "ruff"} & found


def test_a_name_is_compared_as_all_its_spellings() -> None:
    assert contents.normal("Typing_Extensions") == contents.normal("typing.extensions")
    assert "pyside6-addons" in contents.locked()
