"""One window on a newsroom: a second start raises the first one and hands over its files."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 3_000  # with a window that is busy
_LONGEST = 1 << 20  # bytes of what is handed over
_DONE = b"done\n"


class SingleInstance(QObject):
    """Listens for other starts; only this user's are heard.

    Signals:
        raised(list): another start was made, with these paths of files to bring in.
    """

    raised = Signal(list)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """`name` is the newsroom's own: see `paths.instance_name`."""
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)

    def listen(self) -> bool:
        """Be the one that is raised; a name that a dead one left is taken over."""
        # asked first: with these options Qt takes over the place of one that lives, too
        if hand_over(self._name, []):
            return False  # somebody was faster
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _on_connected(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setParent(self)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _on_ready(self) -> None:
        socket = cast(QLocalSocket, self.sender())
        if socket.bytesAvailable() > _LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        files = _files(bytes(socket.readLine().data()))
        socket.write(_DONE)
        socket.flush()
        if files is not None:
            self.raised.emit(files)


def hand_over(name: str, files: Sequence[Path]) -> bool:
    """Raise the window that is open on a newsroom and give it files; False if there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    text = json.dumps({"files": [str(file) for file in files], "raise": True})
    socket.write(text.encode() + b"\n")
    socket.flush()
    is_heard = socket.waitForReadyRead(_PATIENCE_MS)
    socket.disconnectFromServer()
    return is_heard


def bring_to_front(window: QWidget) -> None:
    """Show a window on top of all others, as far as the desktop lets it."""
    minimised = Qt.WindowState.WindowMinimized
    window.setWindowState((window.windowState() & ~minimised) | Qt.WindowState.WindowActive)
    window.raise_()
    window.activateWindow()


def _files(line: bytes) -> list[str] | None:
    """Return what another start hands over; None if that makes no sense."""
    try:
        said: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    files: Any = cast(dict[str, Any], said).get("files") if isinstance(said, dict) else None
    if not isinstance(files, list):
        return None
    named = cast(list[object], files)
    paths = [one for one in named if isinstance(one, str) and Path(one).is_absolute()]
    return paths if len(paths) == len(named) else None
