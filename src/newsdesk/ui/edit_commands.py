"""Commands of the Edit menu that go to the field with the keyboard, and those that mend a text."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPlainTextEdit, QTextEdit

from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.pasting import Pasting

if TYPE_CHECKING:
    from PySide6.QtWebEngineWidgets import QWebEngineView

_Field = QTextEdit | QPlainTextEdit | QLineEdit
_SAID_MS = 6_000


class EditCommands(QObject):
    """Does in the field with the keyboard what the menu says; where none has it, in the text."""

    def __init__(
        self, text: MarkdownEditor, pasting: Pasting, show_editor: Callable[[], None]
    ) -> None:
        """`show_editor` has the text seen."""
        super().__init__(text)
        self._text = text
        self._pasting = pasting
        self._show_editor = show_editor

    def cut(self) -> None:
        """Cut out of the field with the keyboard: nothing vanishes where nobody looks."""
        field = self._field()
        if field.hasFocus():
            field.cut()

    def copy(self) -> None:
        if (page := _page()) is None:
            self._field().copy()
        else:
            from PySide6.QtWebEngineCore import QWebEnginePage  # noqa: PLC0415 - loaded by now

            page.triggerPageAction(QWebEnginePage.WebAction.Copy)

    def paste(self) -> None:
        self._entered().paste()

    def paste_plain(self) -> None:
        """Paste without headings, lists and links; other fields know nothing else anyway."""
        field = self._entered()
        if field is self._text:
            self._pasting.paste_plain(QGuiApplication.clipboard().mimeData())
        else:
            field.paste()

    def select_all(self) -> None:
        """Select all of what has the keyboard: a text, a page, the list of releases."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QListView) and focus.window() is self._text.window():
            focus.selectAll()
        elif (page := _page()) is None:
            self._entered().selectAll()
        else:
            from PySide6.QtWebEngineCore import QWebEnginePage  # noqa: PLC0415 - loaded by now

            page.triggerPageAction(QWebEnginePage.WebAction.SelectAll)

    def join_lines(self) -> None:
        """Join lines that are broken in the middle of a sentence, of what is selected or of all."""
        from newsdesk.ui.editor.line_joining import join_lines  # noqa: PLC0415 - rarely wanted

        if not self._text.is_editable:
            return
        self._show_editor()
        cursor = self._text.textCursor()
        if join_lines(cursor):
            self._text.setTextCursor(cursor)
            self._text.ensureCursorVisible()
        else:
            said = self.tr("No line is broken in the middle of a sentence.")
            self._pasting.say(said, ms=_SAID_MS)
        self._text.setFocus()

    def _field(self) -> _Field:
        focus = QApplication.focusWidget()
        if isinstance(focus, _Field) and focus.window() is self._text.window():
            return focus
        return self._text

    def _entered(self) -> _Field:
        """Return the field, which has the keyboard then and is seen."""
        field = self._field()
        if field is self._text:
            self._show_editor()
        field.setFocus()
        return field


def _page() -> "QWebEngineView | None":
    """Return the page that has the keyboard: the preview, which can be copied from."""
    one = QApplication.focusWidget()
    while one is not None and not one.inherits("QWebEngineView"):
        one = one.parentWidget()
    return cast("QWebEngineView | None", one)
