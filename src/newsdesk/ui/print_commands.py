"""Printing the open release: the pages of its PDF, through the system's own dialog."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QProgressDialog

from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.sheet_making import SheetMaking
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from newsdesk.ui.print_run import PrintRun


class PrintCommands(QObject):
    """Commands that put the open release on paper."""

    def __init__(
        self, context: CommandContext, making: SheetMaking, save_pdf: Callable[[], None]
    ) -> None:
        """`save_pdf` is offered where there is no printer."""
        super().__init__(context.window)
        self._window = context.window
        self._notices = context.notices
        self._making = making
        self._save_pdf = save_pdf

    def print_open(self) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - when printing

        if not QPrinterInfo.availablePrinterNames():
            self._say_there_is_no_printer()
            return
        self._notices.show(self.tr("Making the pages…"))
        self._making.make(self._ask_where, self._notices.show_error)

    def print_pages(self, pdf: bytes) -> None:
        """Put pages that were made already on paper."""
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - when printing

        if QPrinterInfo.availablePrinterNames():
            self._ask_where(pdf)
        else:
            self._say_there_is_no_printer()

    def _say_there_is_no_printer(self) -> None:
        self._notices.show(
            self.tr(
                "No printer is set up on this machine, so nothing was printed. "
                "A PDF can be printed elsewhere."
            ),
            Tone.WARNING,
            [Offer(self.tr("Export as PDF…"), self._save_pdf)],
        )

    def _ask_where(self, pdf: bytes) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - when printing

        from newsdesk.ui.print_run import prepare  # noqa: PLC0415 - likewise

        self._notices.bar.dismiss()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, pdf)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.finished.connect(partial(self._on_answered, pdf, printer))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _on_answered(self, pdf: bytes, printer: "QPrinter", answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted:
            self._print(pdf, printer)

    def _print(self, pdf: bytes, printer: "QPrinter") -> None:
        from newsdesk.ui.print_run import PrintRun  # noqa: PLC0415 - when printing

        printer.setFullPage(True)  # whatever the dialog made of it
        run = PrintRun(pdf, printer, self)
        said = self.tr("Sending the pages to the printer…")
        progress = QProgressDialog(said, self.tr("Cancel"), 0, 0, self._window)
        progress.setWindowTitle(self.tr("Print"))
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.canceled.connect(run.cancel)
        run.progressed.connect(partial(_show_progress, progress))
        run.finished.connect(partial(self._end, run, progress))
        run.failed.connect(partial(self._end, run, progress))
        run.failed.connect(self._say_it_failed)
        run.cancelled.connect(partial(self._end, run, progress))
        run.finished.connect(self._say_it_is_printed)
        run.start()

    def _end(self, run: "PrintRun", progress: QProgressDialog) -> None:
        progress.close()
        progress.deleteLater()
        run.deleteLater()

    @Slot()
    def _say_it_is_printed(self) -> None:
        self._notices.show(self.tr("The pages are with the printer."), Tone.DONE, ms=UNDO_MS)

    @Slot()
    def _say_it_failed(self) -> None:
        self._notices.show(
            self.tr(
                "The printer did not take the pages. The text is safe. "
                "See to the printer and try again, or print a PDF elsewhere."
            ),
            Tone.ERROR,
            [Offer(self.tr("Export as PDF…"), self._save_pdf)],
        )


def _show_progress(progress: QProgressDialog, done: int, total: int) -> None:
    progress.setRange(0, total)
    progress.setValue(done)
