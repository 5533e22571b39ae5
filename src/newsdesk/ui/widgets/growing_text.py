"""A field for a few lines of text that takes the room its text needs."""

from math import ceil

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_FRAME = 2 * (1 + 4)  # border and padding of the style sheet


class GrowingText(QPlainTextEdit):
    """Plain text between a least and a greatest number of lines; beyond that it scrolls.

    Tab leaves it, as it leaves every other field.

    Signals:
        text_edited(str): the user changed the text. `set_text` does not emit it.
    """

    text_edited = Signal(str)

    def __init__(self, *, least: int = 3, most: int = 14, parent: QWidget | None = None) -> None:
        """Be `least` lines high and grow to `most`."""
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_changed)
        self._fit()

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text`; the cursor stays where it is if that is what is shown already."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
            option = self.document().defaultTextOption()
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.document().setDefaultTextOption(option)

    @Slot()
    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = self._text_height()
        is_scrolled = wanted > self._most * line + line // 2
        shown = self._most * line if is_scrolled else max(self._least * line, wanted)
        height = shown + 2 * round(self.document().documentMargin()) + _FRAME
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if is_scrolled else policy.ScrollBarAlwaysOff
        if bar is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)

    def _text_height(self) -> int:
        """Return how high the text is as it is wrapped; other scripts have higher lines."""
        height = 0.0
        block = self.document().begin()
        while block.isValid():
            self.blockBoundingRect(block)  # lays out what was never seen; it counts margins too
            height += block.layout().boundingRect().height()
            block = block.next()
        return ceil(height)

    @Slot()
    def _on_changed(self) -> None:
        self.text_edited.emit(self.toPlainText())
