"""Building everything once: what the doors share."""

import getpass
import platform
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from uuid import UUID

from uuid6 import uuid7

from newsdesk import paths
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.exporting.format import HtmlTemplates, PrintPage, no_engine
from newsdesk.rendering.dateline import dateline_text
from newsdesk.services.backups import BackupService
from newsdesk.services.boilerplates import BoilerplateService
from newsdesk.services.bulk import BulkService
from newsdesk.services.contacts import ContactService
from newsdesk.services.desk import Desk
from newsdesk.services.dictionaries import DictionaryService
from newsdesk.services.draft_return import DraftReturn
from newsdesk.services.duplicates import DuplicateService
from newsdesk.services.export import ExportService
from newsdesk.services.history import HistoryService
from newsdesk.services.import_ import ImportService
from newsdesk.services.media import MediaService
from newsdesk.services.newsroom import NewsroomService
from newsdesk.services.pictures import PictureService
from newsdesk.services.people import PeopleService
from newsdesk.services.places import PlaceService
from newsdesk.services.recovery import RecoveryService
from newsdesk.services.releases import ReleaseService
from newsdesk.services.rescue import RescueService
from newsdesk.services.samples import SampleService
from newsdesk.services.site_decisions import SiteDecisionService
from newsdesk.services.snippets import SnippetService
from newsdesk.services.speakers import SpeakerService
from newsdesk.services.spelling import SpellingService
from newsdesk.services.verification import VerificationService
from newsdesk.services.vocabularies import VocabularyService
from newsdesk.services.workflow import WorkflowService
from newsdesk.services.workplace import Workplace
from newsdesk.storage.backup_shelf import BackupShelf
from newsdesk.storage.database import Database
from newsdesk.storage.journal import DraftJournal, JournalFolder
from newsdesk.storage.salvage.reassembly import Reassembly
from newsdesk.storage.salvage.wreck import Wreck


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def open_desk(
    data_dir: Path | None = None,
    *,
    writing: bool = False,
    now: Callable[[], datetime] = _now,
    print_page: PrintPage = no_engine,
) -> Generator[Desk]:
    """Open the newsroom in `data_dir`, the usual place by default, and close it at the end.

    Reading goes on while another newsdesk writes; writing takes the folder's lock.

    Args:
        print_page: what PDF is made by; without it that format is refused.

    Raises:
        StorageError: the newsroom cannot be opened; nothing was changed.
    """
    folder = paths.data_dir(data_dir)
    resources = paths.resources()
    database = Database.open(folder, writing=writing, now=now, new_id=_new_id)
    try:
        workplace = _workplace(database, now)
        dictionaries = DictionaryService(resources / "dictionaries", folder / "dictionaries")
        journal = JournalFolder(paths.journal_dir(data_dir))
        yield _desk(workplace, resources, dictionaries, journal, print_page)
    finally:
        database.close()


@contextmanager
def open_journal(data_dir: Path | None = None) -> Generator[DraftJournal]:
    """Open a journal for what is typed upon the newsroom in `data_dir`, and close it at the end.

    Nothing is made before something is written, and nothing fails before.
    """
    journal = DraftJournal(paths.journal_dir(data_dir), _new_id)
    try:
        yield journal
    finally:
        journal.close()


def _desk(
    workplace: Workplace,
    resources: Path,
    dictionaries: DictionaryService,
    journal: JournalFolder,
    print_page: PrintPage,
) -> Desk:
    templates = HtmlTemplates(
        page=(resources / "templates" / "release.html.j2").read_text("utf-8"),
        css=(resources / "styles" / "release.css").read_text("utf-8"),
        print_css=(resources / "styles" / "print.css").read_text("utf-8"),
    )
    releases = ReleaseService(workplace)
    pictures = PictureService(workplace)
    return Desk(
        releases=releases,
        recovery=RecoveryService(workplace, releases, journal),
        workflow=WorkflowService(workplace),
        bulk=BulkService(workplace),
        history=HistoryService(workplace),
        imports=ImportService(workplace),
        duplicates=DuplicateService(workplace),
        media=MediaService(workplace),
        backups=BackupService(
            BackupShelf(workplace.database.folder, workplace.device, workplace.now),
            workplace.database,
            workplace.now,
        ),
        pictures=pictures,
        sites=SiteDecisionService(workplace),
        exports=ExportService(workplace, templates, pictures, print_page),
        contacts=ContactService(workplace),
        people=PeopleService(workplace),
        places=PlaceService(workplace),
        vocabularies=VocabularyService(workplace),
        boilerplates=BoilerplateService(workplace),
        snippets=SnippetService(workplace),
        speakers=SpeakerService(workplace),
        newsroom=NewsroomService(workplace),
        dictionaries=dictionaries,
        spelling=SpellingService(workplace, dictionaries),
        samples=SampleService(workplace, resources / "samples"),
        verification=VerificationService(workplace),
    )


def _gazetteer(path: Path) -> Gazetteer:
    return Gazetteer.from_json(path.read_text("utf-8"))


def _new_id() -> UUID:
    return UUID(int=uuid7().int)  # a plain one, not of the library's class


def backups_of(
    data_dir: Path | None = None, *, now: Callable[[], datetime] = _now
) -> BackupService:
    """Return what looks at the backups of a newsroom that cannot be opened, and restores one."""
    return BackupService(BackupShelf(paths.data_dir(data_dir), _device(), now), None, now)


def rescue_of(data_dir: Path | None = None, *, now: Callable[[], datetime] = _now) -> RescueService:
    """Return what brings back a newsroom whose database is damaged; it must not be open."""
    folder, journal = paths.data_dir(data_dir), JournalFolder(paths.journal_dir(data_dir))
    shelf = BackupShelf(folder, _device(), now)

    @contextmanager
    def opened(bench: Path) -> Generator[Workplace]:
        with Database.open(bench, writing=True, now=now, new_id=_new_id) as database:
            yield _workplace(database, now)

    def store_drafts(bench: Path) -> list[Release]:
        with opened(bench) as workplace:
            return DraftReturn(workplace).bring_back(journal.left())

    def count(bench: Path) -> int:
        with opened(bench) as workplace, workplace.database.reading() as work:
            return len(work.soundness.release_ids())

    reassembly = Reassembly(
        author=_author(), device=_device(), now=now, new_id=_new_id, dateline_text=_plain_dateline
    )
    return RescueService(
        Wreck(folder, shelf, reassembly),
        backups_of(data_dir, now=now),
        journal.left,
        store_drafts,
        count,
    )


def _plain_dateline(release: Release) -> str:
    """Return a dateline as a house writes it that decided nothing yet."""
    return dateline_text(
        release.dateline,
        headline=release.headline,
        language=release.language,
        newsroom=Newsroom(),
    )


def _workplace(database: Database, now: Callable[[], datetime]) -> Workplace:
    return Workplace(
        database=database,
        gazetteer=cache(partial(_gazetteer, paths.resources() / "gazetteer.json")),
        now=now,
        new_id=_new_id,
        author=_author(),
        device=_device(),
    )


def _device() -> str:
    return platform.node() or "unknown"


def _author() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "unknown"
