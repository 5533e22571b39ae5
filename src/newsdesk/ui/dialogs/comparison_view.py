"""Two states of a release side by side, with a way from change to change."""

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from newsdesk.rendering.release_comparison import ReleaseComparison
from newsdesk.ui.dialogs.comparison_text import ComparisonText, write_comparison
from newsdesk.ui.theme.theme_controller import ThemeController

MARGIN = 14  # px around the text
_ABOVE_PX = 60  # that stay in sight above a change one goes to


class ComparisonView(QTextBrowser):
    """Read only; its text can be selected and copied."""

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAccessibleName(self.tr("What differs"))
        self.setOpenLinks(False)
        self._themes = themes
        self._found: ReleaseComparison | None = None
        self._written = ComparisonText()
        self._at = -1
        themes.theme_changed.connect(self._write)

    def show_comparison(self, found: ReleaseComparison) -> None:
        self._found = found
        self._write()

    @property
    def change_count(self) -> int:
        return len(self._written.changes)

    @property
    def is_cut(self) -> bool:
        """Whether there are more changes than are shown."""
        return self._written.is_cut

    @property
    def current_change(self) -> int:
        """From 0; -1 before the first was gone to."""
        return self._at

    def go_to(self, change: int) -> None:
        """Bring a change into sight and mark it."""
        if not 0 <= change < self.change_count:
            return
        self._at = change
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._written.changes[change])
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(top - _ABOVE_PX)
        self._mark(cursor)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._write()

    def _mark(self, cursor: QTextCursor) -> None:
        """Light up the sign at the beginning of a change."""
        sign = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(self._themes.theme.colour("accent"))
        form.setForeground(self._themes.theme.colour("on_accent"))
        end = QTextCursor(cursor)
        end.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        sign.format = form  # pyright: ignore[reportAttributeAccessIssue]
        sign.cursor = end  # pyright: ignore[reportAttributeAccessIssue]
        self.setExtraSelections([sign])

    @Slot()
    def _write(self) -> None:
        if self._found is None:
            return
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(MARGIN)
        document.setUndoRedoEnabled(False)
        self._written = write_comparison(
            document, self._found, self._themes.theme, self.layoutDirection()
        )
        self._at = -1
        self.setExtraSelections([])
        self.setDocument(document)
