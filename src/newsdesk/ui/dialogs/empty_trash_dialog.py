"""Emptying the trash by hand, with what that means."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import caption

_WIDTH = 480


class EmptyTrashDialog(FittedDialog):
    """Says what is erased and what stays; show it with `open()`.

    Signals:
        erasure_requested(): the user wants it done.
    """

    erasure_requested = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        """`count` is how many releases are in the trash."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("empty_trash_dialog")
        self.setWindowTitle(self.tr("Empty the trash"))
        title = self.tr("Erase %Ln release(s) for good?", "", count)
        self.column.addWidget(wrapped(title, "title"))
        self.column.addWidget(
            wrapped(
                self.tr(
                    "Their texts and their history are gone then, and cannot be brought back here. "
                    "None of them was ever published."
                )
            )
        )
        self.column.addSpacing(6)
        self.column.addWidget(
            caption(
                self.tr(
                    "What stays is a number and a checksum of each, so that a copy that turns up "
                    "can be told. Backups that were made before hold the texts until they are "
                    "thinned out. What is left alone is erased by itself after 90 days."
                )
            )
        )
        self.column.addStretch(1)
        erase, cancel = primary_button(self.tr("&Erase")), secondary_button(self.tr("Cancel"))
        self.foot.addWidget(cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(erase)
        cancel.setDefault(True)  # Enter must not erase what nobody read about
        cancel.setFocus()
        erase.clicked.connect(self._on_erase)
        cancel.clicked.connect(self.reject)

    @Slot()
    def _on_erase(self) -> None:
        self.accept()
        self.erasure_requested.emit()
