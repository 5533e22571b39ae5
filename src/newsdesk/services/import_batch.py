"""Bringing many files in: read beside one another, stored in batches, told one by one.

Both doors run it: the window in a job's thread, with a `store` that asks the thread which owns the
writing connection; the command line as it is.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from time import monotonic

from newsdesk.domain.duplicate import Duplicate
from newsdesk.domain.errors import ImportRefusedError, NewsdeskError
from newsdesk.importing.draft import Draft
from newsdesk.services.import_ import AlreadyThere, Imported, Refusal
from newsdesk.services.import_reading import FileEnd, ReadDraft, Reading, ReadingPlan, Readings
from newsdesk.services.import_sources import SourceFile
from newsdesk.services.progress import NoProgress, Progress

_MOST = 100  # drafts in a batch: twice as many are stored no faster
_LONGEST_S = 1  # that a draft waits for others to be stored with


@dataclass(frozen=True, slots=True)
class Stored:
    """A draft that is a release now."""

    source: SourceFile
    imported: Imported


@dataclass(frozen=True, slots=True)
class NotStored:
    """A draft of which nothing was stored."""

    source: SourceFile
    draft: Draft
    error: NewsdeskError


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A draft that is stored already."""

    source: SourceFile
    draft: Draft
    duplicate: Duplicate


Outcome = Stored | NotStored | LeftOut | FileEnd
Between = Callable[[], None]
Store = Callable[[Sequence[Draft], Between], Sequence[Imported | AlreadyThere | Refusal]]
"""Stores drafts in one transaction, as `ImportService.store_all`; returns once that is done.

It calls the other between two drafts: the files after them are read meanwhile.
"""
TakeAlong = Callable[[Draft, SourceFile], Draft]
"""Keeps the pictures of a draft before it is stored, as `MediaService.taken_along`."""


def bring_in(
    files: Sequence[SourceFile],
    plan: ReadingPlan,
    store: Store,
    progress: Progress | None = None,
    *,
    take_along: TakeAlong = lambda draft, _source: draft,
) -> Generator[Outcome]:
    """Yield what becomes of each draft, once it is stored, and then the end of its file.

    Close the generator if it is not run to its end.

    Raises:
        Cancelled: `progress` said stop; what was yielded is kept, and nothing else was stored.
        StorageError: the same, because the store refused.
    """
    progress = progress or NoProgress()
    done = 0
    with closing(Readings(files, plan, lambda: progress.report(done, len(files)))) as readings:
        for batch in in_batches(readings):
            for outcome in _kept(batch, store, take_along, readings.heed):
                done += isinstance(outcome, FileEnd)
                yield outcome
            progress.report(done, len(files))


def in_batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Yield what was read in pieces that are well stored in one transaction."""
    batch: list[Reading] = []
    drafts, begun = 0, monotonic()
    for reading in readings:
        if not batch:
            drafts, begun = 0, monotonic()
        batch.append(reading)
        drafts += isinstance(reading, ReadDraft)
        if drafts == _MOST or monotonic() - begun > _LONGEST_S:
            yield batch
            batch = []
    if batch:
        yield batch


def _kept(
    batch: Sequence[Reading], store: Store, take_along: TakeAlong, between: Between
) -> Iterator[Outcome]:
    drafts = [
        take_along(reading.draft, reading.source)
        for reading in batch
        if isinstance(reading, ReadDraft)
    ]
    became = iter(store(drafts, between) if drafts else ())
    for reading in batch:
        if isinstance(reading, FileEnd):
            yield reading
            continue
        outcome = next(became)
        if isinstance(outcome, Imported):
            yield Stored(reading.source, outcome)
        elif isinstance(outcome, AlreadyThere):
            yield LeftOut(reading.source, outcome.draft, outcome.duplicate)
        else:
            yield NotStored(reading.source, reading.draft, _about(reading.source, outcome))


def _about(source: SourceFile, error: Refusal) -> Refusal:
    """Name the file as it was listed."""
    if isinstance(error, ImportRefusedError):
        return ImportRefusedError(error.problem, str(source), error.detail)
    return error
