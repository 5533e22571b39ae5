"""The lines of one part of the sidebar: what the list can be narrowed to, the most usual first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from newsdesk.domain.facets import Chosen, Facet
from newsdesk.domain.fold import fold

FEW = 12  # lines that are shown until all are asked for
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Mark(StrEnum):
    """What the search of the list says of a line."""

    NONE = "none"
    CHOSEN = "chosen"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetLine:
    """One line: a name, behind an icon, or a dot in a colour, or neither."""

    key: str  # the condition of its facet, or a word that is none
    name: str
    count: int
    words: str = ""  # folded: all that it is found by
    facet: Facet | None = None  # None: what no search says, the whole library or the trash
    icon: str = ""  # a name of `theme/icons.py`
    chip: str = ""  # whose colours the theme has
    colour: str = ""  # of the theme


class FacetModel(QAbstractListModel):
    """A few of the lines and all that are chosen; or all that have what is looked for."""

    LINE_ROLE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[FacetLine] = ()
        self._shown: Sequence[FacetLine] = ()
        self._chosen = Chosen()
        self._wanted = ""
        self._is_all = False

    def set_lines(self, lines: Sequence[FacetLine]) -> None:
        self._lines = lines
        self._narrow()

    def set_chosen(self, chosen: Chosen) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self._narrow()

    def show_all(self, *, is_all: bool) -> None:
        self._is_all = is_all
        self._narrow()

    def look_for(self, text: str) -> None:
        """Show those with every word of a text, as far as all are shown."""
        self._wanted = fold(text)
        self._narrow()

    def total(self) -> int:
        """Return how many lines there are, shown or not."""
        return len(self._lines)

    def shown(self) -> Sequence[FacetLine]:
        return self._shown

    def mark(self, line: FacetLine) -> Mark:
        if line.key in self._chosen.wanted:
            return Mark.CHOSEN
        return Mark.LEFT_OUT if line.key in self._chosen.left_out else Mark.NONE

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._shown[index.row()]
        if role == self.LINE_ROLE:
            return line
        words: dict[int, Callable[[FacetLine], str]] = {
            Qt.ItemDataRole.DisplayRole: lambda line: line.name,
            Qt.ItemDataRole.AccessibleTextRole: self._said,
            Qt.ItemDataRole.ToolTipRole: self._tip,
        }
        return words[role](line) if role in words else None

    def _said(self, line: FacetLine) -> str:
        said = self.tr("{0}, {1}").format(line.name, self.tr("%Ln release(s)", "", line.count))
        if self.mark(line) is Mark.CHOSEN:
            return self.tr("{0}, chosen").format(said)
        return self.tr("{0}, left out").format(said) if self.mark(line) is Mark.LEFT_OUT else said

    def _tip(self, line: FacetLine) -> str:
        """Say what is searched for, so that one may type it another time."""
        shown = QLocale().toString(line.count)
        return f"{line.facet.condition} ({shown})" if line.facet else f"{line.name} ({shown})"

    def _narrow(self) -> None:
        words = self._wanted.split()
        self.beginResetModel()
        if not self._is_all:
            self._shown = [*self._lines[:FEW], *self._beyond()]
        elif words:
            self._shown = [
                line for line in self._lines if all(word in line.words for word in words)
            ]
        else:
            self._shown = self._lines
        self.endResetModel()

    def _beyond(self) -> list[FacetLine]:
        """Return those that are chosen and too rare to be among the few."""
        marked = self._chosen.wanted | self._chosen.left_out
        return [line for line in self._lines[FEW:] if line.key in marked] if marked else []
