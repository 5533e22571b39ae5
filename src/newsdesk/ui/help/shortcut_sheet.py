"""Every shortcut on one sheet, read off the actions."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui.actions.registry import Said
from newsdesk.ui.help.keys import KeyHint, writing_keys
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.finding import found
from newsdesk.ui.widgets.picker import PickLine

_SIZE = QSize(920, 640)
_AROUND_PX = 40
_COLUMN_PX = 270


class ShortcutSheet(QDialog):
    """Shows what has keys, by menu; typing narrows it."""

    def __init__(self, actions: Sequence[Said], icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcut_sheet")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._groups = self._grouped(actions)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find a shortcut"))
        self._field.setAccessibleName(self.tr("Find a shortcut"))
        self._field.setClearButtonEnabled(True)
        search = QAction(self)
        self._field.addAction(search, QLineEdit.ActionPosition.LeadingPosition)
        icons.bind(search, lambda: search.setIcon(icons.icon("search", px=16)))
        self._nothing = QLabel(self.tr("No shortcut is called that."))
        self._nothing.setProperty("role", "caption")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroller = QScrollArea()
        self._scroller.setWidgetResizable(True)
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setAccessibleName(self.tr("Shortcuts"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._field)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._scroller, 1)
        self._field.textChanged.connect(self._show)
        room = self.screen().availableSize() - QSize(_AROUND_PX, 2 * _AROUND_PX)
        room = room.boundedTo(parent.window().size() - QSize(_AROUND_PX, _AROUND_PX))
        self.resize(_SIZE.boundedTo(room))
        self._columns = max(1, self.width() // (_COLUMN_PX + 24))
        self._show("")

    def _grouped(self, actions: Sequence[Said]) -> list[tuple[str, list[KeyHint]]]:
        groups: dict[str, list[KeyHint]] = {}
        for said in actions:
            if said.keys:
                groups.setdefault(said.menu, []).append(KeyHint(said.text, said.keys))
        return [*groups.items(), (self.tr("While writing"), writing_keys())]

    @Slot(str)
    def _show(self, query: str) -> None:
        shown = [(title, list(_fitting(title, hints, query))) for title, hints in self._groups]
        shown = [(title, hints) for title, hints in shown if hints]
        self._nothing.setVisible(not shown)
        self._scroller.setVisible(bool(shown))
        page = QWidget()
        page.setObjectName("page_content")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(24)
        for column in _balanced(shown, self._columns):
            row.addLayout(self._column(column), 1)
        self._scroller.setWidget(page)

    @staticmethod
    def _column(groups: Iterable[tuple[str, list[KeyHint]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        for title, hints in groups:
            heading = QLabel(title)
            heading.setProperty("role", "heading")
            column.addWidget(heading)
            for hint in hints:
                column.addWidget(_HintLine(hint))
            column.addSpacing(14)
        column.addStretch(1)
        return column


class _HintLine(QWidget):
    """What it does at the beginning, its keys at the end."""

    def __init__(self, hint: KeyHint) -> None:
        super().__init__()
        text, keys = QLabel(hint.text), QLabel(hint.keys)
        text.setWordWrap(True)
        keys.setProperty("role", "keys")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(text, 1)
        layout.addWidget(keys, 0, Qt.AlignmentFlag.AlignVCenter)


def _fitting(title: str, hints: Sequence[KeyHint], query: str) -> Iterable[KeyHint]:
    lines = [PickLine(text=one.text, value=one, words=f"{title} {one.keys}") for one in hints]
    fitting = {line.value for line in found(lines, query)}
    return (one for one in hints if one in fitting)


def _balanced(
    groups: Sequence[tuple[str, list[KeyHint]]], columns: int
) -> list[list[tuple[str, list[KeyHint]]]]:
    """Deal groups out, the largest first, so that the columns are about equally long."""
    dealt: list[list[tuple[str, list[KeyHint]]]] = [[] for _ in range(columns)]
    lengths = [0] * columns
    for group in sorted(groups, key=lambda one: -len(one[1])):
        at = lengths.index(min(lengths))
        dealt[at].append(group)
        lengths[at] += len(group[1]) + 2
    order = {title: place for place, (title, _) in enumerate(groups)}
    filled = [sorted(column, key=lambda one: order[one[0]]) for column in dealt if column]
    return sorted(filled, key=lambda column: order[column[0][0]])
