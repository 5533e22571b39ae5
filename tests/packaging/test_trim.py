import ast
import re

import pytest

from shipping import contents, trim


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
        "PySide6/Qt/resources/icudtl.dat",
        "PySide6/Qt/resources/qtwebengine_resources_200p.pak",
        "PySide6\\resources\\v8_context_snapshot.bin",
        "PySide6/Qt/translations/qtwebengine_locales/en-US.pak",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "markdown-3.11.3.dist-info/entry_points.txt",
        "qtawesome/fonts/remixicon-2.5.0.ttf",
        "resources/dictionaries/fr/LICENCE.txt",
    ],
)
def test_what_the_program_needs_is_wanted(name: str) -> None:
    assert trim.is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/qml/QtQuick/Controls/libqtquickcontrols2plugin.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platforms/libqvkkhrdisplay.so",
        "PySide6\\plugins\\platforms\\qminimal.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlmysql.so",
        "PySide6\\plugins\\imageformats\\qtiff.dll",
        "PySide6/Qt/resources/qtwebengine_devtools_resources.pak",
        "PySide6/Qt/translations/qtwebengine_locales/de.pak",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/designer_fr.qm",
        "PySide6/QtCore.pyi",
        "markdown-3.11.3.dist-info/RECORD",
        "lxml/includes/libxml/tree.h",
        "lxml/parser.pxi",
        "libsoftokn3.chk",
        "tld/tests/test_core.py",
    ],
)
def test_what_it_does_not_need_is_not(name: str) -> None:
    assert not trim.is_wanted(name)


def test_what_the_source_imports_is_not_left_out() -> None:
    left_out = set(trim.MODULES)
    named = {
        module
        for path in contents.SOURCE.rglob("*.py")
        for module in _imported(ast.parse(path.read_text("utf-8")))
    }
    assert {"PySide6.QtWidgets", "PySide6.QtPdf"} <= named  # the reader reads
    assert named & left_out == set()


def _imported(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_files_for_languages_and_time_zones_are_told_from_the_others() -> None:
    assert trim.is_locale("_internal/babel/locale-data/fr.dat")
    assert trim.is_locale("_internal\\tzdata\\zoneinfo\\Europe\\Zurich")
    assert trim.is_locale("_internal/PySide6/Qt/translations/qtwebengine_locales/ar.pak")
    assert not trim.is_locale("_internal/babel/global.dat")


def test_what_is_reached_is_followed_to_its_end_and_round_a_ring() -> None:
    needs = {"a": ["b"], "b": ["c", "a"], "c": [], "d": ["c"]}
    assert trim.reached(["a"], needs.__getitem__) == {"a", "b", "c"}
    assert trim.reached([], needs.__getitem__) == set()


def test_a_link_stays_with_what_it_leads_to() -> None:
    links = [
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6"),
        ("libQt6Charts.so.6", "PySide6/Qt/lib/libQt6Charts.so.6"),
        ("QtCore.framework/Versions/Current", "A"),
        ("QtCore.framework/QtCore", "Versions/Current/QtCore"),
        ("shiboken6/lib", "../PySide6"),
    ]
    present = ["PySide6/Qt/lib/libQt6Core.so.6", "QtCore.framework/Versions/A/QtCore"]
    kept = [name for name, _ in trim.without_dangling(links, present)]
    assert "libQt6Core.so.6" in kept
    assert "libQt6Charts.so.6" not in kept
    assert "QtCore.framework/Versions/Current" in kept
    assert "QtCore.framework/QtCore" in kept
    assert "shiboken6/lib" in kept


def test_the_languages_of_the_interface_are_those_of_the_translations() -> None:
    import dev  # noqa: PLC0415 - named nowhere else here

    assert set(trim.UI_LANGUAGES) == set(dev.UI_LANGUAGES)
    assert all(re.fullmatch(r"[a-z]{2}", one) for one in trim.UI_LANGUAGES)
