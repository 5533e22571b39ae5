"""Starting Qt, the first picture, the window behind it, and what happens until it is closed."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtWidgets import QApplication

from newsdesk import __version__
from newsdesk.ui.first_picture import FirstPicture
from newsdesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from newsdesk.ui.preview.early_page import EarlyPage
    from newsdesk.ui.surroundings import Surroundings
    from newsdesk.ui.workstation import Workstation


def open_window(picture: dict[str, Any] | None, surroundings: "Callable[[], Surroundings]") -> int:
    """Show the window and return the exit code when it is closed.

    Args:
        picture: what to show at once.
        surroundings: called behind that: what it imports does not hold the first picture up.
    """
    application = make_application()
    starting = Start(application, picture, surroundings)
    starting.begin()
    QTimer.singleShot(0, _log_qt)
    return application.exec()


def _log_qt() -> None:
    from newsdesk.ui import qt_log  # noqa: PLC0415 - behind the first picture

    qt_log.install()


class Start:
    """The way from nothing to the whole window."""

    def __init__(
        self,
        application: QApplication,
        picture: dict[str, Any] | None,
        surroundings: "Callable[[], Surroundings]",
    ) -> None:
        self._application = application
        self._surroundings = surroundings
        self.window = MainWindow()
        self.picture = self._drawn(picture)
        self.workstation: Workstation | None = None

    def begin(self) -> None:
        """Show the picture and the window behind it; without one, the window as soon as may be."""
        if self.picture is None:
            self.furnish()
        else:
            self.window.painted_first.connect(self.furnish)
            self.window.setCentralWidget(self.picture)
            self.window.show()

    def furnish(self) -> None:
        """Build the window. Keys that were pressed before, or are meanwhile, reach its editor."""
        keys = self.picture.keys if self.picture else []
        surroundings = self._surroundings()
        early = self._begun_preview(surroundings)
        from newsdesk.ui.crash import CrashHook  # noqa: PLC0415 - while the engine starts
        from newsdesk.ui.i18n import EnglishPlurals  # noqa: PLC0415 - likewise
        from newsdesk.ui.workstation import Workstation  # noqa: PLC0415 - likewise

        self._application.installTranslator(EnglishPlurals(self._application))
        workstation = Workstation(self._application, surroundings, self.window, early)
        hook = CrashHook(workstation.autosave.save, workstation)
        hook.crashed.connect(workstation.show_crash)
        hook.install()
        workstation.show()
        self.picture = None
        for key in () if self.window.editor.isHidden() else keys:
            QCoreApplication.sendEvent(self.window.editor.text, key)
        self.workstation = workstation

    def _begun_preview(self, surroundings: "Surroundings") -> "EarlyPage | None":
        """Let the engine of the preview start, which takes longest, beside everything else."""
        from newsdesk.services.preferences import View  # noqa: PLC0415 - behind the first picture
        from newsdesk.ui.preview.shell import Layout, Look, fits_in_shell  # noqa: PLC0415
        from newsdesk.ui.theme.theme import Theme  # noqa: PLC0415
        from newsdesk.ui.theme.theme_controller import theme_name  # noqa: PLC0415

        preferences, snapshot = surroundings.preferences.load(), surroundings.snapshot.load()
        page = snapshot.page if snapshot else None
        if preferences.view is View.WRITE or page is None or not fits_in_shell(page):
            return None
        from newsdesk.ui.preview.early_page import begin_early  # noqa: PLC0415 - the engine

        themes = surroundings.assets.themes
        theme = Theme.from_toml(themes[theme_name(preferences.theme, self._application)])
        layout = Layout.PHONE if preferences.is_phone_preview else Layout.DESKTOP
        return begin_early(surroundings.assets, Look.of(theme, layout), page)

    def _drawn(self, picture: dict[str, Any] | None) -> FirstPicture | None:
        if picture is None:
            return None
        try:
            drawn = FirstPicture(picture)
            self.window.restore_place(picture["geometry"])
        except (KeyError, TypeError, ValueError, AttributeError):
            return None  # of another time, or damaged
        return drawn


def make_application() -> QApplication:
    """Return the one application, made if there is none."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # what the web view of the preview asks for before there is an application
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    # it alone is a window in the window: see `preview/paper_stage.py`
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontCreateNativeWidgetSiblings)
    # a key is painted at once: waiting for the screen's next frame is for films
    at_once = QSurfaceFormat.defaultFormat()
    at_once.setSwapInterval(0)
    QSurfaceFormat.setDefaultFormat(at_once)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("newsdesk")
    application.setApplicationDisplayName("newsdesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("newsdesk")
    application.setStyle("Fusion")
    return application
