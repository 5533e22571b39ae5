"""The command that brings texts in."""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime

from newsdesk.cli import bundles, shapes
from newsdesk.cli.backups import back_up_before
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
from newsdesk.domain.backup import BackupReason
from newsdesk.domain.duplicate import Duplicate, Likeness, Resolution
from newsdesk.domain.errors import (
    Cancelled,
    FieldError,
    ImportRefusedError,
    NewsdeskError,
    StorageError,
)
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.services.desk import Desk
from newsdesk.services.import_ import AlreadyThere, Draft, Imported, Refusal, is_left_out
from newsdesk.services.import_batch import LeftOut, Outcome, Store, Stored, bring_in
from newsdesk.services.import_reading import FileEnd, ReadingPlan
from newsdesk.services.import_report import (
    ImportReport,
    duplicate_shape,
    problem_of,
    writing_report,
)
from newsdesk.services.import_sources import Listing, SourceFile, listed
from newsdesk.services.media import FilesBeside
from newsdesk.services.taking_over import is_bundle


def import_(words: argparse.Namespace) -> int:
    handed_over = [file for file in words.files if is_bundle(file)]
    listing = listed([file for file in words.files if file not in handed_over])
    with ExitStack() as stack:
        desk = stack.enter_context(open_desk(words.data_dir, writing=not words.dry_run))
        report = (
            stack.enter_context(writing_report(words.report, wording)) if words.report else None
        )
        emission = stack.enter_context(emitting(words, "imported", {"dry_run": words.dry_run}))
        told = _Telling(desk, listing, emission, report, is_dry_run=words.dry_run)
        if not words.dry_run:
            back_up_before(desk, BackupReason.IMPORT)
        resolution = Resolution(words.on_duplicate) if words.on_duplicate else None
        store = _previewing(desk, resolution) if words.dry_run else _storing(desk, resolution)
        told.tell_of_bundles(*bundles.take_over(words, desk, handed_over))
        stopped = _bring_in(desk, listing, told, store)
        told.end(stopped)
    for _, error in told.refused:
        warn(wording(error))
    if stopped is not None:
        warn(wording(stopped))
    if isinstance(stopped, Cancelled):
        return INTERRUPTED
    return REFUSED if told.refused or stopped else 0


def _bring_in(desk: Desk, listing: Listing, told: "_Telling", store: Store) -> NewsdeskError | None:
    """Bring the files in and return why it ended before its end, if it did."""
    progress = StderrProgress("imported")
    plan = ReadingPlan(tools=desk.imports.tools())
    beside = FilesBeside()

    def take_along(draft: Draft, source: SourceFile) -> Draft:
        return draft if told.is_dry_run else desk.media.taken_along(draft, beside.of(source))

    with stopping_at_interrupt(progress), closing(beside):
        try:
            found = bring_in(listing.files, plan, store, progress, take_along=take_along)
            with closing(found) as outcomes:
                for outcome in outcomes:
                    progress.make_room()
                    told.tell(outcome)
        except (Cancelled, StorageError) as error:
            return error
        finally:
            progress.make_room()
    return None


def _storing(desk: Desk, resolution: Resolution | None) -> Store:
    return lambda drafts, between: desk.imports.store_all(drafts, resolution, between)[0]


def _previewing(desk: Desk, resolution: Resolution | None) -> Store:
    """Return what stores nothing and says what would be stored.

    Of two files with one text it says that both would: neither is stored.
    """

    def preview(draft: Draft) -> Imported | AlreadyThere | Refusal:
        found = () if resolution is Resolution.COPY else desk.duplicates.find(draft)
        if found and is_left_out(found[0], resolution):
            return AlreadyThere(draft, found[0])
        try:
            made = desk.imports.preview(draft)
            return replace(made, resembles=found[0]) if found and resolution is None else made
        except (ImportRefusedError, FieldError) as error:
            return error

    return lambda drafts, _between: [preview(draft) for draft in drafts]


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
        self.is_dry_run = is_dry_run
        self._stored = 0
        self._left_out: list[tuple[SourceFile, Duplicate]] = []
        self._from_bundles: list[bundles.Result] = []
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
                lambda: _imported(self._desk, outcome, self.is_dry_run),
                lambda: _told(outcome, self.is_dry_run),
            )
            return
        if isinstance(outcome, LeftOut):
            self._left_out.append((outcome.source, outcome.duplicate))
            return
        error = outcome.refusal if isinstance(outcome, FileEnd) else outcome.error
        if error is not None:
            self.refused.append((str(outcome.source), error))

    def tell_of_bundles(
        self, results: Sequence[bundles.Result], refused: Sequence[tuple[str, ImportRefusedError]]
    ) -> None:
        self._from_bundles += results
        errors = (error for _file, error in refused)
        self._listing = replace(self._listing, refused=(*self._listing.refused, *errors))
        self.refused += refused
        self.refused += [(str(file), one.error) for file, one in results if one.error]

    def end(self, stopped: NewsdeskError | None) -> None:
        taken = [bundles.shape_of(one) for one in self._from_bundles]
        if self._report is not None:
            self._report.end(datetime.now(UTC), self._listing, stopped, taken)
        self._emission.rest = {
            "refused": [
                {"file": file, "problem": problem_of(error), "message": wording(error)}
                for file, error in self.refused
            ],
            "duplicates": [
                {"file": str(source)} | duplicate_shape(duplicate)
                for source, duplicate in self._left_out
            ],
            "taken_over": taken,
            "left_alone": self._listing.left_alone,
            "stopped": stopped and {"problem": problem_of(stopped), "message": wording(stopped)},
        }
        lines = [_already_there(*one) for one in self._left_out]
        lines[:0] = [line for one in self._from_bundles for line in bundles.lines_of(one)]
        if len(self._listing.files) > 1:
            left_alone = f"{self._listing.left_alone} of other kinds left alone"
            known = len(self._left_out)
            here = f"{known} here already, " if known else ""
            lines.append(
                f"{self._stored} brought in, {here}{len(self.refused)} refused, {left_alone}"
            )
        self._emission.closing_lines = lines


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
    resembles = stored.imported.resembles
    return shape | {
        "file": str(stored.source),
        "findings": findings,
        "resembles": resembles and duplicate_shape(resembles),
    }


def _told(stored: Stored, is_dry_run: bool) -> Iterable[str]:
    release, draft = stored.imported.release, stored.imported.draft
    key = "(not stored)" if is_dry_run else str(release.id)
    yield f"{stored.source}: {release.headline or '(no headline found)'}"
    yield f"  {key}  {release.slug}"
    if (other := stored.imported.resembles) is not None:
        yield f"  resembles {other.release_id} ({_likeness(other)})"
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


def _already_there(source: SourceFile, duplicate: Duplicate) -> str:
    return f"{source}: here already as {duplicate.release_id} ({_likeness(duplicate)}); left out"


def _likeness(duplicate: Duplicate) -> str:
    share = f"{duplicate.containment:.0%} of the text"
    return share if duplicate.why is Likeness.TEXT else f"the same address, {share}"


def _counted(counts: Counter[str]) -> Sequence[str]:
    return [kind if number == 1 else f"{kind} ({number})" for kind, number in counts.items()]


def _excerpt(finding: Finding, longest: int = 60) -> str:
    text = " ".join(finding.text.split())
    flags = f" [{', '.join(finding.flags)}]" if finding.flags else ""
    return (f"{text[:longest]}…" if len(text) > longest else text) + flags
