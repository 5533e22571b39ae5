"""A native window inside the window, for a web view."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QRhiWidget, QVBoxLayout, QWidget

from newsdesk.ui import graphics

_AWAY_PX = -10_000  # beside any window
_DEVICE = "room_device"


class NativeRoom(QWidget):
    """Filled by a view, and put into a window by `stand_in`.

    Where a graphics card draws, a web view is drawn by other means than widgets are. In the window
    itself it makes all of it be drawn so: the window is made anew when the view comes, and after
    each key the editor waits until all of the window was put together anew. The room is furnished
    before it is put in its place: a view that comes into a window that is already seen changes
    that.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        if _can_nest():
            _stand_alone(self)
        # the engine makes its view native too, which must not spread to what is around it
        view.setAttribute(Qt.WidgetAttribute.WA_DontCreateNativeAncestors)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)

    def stand_in(self, parent: QWidget) -> None:
        """Move into `parent`, which must be in its window already."""
        if _can_nest():
            _ensure_device(parent.window())
        self.setParent(parent)

    def place(self, rect: QRect, *, is_seen: bool) -> None:
        """Take this place in the parent, or one elsewhere: hidden, a view would paint nothing."""
        self.setGeometry(rect if is_seen else rect.translated(_AWAY_PX, 0))


def _ensure_device(window: QWidget) -> None:
    """Give the window the device that draws its native rooms, by a hidden widget that needs it.

    A room that comes from elsewhere has left its own behind; without one nothing is drawn in it.
    """
    if window.findChild(QRhiWidget, _DEVICE, Qt.FindChildOption.FindDirectChildrenOnly) is None:
        device = QRhiWidget(window)
        device.setObjectName(_DEVICE)
        device.hide()
        _stand_alone(device)
        device.winId()  # now, not when it is first seen


def _stand_alone(widget: QWidget) -> None:
    """Give a widget a native window, and none to those it stands in."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontCreateNativeAncestors)
    widget.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)


def _can_nest() -> bool:
    """Tell whether a window in the window is wanted, and to be had: without a screen it is not."""
    return not graphics.is_by_processor() and QGuiApplication.platformName() != "offscreen"
