"""The settings: of the newsroom, of its books, and of this machine."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.changes import Changes
from newsdesk.domain.newsroom import Newsroom
from newsdesk.services.preferences import Preferences
from newsdesk.ui.backup_keeping import BackupKeeper
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.settings.address_book_page import AddressBookPage
from newsdesk.ui.dialogs.settings.appearance_page import AppearancePage
from newsdesk.ui.dialogs.settings.backups_page import BackupsPage
from newsdesk.ui.dialogs.settings.boilerplate_page import BoilerplatePage
from newsdesk.ui.dialogs.settings.data_page import DataPage
from newsdesk.ui.dialogs.settings.newsroom_page import NewsroomPage
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.settings.places_page import PlacesPage
from newsdesk.ui.dialogs.settings.samples_page import SamplesPage
from newsdesk.ui.dialogs.settings.settings_page import SettingsPage
from newsdesk.ui.dialogs.settings.sites_page import SitesPage
from newsdesk.ui.dialogs.settings.snippets_page import SnippetsPage
from newsdesk.ui.dialogs.settings.spelling_page import SpellingPage
from newsdesk.ui.dialogs.settings.templates_page import TemplatesPage
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.scrubbing import Scrubbing
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import primary_button
from newsdesk.ui.widgets.notice_bar import NoticeBar, Tone
from newsdesk.ui.widgets.tab_order import go_on_reading

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_SIZE = QSize(760, 560)
_LIST_PX, _LIST_EDGES = 196, 24
_USUAL_LINE_PX = 16
_AROUND_PX = 40  # of the screen
_ICON_PX = 18


class SettingsDialog(QDialog):
    """Pages beside a list of them; show it with `open()`. What is changed holds at once.

    Signals:
        newsroom_edited(Newsroom): the user changed it, and it is stored.
        preferences_edited(Preferences): the user changed how this machine shows the window.
        data_folder_requested(str): use this folder from the next start on.
        restore_requested(): please let the user choose a backup to go back to.
        address_book_requested(): please show it.
        samples_removal_requested(): please take the samples away.
    """

    newsroom_edited = Signal(object)
    preferences_edited = Signal(object)
    data_folder_requested = Signal(str)
    restore_requested = Signal()
    address_book_requested = Signal()
    samples_removal_requested = Signal()

    def __init__(
        self,
        newsroom: Newsroom,
        preferences: Preferences,
        store: Store,
        hub: ChangeHub,
        themes: ThemeController,
        icons: Icons,
        data_folder: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store = store
        self._icons = icons
        self._is_closing = self._is_restoring = self._is_book_wanted = False
        self._notice = NoticeBar(icons)
        self._list = QListWidget()
        self._pages = QStackedWidget()
        parts = PageParts(store, hub, icons, self._notice)
        self._newsroom = NewsroomPage(newsroom, parts)
        self._appearance = AppearancePage(preferences, themes)
        self._boilerplates = BoilerplatePage(newsroom, parts)
        self._snippets = SnippetsPage(newsroom, parts)
        self._templates = TemplatesPage(newsroom, parts)
        self._contacts = AddressBookPage(icons)
        self._places = PlacesPage(parts)
        self._sites = SitesPage(parts)
        self._spelling = SpellingPage(parts)
        self._data = DataPage(data_folder, icons)
        self._samples = SamplesPage(icons, is_writable=store.is_writable)
        self._done = primary_button(self.tr("&Done"))
        self._arrange()
        self._connect(hub)
        themes.theme_changed.connect(self._fit_list, Qt.ConnectionType.QueuedConnection)
        self._look_for_samples()
        if not store.is_writable:
            self._notice.show_notice(
                self.tr("The newsroom can only be read now, so nothing in it can be changed here."),
                Tone.WARNING,
            )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Be as large as the texts ask for, and no larger than the screen."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self._fit_list()
        scale = self.fontMetrics().height() / _USUAL_LINE_PX
        room = self.screen().availableSize() - QSize(_AROUND_PX, 2 * _AROUND_PX)
        self.resize((_SIZE * max(scale, 1.0)).boundedTo(room))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        return go_on_reading(self, is_forward=next) or super().focusNextPrevChild(next)

    def reject(self) -> None:
        """Escape and the window's own button keep what was typed, as Done does."""
        self._on_done()

    @Slot()
    def _fit_list(self) -> None:
        self._list.setFixedWidth(max(_LIST_PX, self._list.sizeHintForColumn(0) + _LIST_EDGES))

    def _arrange(self) -> None:
        self._list.setObjectName("settings_pages")
        self._list.setAccessibleName(self.tr("Pages of the settings"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setIconSize(QSize(_ICON_PX, _ICON_PX))
        for icon, page in (
            ("house", self._newsroom),
            ("appearance", self._appearance),
            ("standing_text", self._boilerplates),
            ("snippet", self._snippets),
            ("template", self._templates),
            ("address_book", self._contacts),
            ("place", self._places),
            ("web", self._sites),
            ("spelling", self._spelling),
            ("data_folder", self._data),
            ("samples", self._samples),
        ):
            self._add_page(icon, page)
        self._list.item(self._list.count() - 1).setHidden(True)  # until there are samples
        self._done.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 12, 20, 16)
        foot.addStretch(1)
        foot.addWidget(self._done)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._pages, 1)
        right.addWidget(self._notice)
        right.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list)
        layout.addLayout(right, 1)
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def show_backups(self, keeper: BackupKeeper, scrubbing: Scrubbing | None = None) -> None:
        """Add the page about them, behind that about the folder; to be called once."""
        page = BackupsPage(
            keeper, self._icons, is_writable=self._store.is_writable, scrubbing=scrubbing
        )
        self._add_page("backup", page, self._pages.indexOf(self._data) + 1)
        page.restore_requested.connect(self._on_restore)
        self._fit_list()

    def _add_page(self, icon: str, page: SettingsPage, at: int = -1) -> None:
        item = QListWidgetItem(page.accessibleName())
        self._list.insertItem(self._list.count() if at < 0 else at, item)
        self._pages.insertWidget(at, page)
        # bound to the page, which lives as long as the item
        self._icons.bind(page, lambda: item.setIcon(self._icons.icon(icon, px=_ICON_PX)))

    def _connect(self, hub: ChangeHub) -> None:
        self._list.currentRowChanged.connect(self._on_page_chosen)
        self._newsroom.newsroom_edited.connect(self.newsroom_edited)
        self._newsroom.newsroom_edited.connect(self._boilerplates.set_newsroom)
        self._newsroom.newsroom_edited.connect(self._snippets.set_newsroom)
        self._newsroom.newsroom_edited.connect(self._templates.set_newsroom)
        self._newsroom.saved.connect(self._on_saved)
        self._newsroom.not_saved.connect(self._on_not_saved)
        self._newsroom.new_place_requested.connect(self._on_new_place)
        self._appearance.preferences_edited.connect(self.preferences_edited)
        self._data.data_folder_requested.connect(self.data_folder_requested)
        self._contacts.address_book_requested.connect(self._on_address_book)
        self._samples.samples_removal_requested.connect(self._on_samples_removal)
        self._done.clicked.connect(self._on_done)
        self.accepted.connect(self._on_accepted)
        hub.changed.connect(self._on_changed)

    def show_page(self, page: SettingsPage) -> None:
        self._list.setCurrentRow(self._pages.indexOf(page))

    def turn_to(self, name: str) -> None:
        """Show the page of a book: "boilerplates", "snippets" or "templates"."""
        books: dict[str, SettingsPage] = {
            "boilerplates": self._boilerplates,
            "snippets": self._snippets,
            "templates": self._templates,
        }
        self.show_page(books[name])
        books[name].setFocus()

    @Slot()
    def _on_done(self) -> None:
        """Close once everything is stored; else go to where it is not."""
        if not self._newsroom.check():
            self.show_page(self._newsroom)
        elif not self._boilerplates.is_done():
            self.show_page(self._boilerplates)
        else:
            self._newsroom.save()
            self._is_closing = not self._newsroom.is_stored
            if not self._is_closing:
                self.accept()

    @Slot()
    def _on_saved(self) -> None:
        if self._is_closing:
            self.accept()

    @Slot()
    def _on_not_saved(self) -> None:
        self._is_closing = False
        self.show_page(self._newsroom)

    @Slot(int)
    def _on_page_chosen(self, row: int) -> None:
        if self._pages.currentWidget() is self._newsroom:  # not on the way back to a refusal
            self._newsroom.save()
        self._pages.setCurrentIndex(row)

    @Slot(str)
    def _on_new_place(self, name: str) -> None:
        self.show_page(self._places)
        self._places.add_place(name)

    # The samples ----------------------------------------------------------------------------

    def _look_for_samples(self) -> None:
        def work(desk: "Desk") -> bool:
            return desk.samples.are_there()

        self._store.read(work, self._samples.lifetime.guard(self._show_samples))

    def _show_samples(self, are_there: bool) -> None:
        self._list.item(self._pages.indexOf(self._samples)).setHidden(not are_there)
        if not are_there and self._pages.currentWidget() is self._samples:
            self.show_page(self._newsroom)

    @Slot()
    def _on_samples_removal(self) -> None:
        """Close: the window tells that they are gone, and offers to bring them back."""
        self.samples_removal_requested.emit()
        self._on_done()

    @Slot()
    def _on_restore(self) -> None:
        """Close first: what the pages show is of the newsroom that will be set aside."""
        self._is_restoring = True
        self._on_done()

    @Slot()
    def _on_address_book(self) -> None:
        """Close first: while this dialog is open nothing else takes the keyboard."""
        self._is_book_wanted = True
        self._on_done()

    @Slot()
    def _on_accepted(self) -> None:
        if self._is_restoring:
            self.restore_requested.emit()
        if self._is_book_wanted:
            self.address_book_requested.emit()

    @Slot(object)
    def _on_changed(self, _changes: Changes) -> None:
        self._look_for_samples()
