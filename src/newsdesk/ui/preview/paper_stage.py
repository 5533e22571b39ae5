"""The room of the page: how wide it is, and what covers it while it is not there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.ui.preview.shell import SCROLL_BAR_PX
from newsdesk.ui.preview.skeleton import PaperSkeleton

if TYPE_CHECKING:
    from newsdesk.ui.preview.web_preview import WebPreview

PHONE_PX = 390
_COMFORTABLE_PX = 400  # a narrower pane shows the page smaller
_SMALLEST = 0.6  # of its size


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
            self._room = _room_of(view)
            self._room.setParent(self)
            _stand_alone(self.skeleton)  # or it would lie below the room
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
        self._place()

    def cover(self, *, is_covered: bool) -> None:
        """Show the skeleton, or what is below it."""
        self.skeleton.setVisible(is_covered)

    def _fit(self) -> None:
        """Show the page smaller where there is little room: lines of two words are no preview."""
        if self._view is not None:
            fitted = (
                1.0 if self._is_phone else min(1.0, max(_SMALLEST, self.width() / _COMFORTABLE_PX))
            )
            self._view.setZoomFactor(self._zoom * fitted)

    def showEvent(self, _event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """See to it that the room is seen too: Qt forgets a native one it could not show before."""
        if self._room is not None:
            self._room.show()
            self.skeleton.raise_()

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._place()

    def _place(self) -> None:
        self.skeleton.setGeometry(self.rect())
        if self._room is None:
            return
        self._fit()
        if not self._is_phone:
            self._room.setGeometry(self.rect())
            return
        # The page is as wide as a phone's screen; its scroll bar stands beside it.
        bar = round(SCROLL_BAR_PX * self._zoom)
        page = min(round(PHONE_PX * self._zoom), self.width() - bar)
        left = max(0, min((self.width() - page) // 2, self.width() - page - bar))
        self._room.setGeometry(left, 0, page + bar, self.height())


def _room_of(view: QWidget) -> QWidget:
    """Return a native window to be put inside the window, filled by `view`.

    A web view is drawn by other means than widgets are. In the window itself it makes all of it be
    drawn so: the window is made anew when the view comes, and after each key the editor waits for
    the next frame of the whole. (27 ms from a key to its paint instead of 4.) The room is furnished
    before it is put in its place: a view that comes into a window that is already seen changes it.
    """
    room = QWidget()
    _stand_alone(room)
    # the engine makes its view native too, which must not spread to what is around it
    view.setAttribute(Qt.WidgetAttribute.WA_DontCreateNativeAncestors)
    layout = QVBoxLayout(room)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(view)
    return room


def _stand_alone(widget: QWidget) -> None:
    """Give a widget a native window, and none to those it stands in."""
    if QGuiApplication.platformName() != "offscreen":  # which has no windows in windows
        widget.setAttribute(Qt.WidgetAttribute.WA_DontCreateNativeAncestors)
        widget.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
