"""The room of the page: how wide it is, and what covers it while it is not there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from newsdesk.ui.preview.native_room import NativeRoom
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
        self._room: NativeRoom | None = None
        self._is_covered = True
        self._is_phone = False
        self._zoom = 1.0

    def set_view(self, view: "WebPreview | None", room: NativeRoom | None = None) -> None:
        """Place a view, if there is one, perhaps in the room where it is already.

        The stage must be in its window before.
        """
        old, self._room, self._view = self._room, None, view
        if view is not None:
            self._room = room or NativeRoom(view)
            self._room.stand_in(self)
            self._place()
            self._room.show()
        if old is not None:
            old.hide()
            old.deleteLater()

    @property
    def is_phone(self) -> bool:
        return self._is_phone

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
        """Show the skeleton, or the view."""
        self._is_covered = is_covered
        self.skeleton.setVisible(is_covered)
        self._place()

    def showEvent(self, _event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """See to it that the room is seen too: Qt forgets a native one it could not show before."""
        if self._room is not None:
            self._room.show()

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._place()

    def _place(self) -> None:
        self.skeleton.setGeometry(self.rect())
        if self._view is None or self._room is None:
            return
        self._view.setZoomFactor(self._zoom * self._fitted())
        place = self._phone() if self._is_phone else self.rect()
        self._room.place(place, is_seen=not self._is_covered)

    def _fitted(self) -> float:
        """Return how much smaller the page is shown: lines of two words are no preview."""
        if self._is_phone:
            return 1.0
        return min(1.0, max(_SMALLEST, self.width() / _COMFORTABLE_PX))

    def _phone(self) -> QRect:
        """Return a place as wide as a phone's screen, the page's scroll bar beside it."""
        bar = round(SCROLL_BAR_PX * self._zoom)
        page = min(round(PHONE_PX * self._zoom), self.width() - bar)
        left = max(0, min((self.width() - page) // 2, self.width() - page - bar))
        return QRect(left, 0, page + bar, self.height())
