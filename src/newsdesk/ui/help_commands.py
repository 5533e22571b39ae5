"""Commands that show what newsdesk can do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.actions.registry import ActionRegistry
from newsdesk.ui.command_context import CommandContext

if TYPE_CHECKING:
    from newsdesk.ui.help.guide_dialog import GuideDialog
    from newsdesk.ui.help.news_dialog import NewsDialog
    from newsdesk.ui.surroundings import Surroundings

_MOST_RECENT = 8


class HelpCommands(QObject):
    """Remembers, as long as the window is there, which actions were taken from the palette."""

    def __init__(
        self,
        context: CommandContext,
        actions: ActionRegistry,
        surroundings: "Surroundings",
    ) -> None:
        super().__init__(context.window)
        self._context = context
        self._actions = actions
        self._surroundings = surroundings
        self._recent: list[str] = []
        self._guide: GuideDialog | None = None
        self._news: NewsDialog | None = None

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
            text = self._surroundings.read_guide()
            guide = GuideDialog(text, keys, context.themes, context.icons, context.window)
            guide.destroyed.connect(self._forget_guide)
            self._guide = guide
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    @Slot()
    def _forget_guide(self) -> None:
        self._guide = None

    @Slot()
    def open_news(self) -> None:
        """Show what is new in a window beside this one; once more: bring it to the front."""
        from newsdesk.ui.help.news_dialog import NewsDialog  # noqa: PLC0415 - on demand

        if self._news is None:
            changelog = self._surroundings.read_about().changelog
            self._news = NewsDialog(changelog, self._context.themes, self._context.window)
            self._news.destroyed.connect(self._forget_news)
        self._news.show()
        self._news.raise_()
        self._news.activateWindow()

    @Slot()
    def _forget_news(self) -> None:
        self._news = None

    def open_about(self) -> None:
        from newsdesk.ui.help.about_dialog import AboutDialog  # noqa: PLC0415 - on demand

        context, around = self._context, self._surroundings
        picture = around.assets.program_icon
        folder = around.data_folder
        dialog = AboutDialog(around.read_about(), folder, picture, context.icons, context.window)
        dialog.news_requested.connect(dialog.close)
        dialog.news_requested.connect(self.open_news)
        dialog.open()
