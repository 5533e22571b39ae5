"""The page of the preview before there is a preview: seen while the window is built behind it.

Imports the browser's engine and nothing of newsdesk that the page does not need.
"""

from typing import Any

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from newsdesk.ui.preview.native_room import NativeRoom
from newsdesk.ui.preview.web_preview import WebPreview


class EarlyPage(QObject):
    """The page as it was seen last time, in a view that the preview takes over.

    Signals:
        painted(): the page is on the screen.
    """

    painted = Signal()

    def __init__(self, kept: dict[str, Any], host_script: str, window: QWidget) -> None:
        """Begin with `kept`, made by `PreviewPane.kept_page`; raise `KeyError` … if it is none.

        Args:
            window: where it stands until the preview takes it.
        """
        super().__init__(window)
        x, y, width, height = kept["place"]
        self._place = QRect(x, y, width, height)
        html, canvas, zoom = str(kept["html"]), str(kept["canvas"]), float(kept["zoom"])
        self.view = WebPreview(host_script)
        self.room = NativeRoom(self.view)
        self.room.stand_in(window)
        self.room.place(self._place, is_seen=False)
        self.room.show()
        self.view.setZoomFactor(zoom)
        self.view.painted.connect(self._on_painted)
        self.view.load_kept(html, canvas)

    def hand_over(self) -> None:
        """Have nothing more to do with the view, which goes on elsewhere."""
        self.view.painted.disconnect(self._on_painted)
        self.deleteLater()

    def give_up(self) -> None:
        """Be gone from the window, and the engine's process too: no page is wanted."""
        self.room.hide()
        self.room.deleteLater()
        self.deleteLater()

    def _on_painted(self) -> None:
        self.room.place(self._place, is_seen=True)
        QTimer.singleShot(0, self, self.painted.emit)
