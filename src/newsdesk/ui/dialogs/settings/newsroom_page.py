"""Who writes here, in full."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError, StaleError
from newsdesk.domain.newsroom import Newsroom
from newsdesk.ui.dialogs.house_form import HouseForm
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.settings.settings_page import SettingsPage
from newsdesk.ui.messages import words
from newsdesk.ui.widgets.notice_bar import Offer

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class NewsroomPage(SettingsPage):
    """Stores what is changed, when a field is left.

    Signals:
        newsroom_edited(Newsroom): the user changed it, and it is stored.
        saved(): what was to be stored is.
        not_saved(): it is not; the notice says why.
        new_place_requested(str): the user wants a seat in a place of this name, which is not known.
    """

    newsroom_edited = Signal(object)
    saved = Signal()
    not_saved = Signal()
    new_place_requested = Signal(str)

    def __init__(
        self,
        newsroom: Newsroom,
        parts: PageParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Newsroom"),
            self.tr("Who writes here, and how this house writes. Kept as you go."),
            parent=parent,
        )
        self._store = parts.store
        self._notice = parts.notice
        self._stored = newsroom
        self._is_saving = False
        self._is_refused = False
        self._form = HouseForm(parts.store, parts.icons, is_full=True)
        self._form.set_newsroom(newsroom)
        self._form.setEnabled(parts.store.is_writable)
        self.column.addWidget(self._form)
        self.setFocusProxy(self._form)
        self.finish()
        self._form.entry_finished.connect(self.save)
        self._form.new_place_requested.connect(self.new_place_requested)
        parts.hub.changed.connect(self._on_changed)

    @property
    def is_stored(self) -> bool:
        """Whether what stands in the fields is what is stored."""
        return not self._is_saving and self._form.values() == self._stored

    def check(self) -> bool:
        """Return whether everything can be kept; else say what cannot, and go there."""
        return self._form.check()

    @Slot()
    def save(self) -> None:
        """Store what was changed; after a save that is under way, if there is one."""
        newsroom = self._form.values()
        if self._is_saving or newsroom == self._stored:
            return

        def work(desk: "Desk") -> tuple[Newsroom, Changes]:
            return desk.newsroom.save(newsroom)

        self._is_saving = True
        guard = self.lifetime.guard
        self._store.change(work, guard(self._on_saved), guard(self._on_not_saved))

    def _on_saved(self, newsroom: Newsroom) -> None:
        self._is_saving = False
        self._stored = newsroom
        self._form.set_version(newsroom.version)
        if self._is_refused:
            self._is_refused = False
            self._notice.dismiss()
        self.newsroom_edited.emit(newsroom)
        if self._form.values() == newsroom:
            self.saved.emit()
        else:  # something was typed meanwhile
            self.save()

    def _on_not_saved(self, error: NewsdeskError) -> None:
        self._is_saving = False
        self._is_refused = True
        message = words(error)
        if isinstance(error, StaleError):
            offers = [Offer(self.tr("Show it as it is now"), lambda: self._read(self._show))]
        else:
            offers = [
                Offer(self.tr("Try again"), self.save),
                Offer(self.tr("Drop the change"), lambda: self._show(self._stored)),
            ]
        self._notice.show_notice(f"{message.title}. {message.text}", message.tone, offers)
        self.not_saved.emit()

    def _read(self, then: Callable[[Newsroom], None]) -> None:
        def work(desk: "Desk") -> Newsroom:
            return desk.newsroom.get()

        self._store.read(work, self.lifetime.guard(then))

    def _show(self, newsroom: Newsroom) -> None:
        self._stored = newsroom
        self._is_refused = False
        self._form.set_newsroom(newsroom)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if Subject.NEWSROOM in changes.subjects:
            self._read(self._on_read)

    def _on_read(self, newsroom: Newsroom) -> None:
        """Show what somebody else stored, unless something is being typed here."""
        if newsroom.version != self._stored.version and self.is_stored:
            self._show(newsroom)
