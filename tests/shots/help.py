"""Scenes of what newsdesk says of itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver


def _action(id_: str, typed: str = "") -> "Callable[[WindowDriver], None]":
    def show(driver: "WindowDriver") -> None:
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QDialog

        from tests.hands import wait_until

        english(driver)
        driver.workstation.actions.action(id_).trigger()
        wait_until(
            lambda: (
                QApplication.activePopupWidget()
                or QApplication.activeModalWidget()
                or driver.window.findChildren(QDialog, "guide")
                or driver.window.findChildren(QDialog, "news")
            ),
            "what it opens",
        )
        if typed:
            QTest.keyClicks(QApplication.focusWidget(), typed)

    return show


SCENES = {
    "palette": Scene(_action("help.palette")),
    "palette-found": Scene(_action("help.palette", "re")),
    "palette-dark": Scene(_action("help.palette"), theme="dark"),
    "palette-1024x640": Scene(_action("help.palette"), size=(1024, 640)),
    "shortcuts": Scene(_action("help.shortcuts")),
    "shortcuts-dark": Scene(_action("help.shortcuts"), theme="dark"),
    "shortcuts-1024x640": Scene(_action("help.shortcuts"), size=(1024, 640)),
    "about": Scene(_action("help.about")),
    "about-dark": Scene(_action("help.about"), theme="dark"),
    "about-1024x640": Scene(_action("help.about"), size=(1024, 640)),
    "about-arabic": Scene(_action("help.about"), is_mirrored=True),
    "news": Scene(_action("help.news")),
    "news-arabic": Scene(_action("help.news"), is_mirrored=True),
    "news-dark": Scene(_action("help.news"), theme="dark"),
    "guide": Scene(_action("help.guide")),
    "guide-dark": Scene(_action("help.guide", "save"), theme="dark"),
}
