"""Starting Qt, the first picture, the window behind it, and what happens until it is closed."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from newsdesk import __version__
from newsdesk.ui import graphics
from newsdesk.ui.first_picture import FirstPicture
from newsdesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from newsdesk.ui.preview.early_page import EarlyPage
    from newsdesk.ui.surroundings import Surroundings
    from newsdesk.ui.workstation import Workstation


# What the window is built of: read while the engine works on the page of the preview.
_MEANWHILE = ("newsdesk.services.start_snapshot", "newsdesk.ui.workstation", "newsdesk.ui.wiring")
_LONGEST_WAIT_MS = 500  # for the page
_SOON_MS = 100


class Application(QApplication):
    """The one application.

    Signals:
        file_given(str): the system hands over a file to be opened. macOS does so, at a start and
            while the window is open; elsewhere files are arguments of another start.
    """

    file_given = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_given.emit(event.file())
            return True
        return super().event(event)


class Start:
    """The way from nothing to the whole window."""

    def __init__(
        self,
        application: QApplication,
        picture: dict[str, Any] | None,
        host_script: Callable[[], str],
        surroundings: "Callable[[], Surroundings]",
    ) -> None:
        """Make an empty window.

        Args:
            picture: what to show at once.
            host_script: returns the script beside the page of the preview.
            surroundings: called behind the picture: what it imports does not hold that up.
        """
        self._application = application
        self._host_script = host_script
        self._surroundings = surroundings
        self._kept_page: dict[str, Any] | None = picture.get("page") if picture else None
        self.window = MainWindow()
        self.picture = self._drawn(picture)
        self.page: EarlyPage | None = None
        self.workstation: Workstation | None = None

    def begin(self) -> None:
        """Show the picture and the window behind it; without one, the window as soon as may be."""
        if self.picture is None:
            self.furnish()
        else:
            self.window.painted_first.connect(self._show_page)
            self.window.setCentralWidget(self.picture)
            self.window.show()

    def run(self) -> int:
        """Begin, and return the exit code when the window is closed."""
        if isinstance(self._application, Application):
            self._application.file_given.connect(self._on_file_given)
        self.begin()
        QTimer.singleShot(0, _log_qt)
        return self._application.exec()

    def bring_in(self, files: Sequence[str]) -> None:
        """Bring files in, by their paths, as soon as the window can."""
        workstation = self.workstation
        if workstation is None or workstation.wiring is None:
            QTimer.singleShot(_SOON_MS, self.window, lambda: self.bring_in(files))
        else:
            workstation.wiring.exchange.bring_in(files)

    def _on_file_given(self, path: str) -> None:
        self.bring_in([path])

    def _show_page(self) -> None:
        """Show the page of the preview too, if one was seen: it takes longest."""
        self.page = self._begun_page()
        if self.page is None:
            self.furnish()
        else:
            self.page.painted.connect(self.furnish)
            QTimer.singleShot(_LONGEST_WAIT_MS, self.page, self.furnish)
            Thread(target=_import_meanwhile, name="imports").start()

    def furnish(self) -> None:
        """Build the window. Keys that were pressed before, or are meanwhile, reach its editor."""
        if self.workstation is not None:
            return
        keys = self.picture.keys if self.picture else []
        from newsdesk.ui.crash import CrashHook  # noqa: PLC0415 - behind the first picture
        from newsdesk.ui.i18n import EnglishPlurals  # noqa: PLC0415 - likewise
        from newsdesk.ui.workstation import Workstation  # noqa: PLC0415 - likewise

        self._application.installTranslator(EnglishPlurals(self.window))
        workstation = Workstation(self._application, self._surroundings(), self.window, self.page)
        self.workstation, self.page = workstation, None
        hook = CrashHook(workstation.keep_what_is_written, workstation)
        hook.crashed.connect(workstation.show_crash)
        hook.install()
        workstation.show()
        self.picture = None
        for key in () if self.window.editor.isHidden() else keys:
            QCoreApplication.sendEvent(self.window.editor.text, key)

    def _begun_page(self) -> "EarlyPage | None":
        if self._kept_page is None:
            return None
        from newsdesk.ui.preview.early_page import EarlyPage  # noqa: PLC0415 - brings the engine

        try:
            return EarlyPage(self._kept_page, self._host_script(), self.window)
        except (KeyError, TypeError, ValueError, AttributeError):
            return None  # damaged

    def _drawn(self, picture: dict[str, Any] | None) -> FirstPicture | None:
        if picture is None:
            return None
        try:
            drawn = FirstPicture(picture)
            self.window.restore_place(picture["geometry"])
        except (KeyError, TypeError, ValueError, AttributeError):
            return None  # of another time, or damaged
        return drawn


def _import_meanwhile() -> None:
    for name in _MEANWHILE:
        import_module(name)


def _log_qt() -> None:
    from newsdesk.ui import qt_log  # noqa: PLC0415 - behind the first picture

    qt_log.install()


def make_application() -> QApplication:
    """Return the one application, made if there is none."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    graphics.prepare()
    application = Application(sys.argv[:1])
    application.setApplicationName("newsdesk")
    application.setApplicationDisplayName("newsdesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("newsdesk")
    application.setStyle("Fusion")
    return application
