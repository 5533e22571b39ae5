"""How an export went."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.export_words import ExportWords
from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.jobs.write_out import WrittenOut
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import Tone

_MOST_LISTED = 20
_HIGHEST = 240


class ExportOutcomeView(QWidget):
    """What was written, and each release that was not, with its reason."""

    def __init__(self, words_: ExportWords, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words_
        self._line = IconLine("", Tone.DONE, icons)
        self._refusals = QScrollArea()
        self._refusals.setObjectName("refusals")
        self._refusals.setAccessibleName(self.tr("What was not exported"))
        self._refusals.setFrameShape(QFrame.Shape.NoFrame)
        self._refusals.setWidgetResizable(True)
        self._refusals.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list_layout: QVBoxLayout | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._line)
        layout.addWidget(self._refusals)

    def text(self) -> str:
        return self._line.text()

    def show_outcome(
        self, outcome: WrittenOut, titles: Mapping[ReleaseId, str], *, is_stopped: bool
    ) -> None:
        """Say how it went; `titles` are how the releases are called."""
        said = [self.tr("Stopped.")] if is_stopped else []
        said.append(self._words.written(len(outcome.written)))
        tone = Tone.INFO if is_stopped else Tone.DONE
        if outcome.refused:
            tone = Tone.WARNING if outcome.written else Tone.ERROR
            said.append(self._words.refused(len(outcome.refused)))
        self._line.set_line(" ".join(said), tone)
        self.setAccessibleName(self._line.text())
        listed = [(titles[key], error) for key, error in outcome.refused[:_MOST_LISTED]]
        self._refusals.setVisible(bool(listed))
        self._refusals.setWidget(self._list(listed, len(outcome.refused)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _list(self, listed: list[tuple[str, NewsdeskError]], total: int) -> QWidget:
        content = QWidget()
        content.setObjectName("refusal_list")
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(2)
        for title, error in listed:
            message = words(error)
            column.addWidget(_selectable(wrapped(title, "name")))
            column.addWidget(_selectable(wrapped(f"{message.title}. {message.text}", "caption")))
            column.addSpacing(6)
        if total > len(listed):
            column.addWidget(wrapped(self._words.further(total - len(listed)), "caption"))
        column.addStretch(1)
        self._list_layout = column
        return content

    def _fit(self) -> None:
        """Be as high as the list needs, up to where it scrolls."""
        layout = self._list_layout
        if layout is not None:
            needed = layout.totalHeightForWidth(max(self._refusals.viewport().width(), 200)) + 2
            self._refusals.setFixedHeight(min(_HIGHEST, needed))


def _selectable(label: QLabel) -> QLabel:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
