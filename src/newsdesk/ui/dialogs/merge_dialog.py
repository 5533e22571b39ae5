"""Making several terms one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from newsdesk.domain.vocabulary import TermEntry
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import caption

_WIDTH = 480


class MergeDialog(FittedDialog):
    """Asks which of several terms stays; show it with `open()`.

    Signals:
        merge_requested(list, TermId): make these terms that one.
    """

    merge_requested = Signal(object, object)

    def __init__(
        self, entries: Sequence[TermEntry], language: str, parent: QWidget | None = None
    ) -> None:
        """The one that most releases are filed under is chosen at first."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("merge_dialog")
        self.setWindowTitle(self.tr("Merge"))
        self._entries = list(entries)
        self._group = QButtonGroup(self)
        title = self.tr("Make %Ln term(s) one", "", len(entries))
        self.column.addWidget(wrapped(title, "title"))
        self.column.addWidget(wrapped(self.tr("Which one stays?")))
        self.column.addSpacing(4)
        most = max(entries, key=lambda entry: entry.uses)
        for number, entry in enumerate(self._entries):
            uses = self.tr("%Ln release(s)", "", entry.uses)
            button = QRadioButton(f"{entry.term.name(language)} · {uses}".replace("&", "&&"))
            button.setChecked(entry is most)
            self._group.addButton(button, number)
            self.column.addWidget(button)
        self.column.addSpacing(4)
        self.column.addWidget(
            caption(
                self.tr(
                    "Every release that is filed under the others is filed under this one then, "
                    "those in the trash and published ones too. What was issued stays as it was "
                    "in the history. One Undo brings all back."
                )
            )
        )
        self.column.addStretch(1)
        merge, cancel = primary_button(self.tr("&Merge")), secondary_button(self.tr("Cancel"))
        merge.setDefault(True)
        self.foot.addWidget(cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(merge)
        merge.clicked.connect(self._on_merge)
        cancel.clicked.connect(self.reject)

    @Slot()
    def _on_merge(self) -> None:
        kept = self._entries[self._group.checkedId()].term.id
        ids = [entry.term.id for entry in self._entries if entry.term.id != kept]
        self.accept()
        self.merge_requested.emit(ids, kept)
