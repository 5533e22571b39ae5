"""How bringing texts in went, file by file, so that it can be shown and kept as a report."""

import pickle
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePath
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING
from weakref import finalize

from newsdesk.domain.errors import ImportRefusedError, NewsdeskError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release

if TYPE_CHECKING:
    from newsdesk.services.import_ import Draft
    from newsdesk.services.import_batch import LeftOut, NotStored, Outcome, Stored
    from newsdesk.services.import_sources import Listing, SourceFile

_IN_MEMORY = 200
"""Drafts whose findings are at hand; those of the thousands after them wait in a file."""


class ImportAccount:
    """Everything that became of a run, in its order; what it takes in memory is little of each."""

    def __init__(self, begun: datetime, ended: datetime) -> None:
        self.begun = begun
        self.ended = ended
        self.listing: Listing | None = None
        self.stopped: NewsdeskError | None = None
        # numbers of drafts, not objects: whoever clears away has to look at each of those
        self._sources: dict[SourceFile, int] = {}
        self._ends: dict[SourceFile, ImportRefusedError | None] = {}
        self._source_of = array("q")  # each draft
        self._place_of = array("q")  # in the file; below 0: at hand, ~number
        self._at_hand: list[Outcome] = []
        self._file: IO[bytes] | None = None

    def add_all(self, outcomes: "Iterable[Outcome]", _desk: object = None) -> None:
        """Note several, for a thread."""
        for outcome in outcomes:
            self.add(outcome)

    def add(self, outcome: "Outcome") -> None:
        """Note what became of a draft, without its text and what that was taken apart into."""
        from newsdesk.services.import_batch import Stored  # noqa: PLC0415 - heavy; loaded by now
        from newsdesk.services.import_reading import FileEnd  # noqa: PLC0415

        number = self._sources.setdefault(outcome.source, len(self._sources))
        if isinstance(outcome, FileEnd):
            self._ends[outcome.source] = outcome.refusal
            return
        if isinstance(outcome, Stored):
            imported = outcome.imported
            slim = replace(imported, draft=_slim(imported.draft), release=_named(imported.release))
            outcome = replace(outcome, imported=slim)
        else:
            outcome = replace(outcome, draft=_slim(outcome.draft))
        self._source_of.append(number)
        self._place_of.append(self._put(outcome))

    def write(self, path: Path) -> None:
        """Write the report, for a thread.

        Raises:
            ExportError: there is no writing there.
        """
        from newsdesk.services.import_report import writing_report  # noqa: PLC0415 - rarely
        from newsdesk.services.import_sources import Listing  # noqa: PLC0415
        from newsdesk.ui.messages import reason  # noqa: PLC0415

        with writing_report(path, reason) as report:
            report.begin(self.begun, is_dry_run=False)
            for outcome in self._by_file():
                report.add(outcome)
            report.end(self.ended, self.listing or Listing((), (), 0), self.stopped)

    def _by_file(self) -> "Iterator[Outcome]":
        """Yield the outcomes of one file after the other: some were settled after its end."""
        from newsdesk.services.import_reading import FileEnd  # noqa: PLC0415

        places: dict[int, list[int]] = defaultdict(list)
        for number, place in zip(self._source_of, self._place_of, strict=True):
            places[number].append(place)
        for source, number in self._sources.items():
            yield from map(self._taken_up, places[number])
            if source in self._ends:
                yield FileEnd(source, self._ends[source])

    def _put(self, outcome: "Stored | LeftOut | NotStored") -> int:
        """Keep an outcome and return its place."""
        from newsdesk.services.import_batch import NotStored  # noqa: PLC0415

        if isinstance(outcome, NotStored) or len(self._at_hand) < _IN_MEMORY:
            place = ~len(self._at_hand)
            self._at_hand.append(outcome)
            return place
        if self._file is None:
            self._file = TemporaryFile(prefix="newsdesk-")  # noqa: SIM115 - goes with the account
            finalize(self, self._file.close)
        place = self._file.seek(0, 2)
        pickle.dump(outcome, self._file, pickle.HIGHEST_PROTOCOL)
        return place

    def _taken_up(self, place: int) -> "Outcome":
        if place < 0:
            return self._at_hand[~place]
        assert self._file is not None
        self._file.seek(place)
        return pickle.load(self._file)  # noqa: S301 - our own, in a file without a name


@dataclass(frozen=True, slots=True)
class CameIn:
    """A release that came in, by what it is called."""

    id: ReleaseId
    title: str  # its headline, or its name where it has none


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How it ended."""

    stored: int = 0  # releases
    first: CameIn | None = None  # of them
    refused: tuple[tuple[str, NewsdeskError], ...] = ()  # which file ("": a pasted text), and why
    skipped: tuple[str, ...] = ()  # which files
    is_cancelled: bool = False  # what was not asked for yet was left alone
    account: ImportAccount | None = field(default=None, compare=False)

    @property
    def has_more_to_tell(self) -> bool:
        """Whether it is worth a list: several texts, or some that did not come in."""
        return self.stored + len(self.refused) + len(self.skipped) > 1


def name_of(path: str) -> str:
    return PurePath(path).name


def _slim(draft: "Draft") -> "Draft":
    return replace(draft, dissection=None, body_md="", boilerplates=(), media=())


def _named(release: Release) -> Release:
    """Return what a report says of a release, without what may be long."""
    return replace(
        release, body_md="", contacts=(), boilerplates=(), terms=(), media=(), provenance=()
    )
