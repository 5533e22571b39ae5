"""Commands on what the office issued, in figures."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.command_context import CommandContext

if TYPE_CHECKING:
    from newsdesk.ui.figures.figures_dialog import FiguresDialog


class FiguresCommands(QObject):
    """Keeps the window of figures as long as it is open."""

    def __init__(
        self, context: CommandContext, hub: ChangeHub, print_pages: Callable[[bytes], None]
    ) -> None:
        """`print_pages` puts a PDF on paper."""
        super().__init__(context.window)
        self._context = context
        self._hub = hub
        self._print_pages = print_pages
        self._dialog: FiguresDialog | None = None

    def open(self) -> None:
        """Show the figures in a window beside this one; once more: bring it to the front."""
        from newsdesk.ui.figures.figures_dialog import FiguresDialog  # noqa: PLC0415 - on demand

        context = self._context
        if self._dialog is None:
            dialog = FiguresDialog(
                context.store,
                self._hub,
                context.themes,
                context.icons,
                lambda: context.now().date(),
                context.window,
            )
            dialog.print_requested.connect(self._on_print_requested)
            dialog.destroyed.connect(self._forget)
            self._dialog = dialog
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot(bytes)
    def _on_print_requested(self, pdf: bytes) -> None:
        self._print_pages(pdf)

    @Slot()
    def _forget(self) -> None:
        self._dialog = None
