"""The command that brings texts in."""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime

from newsdesk.cli import shapes
from newsdesk.cli.output import (
    INTERRUPTED,
    REFUSED,
    Emission,
    StderrProgress,
    emitting,
    stopping_at_interrupt,
    warn,
)
from newsdesk.cli.words import words as wording
from newsdesk.desk import open_desk
from newsdesk.domain.errors import (
    Cancelled,
    FieldError,
    ImportRefusedError,
    NewsdeskError,
    StorageError,
)
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.services.desk import Desk
from newsdesk.services.import_ import Draft, Imported, Refusal
from newsdesk.services.import_batch import Outcome, Store, Stored, bring_in
from newsdesk.services.import_reading import FileEnd, ReadingPlan
from newsdesk.services.import_report import ImportReport, problem_of, writing_report
from newsdesk.services.import_sources import Listing, listed


def import_(words: argparse.Namespace) -> int:
    listing = listed(words.files)
    with ExitStack() as stack:
        desk = stack.enter_context(open_desk(words.data_dir, writing=not words.dry_run))
        report = (
            stack.enter_context(writing_report(words.report, wording)) if words.report else None
        )
        emission = stack.enter_context(emitting(words, "imported", {"dry_run": words.dry_run}))
        told = _Telling(desk, listing, emission, report, is_dry_run=words.dry_run)
        stopped = _bring_in(desk, listing, told, _previewing(desk) if words.dry_run else None)
        told.end(stopped)
    for _, error in told.refused:
        warn(wording(error))
    if stopped is not None:
        warn(wording(stopped))
    if isinstance(stopped, Cancelled):
        return INTERRUPTED
    return REFUSED if told.refused or stopped else 0


def _bring_in(
    desk: Desk, listing: Listing, told: "_Telling", store: Store | None
) -> NewsdeskError | None:
    """Bring the files in and return why it ended before its end, if it did."""
    progress = StderrProgress("imported")
    plan = ReadingPlan(tools=desk.imports.tools())
    store = store or (lambda drafts: desk.imports.store_all(drafts)[0])
    with stopping_at_interrupt(progress):
        try:
            with closing(bring_in(listing.files, plan, store, progress)) as outcomes:
                for outcome in outcomes:
                    progress.make_room()
                    told.tell(outcome)
        except (Cancelled, StorageError) as error:
            return error
        finally:
            progress.make_room()
    return None


def _previewing(desk: Desk) -> Store:
    """Return what stores nothing and says what would be stored."""

    def preview(draft: Draft) -> Imported | Refusal:
        try:
            return desk.imports.preview(draft)
        except (ImportRefusedError, FieldError) as error:
            return error

    return lambda drafts: [preview(draft) for draft in drafts]


class _Telling:
    """Says of each draft what became of it, on paper and on record."""

    def __init__(
        self,
        desk: Desk,
        listing: Listing,
        emission: Emission,
        report: ImportReport | None,
        *,
        is_dry_run: bool,
    ) -> None:
        self._desk = desk
        self._listing = listing
        self._emission = emission
        self._report = report
        self._is_dry_run = is_dry_run
        self._stored = 0
        self.refused: list[tuple[str, NewsdeskError]] = [
            (error.source, error) for error in listing.refused
        ]
        if report is not None:
            report.begin(datetime.now(UTC), is_dry_run=is_dry_run)

    def tell(self, outcome: Outcome) -> None:
        if self._report is not None:
            self._report.add(outcome)
        if isinstance(outcome, Stored):
            self._stored += 1
            self._emission.item(
                lambda: _imported(self._desk, outcome, self._is_dry_run),
                lambda: _told(outcome, self._is_dry_run),
            )
            return
        error = outcome.refusal if isinstance(outcome, FileEnd) else outcome.error
        if error is not None:
            self.refused.append((str(outcome.source), error))

    def end(self, stopped: NewsdeskError | None) -> None:
        if self._report is not None:
            self._report.end(datetime.now(UTC), self._listing, stopped)
        self._emission.rest = {
            "refused": [
                {"file": file, "problem": problem_of(error), "message": wording(error)}
                for file, error in self.refused
            ],
            "left_alone": self._listing.left_alone,
            "stopped": stopped and {"problem": problem_of(stopped), "message": wording(stopped)},
        }
        if len(self._listing.files) > 1:
            left_alone = f"{self._listing.left_alone} of other kinds left alone"
            self._emission.closing_lines = [
                f"{self._stored} brought in, {len(self.refused)} refused, {left_alone}"
            ]


def _imported(desk: Desk, stored: Stored, is_dry_run: bool) -> shapes.Shape:
    release = stored.imported.release
    shape = shapes.release(
        release,
        dateline_text=desk.releases.dateline_text(release),
        quotes=desk.releases.quotes(release),
    )
    if is_dry_run:
        shape |= {"id": None, "uri": None, "family_id": None}
    findings = [shapes.finding(finding) for finding in stored.imported.draft.findings]
    return shape | {"file": str(stored.source), "findings": findings}


def _told(stored: Stored, is_dry_run: bool) -> Iterable[str]:
    release, draft = stored.imported.release, stored.imported.draft
    key = "(not stored)" if is_dry_run else str(release.id)
    yield f"{stored.source}: {release.headline or '(no headline found)'}"
    yield f"  {key}  {release.slug}"
    dropped = [f for f in draft.findings if f.kind is FindingKind.FURNITURE]
    found = [f for f in draft.findings if f.kind is not FindingKind.FURNITURE]
    sure = Counter(f.kind.value for f in found if f.confidence is Confidence.HIGH)
    if sure:
        yield f"  found: {', '.join(_counted(sure))}"
    for finding in (f for f in found if f.confidence is Confidence.LOW):
        yield f"  not sure: {finding.kind}: {_excerpt(finding)}"
    if dropped:
        yield f"  left out as page furniture: {', '.join(map(_excerpt, dropped[:5]))}" + (
            f" and {len(dropped) - 5} more" if len(dropped) > 5 else ""
        )


def _counted(counts: Counter[str]) -> Sequence[str]:
    return [kind if number == 1 else f"{kind} ({number})" for kind, number in counts.items()]


def _excerpt(finding: Finding, longest: int = 60) -> str:
    text = " ".join(finding.text.split())
    flags = f" [{', '.join(finding.flags)}]" if finding.flags else ""
    return (f"{text[:longest]}…" if len(text) > longest else text) + flags
