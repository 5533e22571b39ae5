"""There are many texts: which of them does a person want to look at?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.jobs.import_question import Ask
from newsdesk.ui.widgets.buttons import primary_button, secondary_button

_WIDTH = 520


class ManyDialog(FittedDialog):
    """Asks once; show it with `open()`.

    Signals:
        ask_chosen(Ask): look at these.
        cancelled(): bring nothing in.
    """

    ask_chosen = Signal(object)
    cancelled = Signal()

    def __init__(self, count: int, *, is_more: bool, parent: QWidget | None = None) -> None:
        """`is_more`: there are more than `count`."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("many_dialog")
        self.setWindowTitle(self.tr("Bring in"))
        number = self.locale().toString(count)
        found = (
            self.tr("There are more than {0} texts") if is_more else self.tr("There are {0} texts")
        )
        self.column.addWidget(wrapped(found.format(number), "title"))
        self.column.addWidget(
            wrapped(
                self.tr(
                    "Those in which newsdesk is sure of everything it found can come in by "
                    "themselves. Where something is doubtful, or a text is here already, you are "
                    "asked."
                )
            )
        )
        self.column.addStretch(1)
        cancel = secondary_button(self.tr("Cancel"))
        each = secondary_button(self.tr("Look at &each"))
        sure = primary_button(self.tr("Bring in all that are &sure"))
        self.foot.addWidget(cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(each)
        self.foot.addWidget(sure)
        sure.setDefault(True)
        sure.setFocus()
        cancel.clicked.connect(self.reject)
        each.clicked.connect(lambda: self._choose(Ask.EACH))
        sure.clicked.connect(lambda: self._choose(Ask.DOUBTFUL))

    def reject(self) -> None:
        """Bring nothing in."""
        super().reject()
        self.cancelled.emit()

    def _choose(self, ask: Ask) -> None:
        self.accept()
        self.ask_chosen.emit(ask)
