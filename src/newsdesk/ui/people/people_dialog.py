"""The address book in a window of its own: who is quoted, and whom the press asks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.address_book import BookChange, Card, Uses
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import ContactId, OrganisationId
from newsdesk.domain.merging import Suggestion, suggestions
from newsdesk.domain.person import Organisation
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.people.book_files import BookFiles
from newsdesk.ui.people.book_history import BookHistory
from newsdesk.ui.people.card_list import CardList
from newsdesk.ui.people.card_view import CardView
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import secondary_button
from newsdesk.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_SIZE = QSize(980, 680)
_SMALLEST = QSize(680, 460)
_LIST_PX = 340


@dataclass(frozen=True, slots=True)
class _Read:
    """The book as it was read."""

    cards: Sequence[Card]
    organisations: dict[OrganisationId, Organisation]
    suggestions: Sequence[Suggestion]
    today: date


class PeopleDialog(QDialog):
    """Not modal: one looks somebody up beside what one writes.

    Signals:
        release_chosen(object): open the release of this key.
    """

    release_chosen = Signal(object)

    def __init__(
        self,
        store: Store,
        hub: ChangeHub,
        icons: Icons,
        languages: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`languages` are those in which the house writes, its own first."""
        super().__init__(parent)
        self.setObjectName("people")
        self.setWindowTitle(self.tr("Address book"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store = store
        self._icons = icons
        self._languages = languages
        self._lifetime = Lifetime(self)
        self._read: _Read | None = None
        self._notice = NoticeBar(icons)
        self._history = BookHistory(store, self._notice, self)
        self._files = BookFiles(store, self._notice, self)
        self._list = CardList(icons)
        self._list.set_editable(is_editable=store.is_writable)
        self._view = CardView(icons)
        self._edit = secondary_button(self.tr("&Edit"))
        self._merge = secondary_button(self.tr("&Merge…"))
        self._remove = secondary_button(self.tr("&Remove"))
        self._pages = QStackedWidget()
        self._nothing = QLabel(self.tr("Choose an entry to see it."))
        self._arrange()
        self._connect(hub)
        self.setMinimumSize(_SMALLEST)
        room = self.screen().availableSize() - QSize(40, 80)
        self.resize(_SIZE.boundedTo(room))
        self._list.focus_search()
        self.refresh()

    # Showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the book and show it."""

        def work(desk: "Desk") -> _Read:
            cards = desk.people.cards()
            return _Read(
                cards, desk.people.organisations(), suggestions(cards), desk.people.today()
            )

        self._store.read(work, self._lifetime.guard(self._show), self._lifetime.guard(self._tell))

    def choose(self, key: UUID) -> None:
        """Show the card of this key, as soon as it is there."""
        self._list.choose(key)

    def _show(self, read: _Read) -> None:
        self._read = read
        self._list.set_editable(is_editable=self._store.is_writable)
        language = self._languages[0]
        self._list.set_book(read.cards, read.suggestions, read.organisations, language, read.today)

    @Slot()
    def _show_current(self) -> None:
        card, read = self._list.current_card(), self._read
        self._pages.setCurrentIndex(0 if card is not None else 1)
        is_editable = self._store.is_writable and card is not None
        for button in (self._edit, self._merge, self._remove):
            button.setEnabled(is_editable)
        if card is None or read is None:
            self._view.clear()
            return
        cover = None
        if card.contact is not None and (key := card.contact.cover_by) is not None:
            cover = next((one for one in read.cards if one.key == key), None)
        self._view.show_card(
            card,
            organisations=read.organisations,
            cover=cover,
            language=self._languages[0],
            today=read.today,
            is_editable=self._store.is_writable,
        )

        self._ask_uses()

    def _ask_uses(self) -> None:
        """Look where the chosen card is used, and say so if it is still the chosen one then."""
        card = self._list.current_card()
        if card is None:
            return

        def show_uses(uses: Uses) -> None:
            now = self._list.current_card()
            if now is not None and now.key == card.key:
                self._view.show_uses(uses)

        self._store.look(
            lambda desk: desk.people.uses(card),
            self._lifetime.guard(show_uses),
            self._lifetime.guard(self._tell),
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._ask_uses()

    def _arrange(self) -> None:
        self._nothing.setProperty("role", "caption")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = QWidget()
        side.setObjectName("people_side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._nothing)
        column.addWidget(self._pages, 1)
        foot = QWidget()
        foot.setObjectName("dialog_foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(20, 10, 20, 10)
        buttons.setSpacing(8)
        for button in (self._edit, self._merge, self._remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addWidget(foot)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        panes.addWidget(self._list)
        panes.addWidget(side)
        panes.setStretchFactor(1, 1)
        panes.setSizes([_LIST_PX, _SIZE.width() - _LIST_PX])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._notice)
        layout.addWidget(panes, 1)

    def _connect(self, hub: ChangeHub) -> None:
        self._list.card_changed.connect(self._show_current)
        self._list.edit_requested.connect(self.edit)
        self._list.removal_requested.connect(self.remove)
        self._list.new_requested.connect(self.add)
        self._list.merge_requested.connect(self.merge)
        self._list.import_requested.connect(self._files.choose_file)
        self._list.export_requested.connect(self._files.show_export_menu)
        self._list.menu_requested.connect(self._show_menu)
        self._view.verified.connect(self.verify)
        self._view.release_chosen.connect(self.release_chosen)
        self._edit.clicked.connect(self.edit)
        self._merge.clicked.connect(self._merge_chosen)
        self._remove.clicked.connect(self.remove)
        self._history.refused.connect(self._tell)
        self._files.refused.connect(self._tell)
        self._files.taken.connect(self._history.note)
        hub.changed.connect(self._on_changed)
        self._store.opened.connect(self.refresh)
        for keys, run in (
            (QKeySequence.StandardKey.Find, self._list.focus_search),
            (QKeySequence.StandardKey.New, self.add),
            (QKeySequence.StandardKey.Undo, self._history.undo),
            (QKeySequence.StandardKey.Redo, self._history.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        QShortcut(QKeySequence("F2"), self).activated.connect(self.edit)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if Subject.CONTACTS in changes.subjects:
            self.refresh()
        elif Subject.RELEASES in changes.subjects and self.isActiveWindow():
            self._ask_uses()  # while somebody writes beside it, that can wait

    # Changing -------------------------------------------------------------------------------

    @Slot()
    def add(self) -> None:
        self._open_form(None)

    @Slot()
    def edit(self) -> None:
        if (card := self._list.current_card()) is not None:
            self._open_form(card)

    def _open_form(self, card: Card | None) -> None:
        from newsdesk.ui.people.card_dialog import CardDialog, Shelf  # noqa: PLC0415 - on demand

        read = self._read
        if read is None or not self._store.is_writable:
            return
        shelf = Shelf(
            cards=read.cards,
            organisations=read.organisations,
            languages=self._languages,
            today=lambda: read.today,
        )
        dialog = CardDialog(card, shelf, self._store, self._icons, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    @Slot(object, object)
    def _on_saved(self, card: Card, change: BookChange) -> None:
        self._history.note(change)
        self._list.choose(card.key)
        self._list.focus_list()

    @Slot()
    def remove(self) -> None:
        """Take the chosen card out of the book; one undo."""
        card = self._list.current_card()
        if card is not None:
            told = self.tr("Removed from the address book: {name}.").format(name=card.name)
            self._change(lambda desk: desk.people.remove([card]), told)

    @Slot()
    def verify(self) -> None:
        """Note that all of the chosen card was found right today."""
        card = self._list.current_card()
        if card is not None and (contact := card.contact) is not None:
            told = self.tr("Verified today: {name}.").format(name=card.name)
            key: ContactId = contact.id
            self._change(lambda desk: desk.people.verify(key), told)

    @Slot()
    def _merge_chosen(self) -> None:
        self.merge(())

    @Slot(object)
    def merge(self, cards: Sequence[Card]) -> None:
        """Ask which of several cards is kept; of the chosen one and whom the user adds to it."""
        from newsdesk.ui.people.merge_dialog import MergeDialog  # noqa: PLC0415 - on demand

        card = self._list.current_card()
        chosen = tuple(cards) or ((card,) if card is not None else ())
        if not chosen or self._read is None or not self._store.is_writable:
            return
        dialog = MergeDialog(chosen, self._read.cards, self._store, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.merged.connect(self._on_merged)
        dialog.open()

    @Slot(object, object)
    def _on_merged(self, card: Card, change: BookChange) -> None:
        self._list.choose(card.key)
        self._history.note(change, self.tr("Merged into {name}.").format(name=card.name))

    def _change(self, work: "Callable[[Desk], tuple[BookChange, Changes]]", told: str) -> None:
        def done(change: BookChange) -> None:
            self._history.note(change, told)

        self._store.change(work, self._lifetime.guard(done), self._lifetime.guard(self._tell))

    def _tell(self, error: NewsdeskError) -> None:
        message = words(error)
        self._notice.show_notice(f"{message.title}. {message.text}", message.tone)
        self.refresh()

    @Slot(QPoint)
    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, run in (
            (self.tr("&Edit"), self.edit),
            (self.tr("&Verified today"), self.verify),
            (self.tr("&Merge…"), self._merge_chosen),
            (self.tr("&Remove"), self.remove),
        ):
            action = menu.addAction(text)
            action.setEnabled(self._store.is_writable)
            action.triggered.connect(run)
        menu.popup(point)
