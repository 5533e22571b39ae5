"""What commands work with, as one value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.newsroom import Newsroom
from newsdesk.ui.autosave import AutosaveController
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.notices import Notices
from newsdesk.ui.opening import ReleaseOpener
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

if TYPE_CHECKING:
    from newsdesk.services.rescue import RescueService

BackUpBefore = Callable[[BackupReason, Callable[[], None]], None]
"""Has a backup before much is changed at once, then calls the other; see `BackupKeeper.before`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandContext:
    """Made once, by the workstation."""

    session: ReleaseSession
    store: Store
    autosave: AutosaveController
    opener: ReleaseOpener
    icons: Icons
    themes: ThemeController
    keeper: PreferencesKeeper
    window: MainWindow
    notices: Notices
    now: Callable[[], datetime]
    newsroom: Callable[[], Newsroom]  # the house as it is now
    back_up_before: BackUpBefore
    open_rescue: "Callable[[], RescueService]"
