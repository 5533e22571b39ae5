"""The row of what a part of a source can be."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from newsdesk.domain.provenance import FindingKind
from newsdesk.ui.dialogs.mark_kinds import MARK_KINDS, MarkKind, colours_of
from newsdesk.ui.theme.fonts import ui_font
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.flow_layout import FlowLayout

_HEIGHT = 24
_PX = 12
_PADDING = 8
_SWATCH = 10
_GAP = 5
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class KindRow(QWidget):
    """A button for each kind; the Tab key stops once, arrows go from one to the next.

    Signals:
        kind_chosen(FindingKind): the user says what the selection is.
    """

    kind_chosen = Signal(object)

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kind_row")
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        layout = FlowLayout(self, spacing=4)
        for number, one in enumerate(MARK_KINDS):
            button = KindButton(one, themes)
            first = number == 0
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus
            )
            button.installEventFilter(self)
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            layout.addWidget(button)

    def buttons(self) -> list["KindButton"]:
        return [button for button in self._group.buttons() if isinstance(button, KindButton)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            buttons = self.buttons()
            if step is not None and isinstance(watched, KindButton):
                is_sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
                step = -step if is_sideways and self.isRightToLeft() else step
                place = (buttons.index(watched) + step) % len(buttons)
                buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, KindButton):
            self.kind_chosen.emit(button.kind)


class KindButton(QPushButton):
    """A kind by its name and colour."""

    def __init__(
        self, kind: MarkKind, themes: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(kind.name, parent)
        self._kind = kind
        self._themes = themes
        self._font = ui_font(_PX)
        self.setAutoDefault(False)  # Enter is the dialog's
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(self.tr("{0}: say that the selection is this").format(kind.key))
        self.setAccessibleName(
            self.tr("Mark the selection: {0}, key {1}").format(kind.name, kind.key)
        )
        themes.theme_changed.connect(self._fit)
        self._fit()

    @property
    def kind(self) -> FindingKind:
        return self._kind.kind

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = QFontMetrics(self._font).horizontalAdvance(self.text())
        swatch = 0 if self.kind is FindingKind.BODY else _SWATCH + _GAP
        return QSize(width + swatch + 2 * _PADDING + 2, round(_HEIGHT * self._themes.text_scale))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(2 * _PADDING + _SWATCH, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        theme = self._themes.theme
        colours = colours_of(self.kind, theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "line"), 1))
        ground = "press" if self.isDown() else "hover" if self.underMouse() else "raised"
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(room, 6, 6)
        is_mirrored = self.isRightToLeft()
        if self.kind is not FindingKind.BODY:
            x = self.width() - _PADDING - _SWATCH if is_mirrored else _PADDING
            painter.setPen(QPen(QColor(colours.text), 1))
            painter.setBrush(QColor(colours.ground))
            swatch = QRectF(x + 0.5, (self.height() - _SWATCH) / 2 + 0.5, _SWATCH - 1, _SWATCH - 1)
            painter.drawRoundedRect(swatch, 3, 3)
            taken = _SWATCH + _GAP
        else:
            taken = 0
        left, right = (0, taken) if is_mirrored else (taken, 0)
        words = QRectF(self.rect()).adjusted(_PADDING + left, 0, -_PADDING - right, 0)
        painter.setPen(theme.colour("text" if self.isEnabled() else "line2"))
        painter.setFont(self._font)
        text = QFontMetrics(self._font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(words.width())
        )
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            words, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, text
        )

    @Slot()
    def _fit(self) -> None:
        self._font = ui_font(round(_PX * self._themes.text_scale))
        self.updateGeometry()
        self.update()
