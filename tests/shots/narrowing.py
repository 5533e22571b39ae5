"""Scenes of the sidebar."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.searching import kept
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from pathlib import Path

    from tests.drivers import WindowDriver


def _filled(folder: "Path") -> None:
    """Keep searches, put a release away, star one and file the others under many words."""
    from newsdesk.desk import open_desk
    from newsdesk.domain.filing import Filing
    from newsdesk.domain.query import ReleaseQuery
    from newsdesk.domain.vocabulary import Scheme, TermColour

    kept(folder)
    with open_desk(folder, writing=True) as desk:
        ids = list(desk.search.ids(ReleaseQuery()))
        desk.releases.star(str(ids[0]), starred=True)
        gone, _ = desk.releases.new({"headline": "Ferry timetable for the spring"})
        desk.bulk.trash([gone.id])
        themes = (("Search and rescue", TermColour.RED), ("Safety at sea", TermColour.BLUE))
        for name, colour in themes:
            term, _ = desk.vocabularies.add(Scheme.THEME, name, "en")
            desk.vocabularies.set_colour(term.id, colour)
            desk.bulk.file(ids[: 1 + len(name) % 2], Filing(add=(term,)))
        tags = [desk.vocabularies.add(Scheme.TAG, name, "en")[0] for name in TAGS]
        desk.bulk.file(ids[:1], Filing(add=tuple(tags)))


TAGS = (
    "volunteers", "coast guard", "lifeboats", "ports", "weather", "radio", "crews", "helicopters",
    "a very long tag that no sidebar has room for", "timetables", "pilots",
)  # fmt: skip


def _shown(*, is_arabic: bool = False) -> "Callable[[WindowDriver], None]":
    def show(driver: "WindowDriver") -> None:
        from newsdesk.domain.narrowing import Choice
        from newsdesk.ui.sidebar_desk import SidebarDesk
        from tests.hands import wait_until

        (arabic if is_arabic else english)(driver)
        driver.workstation.actions.action("view.sidebar").trigger()
        sidebar = driver.window.findChild(SidebarDesk).sidebar
        wait_until(lambda: sidebar._facets.total > 0, "the counts")
        view = sidebar._sections["states"].view
        draft = next(one for one in view.lines.shown() if one.facet is not None)
        view.line_chosen.emit(draft, Choice.ONLY)
        view = sidebar._sections["countries"].view
        view.line_chosen.emit(view.lines.shown()[-1], Choice.NOT)
        driver.window.library._view.setFocus()

    return show


def _saved(driver: "WindowDriver") -> None:
    """All of the tags, one of them being looked for, below a kept search that was chosen."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QPushButton

    from newsdesk.ui.library.facet_section import _FilterField
    from newsdesk.ui.sidebar_desk import SidebarDesk
    from tests.hands import wait_until

    english(driver)
    driver.workstation.actions.action("view.sidebar").trigger()
    sidebar = driver.window.findChild(SidebarDesk).sidebar
    wait_until(lambda: sidebar._facets.total > 0, "the counts")
    for name in ("countries", "themes"):
        sidebar._sections[name].title.click()
    sidebar._saved.search_chosen.emit("is:embargoed")
    tags = sidebar._sections["tags"]
    next(b for b in tags.findChildren(QPushButton) if b is not tags.title).click()
    field = tags.findChild(_FilterField)
    wait_until(field.hasFocus, "the field")
    QTest.keyClicks(field, "r")


SCENES = {
    "sidebar": Scene(_shown(), prepare=_filled),
    "sidebar-dark": Scene(_shown(), theme="dark", prepare=_filled),
    "sidebar-arabic": Scene(_shown(is_arabic=True), is_mirrored=True, prepare=_filled),
    "sidebar-1024x640": Scene(_shown(), size=(1024, 640), prepare=_filled),
    "sidebar-all": Scene(_saved, theme="dark", prepare=_filled),
    "sidebar-large": Scene(_shown(), text_scale=2.0, prepare=_filled),
}
