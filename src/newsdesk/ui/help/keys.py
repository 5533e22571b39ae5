"""Keys that belong to the text and the window, and to no action."""

from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from newsdesk.ui.actions.registry import native_keys
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate


class KeyHint(NamedTuple):
    """What some keys do."""

    text: str
    keys: str  # as the system writes them


_WRITING = (
    (QT_TRANSLATE_NOOP("Keys", "Go on with a list or a quotation"), "Return"),
    (QT_TRANSLATE_NOOP("Keys", "Next line within the paragraph"), "Shift+Return"),
    (QT_TRANSLATE_NOOP("Keys", "Put a list item further in"), "Tab"),
    (QT_TRANSLATE_NOOP("Keys", "Put it further out"), "Shift+Tab"),
    (QT_TRANSLATE_NOOP("Keys", "Leave the text for the next field"), "Ctrl+Tab"),
    (QT_TRANSLATE_NOOP("Keys", "From the first line up to the headline"), "Up"),
    (QT_TRANSLATE_NOOP("Keys", "Word by word"), "Ctrl+Right"),
    (QT_TRANSLATE_NOOP("Keys", "Delete the word before"), "Ctrl+Backspace"),
    (QT_TRANSLATE_NOOP("Keys", "Select all"), "Ctrl+A"),
    (QT_TRANSLATE_NOOP("Keys", "Open the menu"), "F10"),
    (QT_TRANSLATE_NOOP("Keys", "Close what is open on top"), "Esc"),
)


def writing_keys() -> list[KeyHint]:
    """Return what the sheet shows below the actions."""
    return [KeyHint(translate("Keys", text), native_keys(QKeySequence(k))) for text, k in _WRITING]
