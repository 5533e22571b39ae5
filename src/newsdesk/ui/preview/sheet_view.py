"""The pages of a PDF one below the other, as wide as there is room.

Imports Qt's PDF reader: imported when pages are to be seen.
"""

from collections import OrderedDict
from itertools import pairwise

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_WIDEST_PX = 860  # more is larger than paper
_EDGE_PX = 20  # canvas around and between sheets
_SHADOW = tuple((spread, QColor(0, 0, 0, 9 - 2 * spread)) for spread in (4, 3, 2, 1))
_MOST_KEPT = 8  # drawn sheets: what is seen, and a page up and down


class SheetView(QAbstractScrollArea):
    """Sheets of paper on the canvas, drawn when they come into sight.

    Signals:
        page_changed(int): another page is at the top now; from 1, 0: there is none.
    """

    page_changed = Signal(int)

    def __init__(self, canvas: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet_view")
        self.setAccessibleName(self.tr("Printed pages"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._canvas = canvas
        self._document: QPdfDocument | None = None
        self._places: list[QRect] = []  # of the sheets, in the whole of it
        self._drawn: OrderedDict[int, QImage] = OrderedDict()
        self._current = 0
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # What is shown --------------------------------------------------------------------------

    @property
    def page_count(self) -> int:
        return self._document.pageCount() if self._document else 0

    @property
    def page(self) -> int:
        """The one that most of what is seen belongs to, from 1; 0: there is none."""
        return self._current

    def show_pdf(self, pdf: bytes, *, is_from_top: bool = False) -> bool:
        """Show another document where the one before was, or from its top.

        Returns:
            False if it is none; what was shown before still is.
        """
        document = _opened(pdf, self)
        if document is None:
            return False
        old, self._document = self._document, document
        if old is not None:
            old.deleteLater()
        self._drawn.clear()
        self._lay_out()
        if is_from_top:
            self.verticalScrollBar().setValue(0)
        self._on_scrolled()
        return True

    def set_canvas(self, canvas: QColor) -> None:
        self._canvas = canvas
        self.viewport().update()

    # Laying out and drawing -----------------------------------------------------------------

    def _lay_out(self) -> None:
        """Give every sheet its place; the same point of the text stays at the top."""
        bar = self.verticalScrollBar()
        before = self._places[-1].bottom() if self._places else 0
        share = bar.value() / before if before else 0.0
        was_as_wide = bool(self._places) and self._places[0].width() == self._width()
        self._places = list(self._placed())
        height = self._places[-1].bottom() + _EDGE_PX if self._places else 0
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, height - self.viewport().height()))
        if before and not was_as_wide:
            bar.setValue(round(share * self._places[-1].bottom()) if self._places else 0)
        self.viewport().update()

    def _width(self) -> int:
        return max(100, min(_WIDEST_PX, self.viewport().width() - 2 * _EDGE_PX))

    def _placed(self) -> "list[QRect]":
        document, width, top = self._document, self._width(), _EDGE_PX
        if document is None:
            return []
        left = (self.viewport().width() - width) // 2
        places: list[QRect] = []
        for page in range(document.pageCount()):
            points = document.pagePointSize(page)
            height = round(width * points.height() / points.width()) if points.width() else width
            places.append(QRect(left, top, width, height))
            top += height + _EDGE_PX
        return places

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._canvas)
        painter.translate(0, -self.verticalScrollBar().value())
        seen = event.rect().translated(0, self.verticalScrollBar().value())
        for page, place in enumerate(self._places):
            if place.adjusted(-_EDGE_PX, -_EDGE_PX, _EDGE_PX, _EDGE_PX).intersects(seen):
                for spread, shade in _SHADOW:
                    around = place.adjusted(-spread, -spread + 1, spread, spread + 1)
                    painter.fillRect(around, shade)
                painter.fillRect(place, Qt.GlobalColor.white)
                painter.drawImage(place, self._sheet(page, place.size()))

    def _sheet(self, page: int, size: QSize) -> QImage:
        """Return a page as it is drawn on this screen."""
        assert self._document is not None
        pixels = size * self.devicePixelRatioF()
        drawn = self._drawn.get(page)
        if drawn is None or drawn.size() != pixels:
            drawn = self._drawn[page] = self._document.render(page, pixels)
        self._drawn.move_to_end(page)
        while len(self._drawn) > _MOST_KEPT:
            self._drawn.popitem(last=False)
        return drawn

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Know the keys that a scroll area does not: to the first page, to the last."""
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.MoveToStartOfLine):
            bar.setValue(0)
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfLine):
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        self.viewport().scroll(0, dy)

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [place.top() - _EDGE_PX // 2 for place in self._places]
        current = next(
            (
                page
                for page, (_, below) in enumerate(pairwise([*tops, middle + 1]), 1)
                if middle < below
            ),
            0,
        )
        if current != self._current:
            self._current = current
            self.page_changed.emit(current)


def _opened(pdf: bytes, parent: SheetView) -> QPdfDocument | None:
    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.pageCount() > 0:
        return document
    document.deleteLater()
    return None
