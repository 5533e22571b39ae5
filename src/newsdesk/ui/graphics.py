"""By what means pages are drawn: by the graphics card, or by the processor where there is none.

Without a card its language is spoken all the same, to a program that draws with the processor: a
detour of 95 MiB and of a quarter of a core while one types (measured on Linux, Mesa's llvmpipe).
There the page is drawn by the processor at once, and the window is no other than without it.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QSurfaceFormat

_BACKEND = "QT_QUICK_BACKEND"
_BY_PROCESSOR = "software"
_OPENGL_OF_X = "QT_XCB_GL_INTEGRATION"
_DEVICES = Path("/dev")
_CARDS = ("dri/renderD*", "nvidiactl")  # of Linux, as who may draw sees them
_IS_REMOTE_SESSION = 0x1000  # SM_REMOTESESSION of Windows


def prepare(has_card: Callable[[], bool] | None = None) -> None:
    """Choose; to be called before there is an application. What the environment says stands."""
    if not (has_card or _has_card)():
        os.environ.setdefault(_BACKEND, _BY_PROCESSOR)
    if is_by_processor():
        os.environ.setdefault(_OPENGL_OF_X, "none")
    else:
        # what the web view of the preview asks for before there is an application
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    # the room of the page alone is a window in the window: see `preview/native_room.py`
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontCreateNativeWidgetSiblings)
    # a key is painted at once: waiting for the screen's next frame is for films
    at_once = QSurfaceFormat.defaultFormat()
    at_once.setSwapInterval(0)
    QSurfaceFormat.setDefaultFormat(at_once)


def is_by_processor() -> bool:
    """Tell whether pages are drawn as widgets are."""
    return os.environ.get(_BACKEND) == _BY_PROCESSOR


def has_card(devices: Path = _DEVICES) -> bool:
    """Tell whether Linux knows a graphics card that this user may draw with."""
    cards = (path for pattern in _CARDS for path in devices.glob(pattern))
    return any(os.access(path, os.R_OK | os.W_OK) for path in cards)


if sys.platform == "win32":
    import ctypes

    def _has_card() -> bool:
        """A window that is sent over the network is drawn by the processor there."""
        return not ctypes.windll.user32.GetSystemMetrics(_IS_REMOTE_SESSION)

elif sys.platform == "darwin":

    def _has_card() -> bool:
        return True

else:
    _has_card = has_card
