"""The box that releases are searched with."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.search_completion import SearchCompletion
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.timers import single_shot

_PAUSE_MS = 120  # after the last key
_ICON_PX = 16
_CONTROL = Qt.KeyboardModifier.ControlModifier


class SearchField(QLineEdit):
    """Says what is looked for once the typing pauses.

    Signals:
        search_edited(str): the user typed something else, or cleared it.
        list_requested(): the user wants to go on among what was found.
        save_requested(str): the user wants to keep what is looked for.
    """

    search_edited = Signal(str)
    list_requested = Signal()
    save_requested = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library_search")
        self.setPlaceholderText(self.tr("Search releases, contacts, tags"))
        self.setAccessibleName(self.tr("Search releases"))
        self._searched = ""
        self._completion: SearchCompletion | None = None
        self._glass = QAction(self)
        self._glass.setToolTip(self.tr("What can be looked for"))
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._cross = QAction(self.tr("Clear search"), self)
        self._cross.triggered.connect(self.clear_search)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self._keep = QAction(self.tr("Keep this search"), self)
        self._keep.triggered.connect(lambda: self.save_requested.emit(self.search_text()))
        self.addAction(self._keep, QLineEdit.ActionPosition.TrailingPosition)
        for action in (self._cross, self._keep):
            action.setVisible(False)
        self._pause = single_shot(self, self._tell, _PAUSE_MS)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        icons.bind(self._glass, lambda: self._glass.setIcon(icons.icon("search", px=_ICON_PX)))
        icons.bind(self._keep, lambda: self._keep.setIcon(icons.icon("save_search", px=_ICON_PX)))
        icons.bind(self._cross, lambda: self._cross.setIcon(icons.icon("clear", px=_ICON_PX)))

    def complete_from(self, store: Store) -> None:
        """Offer operators, and what they may be given, of what is stored."""
        self._completion = completion = SearchCompletion(self, store)
        completion.completed.connect(self._tell)
        self._glass.triggered.connect(completion.offer_operators)

    @property
    def completion(self) -> "SearchCompletion | None":
        return self._completion

    def search_text(self) -> str:
        """Return what is looked for: the words without the space around them."""
        return self.text().strip()

    def set_search_text(self, text: str) -> None:
        self._pause.stop()
        self._searched = text.strip()
        self.setText(text)

    @Slot()
    def clear_search(self) -> None:
        """Look for nothing any more, in the user's name."""
        was_typed = bool(self.search_text())  # and perhaps listed before the pause was over
        self.setText("")
        self._pause.stop()
        if was_typed or self._searched:
            self._searched = ""
            self.search_edited.emit("")

    def event(self, event: QEvent) -> bool:
        """Let Tab take what is offered; it would leave the field before `keyPressEvent`."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_tab = event.key() == Qt.Key.Key_Tab
            if is_tab and self._completion is not None and self._completion.answers(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if self._completion is not None and self._completion.answers(event):
            return
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear_search()
            case Qt.Key.Key_Space if event.modifiers() & _CONTROL and self._completion is not None:
                self._completion.offer_operators()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._tell()
                self.list_requested.emit()
            case _:
                super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        if self.search_text() != self._searched:
            self._searched = self.search_text()
            self.search_edited.emit(self._searched)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._pause.start()

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        for action in (self._cross, self._keep):
            action.setVisible(bool(text.strip()))
