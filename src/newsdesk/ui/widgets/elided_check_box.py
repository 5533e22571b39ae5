"""A check box whose text gives way when there is no room for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from newsdesk.ui.widgets.tool_tip import as_tool_tip

_LEAST = 40  # px of text that are left of it


class ElidedCheckBox(QCheckBox):
    """Shows as much of its text as fits and the whole of it as its tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        self.setToolTip(as_tool_tip(text))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().minimumSizeHint()
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(min(hint.width(), hint.width() - text + _LEAST), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style = self.style()
        room = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        if not self.icon().isNull():
            room -= self.iconSize().width() + 4
        option.text = self.fontMetrics().elidedText(  # pyright: ignore[reportAttributeAccessIssue]
            self.text(), Qt.TextElideMode.ElideRight, room
        )
        painter = QPainter(self)
        style.drawControl(QStyle.ControlElement.CE_CheckBox, option, painter, self)
