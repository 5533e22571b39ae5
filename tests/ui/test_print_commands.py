"""Printing the open release, with a printer and without one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog, QProgressDialog

from newsdesk.domain.export_record import ExportFormat
from newsdesk.ui.dialogs.export_dialog import ExportDialog
from tests.exporting.pdf_reading import read
from tests.ui.windows import OpenWindow

pytestmark = pytest.mark.usefixtures("sample_folder")


@pytest.fixture
def window(open_window: Callable[..., OpenWindow]) -> OpenWindow:
    return open_window().begin()


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))


@pytest.fixture
def file_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer that prints into the file returned."""
    names = staticmethod(lambda: ["File"])
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", names)
    path = tmp_path / "printed.pdf"

    class FilePrinter(QPrinter):
        def __init__(self, mode: QPrinter.PrinterMode) -> None:
            super().__init__(mode)
            self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self.setOutputFileName(str(path))

    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinter", FilePrinter)
    return path


@pytest.mark.usefixtures("no_printer")
def test_without_a_printer_a_pdf_is_offered(window: OpenWindow) -> None:
    window.do("release.print")
    assert "No printer is set up on this machine" in window.notice
    assert "nothing was printed" in window.notice
    window.push("Export as PDF…")
    dialog = window.dialog(ExportDialog)
    window.wait(lambda: dialog.findChildren(QComboBox)[0].currentData() == ExportFormat.PDF)
    dialog.reject()


def test_the_pages_of_the_pdf_are_printed(window: OpenWindow, file_printer: Path) -> None:
    window.do("release.print")
    dialog = window.dialog(QPrintDialog)
    dialog.accept()
    window.wait(lambda: window.notice == "The pages are with the printer.")
    box = read(file_printer.read_bytes()).pages[0].mediabox
    assert [round(float(side)) for side in box[2:]] == [595, 842]
    assert not window.has_dialog()


def test_closing_the_dialog_prints_nothing(window: OpenWindow, file_printer: Path) -> None:
    window.do("release.print")
    window.dialog(QPrintDialog).reject()
    window.settle()
    assert not file_printer.exists()
    assert window.notice == ""


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
@pytest.mark.usefixtures("file_printer")
def test_a_printer_that_refuses_is_told_with_a_way_on(
    window: OpenWindow,
) -> None:
    window.do("release.print")
    dialog = window.dialog(QPrintDialog)
    dialog.printer().setOutputFileName("/nowhere/at/all.pdf")
    dialog.done(QDialog.DialogCode.Accepted)  # Qt's own check of the file is passed by
    window.wait(lambda: "did not take the pages" in window.notice)
    assert window._shown(QProgressDialog) == []


def test_a_pdf_is_exported_from_the_menu(window: OpenWindow) -> None:
    window.do("release.export_pdf")
    dialog = window.dialog(ExportDialog)
    window.wait(lambda: dialog.findChildren(QComboBox)[0].currentData() == ExportFormat.PDF)
    dialog.reject()
