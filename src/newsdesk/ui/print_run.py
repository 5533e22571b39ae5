"""Sending a PDF to a printer, a strip at a time, so that the window goes on.

Imports Qt's PDF reader and its printing: imported when something is to be printed.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

_FINEST_DPI = 600  # finer than that is not seen, and takes four times the memory
_STRIP_PX = 1000


class PrintRun(QObject):
    """Prints the pages of a PDF as they are, on the sheets of the printer.

    Signals:
        progressed(int, int): sheets done, sheets in all.
        finished(): everything is with the printer.
        failed(): the printer refused; what it has already it may print.
        cancelled(): it stopped because `cancel` was called.
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal()
    cancelled = Signal()

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self._pages: Sequence[int] = chosen_pages(printer, self._document.pageCount())
        self._painter = QPainter()
        self._done = 0
        self._top = 0  # of the next strip, in px of the page
        self._is_cancelled = False

    def start(self) -> None:
        if not self._pages or not self._painter.begin(self._printer):
            QTimer.singleShot(0, self, self.failed.emit)
            return
        QTimer.singleShot(0, self, self._go_on)

    def cancel(self) -> None:
        self._is_cancelled = True

    def _go_on(self) -> None:
        if self._is_cancelled:
            self._printer.abort()
            self._painter.end()
            self.cancelled.emit()
            return
        page = self._pages[self._done]
        size = self._size(page)
        self._draw_strip(page, size)
        self._top += _STRIP_PX
        if self._top >= size.height():
            self._top = 0
            self._done += 1
            self.progressed.emit(self._done, len(self._pages))
            if self._done == len(self._pages):
                is_whole = self._painter.end()
                (self.finished if is_whole else self.failed).emit()
                return
            if not self._printer.newPage():
                self._painter.end()
                self.failed.emit()
                return
        QTimer.singleShot(0, self, self._go_on)

    def _size(self, page: int) -> QSize:
        """Return a page in px: as large as the sheet allows, its shape kept."""
        dpi = min(self._printer.resolution(), _FINEST_DPI)
        sheet = self._printer.pageLayout().fullRectPixels(dpi).size()
        points = self._document.pagePointSize(page).toSize()
        return points.scaled(sheet, Qt.AspectRatioMode.KeepAspectRatio)

    def _draw_strip(self, page: int, size: QSize) -> None:
        strip = QRect(0, self._top, size.width(), min(_STRIP_PX, size.height() - self._top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(size)
        options.setScaledClipRect(strip)
        image = self._document.render(page, strip.size(), options)
        finer = self._printer.resolution() / min(self._printer.resolution(), _FINEST_DPI)
        self._painter.resetTransform()
        self._painter.scale(finer, finer)
        self._painter.drawImage(strip.topLeft(), image)


def prepare(printer: QPrinter, pdf: bytes) -> None:
    """Have a printer use sheets of the size of the PDF's, to their very edges."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setPageSize(QPageSize(document.pagePointSize(0), QPageSize.Unit.Point))
    document.close()
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the pages to print, from 0, in the order and as often as the printer itself does not.

    Args:
        count: how many there are.
    """
    first, last = printer.fromPage() or 1, printer.toPage() or count
    is_range = printer.printRange() is QPrinter.PrintRange.PageRange
    pages = [page - 1 for page in range(first, last + 1)] if is_range else list(range(count))
    pages = [page for page in pages if 0 <= page < count]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _copy in range(copies)]
