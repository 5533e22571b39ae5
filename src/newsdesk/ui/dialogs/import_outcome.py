"""How bringing texts in went: what came in, what did not and why."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.jobs.import_account import BroughtIn
from newsdesk.ui.messages import reason
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.notice_bar import Tone

_WIDTH = 600
_HIGHEST = 280  # px of the list
_ROWS = 12


class ImportOutcomeDialog(FittedDialog):
    """Lists what did not come in, in words that can be copied; show it with `open()`.

    Signals:
        report_requested(): the user wants all of it as a file.
    """

    report_requested = Signal()

    def __init__(self, outcome: BroughtIn, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("import_outcome")
        self.setWindowTitle(self.tr("Brought in"))
        self._text = QPlainTextEdit(self._listed(outcome))
        self._arrange(outcome, icons)

    def text(self) -> str:
        """Return what is listed."""
        return self._text.toPlainText()

    def _arrange(self, outcome: BroughtIn, icons: Icons) -> None:
        title = self.tr("Stopped") if outcome.is_cancelled else self.tr("Done")
        self.column.addWidget(wrapped(title, "title"))
        self.column.addSpacing(4)
        for text, count, tone in (
            (self.tr("Brought in: %Ln release(s).", "", outcome.stored), 1, Tone.DONE),
            (
                self.tr("Left out: %Ln text(s).", "", len(outcome.skipped)),
                len(outcome.skipped),
                Tone.INFO,
            ),
            (
                self.tr("Not possible: %Ln text(s).", "", len(outcome.refused)),
                len(outcome.refused),
                Tone.WARNING,
            ),
        ):
            if count:
                self.column.addWidget(IconLine(text, tone, icons))
        self.column.addSpacing(6)
        self._text.setObjectName("import_refusals")
        self._text.setAccessibleName(self.tr("What did not come in"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setVisible(bool(self.text()))
        rows = min(self._text.blockCount() + 2, _ROWS)
        self._text.setFixedHeight(min(rows * self.fontMetrics().height() + 16, _HIGHEST))
        self.column.addWidget(self._text)
        self.column.addStretch(1)
        save = secondary_button(self.tr("&Save report…"))
        copy = secondary_button(self.tr("&Copy"))
        close = primary_button(self.tr("&Close"))
        copy.setVisible(bool(self.text()))
        self.foot.addWidget(save)
        self.foot.addWidget(copy)
        self.foot.addStretch(1)
        self.foot.addWidget(close)
        close.setDefault(True)
        close.setFocus()
        save.clicked.connect(self.report_requested)
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)

    def _listed(self, outcome: BroughtIn) -> str:
        lines = [self._line(name, error) for name, error in outcome.refused]
        left_out = self.tr("Left out: {0}")
        lines += [left_out.format(name or self.tr("the pasted text")) for name in outcome.skipped]
        return "\n".join(lines)

    def _line(self, name: str, error: NewsdeskError) -> str:
        said = reason(error)
        return said if not name or name in said else f"{name}: {said}"

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
