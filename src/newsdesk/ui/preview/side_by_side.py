"""What text and page have to do with each other while both are seen."""

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from newsdesk.rendering.page import BlockKind
from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.preview.current_block import CurrentBlock
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.preview.scroll_sync import ScrollSync


class SideBySide(QObject):
    """Ties the two panes.

    Attributes:
        scrolling: what scrolls them together.
    """

    def __init__(self, editor: EditorPane, preview: PreviewPane) -> None:
        super().__init__(preview)
        self.scrolling = ScrollSync(editor.text, preview)
        CurrentBlock(
            cast(QApplication, QApplication.instance()),
            editor.text,
            {
                editor.fields.headline: BlockKind.HEADLINE,
                editor.fields.subheadline: BlockKind.SUBHEADLINE,
            },
            preview,
        )
        # whoever points at a word of the page sees it there: it stays, and the text comes to it
        preview.body_clicked.connect(self.scrolling.hold)
