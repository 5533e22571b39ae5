"""Bringing texts in while the window goes on: what is certain in batches, the rest one by one."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.domain.duplicate import Duplicate, Resolution, Update
from newsdesk.domain.errors import Cancelled, NewsdeskError, StorageError
from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.jobs.draft_storing import DraftStoring
from newsdesk.ui.jobs.import_question import Ask, Looked, Question, is_sure, looked_at
from newsdesk.ui.jobs.import_tally import ImportTally
from newsdesk.ui.jobs.source_reading import FoundDraft, Piece, Slice, SourceReading
from newsdesk.ui.jobs.store import Store

if TYPE_CHECKING:
    from newsdesk.services.import_ import Draft, Imported
    from newsdesk.services.import_ import Outcome as Became
    from newsdesk.services.import_sources import Listing

MANY = 40  # texts: so many are not looked at one by one without asking whether to
_AHEAD = 100  # pieces at hand: more are not read while these are stored
_MOST_DOUBTFUL = 500  # texts that wait until all that are sure came in


class BringIn(QObject):
    """One run, from the files or the text to the stored releases. It may be started once.

    Signals:
        choice_needed(int, bool): there are so many texts, or (True) more: it goes on with
            `ask_about` or `cancel`.
        confirmation_needed(Question): a person is to look at this; it goes on with `accept`,
            `accept_all`, `update`, `skip` or `cancel`.
        progressed(int, int, str): files done, files in all, the one that is next.
        stored(Release): one more is there.
        refused(str, NewsdeskError): this file cannot be brought in ("": the pasted text).
        finished(BroughtIn): nothing more will come.
    """

    choice_needed = Signal(int, bool)
    confirmation_needed = Signal(object)
    progressed = Signal(int, int, str)
    stored = Signal(object)
    refused = Signal(str, object)
    finished = Signal(object)

    def __init__(
        self, store: Store, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._storing = DraftStoring(store)
        self._reading = SourceReading()
        self._queue: deque[Piece] = deque()
        self._is_read = False  # nothing more will join the queue
        self._is_reading = False  # more is on its way to it
        self._is_awaited = False  # and nothing goes on before it is there
        self._known: deque[tuple[FoundDraft, Duplicate]] = deque()  # to be asked about
        self._doubtful: deque[FoundDraft] = deque()  # to be asked about when all others came in
        self._asked: FoundDraft | None = None  # waits for an answer
        self._is_choosing = False
        self._ask = Ask.AS_NEEDED
        self._has_chosen = False
        self._resolution: Resolution | None = None  # of all further duplicates
        self._is_cancelled = self._is_over = False
        self._tally = ImportTally(store, now, self)
        self._tally.progressed.connect(self.progressed)
        self._tally.stored.connect(self.stored)
        self._tally.refused.connect(self.refused)
        store.ending.connect(self._on_ending)

    @property
    def is_over(self) -> bool:
        return self._is_over

    @property
    def files_done(self) -> int:
        return self._tally.files_done

    @property
    def total(self) -> int:
        return self._tally.total

    @property
    def is_waiting(self) -> bool:
        """Whether a person is asked."""
        return self._asked is not None or self._is_choosing

    def start_files(self, paths: Sequence[PurePath]) -> None:
        """Bring files in, and of folders and archives the files in them."""
        self._start(SourceReading(paths))

    def start_text(self, text: str) -> None:
        """Bring a pasted text in."""
        self._start(SourceReading(text=text or " "))

    # Answers --------------------------------------------------------------------------------

    def ask_about(self, ask: Ask) -> None:
        """Say which of many texts a person wants to look at."""
        if self._is_choosing:
            self._is_choosing = False
            self._ask = ask
            self._next()

    def settle_duplicates(self, resolution: Resolution) -> None:
        """Do this with all further texts that are here already, without asking."""
        self._resolution = resolution

    def accept(self, draft: "Draft") -> None:
        """Store what was asked for, as the person left it; of one that is here already a copy."""
        found = self._answered()
        if found is not None:
            self._keep([replace(found, draft=draft)], Resolution.COPY)

    def accept_all(self, draft: "Draft | None" = None) -> None:
        """Store it too, and ask from now on only where something is doubtful.

        Args:
            draft: as the person left it; None: as it was read.
        """
        self._ask = Ask.DOUBTFUL
        if self._asked is not None:
            self.accept(draft or self._asked.draft)

    def update(self, draft: "Draft", release_id: ReleaseId) -> None:
        """Store it over a release that it is a newer text of."""
        found = self._answered()
        if found is not None:
            self._update(replace(found, draft=draft), release_id)

    def skip(self) -> None:
        """Leave out what was asked for."""
        found = self._answered()
        if found is not None:
            self._tally.leave_out(found)
            self._next()

    def cancel(self) -> None:
        """Begin nothing more; what was brought in stays."""
        self._is_cancelled = True
        if self.is_waiting:
            self._asked, self._is_choosing = None, False
            self._finish()

    @Slot()
    def _on_ending(self) -> None:
        """The newsroom is being closed: what is being stored will be, whole, and nothing else."""
        if not self._is_over:
            self.cancel()
            self._let_go()

    def _answered(self) -> FoundDraft | None:
        found, self._asked = self._asked, None
        return found

    # Reading --------------------------------------------------------------------------------

    def _start(self, reading: SourceReading) -> None:
        self._reading = reading
        self._store.look(reading.list, self._on_listed)

    def _on_listed(self, listing: "Listing") -> None:
        self._tally.begin(listing)
        self._next()

    def _read_on(self) -> None:
        if not self._is_reading and not self._is_read:
            self._is_reading = True
            self._store.look(self._reading.take, self._on_read, self._on_stopped)

    def _on_read(self, found: Slice) -> None:
        self._is_reading = False
        self._queue.extend(found.pieces)
        self._is_read = found.is_last
        if self._is_awaited:
            self._is_awaited = False
            self._next()

    def _next(self) -> None:
        """Go on with what comes next."""
        self._put_doubtful_aside()
        if self._is_cancelled:
            self._finish()
        elif self._known:
            self._look_at(*self._known.popleft())
        elif not self._queue and self._is_read and self._doubtful:
            self._look_at(self._doubtful.popleft())
        elif not self._queue and self._is_read:
            self._finish()
        elif not self._is_read and not self._is_next_known():
            self._is_awaited = True
            self._read_on()
        elif self._is_to_choose():
            self._has_chosen = self._is_choosing = True
            self.choice_needed.emit(self._texts(), not self._is_all_known())
        elif isinstance(self._queue[0], FoundDraft) and self._is_to_ask(self._queue[0]):
            found = self._queue[0]
            self._queue.popleft()
            self._look_at(found)
        else:
            self._keep_certain()

    def _put_doubtful_aside(self) -> None:
        """Ask about them last: nobody waits for an answer while thousands could come in."""
        while (
            self._ask is Ask.DOUBTFUL
            and self._queue
            and isinstance(self._queue[0], FoundDraft)
            and self._is_to_ask(self._queue[0])
            and len(self._doubtful) < _MOST_DOUBTFUL
        ):
            self._doubtful.append(self._queue[0])
            self._queue.popleft()

    def _is_next_known(self) -> bool:
        """Tell whether it is known what follows the first piece, so that it can be counted."""
        return len(self._queue) > 1 or any(not isinstance(one, FoundDraft) for one in self._queue)

    def _is_to_choose(self) -> bool:
        """Tell whether there are many, and any of them that could be looked at."""
        if self._has_chosen or self._texts() <= MANY:
            return False
        found = (one for one in self._queue if isinstance(one, FoundDraft))
        return any(one.draft.dissection is not None and not one.is_covered for one in found)

    def _is_to_ask(self, found: FoundDraft) -> bool:
        if found.is_covered or found.draft.dissection is None:
            return False
        if self._ask is Ask.DOUBTFUL:
            return not is_sure(found.draft)
        return found.needs_look or self._ask is Ask.EACH

    def _texts(self) -> int:
        """Return how many texts there are, as far as it is known."""
        at_hand = sum(isinstance(one, FoundDraft) for one in self._queue)
        begun = {one.source for one in self._queue}
        unread = max(self.total - self._tally.files_done - len(begun), 0)
        return self._tally.drafts_done + len(self._doubtful) + at_hand + unread

    def _is_all_known(self) -> bool:
        """Tell whether the last file at hand was read to its end, and each other one has one."""
        return self._is_read or not isinstance(self._queue[-1], FoundDraft)

    # One that is asked about ----------------------------------------------------------------

    def _look_at(self, found: FoundDraft, known: Duplicate | None = None) -> None:
        """Find out what there is to say of a text; `known`: what it seems to be."""
        draft = found.draft
        self._store.read(
            lambda desk: looked_at(desk, draft, known), partial(self._on_looked, found)
        )

    def _on_looked(self, found: FoundDraft, looked: Looked) -> None:
        """Ask about it, unless it is said what becomes of such ones, be it since it was read."""
        duplicates = looked.duplicates
        if self._is_cancelled:
            self._finish()
        elif looked.is_covered and not duplicates:
            self._keep([found], Resolution.SKIP)
        elif duplicates and self._resolution is Resolution.SKIP:
            self._tally.leave_out(found, duplicates[0])
            self._next()
        elif (
            duplicates
            and self._resolution is Resolution.UPDATE
            and duplicates[0].update is not Update.REFUSED
        ):
            self._update(found, duplicates[0].release_id)
        else:
            self._asked = found
            total = self._texts() + 1
            question = Question(
                found.draft,
                self._tally.drafts_done + 1,
                total,
                looked.lines,
                looked.extents,
                self._is_all(total),
                () if self._resolution is Resolution.COPY else duplicates,
            )
            self.confirmation_needed.emit(question)

    def _is_all(self, total: int) -> bool:
        return self._is_read or total >= self.total > 1

    # Storing --------------------------------------------------------------------------------

    def _keep_certain(self) -> None:
        """Store what nobody is asked about, up to the next one, in one transaction."""
        batch: list[Piece] = []
        drafts = 0
        while self._queue:
            piece = self._queue[0]
            if isinstance(piece, FoundDraft):
                if drafts == self._storing.at_once or self._is_to_ask(piece):
                    break
                drafts += 1
            batch.append(self._queue.popleft())
        if len(self._queue) < _AHEAD:
            self._read_on()  # beside the storing
        self._keep(batch, self._resolution or Resolution.SKIP)

    def _keep(self, batch: Sequence[Piece], resolution: Resolution) -> None:
        found = [one for one in batch if isinstance(one, FoundDraft)]
        self._storing.keep(
            found,
            resolution,
            partial(self._on_kept, batch),
            lambda error: self._on_not_kept(found[0], error),
        )

    def _on_kept(self, batch: Sequence[Piece], became: "Sequence[Became]") -> None:
        outcomes = iter(became)
        for piece in batch:
            if isinstance(piece, FoundDraft):
                self._on_settled(piece, next(outcomes))
            else:
                self._tally.end_file(piece)
        self._tally.write_down()
        self._next()

    def _on_settled(self, found: FoundDraft, became: "Became") -> None:
        from newsdesk.services.import_ import (  # noqa: PLC0415 - heavy; loaded by now
            AlreadyThere,
            Imported,
        )

        if isinstance(became, Imported):
            self._tally.keep(found, became)
        elif not isinstance(became, AlreadyThere):
            self._tally.fail(found, became)
        elif self._resolution is Resolution.SKIP:
            self._tally.leave_out(found, became.duplicate)
        else:
            self._known.append((found, became.duplicate))

    def _on_not_kept(self, found: FoundDraft, error: NewsdeskError) -> None:
        if isinstance(error, StorageError):  # the next one would fare no better
            self._is_cancelled = True
            self._tally.stop(error)
        self._tally.fail(found, error)
        self._next()

    def _update(self, found: FoundDraft, release_id: ReleaseId) -> None:
        def updated(imported: "Imported") -> None:
            self._tally.keep(found, imported)
            self._next()

        self._storing.update(found, release_id, updated, partial(self._on_not_kept, found))

    # The end --------------------------------------------------------------------------------

    def _on_stopped(self, error: NewsdeskError) -> None:
        """The reading itself cannot go on."""
        if self._is_over:
            return
        self._is_reading, self._is_cancelled = False, True
        self._tally.stop(error)
        self._tally.refuse("", error)
        if self._is_awaited:
            self._finish()

    def _finish(self) -> None:
        if self._is_over:
            return
        self._is_over = True
        is_left = not self._is_read or bool(self._queue) or bool(self._doubtful)
        is_cut_short = self._is_cancelled and is_left
        if is_cut_short:
            self._tally.stop(Cancelled())
        outcome = self._tally.summed_up(is_cancelled=is_cut_short)
        self._let_go()
        self.finished.emit(outcome)

    def _let_go(self) -> None:
        """End the processes that read, in the thread that has them read."""
        self._store.look(self._reading.close, lambda _closed: None)
