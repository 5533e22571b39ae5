"""Opening the window once to see whether it works on this machine: the window's self-test."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QBuffer, QCoreApplication, QDir, QEventLoop, QIODevice
from PySide6.QtGui import QFontDatabase, QIcon, QTextCursor

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.application import Start, make_application
from newsdesk.ui.surroundings import Surroundings
from newsdesk.ui.theme.icons import NAMES
from newsdesk.ui.wiring import Wiring
from newsdesk.ui.workstation import Workstation

LONGEST_S = 40  # for any one thing: a machine may be slow, not silent
_WAIT_MS = 20


class TrialError(Exception):
    """Something did not come about in time."""


class Trial:
    """A window on a newsroom of its own, used as a person would."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._start = Start(
            make_application(), None, lambda: surroundings.assets.preview_js, lambda: surroundings
        )

    @property
    def _workstation(self) -> Workstation:
        workstation = self._start.workstation
        if workstation is None:
            raise TrialError("the window was not built")
        return workstation

    @property
    def _wiring(self) -> Wiring:
        wiring = self._workstation.wiring
        if wiring is None:
            raise TrialError("the window was not completed")
        return wiring

    def open(self) -> None:
        """Show the window, painted, on an open newsroom."""
        painted: list[bool] = []
        self._start.window.painted_first.connect(lambda: painted.append(True))
        self._start.begin()
        _until(lambda: bool(painted), "the window is painted")
        _until(lambda: self._workstation.store.is_writable, "the newsroom is open")
        _until(lambda: self._workstation.session.is_open, "a release is open")

    def undrawn_icons(self) -> list[str]:
        """Draw every icon; return the names of those that stay empty."""
        icons = self._workstation.icons
        icons.load()
        return [name for name in NAMES if icons.pixmap(name).isNull()]

    def undrawn_pictures(self) -> list[str]:
        """Draw every picture that the style sheet names; return those that stay empty."""
        folder = QDir(self._workstation.surroundings.assets.icon_folder)
        files = [one.absoluteFilePath() for one in folder.entryInfoList(["*.svg"])]
        if not files:
            raise TrialError(f"there are none in {folder.path()}")
        return [path for path in files if QIcon(path).pixmap(16, 16).isNull()]

    def unloaded_typefaces(self) -> list[str]:
        """Load every typeface; return the files of those that give no letters."""
        files = self._workstation.surroundings.assets.fonts
        if not files:
            raise TrialError("there are none")
        numbers = {path: QFontDatabase.addApplicationFont(path) for path in files}
        families = QFontDatabase.applicationFontFamilies
        return [path for path, number in numbers.items() if number < 0 or not families(number)]

    def themes_differ(self) -> bool:
        """Draw the window in each theme; tell whether it looked different."""
        themes, window = self._workstation.themes, self._start.window
        seen: set[int] = set()
        for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
            themes.choose(choice)
            seen.add(window.grab().toImage().pixel(2, 2))
        return len(seen) == 2

    def write(self, text: str) -> str:
        """Begin a release, write its text, and return its id when it is stored."""
        session, autosave = self._workstation.session, self._workstation.autosave
        before = session.release_id
        self._workstation.actions.action("release.new").trigger()
        _until(lambda: session.release_id != before, "a new release is open")
        cursor = QTextCursor(self._start.window.editor.text.document())
        cursor.insertText(text)
        _until(lambda: session.is_dirty, "the text is taken over")
        autosave.save()
        _until(lambda: autosave.is_settled, "the text is stored")
        return str(session.release_id)

    def preview_html(self, awaited: str) -> str:
        """Return what the preview shows, once `awaited` stands in it."""
        preview = self._start.window.preview
        shown = [""]

        def is_there() -> bool:
            preview.read_main(lambda html: shown.append(html or ""))
            return awaited in shown[-1]

        _until(is_there, f"the preview shows {awaited!r}")
        return shown[-1]

    def close(self) -> None:
        self._wiring.close()
        _until(lambda: not self._start.window.isVisible(), "the window is closed")


def pdf_text(pdf: bytes) -> str:
    """Return the words of a PDF, page by page, as its readers have them."""
    from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 - not for the steps before

    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return "\n".join(pages)


def _until(holds: Callable[[], bool], what: str) -> None:
    """Let the window work until `holds`; raise `TrialError` if that takes too long."""
    until = monotonic() + LONGEST_S
    while not holds():
        if monotonic() > until:
            raise TrialError(f"waited in vain: {what}")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _WAIT_MS)
