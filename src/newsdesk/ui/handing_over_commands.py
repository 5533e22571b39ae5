"""Handing releases over to another newsdesk."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsdesk.domain.query import ReleaseSummary
from newsdesk.ui.command_context import CommandContext

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class HandingOverCommands(QObject):
    """Commands that write work down for a colleague who has a newsroom of their own."""

    def __init__(self, context: CommandContext) -> None:
        super().__init__(context.window)
        self._context = context

    def hand_over(self) -> None:
        """Ask where to; of the releases chosen in the list, or else of the open one."""
        context = self._context
        chosen = context.window.library.selected_ids()
        opened = [context.session.release_id] if context.session.release_id else []
        ids = chosen or opened

        def read(desk: "Desk") -> list[ReleaseSummary]:
            return desk.releases.rows(ids)

        def flushed(is_saved: bool) -> None:  # what is written is what is stored
            if is_saved:
                context.store.read(read, self._ask)
            elif (error := context.autosave.error) is not None:
                context.notices.show_error(error)

        context.autosave.flush(flushed)

    def _ask(self, rows: Sequence[ReleaseSummary]) -> None:
        from newsdesk.ui.dialogs.hand_over_dialog import HandOverDialog  # noqa: PLC0415 - rarely

        if not rows:
            return
        context = self._context
        dialog = HandOverDialog(
            rows,
            context.keeper.preferences.export_folder,
            context.store,
            context.icons,
            context.now,
            context.window,
        )
        dialog.folder_edited.connect(context.keeper.setter("export_folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
