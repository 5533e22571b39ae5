"""Scenes of the editor as a place to work in."""

from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver


def _outline(driver: "WindowDriver") -> None:
    """Headings and quotes, to go to one."""
    from newsdesk.ui.editor.outline_picker import OutlinePicker
    from tests.hands import visible, wait_until

    english(driver)
    driver.window.editor.text.setFocus()
    driver.workstation.actions.action("view.outline").trigger()
    wait_until(lambda: bool(visible(OutlinePicker)), "the outline")


def _outline_arabic(driver: "WindowDriver") -> None:
    from newsdesk.ui.editor.outline_picker import OutlinePicker
    from tests.hands import visible, wait_until

    arabic(driver)
    driver.workstation.actions.action("view.outline").trigger()
    wait_until(lambda: bool(visible(OutlinePicker)), "the outline")


def _focus(driver: "WindowDriver") -> None:
    """One paragraph stands out, in larger letters; a sentence of it is selected and counted."""
    from PySide6.QtGui import QTextCursor

    from tests.hands import wait_until

    english(driver)
    actions = driver.workstation.actions
    for id_ in ("view.focus_mode", "view.zoom_in", "view.zoom_in"):
        wait_until(actions.action(id_).isEnabled, id_)
        actions.action(id_).trigger()
    text = driver.window.editor.text
    cursor = text.textCursor()
    cursor.setPosition(text.text().index("\n\n") + 2)
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 6)
    text.setTextCursor(cursor)
    text.setFocus()
    driver.workstation.session.edit("Change headline", headline="Harbour crews " * 5)
    wait_until(lambda: "Selected" in _counted(driver), "the counts")
    wait_until(lambda: driver.workstation.autosave.is_settled, "it to be stored", 30)


def _counted(driver: "WindowDriver") -> str:
    return driver.window.status._counts.text()


def _huge(driver: "WindowDriver") -> None:
    """Far more than a release is being pasted, and it is asked."""
    from PySide6.QtCore import QMimeData

    english(driver)
    source = QMimeData()
    source.setText("A line of a text that is no release.\n" * 600_000)
    driver.window.editor.text.insertFromMimeData(source)


def _pasting(driver: "WindowDriver") -> None:
    """A long text is on its way in."""
    from newsdesk.ui.editor.intake_bar import IntakeBar
    from tests.hands import wait_until

    english(driver)
    intake = driver.window.editor.text.intake
    intake.put_in("A line of a text that is no release.\n" * 50_000)
    (bar,) = driver.window.editor.findChildren(IntakeBar)
    wait_until(lambda: bar.isVisible() and "3" in bar.text(), "the bar")
    intake._writing._timer.stop()  # the picture is of this moment


def _endless(driver: "WindowDriver") -> None:
    """A line that is too long to be written in."""
    from tests.hands import wait_until

    english(driver)
    text = driver.window.editor.text
    text.intake.put_in("harbour " * 20_000 + "\n\n")
    wait_until(lambda: not text.intake.is_busy, "the line")


SCENES = {
    "outline": Scene(_outline),
    "outline-dark": Scene(_outline, theme="dark"),
    "outline-arabic": Scene(_outline_arabic),
    "focus": Scene(_focus),
    "focus-dark": Scene(_focus, theme="dark"),
    "huge-paste": Scene(_huge),
    "huge-paste-200": Scene(_huge, size=(1024, 640), text_scale=2.0),
    "pasting-long": Scene(_pasting),
    "endless-line": Scene(_endless),
}
