"""The terms of one vocabulary that a release is filed under."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from newsdesk.domain.fold import fold
from newsdesk.domain.ids import TermId
from newsdesk.domain.vocabulary import Term, TermColour
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.completing_field import Choice, CompletingField
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.flow_layout import FlowLayout
from newsdesk.ui.widgets.labelled import label_for
from newsdesk.ui.widgets.tab_order import put_in_order
from newsdesk.ui.widgets.tag_chip import TagChip

_COMMAS = re.compile("[,،，、]")


class TermField(QWidget):
    """Terms as words that can be taken away, and a field that adds some.

    Signals:
        words_edited(tuple): the user wants these terms added: a `Term` where one was chosen, what
            was typed where not.
        removal_edited(Term): the user wants this one gone.
    """

    words_edited = Signal(object)
    removal_edited = Signal(object)

    def __init__(
        self, text: str, placeholder: str, icons: Icons, parent: QWidget | None = None
    ) -> None:
        """`text` is the label."""
        super().__init__(parent)
        self._icons = icons
        self._terms: tuple[Term, ...] = ()
        self._known: tuple[Term, ...] = ()
        self._by_name: dict[str, Term] | None = None
        self._colours: dict[TermId, TermColour] = {}
        self._language = ""
        self._is_editable = False
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self._field = CompletingField()
        self._field.setPlaceholderText(placeholder)
        self._field.leave_out(self._is_here)
        self._note = FieldNote(self._field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(6)
        layout.addWidget(label_for(text, self._field))
        layout.addWidget(self._row)
        layout.addWidget(self._field)
        layout.addWidget(self._note)
        self._field.textEdited.connect(self._on_text_edited)
        self._field.text_entered.connect(self._on_text_entered)
        self._field.choice_made.connect(self._on_choice_made)
        self._field.backspaced.connect(self._on_backspaced)

    @property
    def terms(self) -> tuple[Term, ...]:
        return self._terms

    def set_terms(self, terms: Sequence[Term], language: str, *, is_editable: bool) -> None:
        """Show `terms` by their names in `language`."""
        before = (self._terms, self._language, self._is_editable)
        self._terms, self._language, self._is_editable = tuple(terms), language, is_editable
        if before != (self._terms, language, is_editable):
            self._show_chips()
            if before[1] != language:
                self._show_choices()
            self._field.setEnabled(is_editable)

    def set_known(self, terms: Sequence[Term]) -> None:
        """Offer these."""
        self._known = tuple(terms)
        self._by_name = None
        self._show_choices()

    def set_colours(self, colours: Mapping[TermId, TermColour]) -> None:
        """Mark terms with these."""
        if colours != self._colours:
            self._colours = dict(colours)
            self._show_chips()

    def say(self, text: str) -> None:
        """Say what went wrong; nothing if it is empty."""
        self._note.say(text)

    def give_back(self, words: Sequence[str]) -> None:
        """Put words that could not be added back into the field."""
        if not self._field.text():
            self._field.setText(", ".join(words))

    def begin_anew(self) -> None:
        """Forget what was typed and said."""
        self._field.clear()
        self._note.say("")

    def enter_typed(self) -> None:
        """Take what stands in the field as if Enter was pressed behind it."""
        if text := self._field.text().strip():
            self._on_text_entered(text)

    def has_text(self) -> bool:
        """Tell whether something stands in the field that is not taken yet."""
        return bool(self._field.text().strip())

    def focus_field(self) -> None:
        self._field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        put_in_order([*self._chips(), self._field])

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for place, term in enumerate(self._terms):
            chip = TagChip(term.name(self._language), self._icons)
            chip.set_removable(self._is_editable)
            if (colour := self._colours.get(term.id)) is not None:
                chip.set_colour(f"term_{colour}")
            chip.removal_requested.connect(partial(self._remove, place))
            self._flow.addWidget(chip)
            chip.show()
        put_in_order([*self._chips(), self._field])
        self._row.setVisible(bool(self._terms))

    def _show_choices(self) -> None:
        """Offer what is known; made only when it is needed, for there may be thousands."""

        def choices() -> list[Choice]:
            return [
                Choice(term.name(self._language), term, words=" ".join(term.names.values()))
                for term in self._known
                if term.active
            ]

        self._field.set_source(choices)

    def _is_here(self, value: object) -> bool:
        return isinstance(value, Term) and any(term.id == value.id for term in self._terms)

    def _chips(self) -> list[QWidget]:
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]

    def _remove(self, place: int) -> None:
        was_focused = self.isAncestorOf(QApplication.focusWidget() or self)
        self.removal_edited.emit(self._terms[place])
        if was_focused:
            chips = self._chips()
            (chips[min(place, len(chips) - 1)] if chips else self._field).setFocus()

    def _enter(self, text: str) -> None:
        """Add the words of a text that has commas between them."""
        words = [" ".join(word.split()) for word in _COMMAS.split(text)]
        entered = tuple(self._known_as(word) or word for word in words if word)
        if entered:
            self._note.say("")
            self.words_edited.emit(entered)

    def _known_as(self, word: str) -> Term | None:
        if self._by_name is None:  # the first of a name is meant
            names = ((fold(n), t) for t in reversed(self._known) for n in t.names.values())
            self._by_name = dict(names)
        return self._by_name.get(fold(word))

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        *entered, rest = _COMMAS.split(text)
        if entered:
            self._field.setText(rest.lstrip())
            self._field.offered.hide()
            self._enter(",".join(entered))

    @Slot(str)
    def _on_text_entered(self, text: str) -> None:
        self._field.clear()
        self._enter(text)

    @Slot(object)
    def _on_choice_made(self, term: object) -> None:
        self.words_edited.emit((term,))

    @Slot()
    def _on_backspaced(self) -> None:
        if self._terms:
            self.removal_edited.emit(self._terms[-1])
