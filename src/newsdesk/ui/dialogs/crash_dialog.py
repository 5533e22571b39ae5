"""What the window says when newsdesk made a mistake."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui.theme.fonts import mono_font
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import caption
from newsdesk.ui.widgets.section import Section

_ICON_PX = 32
_WIDTH = 520
_DETAILS_HEIGHT = 220
_DETAILS_PX = 12


class CrashDialog(QDialog):
    """Tells of a mistake once, and of each further one in the same place.

    It lives as long as the window: `tell` opens it, unless that mistake was shown before.
    """

    def __init__(self, details: str, icons: Icons, parent: QWidget | None = None) -> None:
        """`details` are the kinds and places of the error, without the words of any release."""
        super().__init__(parent)
        self.setObjectName("crash_dialog")
        self.setWindowTitle(self.tr("Something went wrong"))
        self._icons = icons
        self._told = [details]
        self._shown: set[str] = set()
        self._icon = QLabel()
        self._title = QLabel(self.tr("newsdesk made a mistake"))
        self._title.setProperty("role", "title")
        self._text = QLabel(
            self.tr(
                "What you wrote is kept, and you can go on. If something looks odd from here on, "
                "close newsdesk and open it again."
            )
        )
        self._text.setWordWrap(True)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(self.tr("Details of the mistake"))
        self._details.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setFont(mono_font(_DETAILS_PX))
        self._details.setFixedHeight(_DETAILS_HEIGHT)
        self._fold = Section(self.tr("Details"), icons)
        self._copy = secondary_button(self.tr("&Copy details"))
        self._go_on = primary_button(self.tr("&Go on"))
        self._go_on.setDefault(True)
        self._arrange()
        self._fold.set_open(False)
        self._copy.clicked.connect(self._on_copy)
        self._go_on.clicked.connect(self.accept)
        icons.bind(self._icon, self._show_icon)
        self._go_on.setFocus()

    def tell(self, details: str) -> None:
        """Show a mistake, unless it is one that was shown before."""
        if details in self._shown:
            return
        if details not in self._told:
            self._told.append(details)
            self._details.setPlainText("\n\n".join(self._told))
            self._copy.setText(self.tr("&Copy details"))
        self._shown.add(details)
        if not self.isVisible():
            self.open()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._shown.update(self._told)

    def details(self) -> str:
        return self._details.toPlainText()

    def _arrange(self) -> None:
        self._fold.body.setContentsMargins(0, 4, 0, 0)
        self._fold.body.addWidget(self._details)
        self._fold.body.addWidget(
            caption(self.tr("They name places in newsdesk, and nothing of what you wrote."))
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(self._go_on)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(4)
        column.addWidget(self._fold)
        column.addSpacing(12)
        column.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(16)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # it grows with the details
        self._title.setMinimumWidth(_WIDTH - 2 * 24 - _ICON_PX)

    def _show_icon(self) -> None:
        self._icon.setPixmap(self._icons.pixmap("error", "bad", px=_ICON_PX))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
        self._copy.setText(self.tr("Copied"))
