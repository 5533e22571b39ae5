"""What a file of contacts would do, row by row."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from newsdesk.services.people_exchange import Preview, Proposal

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
DOUBTS: Mapping[str, str] = {
    "email": QT_TRANSLATE_NOOP("People", "an e-mail address without @"),
    "number": QT_TRANSLATE_NOOP("People", "a number that cannot be dialled"),
    "letters": QT_TRANSLATE_NOOP("People", "letters that look wrongly read"),
    "part": QT_TRANSLATE_NOOP("People", "a part that cannot be read is left out"),
    "columns": QT_TRANSLATE_NOOP("People", "more cells than columns"),
    "date": QT_TRANSLATE_NOOP("People", "a date that cannot be read"),
    "same_name": QT_TRANSLATE_NOOP("People", "somebody is called so already"),
    "other_name": QT_TRANSLATE_NOOP("People", "the book has this number or address elsewhere"),
}
REFUSALS: Mapping[str, str] = {
    "nobody": QT_TRANSLATE_NOOP("People", "Refused: neither a name nor an office"),
    "too_long": QT_TRANSLATE_NOOP("People", "Refused: longer than any name or number"),
    "cut_off": QT_TRANSLATE_NOOP("People", "Refused: the file ends within it"),
}


class Column(IntEnum):
    NAME = 0
    WHAT = 1
    LINE = 2


def _tr(text: str) -> str:
    return translate("People", text)


def what_words(proposal: "Proposal") -> str:
    """Return what would become of a card."""
    doubts = ", ".join(_tr(DOUBTS[one]) for one in sorted(proposal.doubts))
    if proposal.verdict == "update":
        said = _tr(QT_TRANSLATE_NOOP("People", "Adds: {what}"))
        return said.format(what=", ".join(proposal.added))
    if proposal.verdict == "doubtful":
        return _tr(QT_TRANSLATE_NOOP("People", "Doubtful: {why}")).format(why=doubts)
    return _tr(QT_TRANSLATE_NOOP("People", "New"))


class PreviewModel(QAbstractTableModel):
    """Rows that can be ticked; what the book has already is left out.

    Signals:
        chosen_edited(): another row was ticked or left out.
    """

    chosen_edited = Signal()

    def __init__(self, preview: "Preview", parent: QObject | None = None) -> None:
        super().__init__(parent)
        rows = [one for one in preview.proposals if one.verdict != "same"]
        self._rows = sorted(rows, key=lambda one: (one.verdict != "doubtful", one.line))
        self._refused = preview.refused
        self._chosen = {n for n, one in enumerate(self._rows) if one.verdict != "doubtful"}

    def chosen(self) -> "Sequence[Proposal]":
        """Return what is ticked, in the order of the file."""
        return sorted((self._rows[n] for n in self._chosen), key=lambda one: one.line)

    def choose_all(self, *, is_chosen: bool) -> None:
        """Tick every row, or none."""
        self._chosen = set(range(len(self._rows) if is_chosen else 0))
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.NAME)
            self.dataChanged.emit(
                self.index(0, Column.NAME), last, [Qt.ItemDataRole.CheckStateRole]
            )
        self.chosen_edited.emit()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows) + len(self._refused)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Name"), self.tr("What happens"), self.tr("Line"))[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == Column.NAME and index.row() < len(self._rows):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, column)
        is_tickable = column == Column.NAME and row < len(self._rows)
        if role == Qt.ItemDataRole.CheckStateRole and is_tickable:
            return Qt.CheckState.Checked if row in self._chosen else Qt.CheckState.Unchecked
        return None

    def setData(  # noqa: N802 - Qt's name
        self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.row() >= len(self._rows):
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._chosen.add(index.row())
        else:
            self._chosen.discard(index.row())
        self.dataChanged.emit(index, index, [role])
        self.chosen_edited.emit()
        return True

    def _text(self, row: int, column: int) -> str:
        if row < len(self._rows):
            one = self._rows[row]
            return (one.found.card.name, what_words(one), str(one.line))[column]
        line, problem = self._refused[row - len(self._rows)]
        return ("–", _tr(REFUSALS[problem]), str(line))[column]
