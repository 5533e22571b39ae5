"""Scenes of somebody who writes."""

from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver

_WORDS = '"It\'s the first exercise of its kind," she said -- and not the last'
_CELLS = ("Port", "Crews", "Aqaba", "12", "Alexandria", "9", "港口")
_ARABIC = '"IOM" -- 12'


def _writing(driver: "WindowDriver") -> None:
    """A table, typographic marks and a footnote, all of it typed."""
    english(driver)
    _type_all(driver, _WORDS)


def _writing_arabic(driver: "WindowDriver") -> None:
    arabic(driver)
    _type_all(driver, _ARABIC)


def _type_all(driver: "WindowDriver", words: str) -> None:
    from PySide6.QtGui import QTextCursor

    from tests.hands import press, type_text, wait_until

    text = driver.window.editor.text
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.End)
    type_text("\n\n" + words)
    press("Ctrl+Alt+F")
    type_text("Figures of the harbour office")
    press("Ctrl+Alt+F")
    type_text(".")
    press("Ctrl+Alt+T")
    for cell in _CELLS:
        text.insertPlainText(cell)
        press("Tab")
    press("Shift+Tab")
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    wait_until(lambda: driver.workstation.autosave.is_settled, "it to be stored", 30)
    wait_until(lambda: "Alexandria" in driver.preview_main_html(), "the page")


def _menu(driver: "WindowDriver") -> None:
    """What is behind the last button of the toolbar."""
    from PySide6.QtWidgets import QMenu, QToolButton

    from newsdesk.ui.editor.toolbar import Toolbar
    from tests.hands import wait_until

    _writing(driver)
    wait_until(driver.workstation.actions.action("format.row_below").isEnabled, "the table")
    toolbar = driver.window.editor.findChild(Toolbar)
    (more,) = (one for one in toolbar.findChildren(QToolButton) if one.menu())
    menu = more.menu()
    assert isinstance(menu, QMenu)
    menu.popup(more.mapToGlobal(more.rect().bottomLeft()))  # a click would wait for its end
    wait_until(menu.isVisible, "the menu")


SCENES = {
    "writing": Scene(_writing),
    "writing-dark": Scene(_writing, theme="dark"),
    "writing-arabic": Scene(_writing_arabic),
    "writing-1024x640": Scene(_writing, size=(1024, 640)),
    "toolbar-menu": Scene(_menu),
    "toolbar-menu-1024x640": Scene(_menu, theme="dark", size=(1024, 640)),
}
