"""The choice of a theme, as a small picture of the window in it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from newsdesk.ui.theme.theme import Theme
from newsdesk.ui.theme.theme_controller import ThemeController

_PICTURE = QSize(148, 84)
_GAP = 6
_RADIUS = 8


class ThemeCard(QRadioButton):
    """One of a few that belong together; arrow keys move between them."""

    def __init__(
        self,
        text: str,
        shown: tuple[Theme, ...],
        themes: ThemeController,
        parent: QWidget | None = None,
    ) -> None:
        """`shown` is what the picture is drawn in: one theme, or two that share it."""
        super().__init__(text, parent)
        self.setObjectName("theme_card")
        self._shown = shown
        self._themes = themes
        themes.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        self.ensurePolished()
        return _PICTURE + QSize(2, _GAP + self.fontMetrics().height() + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._claim_room()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._claim_room()

    def _claim_room(self) -> None:
        self.setMinimumSize(self.sizeHint())  # the style sheet set the least of radio buttons

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        theme = self._themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = QRectF((self.width() - _PICTURE.width()) / 2, 1, *_PICTURE.toTuple())
        path = QPainterPath()
        path.addRoundedRect(picture, _RADIUS, _RADIUS)
        painter.setClipPath(path)
        for number, shown in enumerate(self._shown):
            painter.save()
            left = picture.x() + number * picture.width() / len(self._shown)
            painter.setClipRect(
                QRectF(left, 0, picture.right() - left, self.height()),
                Qt.ClipOperation.IntersectClip,
            )
            _draw_window(painter, picture, shown, is_rtl=self.isRightToLeft())
            painter.restore()
        painter.setClipping(False)
        is_marked = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(theme.colour("link" if is_marked else "line2"), 2 if is_marked else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(picture, _RADIUS, _RADIUS)
        self._draw_text(painter, round(picture.bottom()) + _GAP)

    def _draw_text(self, painter: QPainter, top: int) -> None:
        theme = self._themes.theme
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        room = QRect(0, top, self.width(), self.height() - top)
        painter.setPen(theme.colour("link" if self.isChecked() else "text"))
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
        if self.hasFocus():
            width = painter.fontMetrics().horizontalAdvance(text)
            left = round((self.width() - width) / 2)
            line = top + painter.fontMetrics().height() + 1
            painter.setPen(QPen(theme.colour("focus"), 1))
            painter.drawLine(left, line, left + width, line)


def _draw_window(painter: QPainter, room: QRectF, theme: Theme, *, is_rtl: bool) -> None:
    """Draw the window as it looks from far away: list, text, and the paper beside it."""
    if is_rtl:
        painter.translate(2 * room.x() + room.width(), 0)
        painter.scale(-1, 1)
    painter.fillRect(room, theme.colour("surface"))
    side = QRectF(room.x(), room.y(), room.width() * 0.28, room.height())
    paper = QRectF(room.x() + room.width() * 0.64, room.y(), room.width() * 0.36, room.height())
    painter.fillRect(side, theme.colour("side"))
    painter.fillRect(paper, theme.colour("canvas"))
    bar = QRectF(room.x(), room.y(), room.width(), 14)
    painter.fillRect(bar, theme.colour("surface"))
    painter.fillRect(QRectF(room.x(), bar.bottom(), room.width(), 1), theme.colour("line"))
    _draw_bar(painter, room.x() + 8, room.y() + 5, 26, theme.colour("accent"))
    page = paper.adjusted(7, 21, -7, 20)
    painter.fillRect(page, QColor("white"))
    _draw_bar(painter, page.x() + 6, page.y() + 7, 26, QColor("#3a4048"))
    for row, share in enumerate((30, 34, 24)):
        _draw_bar(painter, page.x() + 6, page.y() + 17 + row * 8, share, QColor("#c3c8cf"))
    chosen = QRectF(side.x() + 5, side.y() + 22, side.width() - 10, 14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent_soft"))
    painter.drawRoundedRect(chosen, 3, 3)
    for row, width in enumerate((24, 20, 26, 18)):
        _draw_bar(painter, side.x() + 9, side.y() + 28 + row * 15, width, theme.colour("text3"))
    for row, width in enumerate((38, 30, 40, 22, 36)):
        colour = theme.colour("text" if row == 0 else "text3")
        _draw_bar(painter, side.right() + 8, side.y() + 26 + row * 11, width, colour)


def _draw_bar(painter: QPainter, x: float, y: float, width: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(x, y, width, 3), 1.5, 1.5)
