"""One picture of a release, small, with the words that are printed with it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.tool_tip import as_tool_tip

_PICTURE_PX = 44
_MARK_PX = 14


class PictureRow(QPushButton):
    """Pressed, its words are asked for.

    Signals:
        place_requested(): please show where it stands in the text.
        removal_requested(): please take it out of the text.
    """

    place_requested = Signal()
    removal_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_row")
        self.setProperty("kind", "row")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icons = icons
        self._lacks = ""
        self._picture = QLabel()
        self._picture.setProperty("role", "thumbnail")
        self._picture.setFixedSize(_PICTURE_PX, _PICTURE_PX)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = ElidedLabel()
        self._name.setObjectName("row_name")
        self._detail = ElidedLabel()
        self._detail.setObjectName("row_detail")
        self._detail.setProperty("role", "caption")
        self._mark = QLabel()
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(self._name)
        lines.addWidget(self._detail)
        lines.addStretch(1)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(5, 5, 8, 5)
        self._line.setSpacing(10)
        self._line.addWidget(self._picture)
        self._line.addLayout(lines, 1)
        self._line.addWidget(self._mark)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._add_actions()
        icons.bind(self, self._show_mark)
        self.set_picture(b"")

    def set_texts(self, name: str, detail: str, lacks: str) -> None:
        """Show what it is; `lacks` says what it has not and should have, "" is nothing."""
        self._lacks = lacks
        self._name.setText(name)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(", ".join(filter(None, (name, detail))))
        self.setAccessibleDescription(lacks)
        self.setToolTip(as_tool_tip("\n".join(filter(None, (name, detail, lacks)))))
        self._show_mark()

    def set_picture(self, png: bytes) -> None:
        """Show a small picture; no bytes are none."""
        pixmap = QPixmap()
        if not png or not pixmap.loadFromData(png):
            self._picture.setPixmap(self._icons.pixmap("image", "text3", 20))
            return
        scale = self.devicePixelRatio()
        room = round(_PICTURE_PX * scale)
        pixmap = pixmap.scaled(
            room,
            room,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        left, top = (pixmap.width() - room) // 2, (pixmap.height() - room) // 2
        pixmap = pixmap.copy(left, top, room, room)
        pixmap.setDevicePixelRatio(scale)
        self._picture.setPixmap(pixmap)

    def set_place(self, *, is_in_text: bool, is_editable: bool) -> None:
        """Allow what can be done with it where it stands."""
        self._go.setEnabled(is_in_text)
        self._remove.setEnabled(is_in_text and is_editable)
        self.setEnabled(is_editable or is_in_text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._line.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._line.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Delete if self._remove.isEnabled():
                self.removal_requested.emit()
            case _:
                super().keyPressEvent(event)

    def _add_actions(self) -> None:
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        edit = QAction(self.tr("&Edit its words…"), self)
        edit.triggered.connect(self.click)
        self._go = QAction(self.tr("&Show it in the text"), self)
        self._go.triggered.connect(self.place_requested)
        self._remove = QAction(self.tr("&Take it out of the text"), self)
        self._remove.triggered.connect(self.removal_requested)
        self.addActions([edit, self._go, self._remove])

    def _show_mark(self) -> None:
        self._mark.setVisible(bool(self._lacks))
        self._mark.setPixmap(self._icons.pixmap("warning", "warn", _MARK_PX))
