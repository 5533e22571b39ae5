"""A field that offers what fits what is being typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsdesk.domain.fold import fold

_MOST = 60  # offered at once
_VISIBLE = 7
_EDGE = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of what is offered."""

    text: str
    value: object
    detail: str = ""  # on a quieter line below
    words: str = ""  # what else it is found by


def _never(_value: object) -> bool:
    return False


class CompletingField(QLineEdit):
    """Offers choices that have all the words of its text, upper case and accents aside.

    Down shows all of them in an empty field; Enter takes the marked one, or the text as it stands.

    Signals:
        choice_made(object): the user took a choice; its `value`. The field is empty again.
        text_entered(str): Enter without a marked choice; the text stays.
        backspaced(): Backspace in the empty field.
        left_by_escape(): Escape while nothing is offered.
    """

    choice_made = Signal(object)
    text_entered = Signal(str)
    backspaced = Signal()
    left_by_escape = Signal()

    def __init__(
        self,
        *,
        marks_first: bool = False,
        offer: Callable[[str], Choice] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it empty, with nothing to offer.

        Args:
            marks_first: Enter takes the first choice, unless another is marked.
            offer: what is offered last for the text that was typed, whatever else fits.
        """
        super().__init__(parent)
        self._marks_first = marks_first
        self._offer = offer
        self._choices: tuple[tuple[str, Choice], ...] = ()
        self._lazy: Callable[[], Sequence[Choice]] | None = None
        self._is_left_out: Callable[[object], bool] = _never
        self._matches = _Matches(self)
        self._completer = QCompleter(self._matches, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_VISIBLE)
        self._completer.setWidget(self)
        self._list = QListView()
        self._list.setObjectName("completions")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self._list)
        self._list.setItemDelegate(_ChoiceDelegate(self._list))
        self._list.clicked.connect(self._on_clicked)
        self.textEdited.connect(self._on_text_edited)

    @property
    def offered(self) -> QListView:
        """The list below the field, visible while there is something to offer."""
        return self._list

    def set_source(self, choices: Callable[[], Sequence[Choice]]) -> None:
        """Have choices made when something is offered for the first time: there may be many."""
        self._lazy = choices
        if self._list.isVisible():
            self.offer_choices()

    def leave_out(self, is_left_out: Callable[[object], bool]) -> None:
        """Do not offer choices whose value fulfils a condition."""
        self._is_left_out = is_left_out

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._lazy = None
        self._choices = tuple((fold(f"{one.text} {one.words}"), one) for one in choices)
        if self._list.isVisible():
            self.offer_choices()

    def set_choices_once(self, choices: Sequence[Choice]) -> None:
        """Keep what was made of the source."""
        self._lazy = None
        self._choices = tuple((fold(f"{one.text} {one.words}"), one) for one in choices)

    def offer_choices(self) -> None:
        """Show what fits the text, all of it if there is none."""
        self._matches.show(self._fitting())
        if self._matches.rowCount() == 0:
            self._list.hide()
            return
        self._completer.complete()
        self._fit_list()
        first = self._matches.index(0, 0) if self._marks_first else QModelIndex()
        self._list.setCurrentIndex(first)

    def _fit_list(self) -> None:
        """Make room for the edges of the list, which its completer leaves out."""
        rows = min(self._matches.rowCount(), _VISIBLE)
        edges = self._list.height() - self._list.viewport().height()
        wanted = edges + sum(self._list.sizeHintForRow(row) for row in range(rows))
        missing = wanted - self._list.height()
        place = self._list.geometry()
        if place.top() < self.mapToGlobal(self.rect().topLeft()).y():
            place.setTop(place.top() - missing)
        else:
            place.setBottom(place.bottom() + missing)
        self._list.setGeometry(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._has_something_to_take():
            self._enter()
        elif key == Qt.Key.Key_Down and not self._list.isVisible():
            self.offer_choices()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.backspaced.emit()
        elif key == Qt.Key.Key_Escape and not self._list.isVisible():
            self.left_by_escape.emit()
        else:
            super().keyPressEvent(event)

    def _fitting(self) -> list[Choice]:
        if self._lazy is not None:
            self.set_choices_once(self._lazy())
        text = self.text().strip()
        wanted = fold(text)
        words = wanted.split()
        found = [
            (not words or not folded.startswith(wanted), choice)
            for folded, choice in self._choices
            if all(word in folded for word in words) and not self._is_left_out(choice.value)
        ]
        fitting = [choice for _, choice in sorted(found, key=lambda one: one[0])[:_MOST]]
        return [*fitting, self._offer(text)] if self._offer and text else fitting

    def _has_something_to_take(self) -> bool:
        is_marked = self._list.isVisible() and self._list.currentIndex().isValid()
        return is_marked or bool(self.text().strip())

    def _enter(self) -> None:
        index = self._list.currentIndex()
        if self._list.isVisible() and index.isValid():
            self._take(index)
        else:
            self._list.hide()
            self.text_entered.emit(self.text().strip())

    def _take(self, index: QModelIndex) -> None:
        choice = index.data(Qt.ItemDataRole.UserRole)
        self._list.hide()
        self.clear()
        if isinstance(choice, Choice):
            self.choice_made.emit(choice.value)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if text.strip():
            self.offer_choices()
        else:
            self._list.hide()


_Index = QModelIndex | QPersistentModelIndex


class _Matches(QAbstractListModel):
    """The choices that fit."""

    def __init__(self, parent: CompletingField) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []

    def show(self, choices: list[Choice]) -> None:
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._choices):
            return None
        choice = self._choices[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return choice
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return choice.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (choice.text, choice.detail)))
        return None


class _ChoiceDelegate(QStyledItemDelegate):
    """A text, and its detail on a quieter line below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's
        choice = index.data(Qt.ItemDataRole.UserRole)
        line = option.fontMetrics.height()
        has_detail = isinstance(choice, Choice) and bool(choice.detail)
        return QSize(0, 2 * line + 10 if has_detail else line + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        choice = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(choice, Choice):
            return
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        lines = [(choice.text, QPalette.ColorRole.Text)]
        if choice.detail:
            lines.append((choice.detail, QPalette.ColorRole.PlaceholderText))
        height = option.fontMetrics.height()
        top = room.top() + (room.height() - height * len(lines)) // 2
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(option.font)
        for number, (text, colour) in enumerate(lines):
            painter.setPen(option.palette.color(colour))
            line = QRect(room.left(), top + number * height, room.width(), height)
            shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, shown)
