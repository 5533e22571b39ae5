"""A button that looks like a link and gives way where a column is narrow."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from newsdesk.ui.widgets.tool_tip import as_tool_tip

_LEAST = 40  # px of text that are left of it


class ElidedButton(QPushButton):
    """Shows as much of its text as fits and the whole of it as its tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "link")
        self.setObjectName("row_link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        self.setToolTip(as_tool_tip(text))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = self.sizeHint()
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(min(hint.width(), hint.width() - text + _LEAST), hint.height())

    def shown_text(self) -> str:
        """Return what there is room for."""
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self._room() + 1
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        option, shown, room = QStyleOptionButton(), self.shown_text(), self._room()
        self.initStyleOption(option)
        # only as wide as what is shown: style sheets centre the text of a button
        text_px = min(room, self.fontMetrics().horizontalAdvance(shown) + 1)
        place = QRect(0, 0, self.width() - room + text_px, self.height())
        option.text = shown  # pyright: ignore[reportAttributeAccessIssue]
        option.rect = QStyle.visualRect(self.layoutDirection(), self.rect(), place)  # pyright: ignore[reportAttributeAccessIssue]
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)

    def _room(self) -> int:
        """Return how many px wide a text can be."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        contents = QStyle.SubElement.SE_PushButtonContents
        return self.style().subElementRect(contents, option, self).width()
