"""One row of the list, painted: headline, lede, chip, date."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeAlias, cast

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontInfo, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.domain.hits import Marked, Span
from newsdesk.domain.language import Direction, direction
from newsdesk.domain.query import ReleaseSummary
from newsdesk.ui.library.heading_painter import HeadingPainter
from newsdesk.ui.library.marked_line import draw_marked
from newsdesk.ui.library.release_list_model import ReleaseListModel, date_of
from newsdesk.ui.library.row_measures import Face, RowPlaces, RowType
from newsdesk.ui.library.status import Status, status_of
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_CARD_RADIUS = 8.0
_BAR_RADIUS = 1.5
_WIDTH_HINT = 200
_CUTS_KEPT = 1_024  # lines, of more rows than a tall screen shows
_PLACES_KEPT = 512
_SKELETONS_KEPT = 16
_BLANK_CHIP = " " * 12
_MIRRORED = Qt.LayoutDirection.RightToLeft
_SKELETON = (0.72, 0.9)  # how much of the width the two lines of a row to come take
_DASHES = " -–—"  # a dateline ends in one, for the text to follow
# flags as numbers: Python puts enumerations together slowly, and a row is painted at each scroll
_ONE_LINE = (
    Qt.AlignmentFlag.AlignAbsolute.value  # left is left, whichever way the text runs
    | Qt.AlignmentFlag.AlignVCenter.value
    | Qt.TextFlag.TextSingleLine.value
    | Qt.TextFlag.TextDontClip.value
)
_FROM_LEFT = _ONE_LINE | Qt.AlignmentFlag.AlignLeft.value
_FROM_RIGHT = _ONE_LINE | Qt.AlignmentFlag.AlignRight.value
_CHOSEN = QStyle.StateFlag.State_Selected.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value


class ReleaseRowDelegate(QStyledItemDelegate):
    """Paints summaries of `ReleaseListModel`; a row still on its way is a quiet outline."""

    def __init__(
        self,
        themes: ThemeController,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._headings = HeadingPainter(themes)
        self._icons = icons
        self._now = now
        self._types: dict[tuple[int, bool], RowType] = {}
        self._px: dict[tuple[int, float], int] = {}  # of fonts, by their sizes as they were set
        self.is_compact = False  # one line for each release; the view must be laid out anew
        self._stars: dict[int, QPixmap] = {}
        self._cuts: dict[tuple[int, str, float], str] = {}
        self._kept_places: dict[tuple[object, ...], RowPlaces] = {}
        self._skeletons: dict[tuple[object, ...], QPixmap] = {}
        icons.icons_changed.connect(self._stars.clear)
        themes.theme_changed.connect(self._skeletons.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        type_ = self._type(option)
        is_heading = cast(ReleaseListModel, index.model()).is_heading(index.row())
        return QSize(_WIDTH_HINT, type_.heading_height if is_heading else type_.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model, row = cast(ReleaseListModel, index.model()), index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if (heading := model.heading_at(row)) is not None:
            self._headings.paint(painter, option, self._type(option), heading)
        elif (summary := model.summary_at(row)) is not None:
            self._paint_row(painter, option, summary)
        else:
            self._paint_skeleton(painter, option)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, summary: ReleaseSummary
    ) -> None:
        type_, now = self._type(option), self._now()
        status, date = status_of(summary, now), date_of(summary, now)
        places = self._places(
            option, type_, chip_text=status.text, date_text=date, has_star=summary.starred
        )
        painter.translate(option.rect.topLeft())
        is_lit = self._paint_ground(painter, option, places)
        self._paint_words(painter, places, type_, summary)
        self._paint_chip(painter, places.chip, type_, status)
        pale, own = "text2" if is_lit else "text3", Qt.LayoutDirection.LayoutDirectionAuto
        self._write(painter, places.date, date, type_.lede, pale, own)
        if summary.starred:
            painter.drawPixmap(places.star.topLeft().toPoint(), self._star(type_.star_px))

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, places: RowPlaces
    ) -> bool:
        """Paint what lies below the words; tell whether it is more than nothing."""
        state = option.state.value
        is_chosen, is_hovered = bool(state & _CHOSEN), bool(state & _HOVERED)
        theme = self._themes.theme
        painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen or is_hovered:
            painter.setBrush(theme.colour("accent_soft" if is_chosen else "hover"))
            painter.drawRoundedRect(places.card, _CARD_RADIUS, _CARD_RADIUS)
        if is_chosen:
            painter.setBrush(theme.colour("link"))
            painter.drawRoundedRect(places.bar, _BAR_RADIUS, _BAR_RADIUS)
        if state & _FOCUSED:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 1))
            ring = places.card.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, _CARD_RADIUS, _CARD_RADIUS)
        return is_chosen or is_hovered

    def _paint_words(
        self,
        painter: QPainter,
        places: RowPlaces,
        type_: RowType,
        summary: ReleaseSummary,
    ) -> None:
        is_rtl = direction(summary.language) is Direction.RIGHT_TO_LEFT
        side = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        headline, lede = summary.headline.strip(), lede_of(summary)
        text, colour = (headline, "text") if headline else (self.tr("Untitled"), "text3")
        hits = summary.headline_hits
        self._write(painter, places.headline, text, type_.headline, colour, side, hits)
        text, colour = (lede.text, "text2") if lede.text else (self.tr("No text yet"), "text3")
        if not type_.is_compact:
            self._write(painter, places.lede, text, type_.lede, colour, side, lede.hits)

    def _paint_chip(self, painter: QPainter, place: QRectF, type_: RowType, status: Status) -> None:
        colours = self._themes.theme.chip(status.kind)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.ground)
        radius = place.height() / 2
        painter.drawRoundedRect(place, radius, radius)
        painter.setPen(colours.text)
        painter.setFont(type_.chip.font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, status.text)

    def _paint_skeleton(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        type_ = self._type(option)
        places = self._places(option, type_, chip_text=_BLANK_CHIP, date_text="", has_star=False)
        painter.translate(option.rect.topLeft())
        self._paint_ground(painter, option, places)
        painter.drawPixmap(0, 0, self._skeleton(painter, option, type_, places))

    def _skeleton(
        self, painter: QPainter, option: QStyleOptionViewItem, type_: RowType, places: RowPlaces
    ) -> QPixmap:
        """Return the picture of the lines, kept: while one drags the bar, nothing else is seen."""
        scale = painter.device().devicePixelRatio()
        key = (option.rect.size().toTuple(), option.direction, scale, id(type_))
        if key not in self._skeletons:
            if len(self._skeletons) >= _SKELETONS_KEPT:
                self._skeletons.clear()
            picture = QPixmap(option.rect.size() * scale)
            picture.setDevicePixelRatio(scale)
            picture.fill(Qt.GlobalColor.transparent)
            pen = QPainter(picture)
            pen.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_skeleton(pen, places, is_mirrored=option.direction is _MIRRORED)
            pen.end()
            self._skeletons[key] = picture
        return self._skeletons[key]

    def _draw_skeleton(self, painter: QPainter, places: RowPlaces, *, is_mirrored: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._themes.theme.colour("press"))
        for line, share in zip((places.headline, places.lede), _SKELETON, strict=True):
            if line.isEmpty():
                continue
            stroke = QRectF(line.x(), line.center().y() - 4, line.width() * share, 8)
            if is_mirrored:
                stroke.moveRight(line.right())
            painter.drawRoundedRect(stroke, 4, 4)
        chip = QRectF(places.chip)
        chip.setHeight(10)
        chip.moveCenter(QPointF(chip.center().x(), places.chip.center().y()))
        painter.drawRoundedRect(chip, 5, 5)

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        face: Face,
        colour: str,
        side: Qt.LayoutDirection,
        hits: Sequence[Span] = (),
    ) -> None:
        """Write one line, cut at its end, from the `side` where its language begins."""
        painter.setLayoutDirection(side)
        painter.setFont(face.font)
        painter.setPen(self._themes.theme.colour(colour))
        shown = self._cut(text, face, place.width())
        if hits:
            ground = self._themes.theme.colour("warn_soft")
            draw_marked(painter, place, shown, hits, ground, side)
        else:
            is_rtl = side is Qt.LayoutDirection.RightToLeft
            painter.drawText(place, _FROM_RIGHT if is_rtl else _FROM_LEFT, shown)

    def _cut(self, text: str, face: Face, width: float) -> str:
        """Return as much of a text as there is room for, kept: a row is painted at each scroll."""
        key = (id(face), text, width)
        if key not in self._cuts:
            if len(self._cuts) >= _CUTS_KEPT:
                self._cuts.clear()
            self._cuts[key] = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return self._cuts[key]

    def _places(
        self,
        option: QStyleOptionViewItem,
        type_: RowType,
        *,
        chip_text: str,
        date_text: str,
        has_star: bool,
    ) -> RowPlaces:
        """Return where the parts stand in a row at the origin, kept: most rows are alike."""
        width, height = option.rect.width(), option.rect.height()
        key = (width, height, id(type_), option.direction, chip_text, date_text, has_star)
        if key not in self._kept_places:
            if len(self._kept_places) >= _PLACES_KEPT:
                self._kept_places.clear()
            self._kept_places[key] = RowPlaces.of(
                QRectF(0, 0, width, height),
                type_,
                chip_text=chip_text,
                date_text=date_text,
                has_star=has_star,
                direction=option.direction,
            )
        return self._kept_places[key]

    def _type(self, option: QStyleOptionViewItem) -> RowType:
        font = option.font
        size = (font.pixelSize(), font.pointSizeF())
        if size not in self._px:
            self._px[size] = QFontInfo(font).pixelSize()
        px = self._px[size]
        key = (px, self.is_compact)
        if key not in self._types:
            self._types[key] = RowType(px, is_compact=self.is_compact)
        return self._types[key]

    def _star(self, px: int) -> QPixmap:
        """Return the picture, kept: it is painted more often than it changes."""
        if px not in self._stars:
            self._stars[px] = self._icons.pixmap("starred", "warn", px)
        return self._stars[px]


def lede_of(summary: ReleaseSummary) -> Marked:
    """Return what stands below the headline: dateline and opening words, else the abstract.

    Where something was looked for, it is the place where that stands.
    """
    if summary.excerpt is not None:
        return summary.excerpt
    if summary.opening:
        return Marked(summary.dateline_text + summary.opening)
    return Marked((summary.abstract or "").strip() or summary.dateline_text.rstrip(_DASHES))
