"""The margin of a source: beside each mark stands in words what it is, so that no colour has to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from newsdesk.domain.provenance import FindingKind
from newsdesk.ui.dialogs.finding_words import kind_words
from newsdesk.ui.dialogs.mark_kinds import colours_of
from newsdesk.ui.dialogs.mark_painting import ShownLine
from newsdesk.ui.dialogs.mark_places import ShownMark
from newsdesk.ui.theme.fonts import ui_font
from newsdesk.ui.theme.theme_controller import ThemeController

_PX = 11
_BAR = 3
_GAP = 6
_DASHES = [1.5, 1.5]


@dataclass(frozen=True, slots=True)
class Label:
    """What stands beside a mark: a word at `top`, a bar down to `bottom`, in px."""

    mark: ShownMark
    text: str
    top: float
    bottom: float
    has_bar: bool = True


def label_words(mark: ShownMark) -> str:
    words = kind_words(mark.finding)
    return f"{words} ?" if mark.is_doubtful else words


def labels(marks: Sequence[ShownMark], shown: Sequence[ShownLine]) -> list[Label]:
    """Return what stands beside those of the marks that can be seen, from top to bottom."""
    found: list[Label] = []
    for mark in marks:
        own = [line for line in shown if mark.start.line <= line.number <= mark.end.line]
        if own:
            top = max(own[0].room.top(), 0.0)
            bottom = own[-1].room.bottom()
            has_bar = mark.kind is not FindingKind.QUOTE
            found.append(Label(mark, label_words(mark), top, bottom, has_bar=has_bar))
    return sorted(found, key=lambda one: (one.top, one.mark.kind is FindingKind.QUOTE))


class MarkMargin(QWidget):
    """Paints the labels that the source gives it."""

    def __init__(self, themes: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._labels: Sequence[Label] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def labels(self) -> Sequence[Label]:
        return self._labels

    def set_labels(self, labels: Sequence[Label]) -> None:
        if list(labels) != list(self._labels):
            self._labels = tuple(labels)
            self.update()

    def width_for(self, texts: Sequence[str], most: int) -> int:
        """Return the width that these words ask for, `most` at most."""
        metrics = QFontMetricsF(self._font())
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
        return min(round(widest) + _BAR + 3 * _GAP, most)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.width_for([one.text for one in self._labels], 160), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        metrics = QFontMetricsF(painter.font())
        is_mirrored = self.isRightToLeft()
        bar_x = 1.0 if is_mirrored else self.width() - _BAR - 1.0
        free = 0.0
        for label in self._labels:
            colour = QColor(colours_of(label.mark.kind, self._themes.theme).text)
            if label.has_bar:
                self._paint_bar(painter, label, bar_x, colour)
            top = max(label.top, free)
            if top + metrics.height() > label.bottom + metrics.height() / 2:
                continue  # the word of a neighbour stands there; the list names this one too
            left = bar_x + _BAR + _GAP if is_mirrored else float(_GAP)
            room = QRectF(left, top, self.width() - _BAR - 2 * _GAP, metrics.height())
            text = metrics.elidedText(label.text, Qt.TextElideMode.ElideRight, room.width())
            side = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
            painter.setPen(colour)
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)
            free = top + metrics.height()

    def _paint_bar(self, painter: QPainter, label: Label, x: float, colour: QColor) -> None:
        pen = QPen(colour, _BAR)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if label.mark.is_doubtful:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        middle = x + _BAR / 2
        painter.drawLine(
            QRectF(middle, label.top, 0, 0).topLeft(), QRectF(middle, label.bottom, 0, 0).topLeft()
        )

    def _font(self) -> QFont:
        return ui_font(round(_PX * self._themes.text_scale), QFont.Weight.DemiBold)
