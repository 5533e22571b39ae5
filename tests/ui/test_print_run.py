"""The pages of a PDF on a printer: here one that prints into a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.ui.print_run import PrintRun, chosen_pages, prepare
from tests.exporting.pdf_reading import read
from tests.ui.preview.pdfs import pdf_of


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def printed(printer: QPrinter, pdf: bytes, qtbot: QtBot) -> bytes:
    prepare(printer, pdf)
    run = PrintRun(pdf, printer)
    with qtbot.waitSignal(run.finished, timeout=60_000):
        run.start()
    return Path(printer.outputFileName()).read_bytes()


def drawn(pdf: bytes, tmp_path: Path) -> list[QImage]:
    """Return the pages as they look."""
    path = tmp_path / "look.pdf"
    path.write_bytes(pdf)
    document = QPdfDocument()
    document.load(str(path))
    images = [document.render(page, QSize(210, 297)) for page in range(document.pageCount())]
    document.close()
    return [_on_paper(image) for image in images]


def _on_paper(image: QImage) -> QImage:
    from PySide6.QtGui import QPainter  # noqa: PLC0415

    paper = QImage(image.size(), QImage.Format.Format_Grayscale8)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def difference(one: QImage, other: QImage) -> float:
    """Return how much two pages differ, per pixel, of 255."""
    assert one.size() == other.size()
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
        for x, y in points
    ) / len(points)


def test_what_is_printed_looks_like_the_pages(
    printer: QPrinter, tmp_path: Path, qtbot: QtBot
) -> None:
    pdf = pdf_of("WWWW MMMM first", "second")
    before = drawn(pdf, tmp_path)
    after = drawn(printed(printer, pdf, qtbot), tmp_path)
    assert len(after) == 2
    for one, other in zip(before, after, strict=True):
        assert difference(one, other) < 1
    assert difference(before[0], after[1]) > difference(before[0], after[0])


def test_the_sheets_are_those_of_the_pdf(printer: QPrinter, qtbot: QtBot) -> None:
    pdf = pdf_of("a", size=QPageSize.PageSizeId.Letter)
    box = read(printed(printer, pdf, qtbot)).pages[0].mediabox
    assert [round(float(side)) for side in box[2:]] == [612, 792]


def test_a_range_is_printed_alone(printer: QPrinter, qtbot: QtBot) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert len(read(printed(printer, pdf_of(*"abcd"), qtbot)).pages) == 2


def test_pages_come_as_the_printer_does_not_by_itself(printer: QPrinter) -> None:
    assert chosen_pages(printer, 3) == [0, 1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 1, 0]
    printer.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert chosen_pages(printer, 3) == [1, 2]


class OneCopyPrinter:
    """What `chosen_pages` asks a printer that makes one copy of anything."""

    def __init__(self, *, collates: bool) -> None:
        self._collates = collates

    def fromPage(self) -> int:  # noqa: N802 - Qt's name
        return 0

    toPage = fromPage  # noqa: N815 - Qt's name

    def printRange(self) -> QPrinter.PrintRange:  # noqa: N802 - Qt's name
        return QPrinter.PrintRange.AllPages

    def pageOrder(self) -> QPrinter.PageOrder:  # noqa: N802 - Qt's name
        return QPrinter.PageOrder.FirstPageFirst

    def supportsMultipleCopies(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def copyCount(self) -> int:  # noqa: N802 - Qt's name
        return 2

    def collateCopies(self) -> bool:  # noqa: N802 - Qt's name
        return self._collates


@pytest.mark.parametrize(
    ("collates", "pages"), [(True, [0, 1, 2, 0, 1, 2]), (False, [0, 0, 1, 1, 2, 2])]
)
def test_copies_are_made_for_a_printer_that_makes_none(*, collates: bool, pages: list[int]) -> None:
    assert chosen_pages(OneCopyPrinter(collates=collates), 3) == pages  # type: ignore[arg-type]


def test_progress_is_told_sheet_by_sheet(printer: QPrinter, qtbot: QtBot) -> None:
    pdf = pdf_of(*"abc")
    prepare(printer, pdf)
    run = PrintRun(pdf, printer)
    told: list[tuple[int, int]] = []
    run.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(run.finished, timeout=60_000):
        run.start()
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_it_can_be_stopped(printer: QPrinter, qtbot: QtBot) -> None:
    pdf = pdf_of(*"abcdefgh")
    prepare(printer, pdf)
    run = PrintRun(pdf, printer)
    run.progressed.connect(lambda _done, _total: run.cancel())
    with qtbot.assertNotEmitted(run.finished), qtbot.waitSignal(run.cancelled, timeout=60_000):
        run.start()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(printer: QPrinter, qtbot: QtBot) -> None:
    printer.setOutputFileName("/nowhere/at/all/printed.pdf")
    run = PrintRun(pdf_of("a"), printer)
    with qtbot.waitSignal(run.failed):
        run.start()
