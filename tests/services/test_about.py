from newsdesk.services.about import About
from newsdesk.services.components import Component

QT = Component(name="Qt", version="6.11.3", licence="LGPL-3.0-only", text="")
ABOUT = About(
    version="1.2.3",
    licence="MIT License\n\nCopyright (c) 2026 the newsdesk authors\n\nPermission …",
    changelog="",
    components=(QT,),
)


def test_whose_it_is_is_read_off_the_licence() -> None:
    assert ABOUT.copyright == "© 2026 the newsdesk authors"
    assert About(version="", licence="", changelog="", components=()).copyright == ""


def test_a_component_s_version_is_found_by_its_name() -> None:
    assert ABOUT.of("Qt") == "6.11.3"
    assert ABOUT.of("Gtk") == ""


def test_whoever_helps_is_told_versions_system_and_folder() -> None:
    told = ABOUT.details("/home/noor/newsroom", lambda: "Windows 11")
    assert told.splitlines() == [
        "newsdesk 1.2.3",
        "Qt 6.11.3, Python ",
        "Windows 11",
        "/home/noor/newsroom",
    ]
