"""What follows from what: every part of the window beyond the first picture, and their ties."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QMenu

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.services.preferences import Preferences, View
from newsdesk.services.start_snapshot import StartSnapshot
from newsdesk.ui.actions.spec import Situation
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.exchange_commands import ExchangeCommands
from newsdesk.ui.inspector.inspector import Inspector
from newsdesk.ui.jobs.garbage import GarbageCollector
from newsdesk.ui.languages import language_name
from newsdesk.ui.layout_commands import LayoutCommands
from newsdesk.ui.library.status import status_of
from newsdesk.ui.messages import words
from newsdesk.ui.notices import Notices
from newsdesk.ui.opening import ReleaseOpener
from newsdesk.ui.picture_taking import picture_of
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.preview.preview_scheduler import PreviewScheduler
from newsdesk.ui.release_commands import ReleaseCommands
from newsdesk.ui.snapshot_keeper import SnapshotKeeper
from newsdesk.ui.welcome import Welcome
from newsdesk.ui.widgets.notice_bar import Offer, Tone
from newsdesk.ui.workstation import Workstation

if TYPE_CHECKING:
    from newsdesk.rendering.release import RenderedRelease
    from newsdesk.services.desk import Desk
    from newsdesk.ui.dialogs.settings_dialog import SettingsDialog

_GIVEN_UP_AFTER_MS = 60_000  # a hidden preview's processes are most of the memory
_STORE_AFTER_MS = 700  # at the latest; before, the preview has the processor to itself
_LIST_MENU = (
    ("release.duplicate", "release.star"),
    ("release.publish", "release.recall"),
    ("release.export_selected",),
    ("release.trash", "release.untrash"),
)


class Wiring(QObject):
    """Builds the second half of the window and lets all parts know of each other."""

    def __init__(self, desk: Workstation) -> None:
        super().__init__(desk)
        self._desk = desk
        self.keeper, self.themes, self.icons = desk.keeper, desk.themes, desk.icons
        self.hub, self.store, self.session = desk.hub, desk.store, desk.session
        self.autosave, self.actions, self.window = desk.autosave, desk.actions, desk.window
        self._surroundings = desk.surroundings
        self._commands = desk.commands
        self._files = self._surroundings.files  # still to be brought in
        now = self._surroundings.now
        self.opener = ReleaseOpener(self.session, self.autosave, self.store, self)
        self.rendered: RenderedRelease | None = None
        self._give_up = QTimer(self)
        self._give_up.setSingleShot(True)
        self._give_up.setInterval(_GIVEN_UP_AFTER_MS)
        self.scheduler = PreviewScheduler(self.session, now, self)
        self._make_panes()
        self.notices = Notices(self.window.notices)
        self._fill_commands()
        self._snapshot = SnapshotKeeper(
            self._surroundings.snapshot, self.snapshot, self.store, self.hub, self
        )
        self._is_store_started = False
        self._garbage = GarbageCollector(self)
        self._connect()

    def _make_panes(self) -> None:
        """Make the preview, whose engine then starts beside us, and the inspector."""
        desk, window = self._desk, self.window
        preview = PreviewPane(self._surroundings.assets, self.themes, self.icons)
        if desk.snapshot is not None:
            preview.show_page(desk.snapshot.page)
        window.place_preview(preview)  # in its place before it starts: it has a native window
        self._show_or_rest_preview(preview)
        window.place_inspector(
            Inspector(
                self.session,
                self.store,
                self.hub,
                self.themes,
                self.icons,
                self._surroundings.now,
            )
        )

    @property
    def newsroom(self) -> Newsroom:
        return self._desk.newsroom

    def _fill_commands(self) -> None:
        context = CommandContext(
            session=self.session,
            store=self.store,
            hub=self.hub,
            autosave=self.autosave,
            opener=self.opener,
            icons=self.icons,
            themes=self.themes,
            keeper=self.keeper,
            window=self.window,
            notices=self.notices,
            now=self._surroundings.now,
            newsroom=lambda: self.newsroom,
        )
        self.exchange = exchange = ExchangeCommands(context)
        self.welcome = Welcome(context)
        self._commands.fill(
            ReleaseCommands(context, exchange.export_open),
            exchange,
            LayoutCommands(self.window, self.keeper, self.themes, self._made_settings),
        )

    def _made_settings(self) -> "SettingsDialog":
        from newsdesk.ui.dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415 - rarely used

        dialog = SettingsDialog(
            self.newsroom,
            self.keeper.preferences,
            self.store,
            self.hub,
            self.themes,
            self.icons,
            self._surroundings.data_folder,
            self.window,
        )
        dialog.preferences_edited.connect(self._on_appearance_edited)
        dialog.data_folder_requested.connect(self.keeper.setter("data_dir"))
        dialog.samples_removal_requested.connect(self.welcome.remove_samples)
        return dialog

    def _connect(self) -> None:
        window, session = self.window, self.session
        window.close_requested.connect(self.close)
        window.files_dropped.connect(self.exchange.bring_in)
        window.panes_edited.connect(self._note_layout)
        window.desk_shown.connect(self._update_situation)
        window.top_bar.view_edited.connect(self.keeper.setter("view"))
        self._connect_panes()
        session.opened.connect(self._on_release_opened)
        session.changed.connect(self._on_release_changed)
        session.undo_stack.indexChanged.connect(self._update_situation)
        self.autosave.stale.connect(self._on_stale)
        self.scheduler.rendered.connect(self._on_rendered)
        self.scheduler.beginning_rendered.connect(self._on_beginning_rendered)
        self.store.opened.connect(self._on_store_opened)
        for refused in (self.store.failed, self.opener.not_opened, self.autosave.left_unsaved):
            refused.connect(self.notices.show_error)
        self.hub.changed.connect(self._on_stored)
        self.keeper.preferences_changed.connect(self._on_preferences_changed)
        self.themes.theme_changed.connect(self.icons.set_theme)
        self._give_up.timeout.connect(window.preview.give_up)

    def _connect_panes(self) -> None:
        library, editor, preview = self.window.library, self.window.editor, self.window.preview
        library.release_chosen.connect(self._open)
        library.release_opened.connect(self._open_to_write)
        library.list_changed.connect(self._update_situation)
        library.selection_edited.connect(self._update_situation)
        library.trash_requested.connect(self._commands.trash)
        library.context_menu_requested.connect(self._show_list_menu)
        for pane in (library, editor):
            pane.new_requested.connect(self._commands.new_release)
            pane.import_requested.connect(self._commands.choose_files)
        editor.cursor_moved.connect(self.window.status.set_cursor)
        editor.undo_state_changed.connect(self._update_situation)
        preview.field_clicked.connect(self.focus_field)
        preview.is_phone_edited.connect(self.keeper.setter("is_phone_preview"))
        self.window.inspector.closed_sections_edited.connect(self.keeper.setter("closed_sections"))

    # Starting -------------------------------------------------------------------------------

    def begin(self) -> None:
        """The window is on the screen: now comes what takes time, the preview first."""
        preferences = self.keeper.preferences
        self.window.inspector.set_closed_sections(preferences.closed_sections)
        self.window.preview.set_phone(preferences.is_phone_preview)
        self.welcome.begin()
        if self.session.is_open:
            self._on_release_opened()
        self._update_situation()
        if preferences.view is View.WRITE or self._desk.snapshot is None:
            self._start_store()
        else:
            self.window.preview.painted.connect(self._start_store)
            QTimer.singleShot(_STORE_AFTER_MS, self._start_store)

    @Slot()
    def _start_store(self) -> None:
        if not self._is_store_started:
            self._is_store_started = True
            self._garbage.start()  # before there is a second thread
            self.store.start()
            QTimer.singleShot(0, self.icons.load)

    @Slot()
    def _on_store_opened(self) -> None:
        self.session.set_writable(self.store.is_writable)
        self.window.library.refresh()
        self._update_situation()
        wanted = self.session.release_id or _release_id(self.keeper.preferences.last_release)

        def read(desk: "Desk") -> tuple[Newsroom, Release | None]:
            newest = desk.releases.ids(ReleaseQuery(limit=1))
            known = desk.releases.rows([wanted]) if wanted else []
            key = known[0].id if known else newest[0] if newest else None
            release = desk.releases.get(str(key)) if key else None
            return desk.newsroom.get(), release

        self.store.read(read, self._show_stored)

    def _show_stored(self, answer: tuple[Newsroom, Release | None]) -> None:
        newsroom, release = answer
        self.set_newsroom(newsroom)
        if release is None:
            if self.session.is_open and not self.session.is_dirty:
                self.opener.close()
        elif self.session.release_id == release.id:
            self.opener.check(release)
        elif not self.session.is_dirty:
            self.opener.open_stored(release)
        self.scheduler.render_now()
        files, self._files = self._files, ()
        if files:
            self.exchange.bring_in([str(file) for file in files])

    # What follows from what -----------------------------------------------------------------

    def set_newsroom(self, newsroom: Newsroom) -> None:
        self._desk.newsroom = newsroom
        self.scheduler.set_newsroom(newsroom)
        self.window.inspector.set_newsroom(newsroom)
        self._update_situation()

    @Slot(str)
    def focus_field(self, name: str) -> None:
        """Put the cursor where a part of the page is written."""
        if name in ("headline", "subheadline", "body"):
            if self.window.editor.isHidden():
                self.keeper.change(view=View.SPLIT)
            self.window.editor.focus_field(name)
        else:
            self.keeper.change(is_inspector_shown=True)
            self.window.inspector.focus_field(name)

    @Slot(object)
    def _open(self, release_id: ReleaseId) -> None:
        self.opener.open(release_id)

    @Slot(object)
    def _open_to_write(self, release_id: ReleaseId) -> None:
        self.opener.open(release_id, partial(self.window.editor.focus_field, "body"))

    @Slot()
    def _on_release_opened(self) -> None:
        release = self.session.release
        self.window.library.set_current(self.session.release_id)
        if release is None:
            self.window.preview.show_page(None)
        else:
            self.keeper.remember(last_release=str(release.id))
            self.window.status.set_cursor(1, 1)  # where a text that was just opened has it
        self._show_status()
        self._update_situation()

    @Slot(object)
    def _on_release_changed(self, names: frozenset[str]) -> None:
        if names & {"state", "embargo", "language"}:
            self._show_status()
        if names & {"state", "starred"}:
            self._update_situation()

    def _show_status(self) -> None:
        release = self.session.head
        if release is None:
            return
        status = status_of(release, self._surroundings.now())
        self.window.editor.set_status(status.text, status.kind)
        self.window.preview.set_language_label(language_name(release.language))

    @Slot(object)
    def _on_rendered(self, rendered: "RenderedRelease | None") -> None:
        self.rendered = rendered
        if rendered is not None:
            self.window.preview.show_page(rendered.page)
            self.window.status.set_counts(rendered.word_count)

    @Slot(object)
    def _on_beginning_rendered(self, rendered: "RenderedRelease") -> None:
        self.window.preview.show_page(rendered.page)

    @Slot(object)
    def _on_stored(self, changes: Changes) -> None:
        if Subject.NEWSROOM in changes.subjects:
            self.store.read(lambda desk: desk.newsroom.get(), self.set_newsroom)

    @Slot(object)
    def _on_stale(self, mine: Release) -> None:
        def read(desk: "Desk") -> Release:
            return desk.releases.get(str(mine.id))

        self.store.read(read, partial(self.exchange.ask_whose, mine))

    @Slot(object)
    def _on_preferences_changed(self, preferences: Preferences) -> None:
        window, themes = self.window, self.themes
        if (preferences.theme, preferences.text_scale) != (themes.choice, themes.text_scale):
            themes.choose(preferences.theme, text_scale=preferences.text_scale)
        window.editor.set_font(preferences.editor_font, preferences.editor_font_px)
        window.show_panes(preferences)
        self._show_or_rest_preview(window.preview)
        self._update_situation()

    @Slot(object)
    def _on_appearance_edited(self, chosen: Preferences) -> None:
        """Take what the settings show; the rest may have changed since they were opened."""
        names = ("theme", "text_scale", "editor_font", "editor_font_px")
        self.keeper.change(**{name: getattr(chosen, name) for name in names})

    def _show_or_rest_preview(self, preview: PreviewPane) -> None:
        """Have a preview while it is seen; let its processes go when it was not for a while."""
        is_seen = self.keeper.preferences.view is not View.WRITE
        self.scheduler.is_paused = not is_seen
        if is_seen:
            self._give_up.stop()
            early, self._desk.early = self._desk.early, None
            preview.start(early)
        elif not self._give_up.isActive():
            self._give_up.start()

    @Slot()
    def _update_situation(self) -> None:
        editor, library = self.window.editor, self.window.library
        preferences = self.keeper.preferences
        if not self.window.is_desk_shown:
            self.actions.update(None)
            return
        self.actions.update(
            Situation(
                release=self.session.head,
                selected=len(library.selected_ids()),
                total=library.shown_total(),
                is_writable=self.store.is_writable,
                is_trash=library.is_trash(),
                is_editable=self.session.is_editable,
                can_undo=editor.can_undo,
                can_redo=editor.can_redo,
                has_approval_steps=self.newsroom.has_approval_steps,
                view=preferences.view,
                is_library_shown=preferences.is_library_shown,
                is_inspector_shown=preferences.is_inspector_shown,
                is_dark=self.themes.theme.is_dark,
            )
        )

    def _show_list_menu(self, at: QPoint) -> None:
        menu = QMenu(self.window)
        for group in _LIST_MENU:
            menu.addSeparator()
            for id_ in group:
                action = self.actions.action(id_)
                if action.isEnabled():
                    menu.addAction(action)
        menu.popup(at)

    # Ending ---------------------------------------------------------------------------------

    def snapshot(self) -> StartSnapshot | None:
        """Return what is open, for the next start; None while a text is not stored."""
        if self.session.is_dirty or not self.store.is_readable:
            return None
        release, rendered = self.session.release, self.rendered
        page = rendered.page if rendered and release else None
        return StartSnapshot(release=release, page=page, newsroom=self.newsroom)

    @Slot()
    def _note_layout(self) -> None:
        if self.window.isVisible():
            self.keeper.remember(**self.window.layout_fields())

    @Slot()
    def close(self) -> None:
        """Store everything, then go; stay if that fails."""
        self.autosave.flush(self._close_if_saved)

    def _close_if_saved(self, is_saved: bool) -> None:
        if is_saved:
            self.end()
            return
        error = self.session.save_error
        why = words(error).title if error else ""
        self.notices.show(
            self.tr("Not everything is saved: {0}. The text is still here.").format(why),
            Tone.ERROR,
            [
                Offer(self.tr("Try again"), self.close),
                Offer(self.tr("Close without saving"), self.end),
            ],
        )

    def _keep_picture(self) -> None:
        """Begin the next start with what is seen now, if that is what will be opened."""
        release, keep = self.session.release, self._surroundings.picture
        elsewhere = self.keeper.preferences.data_dir not in ("", self._surroundings.data_folder)
        if release is None or not self.window.is_desk_shown or elsewhere:
            keep.discard()
        else:
            keep.save(picture_of(self.window, self.themes.theme, release.language))

    def end(self) -> None:
        """Put down how the window was left, and close it."""
        self.keeper.remember(**self.window.layout_fields())
        self.keeper.write()
        self._snapshot.write()
        self._keep_picture()
        self.store.stop()
        self._garbage.stop()
        if self.icons.is_grown:
            self._surroundings.glyphs.save(self.icons.pictures)
        self.window.preview.give_up()
        self.window.close_for_good()


def _release_id(text: str) -> ReleaseId | None:
    try:
        return ReleaseId(UUID(text))
    except ValueError:
        return None
