"""The cards of the address book, to be chosen from."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from newsdesk.domain.address_book import Card, is_stale
from newsdesk.domain.fold import fold
from newsdesk.domain.merging import Suggestion
from newsdesk.ui.people.card_words import Organisations, detail_of, found_by, likeness_words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button, secondary_button
from newsdesk.ui.widgets.entry_list import Entry, EntryList
from newsdesk.ui.widgets.segmented import SegmentedControl

ALL, QUOTED, STALE, TWICE = "all", "quoted", "stale", "twice"
_LEAST_PX = 280


class CardList(QWidget):
    """Searches and filters; Enter edits, Delete removes, the menu key offers all of it.

    Signals:
        card_changed(): another card is chosen, or none.
        edit_requested(), removal_requested(): of the chosen one.
        new_requested(), import_requested(): cards to come.
        export_requested(object): of the book; the button below which a menu may open.
        merge_requested(object): these cards may be one.
        menu_requested(QPoint): a menu for the chosen one, there.
    """

    card_changed = Signal()
    edit_requested = Signal()
    removal_requested = Signal()
    new_requested = Signal()
    import_requested = Signal()
    export_requested = Signal(object)
    merge_requested = Signal(object)
    menu_requested = Signal(QPoint)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("people_list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(_LEAST_PX)
        self._cards: dict[UUID, Card] = {}
        self._entries: list[tuple[Card, Entry, str]] = []
        self._twice: Sequence[Suggestion] = ()
        self._today = date.min
        self._to_choose: UUID | None = None
        self._is_read = False
        self._search = _SearchField(icons)
        self._filter = SegmentedControl(
            self.tr("Show"),
            [
                (ALL, self.tr("All")),
                (QUOTED, self.tr("Quoted")),
                (STALE, self.tr("To verify")),
                (TWICE, self.tr("Twice?")),
            ],
        )
        self._list = EntryList(self.tr("Address book"))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "caption")
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._count = QLabel()
        self._count.setProperty("role", "caption")
        self._pages = QStackedWidget()
        self._new = secondary_button(self.tr("&New"))
        self._import = icon_button(icons, "import", self.tr("Bring in contacts (vCard, CSV)"))
        self._export = icon_button(icons, "export", self.tr("Export the address book"))
        icons.bind(self._new, lambda: self._new.setIcon(icons.icon("add", px=16)))
        self._arrange()
        self._search.textChanged.connect(self._show)
        self._search.left_downwards.connect(self._list.setFocus)
        self._filter.choice_edited.connect(self._show)
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._list.entry_activated.connect(self._on_activated)
        self._list.removal_requested.connect(self._on_removal)
        self._list.customContextMenuRequested.connect(self._on_menu)
        self._new.clicked.connect(self.new_requested)
        self._import.clicked.connect(self.import_requested)
        self._export.clicked.connect(lambda: self.export_requested.emit(self._export))

    def set_editable(self, *, is_editable: bool) -> None:
        """Let the user change the book, or only look at it."""
        self._new.setEnabled(is_editable)
        self._import.setEnabled(is_editable)

    def set_book(
        self,
        cards: Sequence[Card],
        twice: Sequence[Suggestion],
        organisations: Organisations,
        language: str,
        today: date,
    ) -> None:
        """Show the cards of a book; `twice` are those that may be one."""
        self._is_read = True
        self._cards = {card.key: card for card in cards}
        self._today = today
        self._twice = twice
        self._entries = [
            (
                card,
                Entry(card.key, card.name, detail_of(card, organisations, language, today)),
                fold(found_by(card, organisations)),
            )
            for card in cards
        ]
        self._show()
        self.card_changed.emit()

    def current_card(self) -> Card | None:
        key = self._list.current_key()
        if isinstance(key, Suggestion):
            return None
        return self._cards.get(key) if isinstance(key, UUID) else None

    def choose(self, key: UUID) -> None:
        """Choose a card, as soon as it is there; a search or filter may have hidden it."""
        self._to_choose = key
        if self._filter.choice() != ALL:
            self._filter.set_choice(ALL)
        if self._search.text():
            self._search.clear()
        self._show()

    @Slot()
    def focus_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def focus_list(self) -> None:
        self._list.setFocus()

    def show_only(self, which: str) -> None:
        """Show all cards, those that are quoted, to be verified, or there twice."""
        self._filter.set_choice(which)
        self._show()

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(14, 14, 14, 8)
        head.setSpacing(8)
        head.addWidget(self._search)
        head.addWidget(self._filter)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._nothing)
        self._pages.setContentsMargins(6, 0, 6, 0)
        self._nothing.setContentsMargins(24, 0, 24, 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 10, 14, 10)
        foot.setSpacing(8)
        self._new.setAutoDefault(False)
        foot.addWidget(self._new)
        foot.addWidget(self._import)
        foot.addWidget(self._export)
        foot.addStretch(1)
        foot.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)

    @Slot()
    def _show(self) -> None:
        wanted = fold(self._search.text()).split()
        which = self._filter.choice()
        if which == TWICE:
            shown = [
                Entry(
                    one,
                    " · ".join(dict.fromkeys(card.name for card in one.cards)),
                    likeness_words(one.likeness),
                )
                for one in self._twice
                if all(any(w in fold(card.name) for card in one.cards) for w in wanted)
            ]
        else:
            shown = [
                entry
                for card, entry, words in self._entries
                if self._is_among(card, which) and all(word in words for word in wanted)
            ]
        self._list.set_entries(shown)
        if self._to_choose is not None and self._to_choose in {entry.key for entry in shown}:
            self._list.choose(self._to_choose)
            self._to_choose = None
        self._pages.setCurrentWidget(self._list if shown else self._nothing)
        self._nothing.setText(self._words_for_nothing(which))
        self._count.setText(self.locale().toString(len(shown)) if self._is_read else "")
        self._count.setAccessibleName(self.tr("Entries: {n}").format(n=len(shown)))

    def _is_among(self, card: Card, which: str) -> bool:
        if which == QUOTED:
            return card.person is not None
        if which == STALE:
            contact = card.contact
            return contact is not None and contact.is_active and is_stale(contact, self._today)
        return True

    def _words_for_nothing(self, which: str) -> str:
        if not self._is_read:
            return ""
        if not self._entries:
            return self.tr(
                "Nobody is in the address book yet. Begin with whoever answers the press, or bring "
                "in a file of contacts."
            )
        if text := self._search.text().strip():
            return self.tr("Nothing matches “{text}”.").format(text=text)
        return {
            QUOTED: self.tr("Nobody who is quoted has roles or other spellings here yet."),
            STALE: self.tr("All contacts were verified within a year."),
            TWICE: self.tr("Nobody seems to be here twice."),
        }.get(which, "")

    @Slot()
    def _on_row_changed(self) -> None:
        self.card_changed.emit()

    @Slot(object)
    def _on_activated(self, key: object) -> None:
        if isinstance(key, Suggestion):
            self.merge_requested.emit(key.cards)
        else:
            self.edit_requested.emit()

    @Slot(object)
    def _on_removal(self, key: object) -> None:
        if isinstance(key, UUID):
            self.removal_requested.emit()

    @Slot(QPoint)
    def _on_menu(self, point: QPoint) -> None:
        if self.current_card() is not None:
            self.menu_requested.emit(self._list.viewport().mapToGlobal(point))


class _SearchField(QLineEdit):
    """Down goes to what was found; Escape forgets what was searched for.

    Signals:
        left_downwards(): the user wants to go on below.
    """

    left_downwards = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setPlaceholderText(self.tr("Search the address book"))
        self.setAccessibleName(self.tr("Search the address book"))
        self.setClearButtonEnabled(True)
        glass = QAction(self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        icons.bind(glass, lambda: glass.setIcon(icons.icon("search", px=16)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
