"""Commands that show what newsdesk can do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.actions.registry import ActionRegistry
from newsdesk.ui.command_context import CommandContext

if TYPE_CHECKING:
    from newsdesk.ui.help.guide_dialog import GuideDialog

_MOST_RECENT = 8


class HelpCommands(QObject):
    """Remembers, as long as the window is there, which actions were taken from the palette."""

    def __init__(
        self,
        context: CommandContext,
        actions: ActionRegistry,
        read_guide: Callable[[], str],
    ) -> None:
        """`read_guide` returns the user guide as Markdown."""
        super().__init__(context.window)
        self._context = context
        self._actions = actions
        self._read_guide = read_guide
        self._recent: list[str] = []
        self._guide: GuideDialog | None = None

    def open_palette(self) -> None:
        from newsdesk.ui.help.command_palette import CommandPalette  # noqa: PLC0415 - on demand

        window = self._context.window
        palette = CommandPalette(
            self._actions, self._context.store, self._context.now, self._recent, window
        )
        palette.action_taken.connect(self._run)
        palette.release_taken.connect(self._open)
        palette.open_over(window)

    @Slot(str)
    def _run(self, id_: str) -> None:
        self._recent = [id_, *(one for one in self._recent if one != id_)][:_MOST_RECENT]
        self._actions.action(id_).trigger()

    @Slot(object)
    def _open(self, release_id: ReleaseId) -> None:
        self._context.opener.open(release_id)

    def open_shortcuts(self) -> None:
        from newsdesk.ui.help.shortcut_sheet import ShortcutSheet  # noqa: PLC0415 - on demand

        ShortcutSheet(self._actions.said(), self._context.icons, self._context.window).open()

    def open_guide(self) -> None:
        """Show the guide in a window beside this one; once more: bring it to the front."""
        from newsdesk.ui.help.guide_dialog import GuideDialog  # noqa: PLC0415 - on demand

        if self._guide is None:
            context = self._context
            keys = {said.id: said.keys for said in self._actions.said()}
            guide = GuideDialog(
                self._read_guide(), keys, context.themes, context.icons, context.window
            )
            guide.destroyed.connect(self._forget_guide)
            self._guide = guide
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    @Slot()
    def _forget_guide(self) -> None:
        self._guide = None
