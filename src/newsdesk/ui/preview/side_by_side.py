"""What text and page have to do with each other while both are seen."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.rendering.page import BlockKind
from newsdesk.services.preferences import PreviewMode
from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.preview.current_block import CurrentBlock
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.preview.scroll_sync import ScrollSync

if TYPE_CHECKING:
    from newsdesk.rendering.release import RenderedRelease
    from newsdesk.ui.preview.plain_text_preview import PlainTextPreview


class SideBySide(QObject):
    """Ties the two panes, and shows in the preview what is written.

    Attributes:
        scrolling: what scrolls them together.
    """

    def __init__(self, editor: EditorPane, preview: PreviewPane) -> None:
        super().__init__(preview)
        self._preview = preview
        self._rendered: RenderedRelease | None = None
        self._plain: PlainTextPreview | None = None
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
        preview.offer(PreviewMode.TEXT, self._made_plain)

    def begin_release(self) -> None:
        """Another release is open: what is shown next is seen from its beginning."""
        self._preview.turn_to_top()
        self.scrolling.begin_release()
        if self._plain is not None:
            self._plain.turn_to_top()

    def show(self, rendered: "RenderedRelease | None") -> None:
        """Show a release as it was rendered; None: no release is open."""
        self._rendered = rendered
        self._preview.show_page(rendered.page if rendered is not None else None)
        if rendered is not None:
            self.scrolling.take_page()
        if self._plain is not None:
            self._plain.set_release(rendered)

    def _made_plain(self) -> QWidget:
        from newsdesk.ui.preview.plain_text_preview import (  # noqa: PLC0415 - when first wanted
            PlainTextPreview,
        )

        self._plain = PlainTextPreview()
        self._plain.set_release(self._rendered)
        return self._plain
