"""What was kept of the open release, and what can be done with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Revision
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.history.history_lines import history_lines
from newsdesk.ui.history.history_list import HistoryList
from newsdesk.ui.history_commands import HistoryCommands
from newsdesk.ui.inspector.form_section import FormSection
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import link_button, secondary_button
from newsdesk.ui.widgets.flow_layout import FlowLayout
from newsdesk.ui.widgets.labelled import caption

_AT_FIRST = 12  # lines; the rest when it is asked for


class HistorySection(FormSection):
    """Read when it is open and in sight, and again when its release was stored."""

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        hub: ChangeHub,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("History"), session, icons, shows=frozenset({"state"}), parent=parent
        )
        self.setObjectName("history_section")
        self._store = store
        self._icons = icons
        self._lifetime = Lifetime(self)
        self._commands: HistoryCommands | None = None
        self._list: HistoryList | None = None
        self._revisions: Sequence[Revision] = ()
        self._unfolded: set[int] = set()
        self._is_whole = False
        self._shown: ReleaseId | None = None  # whose history was read last
        self._is_stale = True
        self._nothing = caption(self.tr("Nothing is kept yet: it begins with the first save."))
        self._older = link_button("")
        self._compare = secondary_button(self.tr("Compare"))
        self._restore = secondary_button(self.tr("Restore"))
        self._restore.setToolTip(self.tr("Set the release back to this version, by a new one"))
        self._older.clicked.connect(self._on_older)
        self._compare.clicked.connect(self._on_compare)
        self._restore.clicked.connect(self._on_restore)
        self._buttons = FlowLayout(spacing=8)
        for button in (self._compare, self._restore):
            self._buttons.addWidget(button)
        self.body.setContentsMargins(2, 4, 4, 14)
        self._buttons.setContentsMargins(6, 0, 6, 4)
        self._nothing.setContentsMargins(6, 0, 0, 0)
        self.body.addLayout(self._buttons)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeading)
        hub.changed.connect(self._on_stored)
        self._show_lines()

    def show_history(self, commands: HistoryCommands, themes: ThemeController) -> None:
        """List what is kept; `commands` are given on it."""
        self._commands = commands
        self._list = HistoryList(themes, self._icons, self)
        self._list.selection_edited.connect(self._show_possible)
        self._list.version_opened.connect(self._on_compare)
        self._list.group_opened.connect(self._on_group_opened)
        self._list.context_menu_requested.connect(self._show_menu)
        self.body.insertWidget(1, self._list)
        QWidget.setTabOrder(self._list, self._older)
        self._show_lines()
        self._read()

    def focus_field(self, name: str) -> bool:
        if name != "history" or self._list is None:
            return False
        self._list.focus_first()
        return True

    def set_open(self, is_open: bool) -> None:
        super().set_open(is_open)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._read()

    def show_release(self, release: Release) -> None:
        if release.id != self._shown:
            self._shown, self._revisions, self._is_stale = release.id, (), True
            self._unfolded, self._is_whole = set(), False
            self._show_lines()
        self._read()

    def show_editable(self, is_editable: bool) -> None:
        self._show_possible()

    # Reading --------------------------------------------------------------------------------

    @Slot(object)
    def _on_stored(self, changes: Changes) -> None:
        if self._shown in changes.releases:
            self._is_stale = True
            self._read()

    def _read(self) -> None:
        key = self._session.release_id
        is_wanted = self._is_stale and self._list is not None and self.is_open()
        if key is None or not is_wanted or not self.isVisible():
            return
        self._is_stale = False
        self._store.read(
            lambda desk: desk.history.revisions(str(key)),
            self._lifetime.guard(partial(self._on_read, key)),
            self._lifetime.guard(partial(self._on_not_read, key)),
        )

    def _on_read(self, key: ReleaseId, revisions: Sequence[Revision]) -> None:
        if key == self._shown:
            self._revisions = revisions
            self._show_lines()

    def _on_not_read(self, key: ReleaseId, _error: NewsdeskError) -> None:
        """It was never stored, or cannot be read: that is told elsewhere."""
        self._on_read(key, ())

    # Showing --------------------------------------------------------------------------------

    def _show_lines(self) -> None:
        has_any = bool(self._revisions)
        now = self._commands.now() if self._commands is not None else None
        lines = list(history_lines(self._revisions, now, self._unfolded)) if has_any and now else []
        shown = lines if self._is_whole else lines[:_AT_FIRST]
        if self._list is not None:
            self._list.show_lines(shown)
            self._list.setVisible(has_any)
        self._nothing.setVisible(not has_any)
        rest = len(lines) - len(shown)
        self._older.setText(self.tr("Show all"))
        self._older.setVisible(rest > 0)
        for button in (self._compare, self._restore):
            button.setVisible(has_any)
        self._show_possible()

    def _chosen(self) -> list[int | None]:
        """Return the numbers of what is chosen, newest first; None is the present text."""
        lines = self._list.chosen() if self._list is not None else []
        return [line.number for line in lines]

    @Slot()
    def _show_possible(self) -> None:
        chosen = self._chosen()
        self._compare.setEnabled(len(chosen) == 2 or (len(chosen) == 1 and chosen != [None]))
        is_older = len(chosen) == 1 and chosen[0] is not None
        self._restore.setEnabled(is_older and self._session.is_editable)
        words = self.tr("Compare both") if len(chosen) == 2 else self.tr("Compare with now")
        self._compare.setToolTip(words)  # as a text it is too wide for large letters
        self._compare.setAccessibleName(words)

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        chosen = self._chosen()
        menu = QMenu(self.window())
        menu.setObjectName("history_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(menu, self._compare.toolTip(), self._on_compare, self._compare.isEnabled())
        if len(chosen) == 1 and chosen[0] is not None:
            before = self._before(chosen[0])
            self._add(
                menu, self.tr("Compare with the one before"), self._on_before, before is not None
            )
            menu.addSeparator()
            restore = self.tr("Restore this version")
            self._add(menu, restore, self._on_restore, self._restore.isEnabled())
        menu.popup(at)

    def _add(self, menu: QMenu, text: str, run: object, is_enabled: object) -> None:
        action = QAction(text, menu)
        action.setEnabled(bool(is_enabled))
        action.triggered.connect(run)
        menu.addAction(action)

    def _before(self, number: int) -> int | None:
        older = [one.number for one in self._revisions if one.number < number]
        return max(older, default=None)

    # What the user does ---------------------------------------------------------------------

    @Slot(int)
    def _on_group_opened(self, number: int) -> None:
        self._unfolded.add(number)
        self._show_lines()

    @Slot()
    def _on_older(self) -> None:
        self._is_whole = True
        self._show_lines()
        if self._list is not None:
            self._list.setFocus()

    @Slot()
    def _on_compare(self) -> None:
        chosen = self._chosen()
        if self._commands is None or not self._compare.isEnabled():
            return
        if len(chosen) == 2:
            self._commands.compare(chosen[1], chosen[0])
        else:
            self._commands.compare(chosen[0], None)

    @Slot()
    def _on_before(self) -> None:
        (number,) = self._chosen()
        if self._commands is not None and number is not None:
            self._commands.compare(self._before(number), number)

    @Slot()
    def _on_restore(self) -> None:
        chosen = self._chosen()
        if self._commands is not None and self._restore.isEnabled() and chosen[0] is not None:
            self._commands.restore(chosen[0])
