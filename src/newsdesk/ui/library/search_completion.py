"""What may follow in the search field: operators, and what each of them may be given."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.search import Mark, Operator, Part, Typed, typed_at
from newsdesk.domain.workflow import State
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, language_here, translate
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.completion_list import CompletionLine, CompletionList
from newsdesk.ui.library.marked_line import qt_length
from newsdesk.ui.library.status import state_name
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.timers import single_shot

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.search_values import SearchValue

_PAUSE_MS = 60
_LEAST_TYPED = 2  # letters of what may become an operator
OPERATORS: Mapping[Operator, str] = {  # in the order offered, with what each is about
    Operator.STATE: QT_TRANSLATE_NOOP("Library", "where it stands"),
    Operator.TAG: QT_TRANSLATE_NOOP("Library", "a tag"),
    Operator.THEME: QT_TRANSLATE_NOOP("Library", "a theme"),
    Operator.COUNTRY: QT_TRANSLATE_NOOP("Library", "a country of the dateline"),
    Operator.LANG: QT_TRANSLATE_NOOP("Library", "the language"),
    Operator.CONTACT: QT_TRANSLATE_NOOP("Library", "a contact"),
    Operator.BEFORE: QT_TRANSLATE_NOOP("Library", "dated before a day"),
    Operator.AFTER: QT_TRANSLATE_NOOP("Library", "dated from a day on"),
    Operator.HAS: QT_TRANSLATE_NOOP("Library", "what it has"),
    Operator.IS: QT_TRANSLATE_NOOP("Library", "what is marked"),
}
_NAMES: Mapping[str, str] = {
    f"has:{Part.IMAGE}": QT_TRANSLATE_NOOP("Library", "an image"),
    f"has:{Part.EMBARGO}": QT_TRANSLATE_NOOP("Library", "an embargo, also one that is over"),
    f"has:{Part.CONTACT}": QT_TRANSLATE_NOOP("Library", "a contact"),
    f"has:{Part.TAG}": QT_TRANSLATE_NOOP("Library", "a tag"),
    f"has:{Part.THEME}": QT_TRANSLATE_NOOP("Library", "a theme"),
    f"is:{Mark.EMBARGOED}": QT_TRANSLATE_NOOP("Library", "under embargo now"),
    f"is:{Mark.STARRED}": QT_TRANSLATE_NOOP("Library", "starred"),
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed when values were asked for."""

    text: str
    typed: Typed


class SearchCompletion(QObject):
    """Offers what goes on from the place of the caret, below the field.

    Down goes among what is offered, Tab takes the first; Enter without a mark is the field's.

    Signals:
        completed(): the text of the field is another one now.
    """

    completed = Signal()

    def __init__(self, field: QLineEdit, store: Store) -> None:
        super().__init__(field)
        self._field = field
        self._store = store
        self._lifetime = Lifetime(self)
        self._list: CompletionList | None = None
        self._completer: QCompleter | None = None
        self._typed: Typed | None = None
        self._asked: _Asked | None = None
        self._has_values = False  # of what is offered
        self._pause = single_shot(self, self._ask, _PAUSE_MS)
        field.textEdited.connect(self._on_edited)

    @property
    def is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def lines(self) -> list[CompletionLine]:
        """Return what is offered."""
        return self._list.lines() if self._list is not None and self.is_open else []

    def answers(self, event: QKeyEvent) -> bool:
        """Do what a key means while something is offered; tell whether it meant anything."""
        if not self.is_open:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            if self._take_marked(or_first=key == Qt.Key.Key_Tab):
                return True
            self.close()
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list is not None:
            self._list.move_mark(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        return False

    def close(self) -> None:
        self._pause.stop()
        self._has_values = False
        self._asked = None
        if self._list is not None:
            self._list.hide()

    @Slot()
    def offer_operators(self) -> None:
        """Offer all of them, where the text ends."""
        at = len(self._field.text())
        self._typed = Typed(start=at, end=at, operator=None, beginning="")
        self._offer(self._operators(""))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is offered ------------------------------------------------------------------------

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._asked = None
        self._typed = typed = typed_at(text, _python_index(text, self._field.cursorPosition()))
        if typed is None:
            self.close()
        elif typed.operator is None:
            is_much = len(typed.beginning) >= _LEAST_TYPED
            self._offer(self._operators(typed.beginning.lower()) if is_much else [])
        else:
            if not self._has_values:
                self.close()
            self._pause.start()

    def _operators(self, beginning: str) -> list[CompletionLine]:
        return [
            CompletionLine(f"{operator}:", f"{operator}:", translate("Library", what))
            for operator, what in OPERATORS.items()
            if operator.startswith(beginning)
        ]

    def _ask(self) -> None:
        typed = self._typed
        if typed is None or typed.operator is None:
            return
        asked = self._asked = _Asked(self._field.text(), typed)
        operator, language = typed.operator, language_here()

        def look(desk: "Desk") -> "Sequence[SearchValue]":
            return desk.search_values.of(operator, typed.beginning, language)

        then: Callable[[Sequence[SearchValue]], None] = partial(self._on_values, asked)
        self._store.look(look, self._lifetime.guard(then), self._offer_none)

    def _on_values(self, asked: _Asked, values: "Sequence[SearchValue]") -> None:
        if asked is self._asked:
            is_open = asked.typed.operator is Operator.COUNTRY  # one may look for any there is
            found = values if is_open else [value for value in values if value.count] or values
            self._offer([_line(asked.typed, value) for value in found])
            self._has_values = self.is_open

    def _offer_none(self, _error: NewsdeskError) -> None:
        self.close()

    def _offer(self, lines: Sequence[CompletionLine]) -> None:
        if not lines:
            self.close()
            return
        shown = self._list or self._made_list()
        shown.show_lines(lines)
        self._has_values = False
        if self._completer is not None:
            self._completer.complete()
        shown.fit_to(self._field)
        shown.setCurrentIndex(QModelIndex())  # the focus has marked the first

    def _made_list(self) -> CompletionList:
        """Make the list when it is first needed, which is not at the start."""
        self._list = shown = CompletionList()
        self._completer = QCompleter(shown.model(), self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self._field)
        self._completer.setPopup(shown)
        shown.paint_lines()
        shown.clicked.connect(self._take)
        return shown

    # What is taken --------------------------------------------------------------------------

    def _take_marked(self, *, or_first: bool) -> bool:
        assert self._list is not None
        index = self._list.currentIndex()
        if not index.isValid() and or_first:
            index = self._list.model().index(0, 0)
        if not index.isValid():
            return False
        self._take(index)
        return True

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        line = self._list.line(index) if self._list is not None else None
        typed = self._typed
        self.close()
        if line is None or typed is None:
            return
        text = self._field.text()
        before, replaced = text[: typed.start], text[typed.start : typed.end]
        minus = "-" if typed.is_excluded else ""
        needs_space = bool(before) and not before[-1].isspace() and not replaced
        ending = "" if line.insertion.endswith(":") else " "
        self._field.setSelection(qt_length(before), qt_length(replaced))
        self._field.insert(f"{' ' if needs_space else ''}{minus}{line.insertion}{ending}")
        self.completed.emit()


def _line(typed: Typed, value: "SearchValue") -> CompletionLine:
    count = QLocale().toString(value.count)
    name = value.value
    if typed.operator is Operator.STATE:
        name = state_name(State(value.value))
    elif value.text in _NAMES:
        name = translate("Library", _NAMES[value.text])
    elif typed.operator is Operator.LANG:
        name = value.name
    detail = value.value if name != value.value else ""
    return CompletionLine(value.text, name, detail, count)


def _python_index(text: str, position: int) -> int:
    """Return the place of a character that Qt gives in UTF-16."""
    if text.isascii():
        return position
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(before.decode("utf-16-le", "ignore"))
