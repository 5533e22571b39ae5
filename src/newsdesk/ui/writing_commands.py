"""Commands on the text that is written."""

from collections.abc import Callable

from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.editor.formats import TableChange, TextFormat


class WritingCommands:
    """Hands on to the editor what it can do to its text."""

    def __init__(
        self,
        editor: EditorPane,
        show_editor: Callable[[], None],
        undo_in_list: Callable[[], bool] = lambda: False,
    ) -> None:
        """Work on the text of `editor`.

        Args:
            show_editor: has the text seen.
            undo_in_list: takes back what was done in the list, if the keyboard is there.
        """
        self._editor = editor
        self._undo_in_list = undo_in_list
        self._show_editor = show_editor

    def undo(self) -> None:
        if not self._undo_in_list():
            self._editor.undo()

    def redo(self) -> None:
        self._editor.redo()

    def format_text(self, text_format: TextFormat) -> None:
        self._editor.format_text(text_format)

    def change_table(self, change: TableChange) -> None:
        self._editor.change_table(change)

    def find(self) -> None:
        self._show_editor()
        self._editor.open_find_bar(replaces=False)

    def open_outline(self) -> None:
        self._show_editor()
        self._editor.open_outline()

    def replace(self) -> None:
        self._show_editor()
        self._editor.open_find_bar(replaces=True)
