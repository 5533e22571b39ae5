"""Building everything once: what the doors share."""

import getpass
import os
import platform
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from uuid import UUID

from uuid6 import uuid7

from newsdesk import paths
from newsdesk.domain.errors import StorageError
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.exporting.format import HtmlTemplates, PrintPage, no_engine
from newsdesk.exporting.statistics_page import StatisticsTemplate
from newsdesk.rendering.dateline import dateline_text
from newsdesk.services.allowed_folders import AllowedFolders
from newsdesk.services.backups import BackupService
from newsdesk.services.boilerplates import BoilerplateService
from newsdesk.services.bulk import BulkService
from newsdesk.services.contacts import ContactService
from newsdesk.services.desk import Desk
from newsdesk.services.dictionaries import DictionaryService
from newsdesk.services.draft_return import DraftReturn
from newsdesk.services.duplicates import DuplicateService
from newsdesk.services.export import ExportService
from newsdesk.services.facets import FacetService
from newsdesk.services.handing_over import HandOverService
from newsdesk.services.history import HistoryService
from newsdesk.services.import_ import ImportService
from newsdesk.services.media import MediaService
from newsdesk.services.moving import MovingService
from newsdesk.services.newsroom import NewsroomService
from newsdesk.services.people import PeopleService
from newsdesk.services.people_exchange import PeopleExchange
from newsdesk.services.pictures import PictureService
from newsdesk.services.places import PlaceService
from newsdesk.services.progress import NoProgress, Progress
from newsdesk.services.recovery import RecoveryService
from newsdesk.services.releases import ReleaseService
from newsdesk.services.rescue import RescueService
from newsdesk.services.samples import SampleService
from newsdesk.services.saved_searches import SavedSearchService
from newsdesk.services.search import SearchService
from newsdesk.services.search_values import SearchValues
from newsdesk.services.site_decisions import SiteDecisionService
from newsdesk.services.snippets import SnippetService
from newsdesk.services.speakers import SpeakerService
from newsdesk.services.spelling import SpellingService
from newsdesk.services.statistics import StatisticsService
from newsdesk.services.taking_over import TakeOverService
from newsdesk.services.templates import TemplateService
from newsdesk.services.trash import TrashService
from newsdesk.services.upkeep import UpkeepService
from newsdesk.services.verification import VerificationService
from newsdesk.services.vocabularies import VocabularyService
from newsdesk.services.workflow import WorkflowService
from newsdesk.services.workplace import Workplace
from newsdesk.storage import moving, this_machine
from newsdesk.storage.backup_shelf import BackupShelf
from newsdesk.storage.database import Database
from newsdesk.storage.folder_check import problem_with
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
    progress: Progress | None = None,
) -> Generator[Desk]:
    """Open the newsroom in `data_dir`, the usual place by default, and close it at the end.

    Reading goes on while another newsdesk writes; writing takes the folder's lock.

    Args:
        print_page: what PDF is made by; without it that format is refused.
        progress: told how far the check of a database is that was not closed, in bytes.

    Raises:
        StorageError: the newsroom cannot be opened; nothing was changed.
    """
    folder = paths.data_dir(data_dir)
    is_alone = _is_shared(folder)
    resources = paths.resources()
    database = Database.open(
        folder,
        writing=writing,
        now=now,
        new_id=_new_id,
        is_alone=is_alone,
        progress=(progress or NoProgress()).report,
    )
    try:
        workplace = _workplace(database, now)
        dictionaries = DictionaryService(resources / "dictionaries", folder / "dictionaries")
        journal = JournalFolder(paths.journal_dir(data_dir))
        yield _desk(workplace, resources, dictionaries, journal, print_page)
    finally:
        database.close()


def _is_shared(folder: Path) -> bool:
    """Tell whether others have the folder too and it is used all the same; refuse it otherwise."""
    problem = _problem_with(folder)
    if problem is not None and not _allowed_folders().has(str(folder)):
        raise problem
    return problem is not None


def _problem_with(folder: Path) -> StorageError | None:
    """Return why a folder cannot hold a newsroom, wherever its links lead."""
    found = problem_with(Path(os.path.realpath(folder)), this_machine.answers())
    return None if found is None else StorageError(found.problem, str(folder), found.detail)


def _allowed_folders() -> AllowedFolders:
    return AllowedFolders(paths.state_dir() / "folders.json")


def moving_of(data_dir: Path | None = None) -> MovingService:
    """Return what moves a newsroom out of a folder that others have too; it must not be open."""
    source = paths.data_dir(data_dir)

    def move(target: Path, report: Callable[[int, int], None]) -> None:
        journals = JournalFolder(paths.journal_dir(source))
        journals.bring_to(paths.journal_dir(target))  # before there is a newsroom to open
        moving.move(source, target, report)

    return MovingService(
        source,
        (paths.data_dir(), paths.state_dir() / "newsroom", Path.home() / "newsdesk"),
        _allowed_folders(),
        _problem_with,
        lambda target: moving.is_free(target, source),
        move,
    )


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
    search = SearchService(workplace)
    return Desk(
        releases=releases,
        search=search,
        search_values=SearchValues(workplace, search),
        searches=SavedSearchService(workplace, search),
        facets=FacetService(workplace, search),
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
            journal,
        ),
        pictures=pictures,
        sites=SiteDecisionService(workplace),
        exports=ExportService(workplace, templates, pictures, print_page),
        handing_over=HandOverService(workplace),
        taking_over=TakeOverService(workplace),
        contacts=ContactService(workplace),
        people=PeopleService(workplace),
        people_exchange=PeopleExchange(workplace),
        statistics=StatisticsService(
            workplace,
            StatisticsTemplate(
                page=(resources / "templates" / "statistics.html.j2").read_text("utf-8"),
                css=(resources / "styles" / "statistics.css").read_text("utf-8"),
            ),
        ),
        places=PlaceService(workplace),
        vocabularies=VocabularyService(workplace),
        boilerplates=BoilerplateService(workplace),
        snippets=SnippetService(workplace),
        templates=TemplateService(workplace),
        trash=TrashService(workplace),
        speakers=SpeakerService(workplace),
        newsroom=NewsroomService(workplace),
        dictionaries=dictionaries,
        spelling=SpellingService(workplace, dictionaries),
        samples=SampleService(workplace, resources / "samples"),
        verification=VerificationService(workplace),
        upkeep=UpkeepService(workplace),
        is_alone=workplace.database.is_alone,
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
    is_alone = _problem_with(folder) is not None  # what is damaged comes back wherever it lies

    @contextmanager
    def opened(bench: Path) -> Generator[Workplace]:
        with Database.open(
            bench, writing=True, now=now, new_id=_new_id, is_alone=is_alone
        ) as database:
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
