"""Two versions of a release side by side, each under words that say which it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.rendering.release_comparison import ReleaseComparison
from newsdesk.ui.dialogs.comparison_text import AIR, PADDING
from newsdesk.ui.dialogs.comparison_view import MARGIN, ComparisonView
from newsdesk.ui.theme.theme_controller import ThemeController


class HeadedComparison(QWidget):
    """A comparison whose two sides somebody has to choose between."""

    def __init__(
        self,
        found: ReleaseComparison,
        headings: tuple[str, str],
        themes: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        """`headings` stand above what was before and what is after, in this order."""
        super().__init__(parent)
        self.view = ComparisonView(themes)
        self.view.setAccessibleDescription(" · ".join(headings))
        heads = QHBoxLayout()
        edge = MARGIN + self.view.frameWidth()
        heads.setContentsMargins(edge, 0, edge, 0)
        heads.setSpacing(0)
        for words in headings:
            heads.addWidget(_heading(words), 1)
        heads.addSpacing(self.view.verticalScrollBar().sizeHint().width())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(heads)
        layout.addWidget(self.view, 1)
        self.view.show_comparison(found)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)  # another desk may have said who it was
    label.setProperty("role", "heading")
    label.setWordWrap(True)
    label.setContentsMargins(PADDING + AIR, 0, PADDING + AIR, 0)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
