"""What was done to the address book since its window was opened, step by step."""

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.domain.address_book import BookChange
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.widgets.notice_bar import UNDO_MS, NoticeBar, Offer, Tone


class BookHistory(QObject):
    """Takes changes back and does them again; somebody else's in between are never lost.

    Signals:
        refused(NewsdeskError): an entry was changed meanwhile; nothing was taken back.
    """

    refused = Signal(object)

    def __init__(self, store: Store, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._notice = notice
        self._lifetime = Lifetime(self)
        self._done: list[BookChange] = []
        self._undone: list[BookChange] = []

    @Slot(object, str)
    def note(self, change: BookChange, told: str = "") -> None:
        """Keep a change; say so and offer to undo it where `told` says what it was."""
        if not change.is_empty:
            self._done.append(change)
            self._undone.clear()
        if told:
            offers = [Offer(self.tr("Undo"), self.undo)] if not change.is_empty else []
            self._notice.show_notice(told, Tone.DONE, offers, ms=UNDO_MS)

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        self._step(self._done, self._undone, self.tr("Undone."))

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(self._undone, self._done, self.tr("Done again."))

    def _step(self, source: list[BookChange], target: list[BookChange], told: str) -> None:
        if not source or not self._store.is_writable:
            return
        change = source.pop()

        def done(back: BookChange) -> None:
            target.append(back)
            self._notice.show_notice(told, Tone.DONE, ms=UNDO_MS)

        self._store.change(
            lambda desk: desk.people.take_back(change),
            self._lifetime.guard(done),
            self._lifetime.guard(self.refused.emit),
        )
