"""What stands in place of the text while no release is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import caption

_ICON_PX = 48


class NoReleasePage(QWidget):
    """Says what to do next.

    Signals:
        new_requested(), import_requested()
    """

    new_requested = Signal()
    import_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon = QLabel()
        icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icons.bind(icon, lambda: icon.setPixmap(icons.pixmap("empty", "text3", _ICON_PX)))
        title = QLabel(self.tr("No release open"))
        title.setProperty("role", "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = caption(
            self.tr("Choose one in the library, write a new one, or bring one in from a file.")
        )
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        new = primary_button(self.tr("New release"))
        new.clicked.connect(self.new_requested)
        bring_in = secondary_button(self.tr("Import…"))
        bring_in.clicked.connect(self.import_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(new)
        buttons.addWidget(bring_in)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(icon)
        layout.addWidget(title)
        layout.addWidget(text)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.addStretch(3)
