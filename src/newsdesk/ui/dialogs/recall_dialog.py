"""Taking a published release back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from newsdesk.domain.release import Release
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.growing_text import GrowingText
from newsdesk.ui.widgets.labelled import caption, label_for

_WIDTH = 520


class RecallDialog(FittedDialog):
    """Says what a recall does and asks why; show it with `open()`.

    Signals:
        recall_requested(str): recall it, for this reason.
    """

    recall_requested = Signal(str)

    def __init__(self, release: Release, parent: QWidget | None = None) -> None:
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("recall_dialog")
        self.setWindowTitle(self.tr("Recall"))
        self._reason = GrowingText(least=2, most=6)
        self._reason.setObjectName("reason")
        self._cancel = secondary_button(self.tr("Cancel"))
        self._recall = primary_button(self.tr("Re&call"))
        self._recall.setEnabled(False)
        self._arrange(release)
        self._reason.text_edited.connect(self._on_edited)
        self._recall.clicked.connect(self._on_recall)
        self._cancel.clicked.connect(self.reject)
        self._reason.setFocus()

    def reason(self) -> str:
        return self._reason.text().strip()

    def _arrange(self, release: Release) -> None:
        self.column.addWidget(wrapped(release.headline or release.slug, "title"))
        self.column.addWidget(
            wrapped(
                self.tr(
                    "A recalled release is withdrawn for good: its page then says only that. "
                    "Export it again afterwards, and send the new page to everybody who has the "
                    "old one."
                )
            )
        )
        self.column.addSpacing(10)
        self.column.addWidget(label_for(self.tr("&Reason"), self._reason))
        self.column.addWidget(self._reason)
        self.column.addWidget(
            caption(self.tr("Needed. It is kept in the history and printed nowhere."))
        )
        self.column.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self._recall)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._recall.setEnabled(bool(self.reason()))
        self._recall.setDefault(bool(self.reason()))
        self.fit()

    @Slot()
    def _on_recall(self) -> None:
        reason = self.reason()
        self.accept()
        self.recall_requested.emit(reason)
