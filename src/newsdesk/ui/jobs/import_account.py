"""How bringing texts in went, file by file, so that it can be shown and kept as a report."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.release import Release

if TYPE_CHECKING:
    from newsdesk.services.import_batch import Outcome
    from newsdesk.services.import_sources import Listing, SourceFile


@dataclass(slots=True)
class ImportAccount:
    """Everything that became of a run, in its order."""

    begun: datetime
    ended: datetime
    outcomes: "list[Outcome]" = field(default_factory=list["Outcome"])
    listing: "Listing | None" = None
    stopped: NewsdeskError | None = None

    def add(self, outcome: "Outcome") -> None:
        """Note what became of a draft, without what it was taken apart into."""
        from newsdesk.services.import_batch import (  # noqa: PLC0415 - heavy; loaded by now
            LeftOut,
            NotStored,
            Stored,
        )

        if isinstance(outcome, Stored):
            slim = replace(outcome.imported.draft, dissection=None)
            outcome = replace(outcome, imported=replace(outcome.imported, draft=slim))
        elif isinstance(outcome, LeftOut | NotStored):
            outcome = replace(outcome, draft=replace(outcome.draft, dissection=None))
        self.outcomes.append(outcome)

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

        files: dict[SourceFile, list[Outcome]] = {}
        for outcome in self.outcomes:
            files.setdefault(outcome.source, []).append(outcome)
        for outcomes in files.values():
            yield from sorted(outcomes, key=lambda one: isinstance(one, FileEnd))


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How it ended."""

    stored: tuple[Release, ...] = ()
    refused: tuple[tuple[str, NewsdeskError], ...] = ()  # which file ("": a pasted text), and why
    skipped: tuple[str, ...] = ()  # which files
    is_cancelled: bool = False  # what was not asked for yet was left alone
    account: ImportAccount | None = field(default=None, compare=False)

    @property
    def has_more_to_tell(self) -> bool:
        """Whether it is worth a list: several texts, or some that did not come in."""
        return len(self.stored) + len(self.refused) + len(self.skipped) > 1


def name_of(path: str) -> str:
    return PurePath(path).name
