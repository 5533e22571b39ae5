"""The release on its printed pages, in the pane of the preview: those of the PDF itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.messages import words
from newsdesk.ui.preview.skeleton import PaperSkeleton
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.timers import single_shot

if TYPE_CHECKING:
    from newsdesk.ui.preview.sheet_view import SheetView

_IDLE_MS = 500  # after the last edit: pages take a tenth of a second of another process
_FOOT_PX = 28
Make: TypeAlias = Callable[[Callable[[bytes], None], Callable[[NewsdeskError], None]], None]


class PrintPages(QWidget):
    """Sheets of paper that follow the text while they are seen, never a key.

    Signals:
        shown(): the pages are those of the release as it is now.
    """

    shown = Signal()

    def __init__(self, make: Make, themes: ThemeController, parent: QWidget | None = None) -> None:
        """`make` makes a PDF of the open release and calls one of the two it is given."""
        super().__init__(parent)
        self._make = make
        self._themes = themes
        self._number = 0  # of what was asked for last
        self._is_stale = True
        self._is_from_top = True
        self._is_new = True  # nothing was asked for since another release was opened
        self._has_release = False
        self._view: SheetView | None = None
        self._skeleton = PaperSkeleton(themes.theme.colour("canvas"))
        self._skeleton.asked_again.connect(self.refresh)
        self._pages = QLabel()
        self._pages.setObjectName("page_number")
        self._progress = QLabel()
        self._progress.setObjectName("page_progress")
        self._idle = single_shot(self, self.refresh, _IDLE_MS)
        self._arrange()
        themes.theme_changed.connect(self._show_canvas)
        self._say_nothing_is_open()

    # What is to be shown --------------------------------------------------------------------

    def turn_to(self, *, has_release: bool) -> None:
        """Another release is open, or none: show its pages from the top, once it is rendered."""
        self._has_release = has_release
        self._number += 1
        self._is_from_top = self._is_new = True
        self._stack.setCurrentWidget(self._skeleton)
        if has_release:
            self._skeleton.say("")
            self._count()
        else:
            self._say_nothing_is_open()
        self._is_stale = True

    def note_change(self) -> None:
        """What is rendered is not what the pages show: they follow when nobody types."""
        self._is_stale = True
        if self.isVisible() and self._has_release:
            self._idle.start(0 if self._is_new else _IDLE_MS)

    def refresh(self) -> None:
        """Make the pages anew now."""
        if not self._has_release:
            return
        self._idle.stop()
        self._is_stale = self._is_new = False
        self._number += 1
        number = self._number
        self._progress.setText(self.tr("Making the pages…"))
        if self._stack.currentWidget() is self._skeleton:
            self._skeleton.say("")
        self._make(
            lambda pdf: self._on_made(number, pdf), lambda error: self._on_refused(number, error)
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._is_stale:
            self._idle.start(0)

    # How it went ----------------------------------------------------------------------------

    def _on_made(self, number: int, pdf: bytes) -> None:
        if number != self._number:
            return
        view = self._sheets()
        if view.show_pdf(pdf, is_from_top=self._is_from_top):
            self._is_from_top = False
            self._stack.setCurrentWidget(view)
        self._count()
        self._progress.clear()
        self.shown.emit()

    def _on_refused(self, number: int, error: NewsdeskError) -> None:
        if number != self._number:
            return
        self._is_stale = True
        self._progress.clear()
        self._pages.clear()
        message = words(error)
        self._stack.setCurrentWidget(self._skeleton)
        self._skeleton.say(f"{message.title}.\n{message.text}", self.tr("Show the pages again"))

    def _sheets(self) -> "SheetView":
        if self._view is None:
            from newsdesk.ui.preview.sheet_view import SheetView  # noqa: PLC0415 - the PDF reader

            self._view = SheetView(self._themes.theme.colour("canvas"))
            self._view.page_changed.connect(self._count)
            self._stack.addWidget(self._view)
        return self._view

    # How it looks ---------------------------------------------------------------------------

    def _arrange(self) -> None:
        foot = QWidget()
        foot.setObjectName("page_foot")
        foot.setMinimumHeight(_FOOT_PX)
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 0, 16, 0)
        for label in (self._pages, self._progress):
            label.setProperty("role", "caption")
        line.addWidget(self._pages)
        line.addStretch(1)
        line.addWidget(self._progress)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._skeleton)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addWidget(foot)

    def _count(self) -> None:
        view = self._view
        if view is None or self._stack.currentWidget() is not view:
            self._pages.clear()
            return
        number = self.locale().toString
        self._pages.setText(
            self.tr("Page {0} of {1}").format(number(view.page), number(view.page_count))
        )

    def _say_nothing_is_open(self) -> None:
        self._skeleton.say(self.tr("Open a release and its pages are shown here."))
        self._pages.clear()
        self._progress.clear()

    def _show_canvas(self) -> None:
        canvas = self._themes.theme.colour("canvas")
        self._skeleton.set_canvas(canvas)
        if self._view is not None:
            self._view.set_canvas(canvas)
