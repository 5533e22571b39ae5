"""Printing the open release, with a printer and without one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QProgressDialog

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


def chosen(window: OpenWindow, folder: Path) -> ExportDialog:
    """Return the export with PDF chosen and a folder given."""
    dialog = window.dialog(ExportDialog)
    window.wait(lambda: dialog.findChildren(QComboBox)[0].currentData() == ExportFormat.PDF)
    line = dialog.findChild(QLineEdit, "folder")
    assert line is not None
    window.qtbot.keyClicks(line, str(folder))
    return dialog


def test_a_pdf_is_exported_from_the_menu(window: OpenWindow, tmp_path: Path) -> None:
    headline = window.headline
    window.do("release.export_pdf")
    dialog = chosen(window, tmp_path / "out")
    window.push("Export", dialog)
    window.wait(lambda: not dialog.is_running and bool(list(tmp_path.glob("out/*.pdf"))))
    (file,) = (tmp_path / "out").iterdir()
    assert file.name.startswith("DRAFT-")
    told = read(file.read_bytes()).metadata
    assert told is not None
    assert told.title is not None
    assert headline in told.title
    dialog.reject()


def test_many_are_exported_and_can_be_stopped_between(window: OpenWindow, tmp_path: Path) -> None:
    for _copy in range(6):
        before = window.session.release_id
        window.do("release.duplicate")
        window.wait(lambda before=before: window.session.release_id != before)
    window.settle()
    window.do("release.export_all")
    dialog = window.dialog(ExportDialog)
    box = dialog.findChildren(QComboBox)[0]
    window.wait(lambda: box.count() > 1)
    box.setCurrentIndex(box.findData(ExportFormat.PDF))
    chosen(window, tmp_path / "out")
    window.push("Export", dialog)
    window.wait(lambda: bool(list(tmp_path.glob("out/*.pdf"))))
    window.push("Cancel", dialog)
    window.wait(lambda: not dialog.is_running)
    files = list((tmp_path / "out").iterdir())
    assert 1 <= len(files) < 9
    assert all(len(read(file.read_bytes()).pages) for file in files)  # none is half written
    dialog.reject()


def test_the_window_closes_while_pages_are_made(window: OpenWindow, tmp_path: Path) -> None:
    window.do("release.export_pdf")
    window.push("Export", chosen(window, tmp_path / "out"))
    window.wiring.end()
    assert not window.window.isVisible()
