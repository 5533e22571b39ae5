"""Every command of the window: what menus, buttons and shortcuts run."""

from typing import TYPE_CHECKING

from newsdesk.services.preferences import View
from newsdesk.ui.editor.formats import TextFormat

if TYPE_CHECKING:
    from newsdesk.ui.exchange_commands import ExchangeCommands
    from newsdesk.ui.layout_commands import LayoutCommands
    from newsdesk.ui.release_commands import ReleaseCommands


class WindowCommands:
    """Hands each command on to whoever does it.

    Actions are there from the first picture on, what they run comes after it with `fill`; until
    then no action is enabled.
    """

    def __init__(self) -> None:
        self._releases: ReleaseCommands
        self._exchange: ExchangeCommands
        self._layout: LayoutCommands

    def fill(
        self, releases: "ReleaseCommands", exchange: "ExchangeCommands", layout: "LayoutCommands"
    ) -> None:
        self._releases = releases
        self._exchange = exchange
        self._layout = layout

    def new_release(self) -> None:
        self._releases.new()

    def duplicate(self) -> None:
        self._releases.duplicate()

    def save(self) -> None:
        self._releases.save()

    def publish(self) -> None:
        self._releases.publish()

    def recall(self) -> None:
        self._releases.recall()

    def trash(self) -> None:
        self._releases.trash()

    def untrash(self) -> None:
        self._releases.untrash()

    def toggle_star(self) -> None:
        self._releases.toggle_star()

    def choose_files(self) -> None:
        self._exchange.choose_files()

    def paste_as_release(self) -> None:
        self._exchange.paste()

    def export_open(self) -> None:
        self._exchange.export_open()

    def export_selected(self) -> None:
        self._exchange.export_selected()

    def export_all(self) -> None:
        self._exchange.export_all()

    def undo(self) -> None:
        self._layout.undo()

    def redo(self) -> None:
        self._layout.redo()

    def format_text(self, text_format: TextFormat) -> None:
        self._layout.format_text(text_format)

    def find_in_text(self) -> None:
        self._layout.find_in_text()

    def replace_in_text(self) -> None:
        self._layout.replace_in_text()

    def find_release(self) -> None:
        self._layout.find_release()

    def choose_view(self, view: View) -> None:
        self._layout.choose_view(view)

    def toggle_library(self) -> None:
        self._layout.toggle_library()

    def toggle_inspector(self) -> None:
        self._layout.toggle_inspector()

    def toggle_theme(self) -> None:
        self._layout.toggle_theme()

    def focus_next_pane(self) -> None:
        self._layout.focus_next_pane()

    def open_settings(self) -> None:
        self._layout.open_settings()

    def quit(self) -> None:
        self._layout.quit()
