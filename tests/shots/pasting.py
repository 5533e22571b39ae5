"""Scenes of somebody who pastes."""

from pathlib import Path
from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver

_OFFICE = Path(__file__).parents[1] / "importing" / "files" / "office"


def _paste(driver: "WindowDriver", html: str, plain: str) -> None:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QGuiApplication, QTextCursor

    from tests.hands import press, wait_until

    source = QMimeData()
    source.setHtml(html)
    source.setText(plain)
    QGuiApplication.clipboard().setMimeData(source)
    text = driver.window.editor.text
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    press("Ctrl+V")
    wait_until(lambda: "Boats" in driver.preview_main_html(), "the page")


def _pasting(driver: "WindowDriver") -> None:
    """A text of Word's with a link that carries tracking."""
    english(driver)
    _paste(driver, (_OFFICE / "word.html").read_text("utf-8"), "Nine ports")


def _pasting_arabic(driver: "WindowDriver") -> None:
    arabic(driver)
    _paste(driver, (_OFFICE / "google-docs.html").read_text("utf-8"), "Nine ports")


def _edit_menu(driver: "WindowDriver") -> None:
    from PySide6.QtWidgets import QMenu

    from newsdesk.ui.actions.spec import Menu
    from tests.hands import wait_until

    english(driver)
    driver.window.editor.text.setFocus()
    menu = QMenu(driver.window)
    driver.workstation.actions.fill(menu, Menu.EDIT)
    menu.popup(driver.window.mapToGlobal(driver.window.rect().topLeft()))
    wait_until(menu.isVisible, "the menu")


SCENES = {
    "pasting": Scene(_pasting),
    "pasting-dark": Scene(_pasting, theme="dark"),
    "pasting-arabic": Scene(_pasting_arabic),
    "pasting-1024x640": Scene(_pasting, size=(1024, 640)),
    "edit-menu": Scene(_edit_menu),
}
