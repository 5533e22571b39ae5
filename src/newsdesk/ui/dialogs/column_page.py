"""A calm page in place of the panes: one column in the middle of the window."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.flow_layout import FlowLayout

_MARGIN = 24
_TILE, _TILE_ICON_PX = 56, 28


class ColumnPage(QWidget):
    """Add what it shows to `column`. Where the window is too low for it, it scrolls."""

    def __init__(self, *, widest: int, parent: QWidget | None = None) -> None:
        """The column is at most `widest` logical pixels wide, its margins included."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        holder = QWidget()
        holder.setMaximumWidth(widest)
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.column.setSpacing(8)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(holder, 100)  # as wide as it may be before there is room beside it
        across.addStretch(1)
        content = QWidget()
        content.setObjectName("page_content")
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addStretch(2)  # a little above the middle
        rows.addLayout(across)
        rows.addStretch(3)
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroller)

    def fill(self, *groups: Iterable[QWidget], buttons: Iterable[QPushButton]) -> None:
        """Put groups of parts below one another, and the buttons below them in a row that wraps."""
        for group in groups:
            for part in group:
                self.column.addWidget(part)
            self.column.addSpacing(4)
        row = FlowLayout(spacing=8)
        for button in buttons:
            button.setAutoDefault(True)
            row.addWidget(button)
        self.column.addLayout(row)


class IconTile(QLabel):
    """A large icon on a ground of its colour."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("icon_tile")
        self.setFixedSize(_TILE, _TILE)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icons = icons
        self._name, self._tone = "info", "info"
        icons.bind(self, self._show)

    def set_icon(self, name: str, tone: str) -> None:
        """Show an icon of `theme/icons.py` in one of the tones of notices."""
        self._name, self._tone = name, tone
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._show()

    def _show(self) -> None:
        self.setPixmap(self._icons.pixmap(self._name, _INKS[self._tone], px=_TILE_ICON_PX))


_INKS = {"info": "link", "done": "ok", "warning": "warn", "error": "bad"}


def wrapped(text: str = "", role: str = "") -> QLabel:
    """Return a label of plain text in as many lines as it takes."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def as_path(label: QLabel, name: str) -> None:
    """Have a label show where something lies, to be copied; `name` is for who cannot see it."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    label.setAccessibleName(name)
