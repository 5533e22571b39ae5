"""The preview beside the text: what is edited, where links lead, the release as plain text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver


def _edited(
    begin: "Callable[[WindowDriver], None]", words: str
) -> "Callable[[WindowDriver], None]":
    """The caret in the middle of a text, its block marked on the page."""

    def show(driver: "WindowDriver") -> None:
        from PySide6.QtGui import QTextCursor

        from tests.hands import wait_until

        begin(driver)
        text = driver.window.editor.text
        text.setFocus()
        cursor = QTextCursor(text.document().find(words))
        cursor.clearSelection()
        text.setTextCursor(cursor)
        bar = text.verticalScrollBar()
        bar.setValue(bar.maximum() // 3)
        preview = driver.window.preview
        assert preview._view is not None
        page = preview._view.page()
        marked: list[bool] = []

        def is_marked() -> bool:
            page.runJavaScript(
                "document.querySelector('.desk-mark')?.hidden === false", 1, marked.append
            )
            return bool(marked and marked[-1])

        wait_until(is_marked, "the mark")

    return show


def _link(driver: "WindowDriver") -> None:
    """A link that was clicked, and the mouse on another."""
    from PySide6.QtCore import QUrl

    english(driver)
    preview = driver.window.preview
    preview._links.ask(QUrl("https://xn--pple-43d.example.org/reports/2026/harbour"))
    preview.hand.say_below("mailto:press@example.org")


def _plain(begin: "Callable[[WindowDriver], None]") -> "Callable[[WindowDriver], None]":
    def show(driver: "WindowDriver") -> None:
        from newsdesk.services.preferences import PreviewMode
        from tests.hands import wait_until

        begin(driver)
        preview = driver.window.preview
        preview.set_mode(PreviewMode.TEXT)
        text = preview._pages.currentWidget()
        wait_until(lambda: bool(text.document().toPlainText()), "the text")

    return show


SCENES = {
    "edited": Scene(_edited(english, "crews")),
    "edited-dark": Scene(_edited(english, "crews"), theme="dark"),
    "edited-arabic": Scene(_edited(arabic, "محطة")),
    "link": Scene(_link),
    "link-dark": Scene(_link, theme="dark"),
    "plain-text": Scene(_plain(english)),
    "plain-text-dark": Scene(_plain(english), theme="dark"),
    "plain-text-arabic": Scene(_plain(arabic)),
    "plain-text-small": Scene(_plain(english), size=(1024, 640)),
    "plain-text-large": Scene(_plain(english), text_scale=2.0),
}
