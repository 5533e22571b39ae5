"""A PDF of the open release as it stands, for what is seen and what is printed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.services.preferences import PreviewMode
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.preview.preview_scheduler import PreviewScheduler
from newsdesk.ui.printing import PagePrinter
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.theme_controller import ThemeController

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.export import Sheets


class SheetMaking:
    """Renders in the reading thread and prints in the engine; nothing of it holds the window up."""

    def __init__(self, session: ReleaseSession, store: Store, printer: PagePrinter) -> None:
        self._session = session
        self._store = store
        self._printer = printer
        self._number = 0
        self._take_back: Callable[[], None] = _nothing

    def make(self, made: Callable[[bytes], None], refused: Callable[[NewsdeskError], None]) -> None:
        """Call `made` with the PDF; of several that are asked for, the last one alone is made."""
        release = self._session.release
        if release is None:
            return
        self._number += 1
        number = self._number
        self._take_back()
        self._take_back = _nothing

        def read(desk: "Desk") -> "Sheets":
            return desk.exports.sheets(release)

        def print_them(sheets: "Sheets") -> None:
            if number == self._number:
                self._take_back = self._printer.begin(sheets.html, sheets.setup, made, refused)

        self._store.read(read, print_them, refused)


def offer_print_pages(
    preview: PreviewPane,
    scheduler: PreviewScheduler,
    making: SheetMaking,
    session: ReleaseSession,
    themes: ThemeController,
) -> None:
    """Let the preview show the open release on its printed pages too."""

    def made() -> QWidget:
        from newsdesk.ui.preview.print_pages import PrintPages  # noqa: PLC0415 - when chosen

        pages = PrintPages(making.make, themes)

        def turn_to_open() -> None:
            pages.turn_to(has_release=session.is_open)

        def note_change(_rendered: object) -> None:
            pages.note_change()

        session.opened.connect(turn_to_open)
        scheduler.rendered.connect(note_change)
        turn_to_open()
        return pages

    preview.offer(PreviewMode.PRINT, made)


def _nothing() -> None:
    pass
