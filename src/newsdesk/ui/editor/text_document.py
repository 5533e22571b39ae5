"""The text of one release, with what can be undone in it."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from newsdesk.ui.editor import transfer
from newsdesk.ui.editor.markdown_highlighter import MarkdownHighlighter
from newsdesk.ui.theme.theme import Theme

FONT_PX = 14
_LINE_PX = 24  # for letters of `FONT_PX`; other sizes keep the ratio
_MARGIN_PX = 22  # likewise
_SPACES_PER_TAB = 4
_INCHES_PER_METRE = 1 / 0.0254


class TextDocument(QTextDocument):
    """Plain text in colours, each paragraph in its own direction, all lines of one height.

    The height is written into the blocks once, for letters of `FONT_PX`. Letters of another size
    are laid out for a screen of another density instead, by which Qt multiplies heights and
    margins: a height written anew would be a step of undo, or cost all of them.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = QImage(1, 1, QImage.Format.Format_Mono)
        self._font: QFont | None = None
        self._theme = theme
        self.wrap_mode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        self._highlighter = MarkdownHighlighter(self, theme)
        self.setDocumentMargin(_MARGIN_PX)
        QTextCursor(self).setBlockFormat(_line())
        self.clearUndoRedoStacks()

    def text(self) -> str:
        """Return the text as typed; what Qt calls plain has lost its no-break spaces."""
        return self.toRawText().replace("\u2029", "\n")

    def fill(self, text: str) -> None:
        """Hold another text; there is nothing to undo then."""
        with self.unseen():
            self.setUndoRedoEnabled(False)
            self.clear()
            pen = QTextCursor(self)
            pen.setBlockFormat(_line())
            pen.insertText(transfer.opened(text))
            self.setUndoRedoEnabled(True)

    @property
    def highlighter(self) -> MarkdownHighlighter:
        return self._highlighter

    @property
    def line_px(self) -> int:
        """The height of a line."""
        return round(self._px * _LINE_PX / FONT_PX)

    @property
    def margin_px(self) -> int:
        return round(_MARGIN_PX * self.line_px / _LINE_PX)  # as Qt rounds it

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`, if they are not there already."""
        if theme is not self._theme:
            self._theme = theme
            self._highlighter.set_theme(theme)

    def set_font(self, font: QFont, *, dpi: int) -> None:
        """Write in `font`, sized in px, on a screen of `dpi`; nothing is undone by it."""
        self.lay_out_for(dpi, font.pixelSize())
        if font == self._font:
            return
        self._font = font
        with self.unseen():
            self.setDefaultFont(font)
            option = self.defaultTextOption()
            spaces = QFontMetricsF(font).horizontalAdvance(" ") * _SPACES_PER_TAB
            option.setTabStopDistance(spaces * _LINE_PX / self.line_px)
            self.setDefaultTextOption(option)

    def lay_out_for(self, dpi: int, px: int) -> None:
        """Have the heights right for letters of `px`; a view that leaves a document forgets them.

        Args:
            dpi: of the screen.
        """
        lines = round(px * _LINE_PX / FONT_PX) / _LINE_PX
        self._screen.setDotsPerMeterX(round(dpi * lines * _INCHES_PER_METRE))
        self._screen.setDotsPerMeterY(round(dpi * lines * _INCHES_PER_METRE))
        self.documentLayout().setPaintDevice(self._screen)

    @property
    def _px(self) -> int:
        return self._font.pixelSize() if self._font is not None else FONT_PX

    @contextmanager
    def unseen(self) -> Generator[None]:
        """Within, nothing is laid out: what is visible comes first after it, the rest by and by."""
        was_enabled = self.isLayoutEnabled()
        self.setLayoutEnabled(False)
        try:
            yield
        finally:
            self.setLayoutEnabled(was_enabled)


def _line() -> QTextBlockFormat:
    line = QTextBlockFormat()
    line.setLineHeight(_LINE_PX, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return line
