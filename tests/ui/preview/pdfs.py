"""PDFs made on the spot, one word a page."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter


def pdf_of(*pages: str, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(size))
    painter = QPainter(writer)
    painter.setFont(QFont("Inter", 40))
    for number, text in enumerate(pages):
        if number:
            writer.newPage()
        painter.drawText(500, 1500, text)
    painter.end()
    return bytes(buffer.data().data())
