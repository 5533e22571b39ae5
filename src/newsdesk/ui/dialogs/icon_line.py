"""A line of text that begins with an icon: a point of a list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import Tone

_PX = 18
_ICONS = {
    Tone.INFO: ("info", "text3"),
    Tone.DONE: ("done", "ok"),
    Tone.WARNING: ("warning", "warn"),
    Tone.ERROR: ("error", "bad"),
}


class IconLine(QWidget):
    """Plain text that may wrap, beside the icon of its tone; a widget may stand at its end."""

    def __init__(
        self,
        text: str,
        tone: Tone,
        icons: Icons,
        *,
        end: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._tone = tone
        self._icon = QLabel()
        self._text = QLabel(text)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, 0, top if end is None else middle)
        row.addWidget(self._text, 1, middle)
        if end is not None:
            row.addWidget(end, 0, middle)
        icons.bind(self._icon, self._show_icon)

    def text(self) -> str:
        return self._text.text()

    @property
    def tone(self) -> Tone:
        return self._tone

    def set_line(self, text: str, tone: Tone) -> None:
        self._tone = tone
        self._text.setText(text)
        self._show_icon()

    def _show_icon(self) -> None:
        name, colour = _ICONS[self._tone]
        self._icon.setPixmap(self._icons.pixmap(name, colour, px=_PX))
