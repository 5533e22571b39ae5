"""The choice of a release's language."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from newsdesk.domain.language import base
from newsdesk.ui.languages import LANGUAGES, language_name


class LanguageField(QComboBox):
    """Languages by their own names, those of the newsroom first.

    Signals:
        language_edited(str): the user chose another one; a BCP 47 tag.
            `set_language` does not emit it.
    """

    language_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._house: tuple[str, ...] = ()
        self._language = ""
        self._fill()
        self.activated.connect(self._on_activated)

    def set_house_languages(self, tags: Iterable[str]) -> None:
        """Offer the languages that the newsroom writes in before all others."""
        self._house = tuple(dict.fromkeys(tags))
        self._fill()

    def language(self) -> str:
        return self._language

    def set_language(self, tag: str) -> None:
        """Show a language; one that is not offered yet is from now on."""
        if tag == self._language:
            return
        self._language = tag
        if self.findData(tag) < 0:
            self._fill()
        self.setCurrentIndex(self.findData(tag))

    def _fill(self) -> None:
        house = [*self._house]
        if self._language and self._language not in (*house, *LANGUAGES):
            house.append(self._language)
        self.clear()
        for tag in house:
            self.addItem(language_name(tag), tag)
        if house:
            self.insertSeparator(self.count())
        for tag in sorted(set(LANGUAGES) - set(house), key=_in_order):
            self.addItem(language_name(tag), tag)
        self.setCurrentIndex(self.findData(self._language))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        tag = cast(str, self.itemData(index))
        if tag and tag != self._language:
            self._language = tag
            self.language_edited.emit(tag)


def _in_order(tag: str) -> int:
    return LANGUAGES.index(base(tag))
