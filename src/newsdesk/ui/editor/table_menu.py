"""The menu of a table in the text."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QTextEdit

from newsdesk.ui.editor.tables import is_in_table
from newsdesk.ui.editor.usual_menu import usual_menu


class TableMenu(QObject):
    """Adds to a text's own menu, over a table, what can be done to that.

    Signals:
        opening(): the caret is in the table that was pointed at, the menu about to be shown.
    """

    opening = Signal()

    def __init__(self, text: QTextEdit, actions: Sequence[QAction]) -> None:
        super().__init__(text)
        self._text = text
        self._actions = list(actions)
        text.installEventFilter(self)  # keys come to the text, the mouse to its viewport
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QContextMenuEvent) and not self._text.isReadOnly():
            is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            if not is_by_key:
                self._go_to(self._text.viewport().mapFromGlobal(event.globalPos()))
            if is_in_table(self._text.textCursor()):
                below = self._text.cursorRect().bottomLeft()
                mapped = self._text.viewport().mapToGlobal(below)
                self._open_menu(mapped if is_by_key else event.globalPos())
                return True
        return super().eventFilter(watched, event)

    def _go_to(self, at: QPoint) -> None:
        """Put the caret into a table that was pointed at, unless it is what is selected."""
        pointed, cursor = self._text.cursorForPosition(at), self._text.textCursor()
        is_selected = cursor.selectionStart() <= pointed.position() < cursor.selectionEnd()
        if is_in_table(pointed) and not is_selected:
            self._text.setTextCursor(pointed)

    def _open_menu(self, at: QPoint) -> None:
        self.opening.emit()
        # of the window: the text may stand in a native one within it, of which none can be
        menu = QMenu(self._text.window())
        menu.setObjectName("table_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        usual = usual_menu(self._text)
        menu.destroyed.connect(usual.deleteLater)
        menu.addActions(self._actions)
        menu.addSeparator()
        menu.addActions(usual.actions())
        menu.popup(at)
