"""The languages that somebody speaks, or a house writes."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.ui.languages import LANGUAGES, language_name
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.completing_field import Choice, CompletingField
from newsdesk.ui.widgets.flow_layout import FlowLayout
from newsdesk.ui.widgets.labelled import add_labelled
from newsdesk.ui.widgets.tab_order import put_in_order
from newsdesk.ui.widgets.tag_chip import TagChip


class LanguagesForm(QWidget):
    """Languages as words that can be taken away, and a field that adds one.

    Signals:
        languages_edited(tuple): the user added or removed one; BCP 47 tags in their order.
    """

    languages_edited = Signal(object)

    def __init__(
        self,
        languages: Sequence[str],
        icons: Icons,
        *,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`label` is what the field is called, "Languages" by default."""
        super().__init__(parent)
        self._icons = icons
        self._languages: tuple[str, ...] = ()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._field = CompletingField(marks_first=True)
        self._field.setPlaceholderText(self.tr("Add a language"))
        self._field.choice_made.connect(self._on_chosen)
        self._field.backspaced.connect(self._on_backspaced)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        add_labelled(layout, label or self.tr("Languages"), self._field)
        layout.insertWidget(1, self._chips)
        self.set_languages(languages)

    def languages(self) -> tuple[str, ...]:
        return self._languages

    def set_languages(self, languages: Sequence[str]) -> None:
        self._languages = tuple(languages)
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for tag in self._languages:
            chip = TagChip(language_name(tag), self._icons)
            chip.removal_requested.connect(partial(self._remove, tag))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._languages))
        self._put_in_order()
        self._field.set_choices(
            [
                Choice(language_name(tag), tag, words=f"{_english_name(tag)} {tag}")
                for tag in LANGUAGES
                if tag not in self._languages
            ]
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._put_in_order()

    def _put_in_order(self) -> None:
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        chips = [item.widget() for item in items if item is not None]
        put_in_order([*filter(None, chips), self._field])

    def _edit(self, languages: tuple[str, ...]) -> None:
        self.set_languages(languages)
        self._field.setFocus()
        self.languages_edited.emit(self._languages)

    def _remove(self, tag: str) -> None:
        self._edit(tuple(other for other in self._languages if other != tag))

    def _on_chosen(self, tag: object) -> None:
        if isinstance(tag, str):
            self._edit((*self._languages, tag))

    def _on_backspaced(self) -> None:
        self._edit(self._languages[:-1])


def _english_name(tag: str) -> str:
    return QLocale.languageToString(QLocale(tag).language())
