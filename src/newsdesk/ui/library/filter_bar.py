"""The chips that narrow the list, with how many releases each would show."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from newsdesk.domain.query import ReleaseCounts
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.library.filters import ALWAYS_OFFERED, Filter, count_of
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.flow_layout import FlowLayout

_GAP = 2
_NAMES: Mapping[Filter, str] = {
    Filter.ALL: QT_TRANSLATE_NOOP("Library", "All"),
    Filter.DRAFTS: QT_TRANSLATE_NOOP("Library", "Drafts"),
    Filter.EMBARGOED: QT_TRANSLATE_NOOP("Library", "Embargoed"),
    Filter.PUBLISHED: QT_TRANSLATE_NOOP("Library", "Published"),
    Filter.WITHDRAWN: QT_TRANSLATE_NOOP("Library", "Withdrawn"),
}


class FilterBar(QWidget):
    """One chip is chosen; one that would show nothing is not offered.

    Signals:
        filter_edited(Filter): the user chose another one.
    """

    filter_edited = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = ReleaseCounts()
        self._chosen = Filter.ALL
        self._group = QButtonGroup(self)
        self._buttons: dict[Filter, QAbstractButton] = {}
        layout = FlowLayout(self, spacing=_GAP)
        for which in Filter:
            button = self._trash(icons) if which is Filter.TRASH else _chip()
            button.setCheckable(True)
            button.setObjectName(f"filter_{which}")
            button.setProperty("filter", which.value)
            self._group.addButton(button)
            self._buttons[which] = button
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)
        self._show()

    def chosen(self) -> Filter:
        return self._chosen

    def set_chosen(self, which: Filter) -> None:
        self._chosen = which
        self._show()

    def set_counts(self, counts: ReleaseCounts) -> None:
        self._counts = counts
        self._show()

    def _trash(self, icons: Icons) -> QAbstractButton:
        return icon_button(icons, "trash", self.tr("Trash"))

    def _show(self) -> None:
        for which, button in self._buttons.items():
            count = count_of(which, self._counts)
            button.setChecked(which is self._chosen)
            button.setVisible(bool(count) or which in ALWAYS_OFFERED or which is self._chosen)
            if which is Filter.TRASH:
                said = self.tr("Trash: %Ln release(s)", "", count)
                button.setToolTip(said)
            else:
                name = translate("Library", _NAMES[which])
                shown = QLocale().toString(count)
                button.setText(f"{name} {shown}" if count and which is not Filter.ALL else name)
                said = self.tr("{name}: {count}").format(name=name, count=shown)
            button.setAccessibleName(said)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        chosen = Filter(button.property("filter"))
        if chosen is not self._chosen:
            self._chosen = chosen
            self._show()
            self.filter_edited.emit(chosen)


def _chip() -> QPushButton:
    chip = QPushButton()
    chip.setProperty("kind", "filter")
    return chip
