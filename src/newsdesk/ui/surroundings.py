"""What the door hands to the window: everything that is a file, a clock or a thread's beginning."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsdesk.ui.assets import Assets
from newsdesk.ui.jobs.desk_thread import OpenDesk
from newsdesk.ui.jobs.journal_thread import OpenJournal
from newsdesk.ui.printing import PagePrinter

if TYPE_CHECKING:
    from newsdesk.services.about import About
    from newsdesk.services.desk import Desk
    from newsdesk.services.first_picture import FirstPictureFile
    from newsdesk.services.glyph_cache import GlyphCache
    from newsdesk.services.moving import MovingService
    from newsdesk.services.preferences import PreferencesFile
    from newsdesk.services.progress import Progress
    from newsdesk.services.rescue import RescueService
    from newsdesk.services.start_snapshot import StartSnapshotFile
    from newsdesk.services.text_places import TextPlaces


@dataclass(slots=True)
class Whereabouts:
    """Where the newsroom lies; another folder once it was moved while the window is open."""

    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Handed in once, by `app.py` or by a test."""

    assets: Assets
    preferences: "PreferencesFile"
    snapshot: "StartSnapshotFile"
    places: "TextPlaces"
    picture: "FirstPictureFile"
    glyphs: "GlyphCache"
    open_to_write: "Callable[[Progress | None], AbstractContextManager[Desk]]"
    open_to_read: OpenDesk
    open_journal: OpenJournal
    open_rescue: "Callable[[], RescueService]"  # in any thread, of a newsroom that is not open
    open_moving: "Callable[[], MovingService]"  # likewise
    go_to: Callable[[str], None]  # from now on the newsroom lies in this folder
    printer: PagePrinter
    now: Callable[[], datetime]  # aware
    read_guide: Callable[[], str]  # the user guide, as Markdown
    read_about: "Callable[[], About]"  # takes a moment
    where: Whereabouts
    is_folder_given: bool = False  # by whoever started it, and no preference changes that
    files: tuple[PurePath, ...] = ()  # to be brought in at once
    crash_report: str = ""  # the trace of the last run, if that died inside a library

    @property
    def data_folder(self) -> str:
        """Shown, and opened in the system's file manager."""
        return self.where.folder
