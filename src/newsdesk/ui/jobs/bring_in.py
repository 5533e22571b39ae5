"""Bringing texts in, one after the other, while the window goes on."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.errors import ImportRefusedError, NewsdeskError, StorageError
from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.domain.release import Release
from newsdesk.ui.jobs.store import Store

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.import_ import Draft, Imported
    from newsdesk.services.import_sources import SourceFile

_Read: TypeAlias = "tuple[Draft | ImportRefusedError, bool]"  # and whether a person is to see it


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How it ended."""

    stored: tuple[Release, ...] = ()
    refused: tuple[tuple[str, NewsdeskError], ...] = ()  # which file ("": a pasted text), and why
    skipped: tuple[str, ...] = ()  # which files
    is_cancelled: bool = False  # what was not asked for yet was left alone


@dataclass(frozen=True, slots=True)
class _Source:
    name: str  # of the file, "" for a pasted text
    read: "Callable[[Desk], list[Draft | ImportRefusedError]]"  # an error: why there is no more


class BringIn(QObject):
    """One run, from the files or the text to the stored releases. It may be started once.

    Signals:
        confirmation_needed(Draft, int, int): a person is to look at this, the first number of the
            second; it goes on with `accept`, `accept_all`, `skip` or `cancel`.
        progressed(int, int): texts done, texts in all.
        stored(Release): one more is there.
        refused(str, NewsdeskError): this file cannot be brought in ("": the pasted text).
        finished(BroughtIn): nothing more will come.
    """

    confirmation_needed = Signal(object, int, int)
    progressed = Signal(int, int)
    stored = Signal(object)
    refused = Signal(str, object)
    finished = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._sources: list[_Source] = []
        self._done = 0
        self._drafts: deque[_Read] = deque()  # further ones of the file at hand
        self._asked: Draft | None = None  # waits for an answer
        self._takes_sure = False
        self._is_cancelled = False
        self._is_over = False
        self._stored: list[Release] = []
        self._refused: list[tuple[str, NewsdeskError]] = []
        self._skipped: list[str] = []

    @property
    def total(self) -> int:
        return len(self._sources)

    @property
    def is_waiting(self) -> bool:
        """Whether a person is asked."""
        return self._asked is not None

    def start_files(self, paths: Sequence[PurePath]) -> None:
        """Bring files in, and of folders the files in them."""
        self._store.read(lambda _desk: _listed(paths), self._on_listed)

    def start_text(self, text: str) -> None:
        """Bring a pasted text in."""
        self._sources = [_Source("", lambda desk: [desk.imports.read_pasted(text)])]
        self._next()

    def accept(self, draft: "Draft") -> None:
        """Store what was asked for, as the person left it."""
        if self._asked is not None:
            self._asked = None
            self._keep(draft)

    def accept_all(self, draft: "Draft | None" = None) -> None:
        """Store it too, and ask from now on only where something is doubtful.

        Args:
            draft: as the person left it; None: as it was read.
        """
        self._takes_sure = True
        if self._asked is not None:
            self.accept(draft or self._asked)

    def skip(self) -> None:
        """Leave out what was asked for."""
        if self._asked is not None:
            self._asked = None
            self._skipped.append(self._sources[self._done].name)
            self._end_one()

    def cancel(self) -> None:
        """Begin nothing more; what was brought in stays."""
        self._is_cancelled = True
        if self._asked is not None:
            self._asked = None
            self._finish()

    def _on_listed(self, found: "tuple[list[_Source], Sequence[ImportRefusedError]]") -> None:
        self._sources, refused = found
        for error in refused:
            self._refuse(PurePath(error.source).name, error)
        self._next()

    def _next(self) -> None:
        if self._is_cancelled or self._done == len(self._sources):
            self._finish()
            return
        if self._drafts:
            self._look_at(self._drafts.popleft())
            return
        source = self._sources[self._done]

        def read(desk: "Desk") -> "list[_Read]":
            return [_looked_at(desk, one) for one in source.read(desk)]

        self._store.read(read, self._on_read, partial(self._on_refused, source.name))

    def _on_read(self, found: "list[_Read]") -> None:
        self._drafts.extend(found)
        if self._drafts:
            self._next()
        else:
            self._end_one()

    def _look_at(self, found: "_Read") -> None:
        one, is_asked = found
        if isinstance(one, ImportRefusedError):
            self._on_refused(self._sources[self._done].name, one)
        elif is_asked and not (self._takes_sure and is_sure(one)):
            self._asked = one
            self.confirmation_needed.emit(one, self._done + 1, len(self._sources))
        else:
            self._keep(one)

    def _keep(self, draft: "Draft") -> None:
        name = self._sources[self._done].name
        self._store.change(
            lambda desk: desk.imports.store(draft),
            self._on_stored,
            partial(self._on_refused, name),
        )

    def _on_stored(self, imported: "Imported") -> None:
        self._stored.append(imported.release)
        self.stored.emit(imported.release)
        self._end_one()

    def _on_refused(self, name: str, error: NewsdeskError) -> None:
        self._refuse(name, error)
        if isinstance(error, StorageError):  # the next one would fare no better
            self._is_cancelled = True
        self._end_one()

    def _refuse(self, name: str, error: NewsdeskError) -> None:
        self._refused.append((name, error))
        self.refused.emit(name, error)

    def _end_one(self) -> None:
        if not self._drafts:
            self._done += 1
            self.progressed.emit(self._done, len(self._sources))
        self._next()

    def _finish(self) -> None:
        if self._is_over:
            return
        self._is_over = True
        left = self._done < len(self._sources)
        self.finished.emit(
            BroughtIn(
                tuple(self._stored),
                tuple(self._refused),
                tuple(self._skipped),
                is_cancelled=self._is_cancelled and left,
            )
        )


def is_sure(draft: "Draft") -> bool:
    """Tell whether a text has a headline and nothing was found in it that is doubtful.

    Quotes may be: they stand in the body either way.
    """
    return bool(draft.headline) and not any(
        finding.confidence is Confidence.LOW and finding.kind is not FindingKind.QUOTE
        for finding in draft.findings
    )


def _looked_at(desk: "Desk", found: "Draft | ImportRefusedError") -> "_Read":
    is_draft = not isinstance(found, ImportRefusedError)
    return found, is_draft and desk.imports.needs_confirmation(found)


def _listed(paths: Sequence[PurePath]) -> "tuple[list[_Source], Sequence[ImportRefusedError]]":
    from newsdesk.services.import_sources import listed  # noqa: PLC0415 - heavy; in a thread

    listing = listed(paths)
    return [_source(file) for file in listing.files], listing.refused


def _source(file: "SourceFile") -> _Source:
    def read(desk: "Desk") -> "list[Draft | ImportRefusedError]":
        from newsdesk.services.import_reading import (  # noqa: PLC0415 - heavy; in a thread
            ReadDraft,
            ReadingPlan,
            read_all,
        )

        plan = ReadingPlan(tools=desk.imports.tools(), keeps_dissection=True)
        found: list[Draft | ImportRefusedError] = []
        for reading in read_all([file], plan):
            if isinstance(reading, ReadDraft):
                found.append(reading.draft)
            elif reading.refusal is not None:
                found.append(reading.refusal)
        return found

    return _Source(file.name, read)
