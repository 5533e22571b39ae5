"""Commands that take a release along to other programs, by the clipboard."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Tone

if TYPE_CHECKING:
    from newsdesk.rendering.release import RenderedRelease


class CopyCommands(QObject):
    """Copies what is seen now, whether it is stored yet or not."""

    def __init__(
        self, context: CommandContext, rendered: "Callable[[], RenderedRelease | None]"
    ) -> None:
        """`rendered` returns the open release as it is now."""
        super().__init__(context.window)
        self._notices = context.notices
        self._window = context.window
        self._rendered = rendered

    def copy_rich(self) -> None:
        """Copy with all looks what is selected in the preview, or else the whole release."""
        self._window.preview.hand.read_selected(self._copy)

    def _copy(self, selected: str) -> None:
        rendered = self._rendered()
        if rendered is None:
            return
        from newsdesk.services.copying import copied  # noqa: PLC0415 - not at the start

        both = copied(rendered, selected)
        data = QMimeData()
        data.setHtml(both.html)
        data.setText(both.text)
        QGuiApplication.clipboard().setMimeData(data)
        said = (
            self.tr("What you selected in the preview was copied as formatted text.")
            if selected
            else self.tr("The whole release was copied as formatted text.")
        )
        self._notices.show(said, Tone.DONE, ms=UNDO_MS // 2)
