"""A part of a column that can be folded away."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.labelled import spoken

_CARET_PX = 14
_GAP = 6
_LEAST_PX = 72  # of a title


class Section(QWidget):
    """A title that shows or hides what stands below it; add that to `body`.

    Signals:
        fold_edited(bool): the user folded it away (False) or opened it.
    """

    fold_edited = Signal(bool)

    def __init__(
        self,
        title: str,
        icons: Icons,
        *,
        corner: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`corner` stands at the end of the title's line: a button to add, a count."""
        super().__init__(parent)
        self._icons = icons
        self._title = _Title(title)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(8, 4, 8, 14)
        self.body.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 4, 0)
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        if corner is not None:
            head.addWidget(corner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._content)
        self._title.clicked.connect(self._on_clicked)
        icons.bind(self._title, self._show_caret)

    @property
    def title(self) -> QPushButton:
        """What is pushed to fold it."""
        return self._title

    def is_open(self) -> bool:
        return self._title.isChecked()

    def set_open(self, is_open: bool) -> None:
        self._title.setChecked(is_open)
        self._content.setVisible(is_open)
        self._show_caret()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._show_caret()

    def _show_caret(self) -> None:
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        folded = "collapsed_rtl" if is_rtl else "collapsed"
        name = "expanded" if self.is_open() else folded
        self._title.setIcon(self._icons.icon(name, px=_CARET_PX))
        said = self.tr("Open") if self.is_open() else self.tr("Folded away")
        self._title.setAccessibleDescription(said)

    @Slot(bool)
    def _on_clicked(self, is_open: bool) -> None:
        self.set_open(is_open)
        self.fold_edited.emit(is_open)


class _Title(QPushButton):
    """A caret and words at the beginning of a line, in a right-to-left window at its right.

    Painted here: in a right-to-left window a style sheet cannot keep the two together.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("kind", "section")
        self.setCheckable(True)
        self.setChecked(True)
        self.setAutoDefault(False)  # Enter in a dialog is the dialog's, unless the focus is here
        self.setIconSize(QSize(_CARET_PX, _CARET_PX))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken(text))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().minimumSizeHint()
        return QSize(min(_LEAST_PX, hint.width()), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""  # pyright: ignore[reportAttributeAccessIssue]
        option.icon = QIcon()  # pyright: ignore[reportAttributeAccessIssue]
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        caret = QRect(room.left(), room.top(), _CARET_PX, room.height())
        words = room.adjusted(_CARET_PX + _GAP, 0, 0, 0)
        side = self.layoutDirection()
        self.icon().paint(painter, QStyle.visualRect(side, room, caret))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width(), Qt.TextFlag.TextShowMnemonic
        )
        leading = QStyle.visualAlignment(side, Qt.AlignmentFlag.AlignLeading)
        painter.setPen(self.palette().buttonText().color())
        painter.drawText(
            QStyle.visualRect(side, room, words),
            leading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic,
            shown,
        )
