"""The list of a book with what can be done to its entries."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.fold import fold
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import secondary_button
from newsdesk.ui.widgets.entry_list import Entry, EntryList

_ICON_PX = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class BookWords:
    """What a book and its buttons are called."""

    title: str
    about: str
    name: str  # of the list
    empty: str  # what to do while there is no entry
    add: str = ""  # empty: none can be added here
    search: str = ""  # empty: there is no search
    edit: str = ""  # empty: entries cannot be edited
    remove: str = ""  # what the button is called for a screen reader; empty: as it says


class BookPanel(QWidget):
    """Lists, searches, and asks for what is to be done.

    Signals:
        add_requested(): a new entry.
        edit_requested(object): open the entry of this key.
        removal_requested(object): take it out.
    """

    add_requested = Signal()
    edit_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, words: BookWords, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._is_editable = True
        self._to_choose: object = None
        self._entries: tuple[tuple[str, Entry], ...] = ()
        self._search = _SearchField(words.search, icons)
        self._list = EntryList(words.name)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "caption")
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._pages = QStackedWidget()
        self._add = secondary_button(words.add)
        self._edit = secondary_button(words.edit)
        self._remove = secondary_button(self.tr("&Remove"))
        if words.remove:
            self._remove.setAccessibleName(words.remove)
        icons.bind(self._add, lambda: self._add.setIcon(icons.icon("add", px=_ICON_PX)))
        self._arrange()
        self._search.textChanged.connect(self._show)
        self._search.left_downwards.connect(self._list.setFocus)
        self._list.entry_activated.connect(self._on_activated)
        self._list.removal_requested.connect(self._on_removal)
        self._add.clicked.connect(self.add_requested)
        self._edit.clicked.connect(lambda: self._on_activated(self._list.current_key()))
        self._remove.clicked.connect(lambda: self._on_removal(self._list.current_key()))
        self._show()

    def set_editable(self, *, is_editable: bool) -> None:
        """Let the user change the book, or only look at it."""
        self._is_editable = is_editable
        self._show()

    def set_entries(self, entries: Sequence[tuple[Entry, str]]) -> None:
        """Show entries; beside each, what else it is found by."""
        self._entries = tuple(
            (fold(f"{entry.title} {entry.detail} {words}"), entry) for entry, words in entries
        )
        self._show()

    def choose(self, key: object) -> None:
        """Mark an entry, as soon as it is there; the search may have hidden it."""
        self._to_choose = key
        if self._search.text():
            self._search.clear()
        else:
            self._show()

    def current_key(self) -> object:
        """Return the key of the chosen entry, None if there is none."""
        return self._list.current_key()

    def focus_list(self) -> None:
        instead = self._add if self._words.add else self._nothing
        (self._list if self._list.count() else instead).setFocus()

    def _arrange(self) -> None:
        self._search.setVisible(bool(self._words.search))
        self._edit.setVisible(bool(self._words.edit))
        self._add.setVisible(bool(self._words.add))
        if not self._words.add:  # then these words are all there is while there is no entry
            self._nothing.setObjectName("nothing_here")
            self._nothing.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._nothing)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self._pages)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._add, self._edit, self._remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._search)
        layout.addWidget(card, 1)
        layout.addLayout(buttons)

    @Slot()
    def _show(self) -> None:
        wanted = fold(self._search.text()).split()
        shown = [entry for folded, entry in self._entries if all(word in folded for word in wanted)]
        self._list.set_entries(shown)
        if self._to_choose in [entry.key for entry in shown]:
            self._list.choose(self._to_choose)
            self._to_choose = None
        self._pages.setCurrentWidget(self._list if shown else self._nothing)
        nothing = self.tr("Nothing matches “{text}”.").format(text=self._search.text().strip())
        self._nothing.setText(nothing if self._entries else self._words.empty)
        self._add.setEnabled(self._is_editable)
        for button in (self._edit, self._remove):
            button.setEnabled(bool(shown) and self._is_editable)

    @Slot(object)
    def _on_removal(self, key: object) -> None:
        if self._is_editable:
            self.removal_requested.emit(key)

    @Slot(object)
    def _on_activated(self, key: object) -> None:
        if self._words.edit and self._is_editable:
            self.edit_requested.emit(key)


class _SearchField(QLineEdit):
    """Down goes to what was found; Escape forgets what was searched for.

    Signals:
        left_downwards(): the user wants to go on below.
    """

    left_downwards = Signal()

    def __init__(self, name: str, icons: Icons) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name or self.tr("Search"))
        self.setClearButtonEnabled(True)
        glass = QAction(self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        icons.bind(glass, lambda: glass.setIcon(icons.icon("search", px=_ICON_PX)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
