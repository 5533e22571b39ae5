"""The browser's engine, for the format that needs one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from newsdesk.app import load_assets
from newsdesk.exporting.format import PrintPage
from newsdesk.ui.printing import PagePrinter
from newsdesk.ui.theme import fonts
from tests.ui import engine

engine.prepare()


@pytest.fixture(scope="session")
def print_page(qapp: QApplication) -> Iterator[PrintPage]:
    """A real engine, started once."""
    fonts.load(load_assets().fonts)
    printer = PagePrinter(qapp)
    yield printer.print_page
    printer.end()
    for _ in ("the page", "its profile"):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
