"""The choice of how a dateline is written, with an example of each way."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsdesk.domain.dateline import DatelineStyle
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate

_Index = QModelIndex | QPersistentModelIndex
_EXAMPLE = Qt.ItemDataRole.UserRole + 1
_WIDTH = 330
_EDGE = 10
_NAMES = {
    DatelineStyle.IOM: QT_TRANSLATE_NOOP("DatelineStyles", "IOM"),
    DatelineStyle.IOM_COUNTRY: QT_TRANSLATE_NOOP("DatelineStyles", "IOM, country only"),
    DatelineStyle.UN: QT_TRANSLATE_NOOP("DatelineStyles", "United Nations"),
    DatelineStyle.UNIS: QT_TRANSLATE_NOOP("DatelineStyles", "UN Information Service"),
    DatelineStyle.AP: QT_TRANSLATE_NOOP("DatelineStyles", "Associated Press"),
    DatelineStyle.REUTERS: QT_TRANSLATE_NOOP("DatelineStyles", "Reuters"),
    DatelineStyle.APO: QT_TRANSLATE_NOOP("DatelineStyles", "African Press Organization"),
    DatelineStyle.CUSTOM: QT_TRANSLATE_NOOP("DatelineStyles", "In your own words"),
    DatelineStyle.NONE: QT_TRANSLATE_NOOP("DatelineStyles", "None"),
}
_EXAMPLES = {
    DatelineStyle.IOM: "Agadir, Morocco –",
    DatelineStyle.IOM_COUNTRY: "Morocco –",
    DatelineStyle.UN: "AGADIR, Morocco, 5 September 2026 –",
    DatelineStyle.UNIS: "VIENNA, 5 September (UNIS) –",
    DatelineStyle.AP: "AGADIR, Morocco (ABC) —",
    DatelineStyle.REUTERS: "AGADIR, Sept 5 (ABC) -",
    DatelineStyle.APO: "AGADIR, Morocco, September 5, 2026/APO/ –",
    DatelineStyle.CUSTOM: QT_TRANSLATE_NOOP("DatelineStyles", "Any words, then a dash"),
    DatelineStyle.NONE: QT_TRANSLATE_NOOP("DatelineStyles", "The text begins at once"),
}


def style_name(style: DatelineStyle) -> str:
    return translate("DatelineStyles", _NAMES[style])


def style_example(style: DatelineStyle) -> str:
    """Return what the style makes of a city, or says about itself."""
    return translate("DatelineStyles", _EXAMPLES[style])


class DatelineStyleField(QComboBox):
    """Every style by its name; the list shows an example below each.

    Signals:
        style_edited(DatelineStyle): the user chose another one. `set_style` does not emit it.
    """

    style_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for style in _NAMES:
            self.addItem(style_name(style), style)
            self.setItemData(self.count() - 1, style_example(style), _EXAMPLE)
            self.setItemData(
                self.count() - 1,
                f"{style_name(style)}: {style_example(style)}",
                Qt.ItemDataRole.AccessibleTextRole,
            )
        self.setMaxVisibleItems(len(_NAMES))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().setMinimumWidth(_WIDTH)
        self.view().setItemDelegate(_ExampleDelegate(self.view()))
        self._chosen = DatelineStyle.IOM
        self.activated.connect(self._on_activated)

    def dateline_style(self) -> DatelineStyle:
        return self._chosen

    def set_style(self, style: DatelineStyle) -> None:
        self._chosen = style
        self.setCurrentIndex(self.findData(style))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        style = DatelineStyle(self.itemData(index))
        if style is not self._chosen:
            self._chosen = style
            self.style_edited.emit(style)


class _ExampleDelegate(QStyledItemDelegate):
    """A name, and its example on a quieter line below."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's
        return QSize(0, 2 * option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        view: QWidget = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        palette, metrics = QApplication.palette(), option.fontMetrics
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        room = option.rect.adjusted(_EDGE, 6, -_EDGE, -6)
        room.setHeight(metrics.height())
        painter.setFont(option.font)
        for text, colour in (
            (str(index.data()), palette.text().color()),
            (str(index.data(_EXAMPLE)), palette.placeholderText().color()),
        ):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.setPen(colour)
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
            room.translate(0, metrics.height())
