"""What the door hands to the window: everything that is a file, a clock or a thread's beginning."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsdesk.ui.assets import Assets
from newsdesk.ui.jobs.desk_thread import OpenDesk
from newsdesk.ui.jobs.journal_thread import OpenJournal
from newsdesk.ui.printing import PagePrinter

if TYPE_CHECKING:
    from newsdesk.services.first_picture import FirstPictureFile
    from newsdesk.services.glyph_cache import GlyphCache
    from newsdesk.services.preferences import PreferencesFile
    from newsdesk.services.rescue import RescueService
    from newsdesk.services.start_snapshot import StartSnapshotFile
    from newsdesk.services.text_places import TextPlaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Handed in once, by `app.py` or by a test."""

    assets: Assets
    preferences: "PreferencesFile"
    snapshot: "StartSnapshotFile"
    places: "TextPlaces"
    picture: "FirstPictureFile"
    glyphs: "GlyphCache"
    open_to_write: OpenDesk
    open_to_read: OpenDesk
    open_journal: OpenJournal
    open_rescue: "Callable[[], RescueService]"  # in any thread, of a newsroom that is not open
    printer: PagePrinter
    now: Callable[[], datetime]  # aware
    read_guide: Callable[[], str]  # the user guide, as Markdown
    data_folder: str  # shown, and opened in the system's file manager
    files: tuple[PurePath, ...] = ()  # to be brought in at once
    crash_report: str = ""  # the trace of the last run, if that died inside a library
