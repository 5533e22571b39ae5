"""Commands on the address book."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.command_context import CommandContext

if TYPE_CHECKING:
    from newsdesk.ui.people.people_dialog import PeopleDialog


class PeopleCommands(QObject):
    """Keeps the address book's window as long as it is open."""

    def __init__(self, context: CommandContext, hub: ChangeHub) -> None:
        super().__init__(context.window)
        self._context = context
        self._hub = hub
        self._dialog: PeopleDialog | None = None

    def open(self) -> None:
        """Show the address book in a window beside this one; once more: bring it to the front."""
        from newsdesk.ui.people.people_dialog import PeopleDialog  # noqa: PLC0415 - on demand

        context = self._context
        if self._dialog is None:
            dialog = PeopleDialog(
                context.store,
                self._hub,
                context.icons,
                context.newsroom().languages,
                context.window,
            )
            dialog.release_chosen.connect(self._open_release)
            dialog.destroyed.connect(self._forget)
            self._dialog = dialog
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot(object)
    def _open_release(self, release_id: ReleaseId) -> None:
        self._context.opener.open(release_id)

    @Slot()
    def _forget(self) -> None:
        self._dialog = None
