"""Going back to a backup while the window is open."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from newsdesk.domain.changes import Changes, Subject
from newsdesk.ui.backup_keeping import BackupKeeper
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.widgets.notice_bar import Tone

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class Restoring(QObject):
    """Lets the user choose, has the backup staged, and opens the newsroom anew."""

    def __init__(self, context: CommandContext, keeper: BackupKeeper, hub: ChangeHub) -> None:
        super().__init__(context.window)
        self._context = context
        self._keeper = keeper
        self._hub = hub
        self._aside = ""
        context.store.opened.connect(self._on_opened)

    @Slot()
    def choose(self) -> None:
        """Show the backups, what is in each, and go back to the one that is chosen."""
        from newsdesk.ui.dialogs.restore_dialog import RestoreDialog  # noqa: PLC0415 - rarely used

        context = self._context
        dialog = RestoreDialog(self._keeper.backups, context.store, context.now(), context.window)
        dialog.restore_requested.connect(self.restore)
        dialog.open()

    @Slot(str)
    def restore(self, path: str) -> None:
        """Go back to the backup at `path`; what is typed is stored first, and set aside with it."""
        self._context.notices.show(self.tr("Going back. The newsroom is backed up first…"))
        self._context.autosave.flush(partial(self._stage, path))

    def _stage(self, path: str, _is_saved: bool) -> None:
        rest = self._keeper.rest

        def work(desk: "Desk") -> Path:
            return desk.backups.restore(path, rest)

        self._context.store.back_up(work, self._open_anew, self._context.notices.show_error)

    def _open_anew(self, aside: Path) -> None:
        self._aside = str(aside)
        self._context.opener.close()  # it is of the one that is set aside
        self._context.store.open_anew()

    @Slot()
    def _on_opened(self) -> None:
        if not self._aside:
            return
        aside, self._aside = self._aside, ""
        self._hub.publish(Changes.of(*Subject))
        text = self.tr("This is the newsroom as it was then. What was here before stands in {0}.")
        self._context.notices.show(text.format(f"\u2068{aside}\u2069"), Tone.DONE)
