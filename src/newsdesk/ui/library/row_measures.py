"""Where the parts of a row stand, for one size of text and one width."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from newsdesk.ui.theme.fonts import UI_PX, ui_font

_INSET_X, _INSET_Y = 8.0, 2.0
_PADDING_X, _PADDING_TOP, _PADDING_BOTTOM = 12.0, 10.0, 8.0
_GAP = 8.0  # between what stands side by side
_COMPACT_PADDING = 7.0
_LEAST_WITH_DATE = 236.0  # px between the paddings of a compact row
_LEDE_PX, _CHIP_PX = 12, 11
_HEADLINE_HEIGHT, _LEDE_HEIGHT, _CHIP_HEIGHT = 18.0, 17.0, 18.0
_BELOW_HEADLINE, _BELOW_LEDE = 2.0, 5.0
_CHIP_PADDING = 8.0
_STAR_PX = 14


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface in one size, and how much room its words take."""

    font: QFont
    metrics: QFontMetricsF

    @classmethod
    def of(cls, px: int, weight: QFont.Weight) -> "Face":
        font = ui_font(px, weight)
        return cls(font, QFontMetricsF(font))


class RowType:
    """The typefaces of a row, as large as the window's text."""

    def __init__(self, px: int, *, is_compact: bool = False) -> None:
        """`px` is the size of the window's ordinary text; a compact row is one line."""
        self.scale = px / UI_PX
        self.is_compact = is_compact
        self.headline = Face.of(px, QFont.Weight.DemiBold)
        self.lede = Face.of(self._scaled(_LEDE_PX), QFont.Weight.Normal)
        self.chip = Face.of(self._scaled(_CHIP_PX), QFont.Weight.DemiBold)
        self.star_px = self._scaled(_STAR_PX)
        self.heading = Face.of(self._scaled(_LEDE_PX), QFont.Weight.DemiBold)

    @property
    def row_height(self) -> int:
        """82 where the text has its usual size, 36 if it is compact."""
        if self.is_compact:
            return round(2 * _INSET_Y + 2 * _COMPACT_PADDING + _HEADLINE_HEIGHT * self.scale)
        lines = _HEADLINE_HEIGHT + _BELOW_HEADLINE + _LEDE_HEIGHT + _BELOW_LEDE + _CHIP_HEIGHT
        return round(2 * _INSET_Y + _PADDING_TOP + lines * self.scale + _PADDING_BOTTOM)

    @property
    def heading_height(self) -> int:
        """That of the line above a group: 30 where the text has its usual size."""
        return round(2 * _INSET_Y + (_HEADLINE_HEIGHT + _GAP) * self.scale)

    def _scaled(self, px: int) -> int:
        return round(px * self.scale)


def heading_line(row: QRectF) -> QRectF:
    """Return where a heading is written: its ends are those of the lines below it."""
    inset = _INSET_X + _PADDING_X
    return row.adjusted(inset, _INSET_Y, -inset, -_INSET_Y)


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """The rectangles of one row. In a right-to-left window they are mirrored."""

    card: QRectF
    headline: QRectF
    lede: QRectF
    chip: QRectF
    date: QRectF  # the rest of the chip's line, but for the star
    star: QRectF  # empty if there is none
    bar: QRectF  # marks the row that is chosen

    @classmethod
    def of(
        cls,
        row: QRectF,
        type_: RowType,
        *,
        chip_text: str,
        date_text: str,
        has_star: bool,
        direction: Qt.LayoutDirection,
    ) -> "RowPlaces":
        if type_.is_compact:
            places = cls._on_one_line(row, type_, chip_text, date_text, has_star=has_star)
            is_ltr = direction is Qt.LayoutDirection.LeftToRight
            return places if is_ltr else places.mirrored(row)
        scale = type_.scale
        card = row.adjusted(_INSET_X, _INSET_Y, -_INSET_X, -_INSET_Y)
        left, top = card.x() + _PADDING_X, card.y() + _PADDING_TOP
        width = max(0.0, card.width() - 2 * _PADDING_X)
        headline = QRectF(left, top, width, _HEADLINE_HEIGHT * scale)
        lede_top = headline.bottom() + _BELOW_HEADLINE * scale
        lede = QRectF(left, lede_top, width, _LEDE_HEIGHT * scale)
        chip_top = lede.bottom() + _BELOW_LEDE * scale
        chip_width = type_.chip.metrics.horizontalAdvance(chip_text) + 2 * _CHIP_PADDING
        chip = QRectF(left, chip_top, min(chip_width, width), _CHIP_HEIGHT * scale)
        star_width = type_.star_px + _GAP / 2 if has_star else 0.0
        room = max(0.0, width - chip.width() - _GAP - star_width)
        date_width = min(type_.lede.metrics.horizontalAdvance(date_text) + 1, room)
        right = left + width
        date = QRectF(right - date_width, chip_top, date_width, chip.height())
        star = QRectF()
        if has_star:
            side = float(type_.star_px)
            star_top = chip_top + (chip.height() - side) / 2
            star = QRectF(date.left() - _GAP / 2 - side, star_top, side, side)
        bar = QRectF(card.x(), card.y() + 14, 3, card.height() - 28)
        places = cls(card, headline, lede, chip, date, star, bar)
        return places if direction is Qt.LayoutDirection.LeftToRight else places.mirrored(row)

    @classmethod
    def _on_one_line(
        cls, row: QRectF, type_: RowType, chip_text: str, date_text: str, *, has_star: bool
    ) -> "RowPlaces":
        """Put the headline first, then what is short, at the end of the line."""
        scale = type_.scale
        card = row.adjusted(_INSET_X, _INSET_Y, -_INSET_X, -_INSET_Y)
        left, right = card.x() + _PADDING_X, card.right() - _PADDING_X
        middle = card.center().y()

        def at_end(width: float, height: float) -> QRectF:
            nonlocal right
            place = QRectF(right - width, middle - height / 2, width, height)
            right -= width + _GAP
            return place

        room = max(0.0, right - left)
        date_width = type_.lede.metrics.horizontalAdvance(date_text) + 1
        date = QRectF()
        if room >= _LEAST_WITH_DATE * scale:  # in a narrow list the headline needs the room
            date = at_end(min(date_width, room / 3), _CHIP_HEIGHT * scale)
        chip_width = type_.chip.metrics.horizontalAdvance(chip_text) + 2 * _CHIP_PADDING
        chip = at_end(min(chip_width, room / 3), _CHIP_HEIGHT * scale)
        star = at_end(type_.star_px, type_.star_px) if has_star else QRectF()
        height = _HEADLINE_HEIGHT * scale
        headline = QRectF(left, middle - height / 2, max(0.0, right - left), height)
        bar = QRectF(card.x(), card.y() + 7, 3, card.height() - 14)
        return cls(card, headline, QRectF(), chip, date, star, bar)

    def mirrored(self, row: QRectF) -> "RowPlaces":
        def other_side(rect: QRectF) -> QRectF:
            mirrored = QRectF(rect)
            mirrored.moveLeft(row.left() + row.right() - rect.right())
            return mirrored

        parts = (self.card, self.headline, self.lede, self.chip, self.date, self.star, self.bar)
        return RowPlaces(*map(other_side, parts))
