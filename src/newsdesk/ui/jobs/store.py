"""The window's way to the stored newsroom."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.desk_thread import DeskThread, OpenDesk, Otherwise

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

T = TypeVar("T")

_TURN_S = 0.0005
"""How long a thread may compute while another wants to: Python's own 5 ms, which the window waits
after each call of Qt, are a visible delay of a key while thousands of releases are stored."""


def _nothing(_value: object) -> None:
    pass


class Store(QObject):
    """Reads in one thread, writes in another, and tells the hub what was changed.

    Files are looked at in a third, backups are made in a fourth, and what is stored is checked in a
    fifth. Where nobody can read beside the writer, its thread does everything.

    Signals:
        starting(): it is being opened now.
        opened(): the newsroom can be read; unless it was refused, it can be written in too.
        refused(NewsdeskError): it cannot be written in.
        unreadable(NewsdeskError): it cannot be read either.
        failed(NewsdeskError): something that nobody else cares for did not work.
        idle(): nothing is waiting to be written.
        ending(): it is being closed; whoever does long work please stop.
    """

    starting = Signal()
    opened = Signal()
    refused = Signal(object)
    unreadable = Signal(object)
    failed = Signal(object)
    idle = Signal()
    ending = Signal()

    def __init__(
        self,
        *,
        open_to_write: OpenDesk,
        open_to_read: OpenDesk,
        hub: ChangeHub,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer = DeskThread("newsdesk-writer", open_to_write, self)
        self._reader = DeskThread("newsdesk-reader", open_to_read, self)
        self._looker = DeskThread("newsdesk-looker", open_to_read, self)
        self._backer = DeskThread("newsdesk-backups", open_to_read, self)
        self._checker = DeskThread("newsdesk-checks", open_to_read, self)
        self._is_looking = False  # somebody asked for something to be looked at
        self._hub = hub
        self._under_way = 0
        self._refusal: NewsdeskError | None = None
        self._writer.opened.connect(self._on_writer_opened)
        self._writer.refused.connect(self._on_writer_refused)
        self._reader.opened.connect(self._on_reader_opened)
        self._reader.refused.connect(self.unreadable)

    @property
    def is_writable(self) -> bool:
        return self._writer.is_open

    @property
    def is_readable(self) -> bool:
        return self._reader.is_open or self._writer.is_alone

    @property
    def is_alone(self) -> bool:
        """Whether nobody can read beside the writer."""
        return self._writer.is_alone

    @property
    def refusal(self) -> NewsdeskError | None:
        """Why it cannot be written in; None when it can, or when that is not known yet."""
        return self._refusal

    @property
    def is_idle(self) -> bool:
        return self._under_way == 0

    def start(self) -> None:
        """Open the newsroom, or try again after `refused`."""
        sys.setswitchinterval(_TURN_S)
        self.starting.emit()
        self._writer.start()

    def open_anew(self) -> None:
        """Let go of what is open, and open it again: another database is in its place."""
        self.stop()
        self._refusal = None
        self.start()

    def stop(self) -> None:
        """Finish what is under way and close; returns when that is done."""
        self.ending.emit()
        self._checker.stop()
        self._backer.stop()
        self._looker.stop()
        self._reader.stop()
        self._writer.stop()

    def read(
        self,
        work: "Callable[[Desk], T]",
        then: Callable[[T], None],
        otherwise: Otherwise | None = None,
    ) -> None:
        """Call `then` with what `work` returns; it must change nothing."""
        self._ask(self._reader, work, then, otherwise)

    def look(
        self,
        work: "Callable[[Desk], T]",
        then: Callable[[T], None],
        otherwise: Otherwise | None = None,
    ) -> None:
        """Do as `read`, in a thread apart: for files, which lists are not to wait for."""
        self._is_looking = True
        self._ask(self._looker, work, then, otherwise)
        if self._reader.is_open:
            self._looker.start()

    def back_up(
        self,
        work: "Callable[[Desk], T]",
        then: Callable[[T], None],
        otherwise: Otherwise | None = None,
    ) -> None:
        """Do as `read`, in a thread apart that nobody else waits for; once the newsroom is open."""
        self._ask(self._backer, work, then, otherwise)
        if not self._writer.is_alone:
            self._backer.start()

    def check(
        self,
        work: "Callable[[Desk], T]",
        then: Callable[[T], None],
        otherwise: Otherwise | None = None,
    ) -> None:
        """Do as `back_up`, in another thread apart: backups are not to wait for a check."""
        self._ask(self._checker, work, then, otherwise)
        if not self._writer.is_alone:
            self._checker.start()

    def _ask(
        self,
        thread: DeskThread,
        work: "Callable[[Desk], T]",
        then: Callable[[T], None],
        otherwise: Otherwise | None,
    ) -> None:
        asked = self._writer if self._writer.is_alone else thread
        asked.ask(work, cast("Callable[[object], None]", then), otherwise or self._fail)

    def change(
        self,
        work: "Callable[[Desk], tuple[T, Changes]]",
        then: Callable[[T], None] = _nothing,
        otherwise: Otherwise | None = None,
        *,
        is_one_of_many: bool = False,
    ) -> None:
        """Call `then` with what `work` returns once it is stored, then tell what was changed.

        Before the newsroom is open that waits; where it is refused nothing is kept for later.

        Args:
            is_one_of_many: views are told of it together with those that follow at once.
        """
        refusal, refused = self._refusal, otherwise or self._fail
        tell = self._hub.publish_soon if is_one_of_many else self._hub.publish
        if refusal is not None:
            QTimer.singleShot(0, self, lambda: refused(refusal))
            return
        self._under_way += 1

        def stored(answer: object) -> None:
            value, changes = cast("tuple[Any, Changes]", answer)
            self._ended()
            then(value)
            tell(changes)

        def not_stored(error: NewsdeskError) -> None:
            self._ended()
            refused(error)

        self._writer.ask(work, stored, not_stored)

    def _ended(self) -> None:
        self._under_way -= 1
        if self._under_way == 0:
            self.idle.emit()

    def _fail(self, error: NewsdeskError) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_writer_opened(self) -> None:
        self._refusal = None
        if self._writer.is_alone:
            for thread in (self._checker, self._backer, self._looker, self._reader):
                thread.stop()
                thread.hand_over(self._writer)
            self.opened.emit()
        elif self._reader.is_open:
            self.opened.emit()
        else:
            self._reader.start()  # after the writer, which may have to migrate

    @Slot(object)
    def _on_writer_refused(self, error: NewsdeskError) -> None:
        self._refusal = error
        self._reader.start()
        self.refused.emit(error)

    @Slot()
    def _on_reader_opened(self) -> None:
        if self._is_looking:
            self._looker.start()
        self.opened.emit()
