"""The source with the row of kinds above it, and the way back and forth between steps."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.domain.provenance import Extent, Finding
from newsdesk.ui.dialogs.kind_row import KindRow
from newsdesk.ui.dialogs.source_view import SourceView
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.labelled import caption

_MARGIN = 16
_ICON_PX = 16
_MOST_OF_IT = 0.5  # of the pane, that the row of kinds may take
_UNDO_KEYS, _REDO_KEYS = ("Ctrl+Z",), ("Ctrl+Shift+Z", "Ctrl+Y")


class SourcePane(QWidget):
    """Shows a source and hands on what is said of it.

    Signals:
        marks_edited(tuple[Mark, ...]): the user says what parts of the source are.
        refusal_edited(Finding): the user puts a mark back into the text.
        pointed(Finding | None): the mouse or the cursor is on it.
    """

    marks_edited = Signal(object)
    refusal_edited = Signal(object)
    pointed = Signal(object)

    def __init__(
        self,
        stack: QUndoStack,
        icons: Icons,
        themes: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("source_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view = SourceView(themes)
        self._kinds = KindRow(themes)
        self._goes_on = caption(self.tr("The source goes on. All of it is brought in."))
        self._goes_on.setContentsMargins(_MARGIN, 4, _MARGIN, 8)
        self._goes_on.hide()
        self._undo = icon_button(icons, "undo", self.tr("Undo"), px=_ICON_PX)
        self._redo = icon_button(icons, "redo", self.tr("Redo"), px=_ICON_PX)
        self._arrange()
        self._kinds.kind_chosen.connect(self._view.mark_selected)
        self._view.marks_edited.connect(self.marks_edited)
        self._view.refusal_edited.connect(self.refusal_edited)
        self._view.pointed.connect(self.pointed)
        for button, step, keys in (
            (self._undo, stack.undo, _UNDO_KEYS),
            (self._redo, stack.redo, _REDO_KEYS),
        ):
            button.setEnabled(False)
            button.clicked.connect(step)
            for key in keys:
                QShortcut(QKeySequence(key), self, step)
        # with their values: a stack that is deleted tells so, and cannot be asked any more
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        stack.undoTextChanged.connect(self._on_undo_text)
        stack.redoTextChanged.connect(self._on_redo_text)

    @property
    def view(self) -> SourceView:
        return self._view

    def show_source(self, lines: Sequence[str]) -> None:
        self._view.show_source(lines)
        self._goes_on.setVisible(self._view.is_cut)

    def show_marks(self, extents: Sequence[Extent], now: Mapping[Finding, Finding]) -> None:
        self._view.show_marks(extents, now)

    def focusable(self) -> list[QWidget]:
        """Return what the Tab key stops at, in its order."""
        return [self._kinds.buttons()[0], self._undo, self._redo, self._view]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the room to the source where there is little: the letters and the menu remain."""
        super().resizeEvent(event)
        wanted = self._kinds.heightForWidth(self.width() - 2 * _MARGIN)
        self._kinds.setVisible(wanted <= self.height() * _MOST_OF_IT)

    def _arrange(self) -> None:
        title = QLabel(self.tr("As it was found"))
        title.setProperty("role", "heading")
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 6, 8, 0)
        head.setSpacing(0)
        head.addWidget(title, 1)
        head.addWidget(self._undo)
        head.addWidget(self._redo)
        kinds = QHBoxLayout()
        kinds.setContentsMargins(_MARGIN, 0, _MARGIN, 8)
        kinds.addWidget(self._kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(kinds)
        column.addWidget(self._view, 1)
        column.addWidget(self._goes_on)

    @Slot(str)
    def _on_undo_text(self, text: str) -> None:
        self._undo.setToolTip(_with(self.tr("Undo"), text))

    @Slot(str)
    def _on_redo_text(self, text: str) -> None:
        self._redo.setToolTip(_with(self.tr("Redo"), text))


def _with(name: str, text: str) -> str:
    return f"{name}: {text}" if text else name
