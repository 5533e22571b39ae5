"""Printing without a window: for the command line and the self-test."""

import os
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, qInstallMessageHandler

from newsdesk.ui import qt_log
from newsdesk.ui.application import make_application
from newsdesk.ui.printing import PagePrinter
from newsdesk.ui.theme import fonts

if TYPE_CHECKING:
    from newsdesk.rendering.page_setup import PageSetup

# Whoever asked for a file is not told of the machine, and needs no graphics card.
_QUIET = "--disable-logging --log-level=3 --disable-gpu"


@contextmanager
def printing_alone(typefaces: Iterable[str]) -> "Generator[Callable[[str, PageSetup], bytes]]":
    """Return what prints a page; its engine ends with the block.

    Args:
        typefaces: files of the ones that come with the program.
    """
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", _QUIET)
    application = make_application()
    before = qInstallMessageHandler(None)
    qt_log.install()
    fonts.load(typefaces)
    printer = PagePrinter()
    try:
        yield printer.print_page
    finally:
        printer.end()
        for _ in ("the page", "its profile"):  # in this order, and before the application
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        qInstallMessageHandler(before)
        del application
