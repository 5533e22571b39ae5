"""What follows from what: every part of the window beyond the first picture, and their ties."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.services.preferences import Preferences
from newsdesk.ui.actions.spec import Situation
from newsdesk.ui.backup_keeping import BackupKeeper
from newsdesk.ui.beginning import Beginning
from newsdesk.ui.checking_before import CheckingBefore
from newsdesk.ui.checkpointing import Checkpointing
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.copy_commands import CopyCommands
from newsdesk.ui.edit_commands import EditCommands
from newsdesk.ui.editor.pasting import Pasting
from newsdesk.ui.editor.text_counting import TextCounting
from newsdesk.ui.ending import Ending
from newsdesk.ui.exchange_commands import ExchangeCommands
from newsdesk.ui.figures_commands import FiguresCommands
from newsdesk.ui.focus_commands import FocusCommands
from newsdesk.ui.handing_over_commands import HandingOverCommands
from newsdesk.ui.help_commands import HelpCommands
from newsdesk.ui.history_commands import HistoryCommands
from newsdesk.ui.insert_commands import InsertCommands
from newsdesk.ui.inspector.inspector import Inspector
from newsdesk.ui.jobs.garbage import GarbageCollector
from newsdesk.ui.languages import language_name
from newsdesk.ui.last_crash import LastCrash
from newsdesk.ui.layout_commands import LayoutCommands
from newsdesk.ui.library.saved_searches import SavedSearches
from newsdesk.ui.library.selection_bar import SelectionBar
from newsdesk.ui.library.status import status_of
from newsdesk.ui.notices import Notices
from newsdesk.ui.opening import ReleaseOpener
from newsdesk.ui.ordering import put_in_order
from newsdesk.ui.people_commands import PeopleCommands
from newsdesk.ui.picture_commands import PictureCommands
from newsdesk.ui.preview_desk import PreviewDesk
from newsdesk.ui.print_commands import PrintCommands
from newsdesk.ui.recovering import Recovering
from newsdesk.ui.restoring import Restoring
from newsdesk.ui.scrubbing import Scrubbing
from newsdesk.ui.searching import Searching
from newsdesk.ui.sidebar_desk import SidebarDesk
from newsdesk.ui.spelling.spelling_desk import SpellingDesk
from newsdesk.ui.spelling_commands import SpellingCommands
from newsdesk.ui.thinning import Thinning
from newsdesk.ui.welcome import Welcome
from newsdesk.ui.workstation import Workstation
from newsdesk.ui.writing_commands import WritingCommands

if TYPE_CHECKING:
    from newsdesk.rendering.release import RenderedRelease
    from newsdesk.services.desk import Desk
    from newsdesk.ui.dialogs.settings_dialog import SettingsDialog

_LIST_MENU = (
    ("release.duplicate", "release.star"),
    ("library.file", "library.language", "library.step"),
    ("release.publish", "release.recall"),
    ("release.export_selected", "release.hand_over"),
    ("release.trash", "release.untrash", "release.empty_trash"),
)


_SELECTION = ("library.file", "release.export_selected", "release.trash", "release.untrash")
_FURTHER = ("library.language", "library.step")


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
        self._selection = SelectionBar(
            [self.actions.action(id_) for id_ in _SELECTION],
            [self.actions.action(id_) for id_ in _FURTHER],
            self.icons,
        )
        self.window.library.add_below(self._selection)
        self.opener = ReleaseOpener(self.session, self.autosave, self.store, self)
        self.preview = PreviewDesk(desk, self)
        self._make_panes()
        self.notices = Notices(self.window.notices)
        self._fill_commands()
        self._thinning = Thinning(self.store, self)
        Checkpointing(self.store, self.hub, self)
        self.scrubbing = Scrubbing(
            self.store,
            self.notices,
            self._surroundings.now,
            lambda: self.session.is_dirty,
            self.opener.open,
            lambda: self.autosave.flush(lambda _is_saved: self.store.open_anew()),
            self,
        )
        garbage = GarbageCollector(self)
        self._beginning = Beginning(desk, self.opener, self.exchange, garbage, self)
        self._ending = Ending(
            desk,
            self.notices,
            garbage,
            lambda: self.preview.rendered,
            self.exchange.before_closing,
            self,
        )
        self._connect()

    def _make_panes(self) -> None:
        """Make the preview, whose engine then starts beside us if it has not, and the inspector."""
        window = self.window
        window.place_preview(self.preview.pane)  # before it starts: it has a native window
        self.preview.follow(self.keeper.preferences)
        window.place_inspector(
            Inspector(
                self.session,
                self.store,
                self.hub,
                self.icons,
                self._surroundings.now,
            )
        )

    @property
    def newsroom(self) -> Newsroom:
        return self._desk.newsroom

    def _fill_commands(self) -> None:
        self.backups = BackupKeeper(
            self.store, self.keeper, self.notices, self._surroundings.now, self
        )
        context = CommandContext(
            session=self.session,
            store=self.store,
            autosave=self.autosave,
            opener=self.opener,
            icons=self.icons,
            themes=self.themes,
            keeper=self.keeper,
            window=self.window,
            notices=self.notices,
            now=self._surroundings.now,
            newsroom=lambda: self.newsroom,
            open_rescue=self._surroundings.open_rescue,
            back_up_before=self.backups.before,
        )
        saved = SavedSearches(self.store, self.hub, self.icons)
        self.searching = Searching(context, saved, self.preview.pane.hand)
        self._restoring = Restoring(context, self.backups, self.hub)
        self.exchange = exchange = ExchangeCommands(context)
        self._recovering = Recovering(context)
        self.picture_commands = PictureCommands(context)
        self.welcome = Welcome(context, self._surroundings, self._desk.journalling.end)
        CheckingBefore(self._desk.opening, self.store, self.notices, self)
        self.layout = layout = LayoutCommands(
            self.window, self.keeper, self.themes, self._made_settings
        )
        commands = self._commands
        commands.people = PeopleCommands(context, self.hub)
        put_in_order(
            commands,
            context,
            self.hub,
            export_open=exchange.export_open,
            focus_field=layout.focus_field,
            open_settings_on=self._open_settings_on,
        )
        commands.exchange = exchange
        commands.handing_over = HandingOverCommands(context)
        commands.copying = CopyCommands(context, self.preview.as_it_is_now)
        undoing = commands.bulk.undoing
        undoing.changed.connect(self._update_situation)
        commands.writing = WritingCommands(self.window.editor, layout.show_editor, undoing.run)
        commands.insert = InsertCommands(context, layout.show_editor, self._open_settings_on)
        pasting = Pasting(self.window.editor, self.session, self.icons, self.store.read)
        commands.edit = EditCommands(self.window.editor.text, pasting, layout.show_editor)
        commands.pictures = self.picture_commands
        commands.layout = layout
        commands.focus = focus = FocusCommands(self.window, self.keeper)
        self.window.editor.text.zoom_requested.connect(focus.zoom)
        self.spelling = SpellingDesk(
            self.window.editor, self.session, self.store, self.hub, self.keeper, self.themes, self
        )
        commands.spelling = SpellingCommands(context, self.spelling, layout.show_editor)
        commands.printing = PrintCommands(context, self.preview.making, exchange.export_pdf)
        commands.figures = FiguresCommands(context, self.hub, commands.printing.print_pages)
        commands.history = HistoryCommands(context, layout.focus_field)
        SidebarDesk(context, saved, commands, self.actions.action("view.sidebar"), self.hub)
        commands.help = HelpCommands(context, self.actions, self._surroundings)

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
        dialog.show_backups(self.backups, self.scrubbing)
        dialog.preferences_edited.connect(self._on_appearance_edited)
        dialog.data_folder_requested.connect(self.keeper.setter("data_dir"))
        dialog.restore_requested.connect(self._restoring.choose)
        dialog.address_book_requested.connect(self._commands.people.open)
        dialog.samples_removal_requested.connect(self.welcome.remove_samples)
        return dialog

    def _open_settings_on(self, page: str) -> None:
        dialog = self._made_settings()
        dialog.turn_to(page)
        dialog.open()

    def _connect(self) -> None:
        window, session = self.window, self.session
        window.files_dropped.connect(self.exchange.bring_in)
        window.pictures_dropped.connect(self.picture_commands.take_files)
        window.inspector.show_pictures(self.preview.pictures, self.picture_commands)
        window.inspector.show_history(self._commands.history, self.themes)
        window.desk_shown.connect(self._update_situation)
        window.sides_changed.connect(self._update_situation)
        window.full_screen_changed.connect(self._update_situation)
        window.top_bar.view_edited.connect(self.keeper.setter("view"))
        self._connect_panes()
        session.opened.connect(self._on_release_opened)
        session.fields_changed.connect(self._on_release_changed)
        session.undo.indexChanged.connect(self._update_situation)
        self.autosave.stale.connect(self._on_stale)
        self.preview.was_rendered.connect(self._on_rendered)
        self._beginning.newsroom_read.connect(self.set_newsroom)
        self._beginning.stored_shown.connect(self.preview.scheduler.render_now)
        self._beginning.stored_shown.connect(self._recovering.look)
        self.store.opened.connect(self._update_situation)
        for refused in (self.store.failed, self.opener.not_opened, self.autosave.left_unsaved):
            refused.connect(self.notices.show_error)
        self.hub.changed.connect(self._on_stored)
        self.keeper.preferences_changed.connect(self._on_preferences_changed)
        self.themes.theme_changed.connect(self.icons.set_theme)

    def _connect_panes(self) -> None:
        library, editor, preview = self.window.library, self.window.editor, self.window.preview
        library.release_chosen.connect(self._open)
        library.release_opened.connect(self._open_to_write)
        library.order_edited.connect(self.keeper.setter("list_order"))
        library.grouping_edited.connect(self.keeper.setter("list_grouping"))
        library.density_edited.connect(self.keeper.setter("is_list_compact"))
        library.list_changed.connect(self._update_situation)
        library.selection_edited.connect(self._update_situation)
        library.trash_requested.connect(self._commands.releases.trash)
        library.context_menu_requested.connect(self._show_list_menu)
        for pane in (library, editor):
            pane.new_requested.connect(self._commands.releases.new)
            pane.import_requested.connect(self.exchange.choose_files)
        editor.cursor_moved.connect(self.window.status.set_cursor)
        self._counting = TextCounting(editor.text, self.session)
        self._counting.counted.connect(self.window.status.set_counts)
        self.spelling.told.connect(self.window.status.set_spelling)
        editor.undo_state_changed.connect(self._update_situation)
        editor.table_entered_or_left.connect(self._update_situation)
        preview.field_clicked.connect(self.layout.focus_field)
        preview.body_clicked.connect(self.layout.focus_place)
        preview.hand.rich_copy_requested.connect(self._commands.copying.copy_rich)
        self.window.inspector.closed_sections_edited.connect(self.keeper.setter("closed_sections"))

    # Starting -------------------------------------------------------------------------------

    def begin(self) -> None:
        """The window is on the screen: now comes what takes time, the preview first."""
        preferences = self.keeper.preferences
        self.window.inspector.set_closed_sections(preferences.closed_sections)
        self.window.preview.set_mode(preferences.preview_mode)
        self._show_list_look()
        self.welcome.begin()
        if self.session.is_open:
            self._on_release_opened()
        self._update_situation()
        self._beginning.begin()
        self.spelling.begin()
        LastCrash(self._surroundings.crash_report, self.notices, self._desk.show_crash).tell()

    # What follows from what -----------------------------------------------------------------

    @Slot(object)
    def set_newsroom(self, newsroom: Newsroom) -> None:
        self._desk.newsroom = newsroom
        self.preview.scheduler.set_newsroom(newsroom)
        self.window.inspector.set_newsroom(newsroom)
        self._update_situation()

    @Slot(object)
    def _open(self, release_id: ReleaseId) -> None:
        self.opener.open(release_id)

    @Slot(object)
    def _open_to_write(self, release_id: ReleaseId) -> None:
        self.opener.open(release_id, partial(self.layout.focus_field, "body"))

    @Slot()
    def _on_release_opened(self) -> None:
        release = self.session.release
        self.window.library.set_current(self.session.release_id)
        self.preview.begin_release()
        if release is not None:
            self.keeper.remember(last_release=str(release.id))
            self.window.status.set_cursor(*self.window.editor.text.place)
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
            self.window.editor.set_status("", "draft")
            self.window.preview.set_language_label("")
            return
        status = status_of(release, self._surroundings.now())
        self.window.editor.set_status(status.text, status.kind)
        self.window.preview.set_language_label(language_name(release.language))

    @Slot(object)
    def _on_rendered(self, rendered: "RenderedRelease") -> None:
        self._counting.set_text(rendered.body_text, rendered.word_count)

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
        window.editor.show_as(preferences)
        window.editor.typing.is_on = preferences.is_typographic
        window.show_panes(preferences)
        window.preview.set_mode(preferences.preview_mode)
        self.preview.follow(preferences)
        self._show_list_look()
        self._update_situation()

    def _show_list_look(self) -> None:
        preferences = self.keeper.preferences
        self.window.library.set_look(
            preferences.list_order,
            grouping=preferences.list_grouping,
            is_compact=preferences.is_list_compact,
        )

    @Slot(object)
    def _on_appearance_edited(self, chosen: Preferences) -> None:
        """Take what the settings show; the rest may have changed since they were opened."""
        names = ("theme", "text_scale", "editor_font", "editor_font_px")
        self.keeper.change(**{name: getattr(chosen, name) for name in names})

    @Slot()
    def _update_situation(self) -> None:
        editor, library = self.window.editor, self.window.library
        selected = len(library.selected_ids())
        self._selection.set_count(selected)
        preferences = self.keeper.preferences
        if not self.window.is_desk_shown:
            self.actions.update(None)
            return
        self.actions.update(
            Situation(
                release=self.session.head,
                selected=selected,
                total=library.shown_total(),
                is_writable=self.store.is_writable,
                is_trash=library.is_trash(),
                is_editable=self.session.is_editable,
                can_undo=editor.can_undo,
                can_redo=editor.can_redo,
                undone_in_list=self._commands.bulk.undoing.what,
                is_in_table=editor.is_in_table,
                has_approval_steps=self.newsroom.has_approval_steps,
                view=preferences.view,
                preview_mode=preferences.preview_mode,
                is_spelling_checked=preferences.is_spelling_checked,
                is_typographic=preferences.is_typographic,
                is_focus_mode=preferences.is_focus_mode,
                is_full_screen=self.window.isFullScreen(),
                is_zoomed=preferences.editor_zoom != 1.0,
                is_sidebar_shown=self.window.sides.sidebar,
                is_library_shown=self.window.sides.library,
                is_inspector_shown=self.window.sides.inspector,
                is_scrolled_together=preferences.is_scrolled_together,
            )
        )

    def _show_list_menu(self, at: QPoint) -> None:
        menu = QMenu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in _LIST_MENU:
            menu.addSeparator()
            for id_ in group:
                action = self.actions.action(id_)
                if action.isEnabled():
                    menu.addAction(action)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(at)

    # Ending ---------------------------------------------------------------------------------

    @Slot()
    def close(self) -> None:
        """Store everything, then go; stay if that fails."""
        self._ending.close()

    def end(self) -> None:
        """Put down how the window was left, and close it."""
        self._ending.end()
