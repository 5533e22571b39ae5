"""Blanks, `{{like this}}`: gone to one after the other, through all that a release says."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

BLANK = QRegularExpression("\\{\\{[^{}\\n]{1,120}\\}\\}")
TextField = QTextEdit | QPlainTextEdit | QLineEdit


class Blanks(QObject):
    """Knows the blanks of the texts of a release, in the order in which they are read.

    While one is selected, Tab goes to the next.
    """

    def __init__(
        self,
        fields: Sequence[tuple[str, TextField]],
        focus_field: Callable[[str], None],
        parent: QObject,
    ) -> None:
        """Look for them in `fields`.

        Args:
            fields: each with the name of what it holds; the text is the last.
            focus_field: has the field of this name seen, and puts the keyboard there.
        """
        super().__init__(parent)
        self._fields = fields
        self._focus_field = focus_field
        for _name, field in fields:
            field.installEventFilter(self)

    def go_to_first(self) -> bool:
        """Select the first one; tell whether there is any."""
        return any(self._select(name, field, 0) for name, field in self._fields)

    def go_on(self) -> bool:
        """Select the one behind the caret, or from the top on; tell whether there is any."""
        last = len(self._fields) - 1
        here = next((n for n, (_, one) in enumerate(self._fields) if one.hasFocus()), last)
        name, field = self._fields[here]
        if self._select(name, field, _end_of_selection(field)):
            return True
        behind = [*self._fields[here + 1 :], *self._fields[: here + 1]]
        return any(self._select(name, field, 0) for name, field in behind)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and isinstance(watched, TextField)
            and _is_blank(_selected(watched))
        ):
            self.go_on()
            return True
        return super().eventFilter(watched, event)

    def _select(self, name: str, field: TextField, position: int) -> bool:
        if field.isReadOnly() or not _has_blank(field, position):
            return False
        self._focus_field(name)
        if isinstance(field, QLineEdit):
            match = BLANK.match(field.text(), position)
            field.setSelection(match.capturedStart(), match.capturedLength())
        else:
            field.setTextCursor(field.document().find(BLANK, position))
            field.ensureCursorVisible()
        field.setFocus()
        return True


def _has_blank(field: TextField, position: int) -> bool:
    if isinstance(field, QLineEdit):
        return BLANK.match(field.text(), position).hasMatch()
    return not field.document().find(BLANK, position).isNull()


def _selected(field: TextField) -> str:
    return (
        field.selectedText()
        if isinstance(field, QLineEdit)
        else (field.textCursor().selectedText())
    )


def _end_of_selection(field: TextField) -> int:
    if isinstance(field, QLineEdit):
        return field.selectionEnd() if field.hasSelectedText() else field.cursorPosition()
    return field.textCursor().selectionEnd()


def _is_blank(text: str) -> bool:
    return bool(text) and BLANK.match(text).capturedLength() == len(text.encode("utf-16-le")) // 2
