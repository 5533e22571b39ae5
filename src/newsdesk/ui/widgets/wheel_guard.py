"""Keeping the mouse wheel from changing what it only scrolls past."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


class WheelGuard(QObject):
    """Lets the wheel through choices and numbers to the column that they stand in."""

    def watch(self, root: QWidget) -> None:
        """Guard every choice and number that stands in `root` now."""
        for field in root.findChildren(QWidget):
            if isinstance(field, QComboBox | QAbstractSpinBox):
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Wheel:
            event.ignore()  # what is ignored goes on to the parent
            return True
        return False
