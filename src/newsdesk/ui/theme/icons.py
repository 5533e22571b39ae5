"""Every icon of the window, named in one place.

Drawing them needs qtawesome, which takes longer to import than the window takes to appear. So the
first window uses pictures kept from last time; `load` draws what is missing once it is shown.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap

from newsdesk.ui.theme.theme import Theme

NAMES = {
    "app": "ph.newspaper-clipping-fill",
    "new": "ph.plus-bold",
    "add": "ph.plus",
    "import": "ph.file-arrow-down",
    "export": "ph.export",
    "publish": "ph.paper-plane-tilt",
    "recall": "ph.arrow-u-down-left",
    "duplicate": "ph.copy",
    "trash": "ph.trash",
    "untrash": "ph.arrow-counter-clockwise",
    "undo": "ph.arrow-u-up-left",
    "history": "ph.clock-counter-clockwise",
    "redo": "ph.arrow-u-up-right",
    "search": "ph.magnifying-glass",
    "clear": "ph.x",
    "close": "ph.x",
    "settings": "ph.gear",
    "tag": "ph.tag",
    "dot": "ph.circle-fill",
    "language": "ph.translate",
    "step": "ph.flow-arrow",
    "template": "ph.notebook",
    "sort": "ph.sort-ascending",
    "vocabulary": "ph.tree-structure",
    "erase": "ph.eraser",
    "menu": "ph.list",
    "more": "ph.dots-three",
    "light": "ph.sun",
    "dark": "ph.moon",
    "library": "ph.columns",
    "sidebar": "ph.funnel",
    "inspector": "ph.layout",
    "heading": "ph.text-h-two",
    "subheading": "ph.text-h-three",
    "bold": "ph.text-bolder",
    "italic": "ph.text-italic",
    "link": "ph.link-simple",
    "quote": "ph.quotes",
    "list": "ph.list-bullets",
    "numbered_list": "ph.list-numbers",
    "table": "ph.table",
    "image": "ph.image",
    "footnote": "ph.asterisk",
    "rule": "ph.minus",
    "row_below": "ph.rows",
    "column_right": "ph.columns",
    "insert": "ph.plus-circle",
    "said": "ph.chat-centered-text",
    "snippet": "ph.bookmark-simple",
    "save_search": "ph.bookmarks-simple",
    "desktop": "ph.desktop",
    "phone": "ph.device-mobile",
    "print": "ph.printer",
    "plain_text": "ph.text-align-left",
    "expanded": "ph.caret-down",
    "collapsed": "ph.caret-right",
    "collapsed_rtl": "ph.caret-left",
    "outline": "ph.list-dashes",
    "focus": "ph.crosshair-simple",
    "full_screen": "ph.corners-out",
    "zoom_in": "ph.magnifying-glass-plus",
    "zoom_out": "ph.magnifying-glass-minus",
    "up": "ph.caret-up",
    "down": "ph.caret-down",
    "edit": "ph.pencil-simple",
    "star": "ph.star",
    "starred": "ph.star-fill",
    "folder": "ph.folder-open",
    "refresh": "ph.arrow-clockwise",
    "saved": "ph.check-bold",
    "done": "ph.check-circle-fill",
    "info": "ph.info-fill",
    "warning": "ph.warning-fill",
    "error": "ph.x-circle-fill",
    "public": "ph.eye",
    "private": "ph.eye-slash",
    "email": "ph.envelope-simple",
    "call": "ph.phone",
    "mobile": "ph.device-mobile-camera",
    "web": "ph.globe-simple",
    "whatsapp": "ph.whatsapp-logo",
    "fax": "ph.printer",
    "clock": "ph.clock",
    "place": "ph.map-pin",
    "calendar": "ph.calendar-blank",
    "file": "ph.file-text",
    "paste": "ph.clipboard-text",
    "empty": "ph.newspaper",
    "back_to_text": "ph.arrow-bend-up-left",
    "house": "ph.buildings",
    "appearance": "ph.palette",
    "standing_text": "ph.article",
    "address_book": "ph.address-book",
    "figures": "ph.chart-bar",
    "data_folder": "ph.hard-drives",
    "backup": "ph.clock-counter-clockwise",
    "samples": "ph.sparkle",
    "spelling": "ph.text-aa",
    "keyboard": "ph.keyboard",
    "guide": "ph.book-open",
    "news": "ph.megaphone-simple",
    "about": "ph.info",
}
"""Our name -> qtawesome's; a completeness test draws each."""

PX = 18
_DISABLED = "line2"


class Icons(QObject):
    """Icons in the colours of the theme.

    Signals:
        icons_changed(): the theme is another one, or pictures that were missing are there.
    """

    icons_changed = Signal()
    _redrawing = Signal()

    def __init__(self, theme: Theme, kept: dict[str, bytes], scale: float) -> None:
        """Take pictures `kept` by an earlier run, for screens of this `scale`."""
        super().__init__()
        self._theme = theme
        self._kept = kept
        self._scale = scale
        self._is_loaded = False
        self._is_grown = False

    @property
    def is_dark(self) -> bool:
        return self._theme.is_dark

    @property
    def pictures(self) -> dict[str, bytes]:
        """All pictures there are, to be kept for the next start."""
        return self._kept

    @property
    def is_grown(self) -> bool:
        """Whether there are more than were brought."""
        return self._is_grown

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._refresh()

    def load(self) -> None:
        """Draw from now on what is not kept; takes a quarter of a second the first time."""
        if not self._is_loaded:
            self._is_loaded = True
            self._refresh()

    def icon(self, name: str, colour: str = "text2", px: int = PX, *, checked: str = "") -> QIcon:
        """Return an icon of `NAMES` in a colour of the theme; empty while it cannot be drawn.

        Args:
            checked: its colour on a button that is checked, if that is another one.
        """
        icon = QIcon()
        off, on = QIcon.State.Off, QIcon.State.On
        tints = [(QIcon.Mode.Normal, off, colour), (QIcon.Mode.Disabled, off, _DISABLED)]
        if checked:
            tints += [(QIcon.Mode.Normal, on, checked), (QIcon.Mode.Disabled, on, _DISABLED)]
        for mode, state, tint in tints:
            picture = self.pixmap(name, tint, px)
            if not picture.isNull():
                icon.addPixmap(picture, mode, state)
        return icon

    def pixmap(self, name: str, colour: str = "text2", px: int = PX) -> QPixmap:
        tint = self._theme.colours[colour]
        key = f"{name} {tint} {px} {self._scale:g}"
        if key not in self._kept and self._is_loaded:
            self._kept[key] = self._drawn(name, tint, px)
            self._is_grown = True
        pixmap = QPixmap()
        if key in self._kept:
            pixmap.loadFromData(self._kept[key], "PNG")
            pixmap.setDevicePixelRatio(self._scale)
        return pixmap

    def bind(self, owner: QObject, show: Callable[[], None]) -> None:
        """Call `show` now and whenever icons must be drawn anew, as long as `owner` lives.

        Another `show` for the same owner takes the place of the one before.
        """
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        binding = owner.findChild(_Binding, options=direct)
        if binding is None:
            binding = _Binding(owner)
            self._redrawing.connect(binding.redraw)
        binding.show = show
        show()

    def _refresh(self) -> None:
        self._redrawing.emit()
        self.icons_changed.emit()

    def _drawn(self, name: str, tint: str, px: int) -> bytes:
        import qtawesome  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs] - slow, untyped

        side = round(px * self._scale)
        draw: Callable[..., QIcon] = qtawesome.icon  # pyright: ignore[reportUnknownMemberType,reportUnknownVariableType]
        drawn = draw(NAMES[name], color=tint).pixmap(QSize(side, side), 1.0)
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        drawn.scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        ).save(buffer, "PNG")
        return bytes(content.data())


class _Binding(QObject):
    """How the icons of its parent are drawn. Goes with it, so nothing is left to be called."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.show: Callable[[], None] = _draw_nothing

    @Slot()
    def redraw(self) -> None:
        self.show()


def _draw_nothing() -> None:
    pass
