"""The room of the page: how wide it is, and what covers it while it is not there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.ui.preview.shell import SCROLL_BAR_PX
from newsdesk.ui.preview.skeleton import PaperSkeleton

if TYPE_CHECKING:
    from newsdesk.ui.preview.web_preview import WebPreview

PHONE_PX = 390


class PaperStage(QWidget):
    """A web view over the whole of it, or as wide as a phone; a skeleton of the page before it."""

    def __init__(self, canvas: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.skeleton = PaperSkeleton(canvas, self)
        self._view: WebPreview | None = None
        self._room: QWidget | None = None
        self._is_phone = False
        self._zoom = 1.0

    def set_view(self, view: "WebPreview | None") -> None:
        """Place a view below the skeleton, if there is one."""
        old, self._room, self._view = self._room, None, view
        if view is not None:
            view.setZoomFactor(self._zoom)
            self._room = _room_of(view, self)
            self._place()
            self._room.show()
            self.skeleton.raise_()
        if old is not None:
            old.hide()
            old.deleteLater()

    def set_phone(self, is_phone: bool) -> None:
        self._is_phone = is_phone
        self._place()

    @property
    def zoom(self) -> float:
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._zoom = zoom
        if self._view is not None:
            self._view.setZoomFactor(zoom)
        self._place()

    def cover(self, *, is_covered: bool) -> None:
        """Show the skeleton, or what is below it."""
        self.skeleton.setVisible(is_covered)

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._place()

    def _place(self) -> None:
        self.skeleton.setGeometry(self.rect())
        if self._room is None:
            return
        if not self._is_phone:
            self._room.setGeometry(self.rect())
            return
        # The page is as wide as a phone's screen; its scroll bar stands beside it.
        bar = round(SCROLL_BAR_PX * self._zoom)
        page = min(round(PHONE_PX * self._zoom), self.width() - bar)
        left = max(0, min((self.width() - page) // 2, self.width() - page - bar))
        self._room.setGeometry(left, 0, page + bar, self.height())


def _room_of(view: QWidget, parent: QWidget) -> QWidget:
    """Return a native window inside the window, filled by `view`.

    A web view is drawn by other means than widgets are. In the window itself it makes all of it be
    drawn so: the window is made anew when the view comes, and after each key the editor waits for
    the next frame of the whole. (27 ms from a key to its paint instead of 4.)
    """
    room = QWidget(parent)
    if QGuiApplication.platformName() != "offscreen":  # which has no windows in windows
        room.setAttribute(Qt.WidgetAttribute.WA_DontCreateNativeAncestors)
        room.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
    layout = QVBoxLayout(room)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(view)
    return room
