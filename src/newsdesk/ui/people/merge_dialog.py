"""Cards that are one: which of them is kept."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from newsdesk.domain.address_book import BookChange, Card
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.fold import fold
from newsdesk.ui.contact_words import office_line, point_text
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.completing_field import Choice, CompletingField
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import add_labelled, caption

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk

_WIDTH = 560
_MOST_POINTS = 4  # of a card that are shown


class MergeDialog(FittedDialog):
    """Show it with `open()`.

    Signals:
        merged(Card, BookChange): the card that is left, and what was changed for it.
    """

    merged = Signal(object, object)

    def __init__(
        self,
        cards: Sequence[Card],
        others: Sequence[Card],
        store: Store,
        parent: QWidget | None = None,
    ) -> None:
        """`cards` are to become one, the first is kept at first; `others` may be added."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("merge_dialog")
        self.setWindowTitle(self.tr("Merge entries"))
        self._store = store
        self._lifetime = Lifetime(self)
        self._cards: list[Card] = []
        self._others = list(others)
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._field = CompletingField(marks_first=True)
        self._field.setPlaceholderText(self.tr("Add another entry"))
        self._offices = QCheckBox(self.tr("One person at several offices: keep each as a contact"))
        self._offices.setObjectName("several_offices")
        self._refusal = FieldNote()
        self._merge = primary_button(self.tr("&Merge"))
        self._cancel = secondary_button(self.tr("Cancel"))
        self._arrange()
        for card in cards:
            self._add(card)
        self._field.choice_made.connect(self._on_chosen)
        self._merge.clicked.connect(self._on_merge_clicked)
        self._cancel.clicked.connect(self.reject)

    def kept(self) -> Card:
        """Return the card that is kept."""
        return self._cards[max(self._group.checkedId(), 0)]

    def cards(self) -> tuple[Card, ...]:
        return tuple(self._cards)

    def _arrange(self) -> None:
        title = QLabel(self.tr("Which of them is kept?"))
        title.setProperty("role", "heading")
        self.column.addWidget(title)
        self.column.addWidget(
            caption(
                self.tr(
                    "It takes over what it lacks: spellings, roles, numbers, covers, and the "
                    "releases in which the others stand. What was issued is not changed. You can "
                    "undo this."
                )
            )
        )
        self.column.addSpacing(8)
        self.column.addLayout(self._rows)
        self.column.addSpacing(8)
        add_labelled(self.column, self.tr("They are the same as"), self._field)
        self.column.addWidget(self._offices)
        self.column.addWidget(self._refusal)
        self.foot.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._merge)
        self._merge.setDefault(True)

    def _add(self, card: Card) -> None:
        choice = QRadioButton(card.name.replace("&", "&&"))
        choice.setProperty("role", "name")
        said = _detail(card)
        choice.setAccessibleDescription(said)
        self._group.addButton(choice, len(self._cards))
        self._cards.append(card)
        self._rows.addWidget(choice)
        detail = caption(said)
        detail.setTextFormat(Qt.TextFormat.PlainText)
        detail.setContentsMargins(30, 0, 0, 6)
        detail.setVisible(bool(said))
        self._rows.addWidget(detail)
        if len(self._cards) == 1:
            choice.setChecked(True)
        self._show()

    def _show(self) -> None:
        keys = {card.key for card in self._cards}
        rest = [card for card in self._others if card.key not in keys]
        self._field.set_choices(
            [
                Choice(card.name, card.key, _detail(card), words=" ".join(card.names))
                for card in rest
            ]
        )
        offices = {
            fold(card.contact.office or "") for card in self._cards if card.contact is not None
        }
        self._offices.setVisible(len(offices) > 1)
        self._merge.setEnabled(len(self._cards) > 1)
        self.fit()

    @Slot(object)
    def _on_chosen(self, key: object) -> None:
        card = next((one for one in self._others if one.key == key), None)
        if card is not None and isinstance(key, UUID):
            self._add(card)
            self._merge.setFocus()

    @Slot()
    def _on_merge_clicked(self) -> None:
        kept = self.kept()
        others = [card for card in self._cards if card.key != kept.key]
        is_apart = self._offices.isVisible() and self._offices.isChecked()

        def work(desk: "Desk") -> "tuple[tuple[Card, BookChange], Changes]":
            return desk.people.merge(kept, others, has_other_offices=is_apart)

        self._merge.setEnabled(False)
        self._store.change(
            work, self._lifetime.guard(self._on_merged), self._lifetime.guard(self._on_refused)
        )

    def _on_merged(self, answer: tuple[Card, BookChange]) -> None:
        self.merged.emit(*answer)
        self.accept()

    def _on_refused(self, error: NewsdeskError) -> None:
        message = words(error)
        self._refusal.say(f"{message.title}. {message.text}")
        self._merge.setEnabled(True)
        self.fit()


def _detail(card: Card) -> str:
    """Return what tells a card from others of its name."""
    contact = card.contact
    parts = [office_line(contact)] if contact is not None else []
    points = contact.points if contact is not None else ()
    parts += [said for one in points[:_MOST_POINTS] if (said := point_text(one)) not in parts]
    parts += [name for name in card.names if name != card.name]
    return " · ".join(dict.fromkeys(filter(None, parts)))
