"""Writing releases down: rendered by the preview's own function, recorded with their checksums."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.export_record import ExportFormat, ExportRecord
from newsdesk.domain.ids import ExportId, ReleaseId
from newsdesk.domain.release import Release, Standing
from newsdesk.domain.revision import Reason
from newsdesk.exporting import FORMATS
from newsdesk.exporting.format import ExportSource, Format, HtmlTemplates, PrintPage, no_engine
from newsdesk.exporting.html import html_page
from newsdesk.exporting.pdf import print_page_html
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.page_setup import PageSetup, page_setup
from newsdesk.rendering.release import render_release
from newsdesk.rendering.typography import quotation_marks
from newsdesk.services.files import write_atomically
from newsdesk.services.keeping import keep
from newsdesk.services.pictures import PictureService
from newsdesk.services.progress import NoProgress, Progress
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """Which releases (ids, beginnings of ids, slugs) go where, and how."""

    keys: tuple[str, ...]
    format: ExportFormat
    folder: Path


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """What was written, and what was not, with its reason."""

    written: tuple[ExportRecord, ...]
    refused: tuple[tuple[str, NewsdeskError], ...]  # the key as given


@dataclass(frozen=True, slots=True)
class FormatSummary:
    """A format as a list shows it."""

    id: ExportFormat
    suffix: str
    mime: str
    needs_engine: bool


@dataclass(frozen=True, slots=True)
class Sheets:
    """What an engine prints: a whole page, and the sheets it goes on."""

    html: str
    setup: PageSetup


def formats() -> list[FormatSummary]:
    """Return the formats there are, in their order."""
    return [FormatSummary(one.id, one.suffix, one.mime, one.needs_engine) for one in FORMATS]


class ExportService:
    """What leaves the desk is always a stored, permanent revision."""

    def __init__(
        self,
        workplace: Workplace,
        templates: HtmlTemplates,
        pictures: PictureService,
        print_page: PrintPage = no_engine,
    ) -> None:
        """`print_page` is what PDF needs; without one that format is refused."""
        self._workplace = workplace
        self._templates = templates
        self._pictures = pictures
        self._print_page = print_page
        self._renderers: dict[str, BlockRenderer] = {}

    def page(self, release: Release) -> str:
        """Return the page that an export would write now."""
        with self._workplace.database.reading() as work:
            return html_page(self._source(work, release))

    def sheets(self, release: Release) -> Sheets:
        """Return what a PDF of a release, stored as it stands or not, would be printed from now."""
        with self._workplace.database.reading() as work:
            source = self._source(work, release)
        return Sheets(print_page_html(source), page_setup(source.newsroom))

    def export(
        self, request: ExportRequest, progress: Progress | None = None
    ) -> tuple[ExportOutcome, Changes]:
        """Write the releases one after the other; one that fails does not stop the others.

        Raises:
            Cancelled: `progress` said stop; what was written before stays, and on record.
        """
        progress = progress or NoProgress()
        written: list[ExportRecord] = []
        refused: list[tuple[str, NewsdeskError]] = []
        (format_,) = [one for one in FORMATS if one.id == request.format]
        for done, key in enumerate(request.keys, start=1):
            try:
                written += self._export_one(key, format_, request.folder)
            except NewsdeskError as error:
                refused.append((key, error))
            progress.report(done, len(request.keys))
        changes = Changes.of(Subject.EXPORTS, releases={one.release_id for one in written})
        return ExportOutcome(tuple(written), tuple(refused)), changes

    def records(self, release_id: ReleaseId) -> list[ExportRecord]:
        """Return what was written of a release, oldest first."""
        with self._workplace.database.reading() as work:
            return work.exports.for_release(release_id)

    def _export_one(self, key: str, format_: Format, folder: Path) -> Sequence[ExportRecord]:
        source = self._permanent_source(key)
        records: list[ExportRecord] = []
        for name, content in format_.write(source).items():
            path = folder.absolute() / name
            write_atomically(path, content)
            records.append(
                ExportRecord(
                    id=ExportId(self._workplace.new_id()),
                    release_id=source.release.id,
                    revision=source.revision,
                    revision_sha256=source.revision_sha256,
                    format=format_.id,
                    path=str(path),
                    sha256=sha256(content).hexdigest(),
                    embargoed=source.rendered.standing is Standing.EMBARGOED,
                    at=self._workplace.now(),
                )
            )
        with self._workplace.database.transaction() as work:
            for record in records:
                work.exports.add(record)
        return records

    def _permanent_source(self, key: str) -> ExportSource:
        with self._workplace.database.reading() as work:
            release = work.releases.get(work.releases.by_key(key), verified=True)
            source = self._source(work, release)
            if work.revisions.current(release.id).is_permanent:
                return source
        with self._workplace.database.transaction() as work:
            return self._source(work, keep(work, release, Reason.EXPORT, self._workplace))

    def _source(self, work: "UnitOfWork", release: Release) -> ExportSource:
        newsroom = work.newsroom.get()
        revision = work.revisions.current(release.id)
        standing = release.standing(self._workplace.now())
        renderer = self._renderer(release.language)
        media = self._pictures.in_body(work, release)
        return ExportSource(
            release=release,
            newsroom=newsroom,
            rendered=render_release(release, newsroom, standing, renderer, media),
            revision=revision.number,
            revision_sha256=revision.sha256,
            html=self._templates,
            print_page=self._print_page,
        )

    def _renderer(self, language: str) -> BlockRenderer:
        if language not in self._renderers:
            self._renderers[language] = BlockRenderer(quotes=quotation_marks(language))
        return self._renderers[language]
