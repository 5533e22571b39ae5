"""The browser engine of the preview in a test, without a screen or a graphics card."""

import os

from newsdesk.ui import graphics


def prepare() -> None:
    """Allow the engine to start later; to be called before there is an application."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # its sandbox refuses to run as root
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    graphics.prepare()
