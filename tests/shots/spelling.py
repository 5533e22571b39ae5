"""Scenes of the spelling."""

from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver

_SLIPS = (
    "The harbor crews will recieve new life vests before the end of April, the Office said. "
    "Neigbouring ports lend them boats, whose engins were checked in Mombasa."
)


def _marked(driver: "WindowDriver") -> None:
    from PySide6.QtGui import QTextCursor

    from tests.hands import wait_until

    english(driver)
    text = driver.window.editor.text
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.insertText(f"{_SLIPS}\n\n")
    text.setTextCursor(cursor)
    wait_until(lambda: len(text.extraSelections()) >= 4, "the marks")


def _menu(driver: "WindowDriver") -> None:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication, QMenu

    from tests.hands import wait_until

    _marked(driver)
    text = driver.window.editor.text
    cursor = text.document().find("Neigbouring")
    cursor.setPosition(cursor.selectionStart() + 3)
    at = text.cursorRect(cursor).center()
    view = text.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))

    def is_filled() -> bool:
        menu = QApplication.activePopupWidget()
        return isinstance(menu, QMenu) and menu.actions()[0].isEnabled()

    wait_until(is_filled, "the suggestions")


def _settings(driver: "WindowDriver") -> None:
    from PySide6.QtWidgets import QListWidget

    from newsdesk.ui.dialogs.settings_dialog import SettingsDialog
    from tests.hands import visible, wait_until

    english(driver)
    assert driver.workstation.wiring is not None
    driver.workstation.wiring.spelling.checker.add_word("quayside")
    driver.workstation.actions.action("app.settings").trigger()
    wait_until(lambda: bool(visible(SettingsDialog)), "the settings")
    dialog = visible(SettingsDialog)[0]
    pages = dialog.findChild(QListWidget, "settings_pages")
    assert pages is not None
    rows = [pages.item(row).text() for row in range(pages.count())]
    pages.setCurrentRow(rows.index("Spelling"))


def _arabic(driver: "WindowDriver") -> None:
    from tests.hands import wait_until

    arabic(driver)
    status = driver.window.status
    wait_until(lambda: bool(status._problem), "what it is checked with")


SCENES = {
    "spelling": Scene(_marked),
    "spelling-dark": Scene(_marked, theme="dark"),
    "spelling-menu": Scene(_menu),
    "spelling-menu-dark": Scene(_menu, theme="dark"),
    "spelling-arabic": Scene(_arabic),
    "spelling-settings": Scene(_settings),
    "spelling-settings-dark": Scene(_settings, theme="dark"),
    "spelling-settings-1024x640": Scene(_settings, size=(1024, 640)),
}
