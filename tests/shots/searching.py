"""Scenes of searching."""

from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import english

if TYPE_CHECKING:
    from pathlib import Path

    from newsdesk.ui.library.search_field import SearchField
    from tests.drivers import WindowDriver


def kept(folder: "Path") -> None:
    from newsdesk.desk import open_desk

    with open_desk(folder, writing=True) as desk:
        for name, query in (
            ("Drafts on rescue", "rescue state:draft"),
            ("In French", "lang:fr"),
            ("Under embargo", "is:embargoed"),
        ):
            desk.searches.add(query, name)


def _field(driver: "WindowDriver") -> "SearchField":
    from newsdesk.ui.library.search_field import SearchField

    field = driver.window.library.findChild(SearchField)
    assert field is not None
    field.setFocus()
    return field


def _found(driver: "WindowDriver") -> None:
    """What was looked for is marked in the list, in the text and on the page."""
    from PySide6.QtTest import QTest

    from tests.hands import wait_until

    english(driver)
    QTest.keyClicks(_field(driver), "winter harb -lang:fr ")
    text = driver.window.editor.text
    wait_until(lambda: bool(text._marks.get("searched")), "the marks")
    wait_until(lambda: len(driver.listed()) > 0, "what was found")


def _completed(driver: "WindowDriver") -> None:
    """Values of an operator are offered with how many releases they find."""
    from PySide6.QtTest import QTest

    from tests.hands import wait_until

    english(driver)
    field = _field(driver)
    QTest.keyClicks(field, "harbour tag:")
    completion = field.completion
    assert completion is not None
    wait_until(lambda: completion.is_open, "the values")
    completion._list.move_mark(1)


SCENES = {
    "search": Scene(_found, prepare=kept),
    "search-dark": Scene(_found, theme="dark", prepare=kept),
    "search-arabic": Scene(_found, is_mirrored=True, prepare=kept),
    "search-completion": Scene(_completed, prepare=kept),
    "search-completion-1024x640": Scene(_completed, size=(1024, 640), prepare=kept),
}
