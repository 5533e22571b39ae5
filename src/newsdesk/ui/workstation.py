"""What all parts of the window work with, and the window. How they work is in `wiring.py`."""

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication

from newsdesk.domain.newsroom import Newsroom
from newsdesk.services.start_snapshot import StartSnapshot
from newsdesk.ui.actions.registry import ActionRegistry
from newsdesk.ui.actions.spec import Commands
from newsdesk.ui.autosave import AutosaveController
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.draft_journalling import DraftJournalling
from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.editor.formats import TableChange, TextFormat
from newsdesk.ui.jobs.journal_thread import JournalThread
from newsdesk.ui.jobs.opening_progress import OpeningProgress
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.library_panel import LibraryPanel
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.status_bar import StatusBar
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.theme import fonts
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.top_bar import TopBar
from newsdesk.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from newsdesk.ui.dialogs.crash_dialog import CrashDialog
    from newsdesk.ui.preview.early_page import EarlyPage
    from newsdesk.ui.wiring import Wiring

_TOOLBAR = (
    TextFormat.HEADING, TextFormat.BOLD, TextFormat.ITALIC, None, TextFormat.LINK,
    TextFormat.QUOTE, TextFormat.LIST, TextFormat.NUMBERED_LIST, TextFormat.TABLE,
)  # fmt: skip
_RARER = (TextFormat.SUBHEADING, TextFormat.FOOTNOTE, TextFormat.RULE, None, *TableChange)


class Workstation(QObject):
    """The parts that all others work with, and the window on top of them."""

    def __init__(
        self,
        application: QApplication,
        surroundings: Surroundings,
        window: MainWindow | None = None,
        early: "EarlyPage | None" = None,
    ) -> None:
        """Furnish `window`, or one that is not shown yet; its preview goes on with `early`."""
        super().__init__(application)
        self.surroundings = surroundings
        self.early = early
        assets = surroundings.assets
        self.keeper = PreferencesKeeper(surroundings.preferences, self)
        fonts.load(assets.fonts)
        if sys.platform != "darwin":  # which shows that of the bundle, and better
            application.setWindowIcon(QIcon(assets.program_icon))
        self.themes = ThemeController(
            themes=assets.themes,
            window_qss=assets.window_qss,
            icon_folder=assets.icon_folder,
            application=application,
            parent=self,
        )
        preferences = self.keeper.preferences
        self.themes.choose(preferences.theme, text_scale=preferences.text_scale)
        self.icons = Icons(
            self.themes.theme, surroundings.glyphs.load(), application.devicePixelRatio()
        )
        self.hub = ChangeHub(self)
        self.opening = OpeningProgress(self)
        self.store = Store(
            open_to_write=partial(surroundings.open_to_write, self.opening),
            open_to_read=surroundings.open_to_read,
            hub=self.hub,
            parent=self,
        )
        self.session = ReleaseSession(self)
        self.autosave = AutosaveController(self.session, self.store, surroundings.now, self)
        self.journalling = DraftJournalling(
            self.session,
            self.autosave,
            JournalThread(surroundings.open_journal, self),
            surroundings.now,
            self,
        )
        self.commands = Commands()
        self.actions = ActionRegistry(self.commands, self.icons, self)
        self.window = window or MainWindow()
        self._furnish()
        self.actions.work_in(self.window)
        self.newsroom = Newsroom()  # as last seen; `Wiring` keeps it up to date
        self.snapshot: StartSnapshot | None = None
        self.wiring: Wiring | None = None
        self._crash: CrashDialog | None = None

    def _furnish(self) -> None:
        icons, themes, now = self.icons, self.themes, self.surroundings.now
        editor = EditorPane(self.session, themes, icons, self.surroundings.places)
        numbered_list = self._format_action(TextFormat.NUMBERED_LIST)
        editor.set_toolbar(
            [one and self._format_action(one) for one in _TOOLBAR]
            + [self.actions.action(f"insert.{one}") for one in ("image", "anything")],
            rarer=[self._format_action(one) if one else None for one in _RARER],
            giving_way={numbered_list},
        )
        editor.set_table_actions([self._format_action(one) for one in TableChange])
        self.window.furnish(
            top_bar=TopBar(self.actions, icons),
            notices=NoticeBar(icons),
            library=LibraryPanel(self.store, self.hub, themes, icons, now),
            editor=editor,
            status_bar=StatusBar(self.session, icons),
        )

    def _format_action(self, one: TextFormat | TableChange) -> QAction:
        return self.actions.action(f"format.{one}")

    def show(self) -> None:
        """Show the window as it was left, before anything is read from the newsroom."""
        preferences = self.keeper.preferences
        self.window.editor.show_as(preferences)
        self.window.editor.typing.is_on = preferences.is_typographic
        self.window.restore(preferences)
        self._show_snapshot()
        self.complete()
        self.window.show()
        if self.session.is_open and self.window.is_desk_shown:
            self.window.editor.focus_field("body")  # for what was typed into the first picture

    def _show_snapshot(self) -> None:
        self.snapshot = snapshot = self.surroundings.snapshot.load()
        if snapshot is None:
            return
        self.newsroom = snapshot.newsroom
        self.window.library.show_snapshot(snapshot.rows, snapshot.counts, snapshot.total)
        if snapshot.release is not None:
            self.session.open(snapshot.release)
            self.window.library.set_current(snapshot.release.id)

    @Slot()
    def complete(self) -> None:
        """Build what the first picture did without, and begin to work."""
        from newsdesk.ui.wiring import Wiring  # noqa: PLC0415 - see the module's own words

        if self.wiring is None:
            self.wiring = Wiring(self)
            self.wiring.begin()

    def keep_what_is_written(self) -> None:
        """Something went wrong: have the text on the disk at once, then in the newsroom."""
        self.journalling.journal_at_once()
        self.autosave.save()

    @Slot(str)
    def show_crash(self, report: str) -> None:
        """Tell of a bug; the text was stored just before."""
        from newsdesk.ui.dialogs.crash_dialog import CrashDialog  # noqa: PLC0415 - hopefully never

        if self._crash is None:
            self._crash = CrashDialog(report, self.icons, self.window)
        self._crash.tell(report)
