"""What stays out of the bundle. Decided by names alone, so that it is tested without a build.

A name is where a file goes in the bundle: `PySide6/Qt/plugins/platforms/libqxcb.so` on Linux and
macOS, `PySide6\\plugins\\platforms\\qwindows.dll` on Windows.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

UI_LANGUAGES = ("en", "fr", "es", "ar")

MODULES = (
    # what programs are written and tested with
    *("tkinter", "_tkinter", "unittest", "test", "lib2to3", "idlelib", "turtle", "turtledemo"),
    *("pdb", "doctest", "pydoc_data", "ensurepip", "venv", "distutils", "setuptools", "pip"),
    *("pkg_resources", "_distutils_hack", "pytest", "hypothesis", "xxsubtype"),
    # GPL libraries of the system stand behind these
    *("readline", "rlcompleter", "dbm", "_dbm", "_gdbm", "curses", "_curses", "_curses_panel"),
    # other databases
    *(f"sqlalchemy.dialects.{name}" for name in ("mysql", "oracle", "mssql")),
    *("sqlalchemy.testing", "alembic.testing"),
    # what libraries would use if it were there
    *("numpy", "pandas", "matplotlib", "IPython", "PIL.ImageTk", "PIL._imagingtk", "PIL.ImageQt"),
    *("PIL._avif", "trafilatura.cli", "htmldate.cli", "dateparser_cli", "courlan.cli"),
    *("PyQt5", "PyQt6", "PySide2"),
    # parts of Qt that qtpy names and newsdesk does not use, or that are GPL
    *(
        f"PySide6.Qt{name}"
        for name in (
            *("3DAnimation", "3DCore", "3DExtras", "3DInput", "3DLogic", "3DRender"),
            *("AxContainer", "Bluetooth", "CanvasPainter", "Charts", "Concurrent"),
            *("DataVisualization", "Designer", "Graphs", "GraphsWidgets", "Help", "HttpServer"),
            *("Location", "Multimedia", "MultimediaWidgets", "NetworkAuth", "Nfc", "OpenGL"),
            *("OpenGLWidgets", "PdfWidgets", "Positioning", "Quick3D", "QuickControls2"),
            *("QuickTest", "SvgWidgets"),
            *("QuickWidgets", "RemoteObjects", "Scxml", "Sensors", "SerialBus", "SerialPort"),
            *("SpatialAudio", "Sql", "StateMachine", "Test", "TextToSpeech", "UiTools"),
            *("VirtualKeyboard", "WebEngineQuick", "WebSockets", "WebView", "Xml"),
        )
    ),
)
"""Modules that are not collected, whoever names them."""

_PLUGINS: Mapping[str, str] = {  # kind of plugin -> which of them are needed, as a pattern
    "iconengines": "svgicon",
    "imageformats": "gif|ico|jpeg|svg|webp",
    "platforminputcontexts": "composeplatforminputcontextplugin|ibusplatforminputcontextplugin",
    "platforms": "xcb|wayland.*|offscreen|windows|cocoa",
    "platformthemes": "xdgdesktopportal",
    "printsupport": ".*",
    "styles": ".*",
    "tls": "opensslbackend|schannelbackend|securetransportbackend",
    "wayland-decoration-client": ".*",
    "wayland-graphics-integration-client": "qt-plugin-wayland-egl",
    "wayland-shell-integration": "xdg-shell",
    "xcbglintegrations": ".*",
}
_WITHIN_QT = re.compile(r"PySide6/(?:Qt/)?(?=\w)")
_PLUGIN = re.compile(r"plugins/([\w-]+)/(?:lib)?(?:q(?!t))?(.+?)\.(?:so|dll|dylib)$")
_LOCALE = re.compile(r"qtwebengine_locales/([\w-]+)\.pak$")
_TRANSLATION = re.compile(r"translations/(\w+?)_(\w+)\.qm$")
_FOR_DEVELOPERS = re.compile(
    r"(?:^|/)(?:py\.typed|tests?/.*|.*\.dist-info/(?!METADATA$|entry_points\.txt$).*"
    r"|.*\.(?:pyi|pxd|pxi|pyx|h|hpp|c|cpp|chk|lib"
    r"|qmltypes|prl|cmake|pri|json\.gz))$"
)
_UNUSED = re.compile(
    r"(?:lxml/(?:includes|isoschematron)|alembic/(?:templates|testing)|mako/ext|qtpy/tests"
    r"|qtwebengine_devtools_resources|sqlalchemy/testing|PySide6_\w+\.json)"
)


def is_wanted(name: str) -> bool:
    """Tell whether a file goes into the bundle."""
    posix = name.replace("\\", "/")
    if _WITHIN_QT.match(posix):
        return _is_wanted_of_qt(_WITHIN_QT.sub("", posix, count=1))
    return not _FOR_DEVELOPERS.search(posix) and not _UNUSED.search(posix)


def _is_wanted_of_qt(name: str) -> bool:
    if name.startswith(
        ("qml/", "metatypes/", "include/", "examples/", "doc/", "glue/", "typesystems/")
    ):
        return False
    if plugin := _PLUGIN.match(name):
        kind, which = plugin.groups()
        wanted = _PLUGINS.get(kind)
        return wanted is not None and re.fullmatch(wanted, which) is not None
    if locale := _LOCALE.search(name):
        return locale[1].partition("-")[0] in UI_LANGUAGES
    if translation := _TRANSLATION.match(name):
        part, language = translation.groups()
        return part in {"qt", "qtbase"} and language in UI_LANGUAGES
    return not _FOR_DEVELOPERS.search(name) and not _UNUSED.search(name)


def is_loaded_by_name(name: str) -> bool:
    """Tell a library that Qt loads itself when it needs it: no other file says so."""
    return bool(re.search(r"(?:opengl32sw|d3dcompiler_\d+|dxcompiler|dxil)\.dll$", name))


def is_locale(name: str) -> bool:
    """Tell whether a file is one of the many small ones for a language or a time zone."""
    posix = name.replace("\\", "/")
    return bool(
        _LOCALE.search(posix)
        or _TRANSLATION.search(posix)
        or re.search(
            r"babel/locale-data/|(?:tzdata|pytz)/zoneinfo/|justext/stoplists/|resources/dictionaries/",
            posix,
        )
    )


# Dropping a plugin does not drop the libraries that only it needs ------------------------------


def reached(names: Iterable[str], needs: Callable[[str], Iterable[str]]) -> set[str]:
    """Return what `names` load, what that loads, and so on."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        new = set(needs(waiting.pop())) - found
        found |= new
        waiting += new
    return found


def without_dangling(
    links: Iterable[tuple[str, str]], present: Iterable[str]
) -> list[tuple[str, str]]:
    """Return the links, pairs of where they stand and where they point, that lead somewhere."""
    leading = dict(links)
    there = set(present)
    there |= {str(parent) for name in there for parent in PurePosixPath(name).parents}
    return [
        (name, target)
        for name, target in leading.items()
        if _destination(PurePosixPath(name).parent / target, leading) in there
    ]


def _destination(path: PurePosixPath, links: Mapping[str, str]) -> str:
    """Return where a path leads when every link on the way is followed."""
    place = PurePosixPath()
    for part in path.parts:
        place = place.parent if part == ".." else place / part
        if (target := links.get(str(place))) is not None:
            place = PurePosixPath(_destination(place.parent / target, links))
    return str(place)
