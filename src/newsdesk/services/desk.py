"""The desk: every service there is, as the doors hand them on.

Light to import, so that the window may name it before any service is made.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.services.backups import BackupService
    from newsdesk.services.boilerplates import BoilerplateService
    from newsdesk.services.bulk import BulkService
    from newsdesk.services.contacts import ContactService
    from newsdesk.services.dictionaries import DictionaryService
    from newsdesk.services.duplicates import DuplicateService
    from newsdesk.services.export import ExportService
    from newsdesk.services.facets import FacetService
    from newsdesk.services.handing_over import HandOverService
    from newsdesk.services.history import HistoryService
    from newsdesk.services.import_ import ImportService
    from newsdesk.services.media import MediaService
    from newsdesk.services.newsroom import NewsroomService
    from newsdesk.services.people import PeopleService
    from newsdesk.services.people_exchange import PeopleExchange
    from newsdesk.services.pictures import PictureService
    from newsdesk.services.places import PlaceService
    from newsdesk.services.recovery import RecoveryService
    from newsdesk.services.releases import ReleaseService
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Every service, on one newsroom."""

    releases: "ReleaseService"
    search: "SearchService"
    search_values: "SearchValues"
    searches: "SavedSearchService"
    facets: "FacetService"
    recovery: "RecoveryService"
    workflow: "WorkflowService"
    bulk: "BulkService"
    history: "HistoryService"
    imports: "ImportService"
    duplicates: "DuplicateService"
    media: "MediaService"
    backups: "BackupService"
    pictures: "PictureService"
    sites: "SiteDecisionService"
    exports: "ExportService"
    handing_over: "HandOverService"
    taking_over: "TakeOverService"
    contacts: "ContactService"
    people: "PeopleService"
    people_exchange: "PeopleExchange"
    statistics: "StatisticsService"
    places: "PlaceService"
    vocabularies: "VocabularyService"
    boilerplates: "BoilerplateService"
    snippets: "SnippetService"
    templates: "TemplateService"
    trash: "TrashService"
    speakers: "SpeakerService"
    newsroom: "NewsroomService"
    dictionaries: "DictionaryService"
    spelling: "SpellingService"
    samples: "SampleService"
    verification: "VerificationService"
    upkeep: "UpkeepService"
    is_alone: bool = False  # whether nobody can read the newsroom beside this desk
