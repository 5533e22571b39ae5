"""The mark on the page beside the block that is being edited."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.rendering.page import BlockKind
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.preview.preview_pane import PreviewPane

_NOTHING = ("", 0)


class CurrentBlock(QObject):
    """Follows the caret; while the keyboard is elsewhere nothing is marked.

    The page keeps the mark in its place by itself when it changes.
    """

    def __init__(
        self,
        application: QApplication,
        text: MarkdownEditor,
        fields: Mapping[QWidget, BlockKind],
        preview: PreviewPane,
    ) -> None:
        """`fields` are those above the text, with what the page shows of them."""
        super().__init__(preview)
        self._text = text
        self._fields = fields
        self._hand = preview.hand
        self._marked: tuple[str, int] = _NOTHING
        application.focusChanged.connect(self._on_moved)
        text.cursor_moved.connect(self._on_moved)
        preview.painted.connect(self._on_moved)  # lines may be others with the caret where it was
        self._hand.began.connect(self._on_began)

    @Slot()
    def _on_moved(self) -> None:
        wanted = self._wanted()
        if wanted != self._marked:
            self._marked = wanted
            self._hand.mark(*wanted)

    @Slot()
    def _on_began(self) -> None:
        self._marked = _NOTHING
        self._on_moved()

    def _wanted(self) -> tuple[str, int]:
        focus = QApplication.focusWidget()
        if focus is self._text:
            return BlockKind.BODY.value, self._text.textCursor().blockNumber()
        kind = self._fields.get(focus) if focus is not None else None
        return (kind.value, 0) if kind else _NOTHING
