"""Dragging releases out of the list, as finished pages."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QTemporaryDir, QUrl, Slot
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.command_context import CommandContext

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk
    from newsdesk.services.export import ExportOutcome

_MOST = 20  # releases: the mouse waits for them
RELEASES = "application/x-newsdesk-releases"
"""Ids of all releases that are dragged, for who files them: their pages may be fewer."""
Run = Callable[[QDrag], object]


def _run(drag: QDrag) -> object:
    return drag.exec(Qt.DropAction.CopyAction)


class DragOut(QObject):
    """Writes what is dragged as HTML files, on record as any export, and hands them on.

    They lie in a folder that is gone when newsdesk ends: whoever takes them copies them.
    """

    def __init__(self, context: CommandContext, run: Run = _run) -> None:
        """`run` lets the user drag, until it is over."""
        super().__init__(context.window)
        self._context = context
        self._run = run
        self._folder: QTemporaryDir | None = None
        context.window.library.drag_requested.connect(self.start)

    @Slot()
    def start(self) -> None:
        """Store what is open, write the pages, then go on dragging if the button is still down."""
        self._context.autosave.flush(self._write)

    def _write(self, is_saved: bool) -> None:
        dragged = self._context.window.library.selected_ids()
        ids = dragged[:_MOST]
        if not is_saved or not ids:
            if (error := self._context.autosave.error) is not None:
                self._context.notices.show_error(error)
            return
        if self._folder is None:
            self._folder = QTemporaryDir()
        folder = Path(self._folder.path())

        def work(desk: "Desk") -> "tuple[ExportOutcome, Changes]":
            from newsdesk.services.export import ExportRequest  # noqa: PLC0415 - heavy; in a thread

            request = ExportRequest(
                keys=tuple(map(str, ids)), format=ExportFormat.HTML, folder=folder
            )
            return desk.exports.export(request)

        self._context.store.change(work, partial(self._drag, dragged), self._refuse)

    def _drag(self, dragged: Sequence[ReleaseId], outcome: "ExportOutcome") -> None:
        if outcome.refused and not outcome.written:
            self._refuse(outcome.refused[0][1])
            return
        if not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return  # it was let go of meanwhile
        data = QMimeData()
        data.setData(RELEASES, " ".join(map(str, dragged)).encode())
        data.setUrls([QUrl.fromLocalFile(record.path) for record in outcome.written])
        drag = QDrag(self._context.window.library)
        drag.setMimeData(data)
        drag.setPixmap(self._context.icons.pixmap("file", "text", 32))
        self._run(drag)

    def _refuse(self, error: NewsdeskError) -> None:
        self._context.notices.show_error(error)
