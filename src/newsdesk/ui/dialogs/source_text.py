"""A piece of a source as it stood there, cut after a few lines."""

from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

_LEADING = 1.3  # line to line, in heights of the font
_LINES_SHOWN = 3
_LONGEST_SHOWN = 20_000  # characters; of a longer piece the beginning tells enough


class SourceText(QWidget):
    """Shows plain text in its own direction, whatever that of the window.

    Signals:
        cut_changed(bool): there is more of it than is shown.
    """

    cut_changed = Signal(bool)

    def __init__(
        self, text: str, *, lines: int = _LINES_SHOWN, parent: QWidget | None = None
    ) -> None:
        """Show `lines` of it at first."""
        super().__init__(parent)
        self._most = lines
        self._text = text[:_LONGEST_SHOWN].replace("\n", "\u2028")
        self._is_whole = False
        self._is_cut = False
        self.setAccessibleName(text[:_LONGEST_SHOWN])
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_cut(self) -> bool:
        return self._is_cut

    @property
    def is_whole(self) -> bool:
        return self._is_whole

    def set_whole(self, is_whole: bool) -> None:
        """Show all of it, or the first lines."""
        self._is_whole = is_whole
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        layout = self._layout(width)
        lines = _lines(layout)
        shown = lines if self._is_whole else lines[: self._most]
        return round(sum(map(self._height, shown)))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(240, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(60, round(QFontMetricsF(self.font()).height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        is_cut = self._layout(self.width()).lineCount() > self._most
        if is_cut != self._is_cut:
            self._is_cut = is_cut
            self.cut_changed.emit(is_cut)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        is_on = self.isEnabled()
        role = QPalette.ColorRole.WindowText if is_on else QPalette.ColorRole.PlaceholderText
        painter.setPen(self.palette().color(QPalette.ColorGroup.Active, role))
        painter.setFont(self.font())
        layout = self._layout(self.width())
        lines = _lines(layout)
        shown = lines if self._is_whole else lines[: self._most]
        top = 0.0
        for number, line in enumerate(shown, start=1):
            if number == len(shown) < len(lines):
                self._draw_cut(painter, line, top)
            else:
                line.draw(painter, QPointF(0, top))
            top += self._height(line)

    def _draw_cut(self, painter: QPainter, line: QTextLine, top: float) -> None:
        """Draw the last line shown with a sign that more follows."""
        rest = self._text[line.textStart() :].partition("\u2028")[0] + "…"
        metrics, mode = QFontMetricsF(self.font()), Qt.TextElideMode.ElideRight
        option = self._option()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        room = QRectF(0, top, self.width(), self._height(line))
        painter.drawText(room, metrics.elidedText(rest, mode, self.width()), option)

    def _layout(self, width: int) -> QTextLayout:
        """Return the text in lines, which live no longer than what is returned."""
        layout = QTextLayout(self._text, self.font())
        layout.setTextOption(self._option())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
        layout.endLayout()
        return layout

    def _option(self) -> QTextOption:
        rtl = _is_right_to_left(self._text)
        option = QTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        # a layout does not turn sides by the direction, a painter does
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def _height(self, line: QTextLine) -> float:
        """Return the room that a line takes; scripts of another typeface may be taller."""
        return max(QFontMetricsF(self.font()).height() * _LEADING, line.height() + 2)


def _lines(layout: QTextLayout) -> list[QTextLine]:
    return [layout.lineAt(number) for number in range(layout.lineCount())]


def _is_right_to_left(text: str) -> bool:
    """Tell the direction of a text by its first letter that has one."""
    kinds = map(bidirectional, text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)
