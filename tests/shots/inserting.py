"""Scenes of what is put into a text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver

_SNIPPETS = (
    (
        "Invitation to a briefing",
        "Media are invited {{today}} to {{cursor}}.\n\nRSVP: {{dateline}}",
    ),
    ("Sign-off", "For interviews, {{cursor}}"),
    ("Formule de politesse", "Veuillez agréer…"),
)
_SAID = "We have trained for this all winter."


def _with_snippets(driver: "WindowDriver") -> None:
    from tests.hands import wait_until

    store = driver.workstation.store
    for name, text in _SNIPPETS:
        store.change(lambda desk, name=name, text=text: desk.snippets.add(name, text))
    wait_until(lambda: store.is_idle, "the snippets", 30)


def _picker(
    action: str, typed: str = "", *, is_arabic: bool = False
) -> "Callable[[WindowDriver], None]":
    def show(driver: "WindowDriver") -> None:
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from newsdesk.ui.dialogs.insert_picker import InsertPicker
        from tests.hands import visible, wait_until

        (arabic if is_arabic else english)(driver)
        _with_snippets(driver)
        driver.workstation.actions.action(action).trigger()
        wait_until(lambda: bool(visible(InsertPicker)), "the list")
        if typed:
            QTest.keyClicks(QApplication.focusWidget(), typed)

    return show


def _empty_picker(driver: "WindowDriver") -> None:
    from newsdesk.ui.dialogs.insert_picker import InsertPicker
    from tests.hands import visible, wait_until

    english(driver)
    driver.workstation.actions.action("insert.snippet").trigger()
    wait_until(lambda: bool(visible(InsertPicker)), "the list")


def _quote(*, is_arabic: bool = False, is_typed: bool = True) -> "Callable[[WindowDriver], None]":
    def show(driver: "WindowDriver") -> None:
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QTextEdit

        from newsdesk.ui.dialogs.quote_dialog import QuoteDialog
        from newsdesk.ui.widgets.completing_field import CompletingField
        from tests.hands import press, type_text, visible, wait_until

        (arabic if is_arabic else english)(driver)
        driver.workstation.actions.action("insert.quote").trigger()
        wait_until(lambda: bool(visible(QuoteDialog)), "the dialog")
        (dialog,) = visible(QuoteDialog)
        name = dialog.findChild(CompletingField)
        if not is_typed:
            QTest.keyClicks(name, "Karim Best")
            press("Return")
            return
        name.offer_choices()
        press("Return")
        if is_arabic:
            dialog.findChild(QTextEdit).setPlainText("تدربنا طوال الشتاء على هذا.")
        else:
            type_text(_SAID)

    return show


def _choosing(driver: "WindowDriver") -> None:
    """Who is quoted, while a name is typed."""
    from PySide6.QtTest import QTest

    from newsdesk.ui.dialogs.quote_dialog import QuoteDialog
    from newsdesk.ui.widgets.completing_field import CompletingField
    from tests.hands import visible, wait_until

    english(driver)
    driver.workstation.actions.action("insert.quote").trigger()
    wait_until(lambda: bool(visible(QuoteDialog)), "the dialog")
    QTest.keyClicks(visible(QuoteDialog)[0].findChild(CompletingField), "a")


def _snippet_dialog(driver: "WindowDriver") -> None:
    from newsdesk.ui.dialogs.snippet_dialog import SnippetDialog
    from tests.hands import visible, wait_until

    english(driver)
    driver.workstation.actions.action("insert.save_snippet").trigger()
    wait_until(lambda: bool(visible(SnippetDialog)), "the dialog")


def _settings(driver: "WindowDriver") -> None:
    """The snippets in the settings."""
    from newsdesk.ui.dialogs.settings_dialog import SettingsDialog
    from tests.hands import visible, wait_until

    english(driver)
    _with_snippets(driver)
    driver.workstation.actions.action("app.settings").trigger()
    wait_until(lambda: bool(visible(SettingsDialog)), "the settings")
    visible(SettingsDialog)[0].turn_to("snippets")


SCENES = {
    "insert-picker": Scene(_picker("insert.anything")),
    "insert-picker-found": Scene(_picker("insert.anything", "pre"), theme="dark"),
    "insert-picker-arabic": Scene(_picker("insert.anything", is_arabic=True), is_mirrored=True),
    "insert-picker-empty": Scene(_empty_picker),
    "insert-picker-1024x640": Scene(_picker("insert.contact"), size=(1024, 640)),
    "insert-quote": Scene(_quote()),
    "insert-quote-dark": Scene(_quote(), theme="dark"),
    "insert-quote-arabic": Scene(_quote(is_arabic=True), is_mirrored=True),
    "insert-quote-newcomer": Scene(_quote(is_typed=False)),
    "insert-quote-choosing": Scene(_choosing),
    "insert-quote-1024x640": Scene(_quote(), size=(1024, 640), text_scale=2.0),
    "snippet-dialog": Scene(_snippet_dialog),
    "snippets": Scene(_settings),
    "snippets-dark": Scene(_settings, theme="dark"),
}
