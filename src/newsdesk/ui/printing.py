"""Pages out of the browser's engine: a PDF of an HTML page, the one that exports and prints hold.

The engine is started with the first page and given up when there is nothing to print for a while.
"""

import json
import logging
import os
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QCoreApplication,
    QEventLoop,
    QMarginsF,
    QObject,
    QSizeF,
    Qt,
    QThread,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QPageLayout, QPageSize

from newsdesk.domain.errors import PrintError, PrintProblem
from newsdesk.ui.timers import single_shot

if TYPE_CHECKING:
    from newsdesk.rendering.page_setup import PageSetup

_LONGEST_MS = 120_000  # for one document: a megabyte takes some seconds
_IDLE_MS = 60_000  # as long as a preview that is not seen
_CLEARING_MS = 500
"""For the engine to clear up after a process that died: a page that goes before that is done takes
the whole program along. A twentieth of that is too little."""
_LOOK_MS = 10  # between two looks whether the pictures are there
_SHELL = "<!doctype html><html><head><title></title></head><body></body></html>"
_LOG = logging.getLogger(__name__)

# The page comes into the shell instead of being loaded: the engine loads two megabytes at most.
_FILL = """(html => {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  return true;
})(%s)"""
_IS_WHOLE = """[...document.images].every(one => one.complete)
  && document.fonts.status === "loaded" """


@dataclass(eq=False)
class _Job:
    """One document, and who waits for it."""

    html: str
    setup: "PageSetup"
    printed: Callable[[bytes], None]
    refused: Callable[[PrintError], None]
    is_given_up: bool = False


@dataclass(eq=False)
class _Answer:
    """What a thread waits for."""

    html: str
    setup: "PageSetup"
    ended: Event = field(default_factory=Event)
    pdf: bytes = b""
    error: PrintError | None = None

    def take(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.ended.set()

    def refuse(self, error: PrintError) -> None:
        self.error = error
        self.ended.set()


class PagePrinter(QObject):
    """Prints one document after the other. It lives in the GUI thread; made before or after the
    application is, it is to be ended before that is.
    """

    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Job] = deque()
        self._job: _Job | None = None
        self._page: Any = None  # a `PreviewPage`, whose type would bring the engine
        self._is_dead = False  # the process behind the page
        self._has_ended = False
        self._watch = single_shot(self, partial(self._fail, PrintProblem.TOO_SLOW), _LONGEST_MS)
        self._rest = single_shot(self, self._drop_engine, _IDLE_MS)
        self._look = single_shot(self, self._ask_whether_whole, _LOOK_MS)
        self._clearing = single_shot(self, lambda: None, _CLEARING_MS)
        self._asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    # Asking ---------------------------------------------------------------------------------

    def print_page(self, html: str, setup: "PageSetup") -> bytes:
        """Return a PDF of a page; called in any thread, it returns when that is done.

        In the GUI thread the window goes on meanwhile.

        Raises:
            PrintError: there is none.
        """
        answer = _Answer(html, setup)
        if QThread.currentThread() is self.thread():
            self._wait_in_loop(answer)
        else:
            self._asked.emit(answer)
            if self._has_ended:  # perhaps too late to be told so
                answer.refuse(PrintError(PrintProblem.STOPPED))
            answer.ended.wait()
        if answer.error is not None:
            raise answer.error
        return answer.pdf

    def begin(
        self,
        html: str,
        setup: "PageSetup",
        printed: Callable[[bytes], None],
        refused: Callable[[PrintError], None],
    ) -> Callable[[], None]:
        """Print a page and call `printed` with the PDF, or `refused`; from the GUI thread.

        Returns:
            What takes it back: neither of the two is called then.
        """
        job = _Job(html, setup, printed, refused)
        self._waiting.append(job)
        QTimer.singleShot(0, self, self._next)

        def take_back() -> None:
            job.is_given_up = True

        return take_back

    def end(self) -> None:
        """Refuse what waits and all that will come, and let the engine go."""
        self._has_ended = True
        QCoreApplication.sendPostedEvents(self)  # what threads asked for just now
        for job in (*filter(None, [self._job]), *self._waiting):
            _refuse(job, PrintError(PrintProblem.STOPPED))
        self._job = None
        self._waiting.clear()
        for timer in (self._watch, self._rest, self._look):
            timer.stop()
        if self._clearing.isActive():
            loop = QEventLoop()
            self._clearing.timeout.connect(loop.quit)
            loop.exec()
        self._drop_engine()

    def _wait_in_loop(self, answer: _Answer) -> None:
        loop = QEventLoop()

        def ended(tell: Callable[[Any], None], value: object) -> None:
            tell(value)
            loop.quit()

        self.begin(
            answer.html, answer.setup, partial(ended, answer.take), partial(ended, answer.refuse)
        )
        if not answer.ended.is_set():
            loop.exec()

    @Slot(object)
    def _on_asked(self, answer: _Answer) -> None:
        self.begin(answer.html, answer.setup, answer.take, answer.refuse)

    # One after the other --------------------------------------------------------------------

    def _next(self) -> None:
        if self._has_ended:
            self.end()
            return
        if self._job is not None:
            return
        while self._waiting and self._waiting[0].is_given_up:
            self._waiting.popleft()
        if not self._waiting:
            self._rest.start()
            return
        self._job = self._waiting.popleft()
        self._rest.stop()
        self._watch.start()
        try:
            self._start_engine()
        except PrintError as error:
            self._end_job(partial(_refuse, error=error))
            return
        if self._page.has_loaded:
            self._fill()

    def _start_engine(self) -> None:
        """Have an engine, its shell loaded or on its way."""
        if self._page is not None:
            if self._is_dead:
                self._is_dead = False
                self._page.load_shell(_SHELL)
            return
        _check_rights()
        try:
            from newsdesk.ui.preview.preview_page import PreviewPage  # noqa: PLC0415 - the engine
        except ImportError as error:
            raise PrintError(PrintProblem.NO_ENGINE, str(error)) from error
        application = QCoreApplication.instance()
        assert application is not None
        self._page = page = PreviewPage("", self, application)
        page.loadFinished.connect(self._on_loaded)
        page.renderProcessTerminated.connect(self._on_died)
        page.load_shell(_SHELL)

    def _drop_engine(self) -> None:
        page, self._page, self._is_dead = self._page, None, False
        if page is not None:
            page.loadFinished.disconnect(self._on_loaded)
            page.renderProcessTerminated.disconnect(self._on_died)
            page.deleteLater()

    def _on_loaded(self, is_loaded: bool) -> None:
        if self._job is None:
            return
        if is_loaded:
            self._fill()
        else:
            self._fail(PrintProblem.DIED)

    def _fill(self) -> None:
        job = self._job
        assert job is not None
        self._page.runJavaScript(_FILL % json.dumps(job.html), _world(), partial(self._filled, job))

    def _filled(self, job: _Job, is_filled: object) -> None:
        if job is not self._job:
            return
        if is_filled is True:
            self._ask_whether_whole()
        else:
            self._fail(PrintProblem.DIED)

    def _ask_whether_whole(self) -> None:
        if self._page is not None and self._job is not None:
            self._page.runJavaScript(_IS_WHOLE, _world(), partial(self._on_whole, self._job))

    def _on_whole(self, job: _Job, is_whole: object) -> None:
        if job is not self._job:
            return
        if is_whole is True:
            self._page.printToPdf(partial(self._printed, job), _layout(job.setup))
        else:
            self._look.start()

    def _printed(self, job: _Job, content: Any) -> None:
        if job is not self._job:
            return
        pdf = bytes(content)
        if pdf:
            self._end_job(lambda done: done.printed(pdf))
        else:
            self._fail(PrintProblem.DIED)

    def _on_died(self, _status: object, code: int) -> None:
        _LOG.info("the engine ended with %d", code)
        self._fail(PrintProblem.DIED)

    def _fail(self, problem: PrintProblem) -> None:
        """The process is of no use any more; the next page gets another one."""
        if problem is PrintProblem.DIED:
            self._is_dead = True
            self._clearing.start()
        else:
            self._drop_engine()
        if self._job is not None:
            self._end_job(partial(_refuse, error=PrintError(problem)))

    def _end_job(self, tell: Callable[[_Job], None]) -> None:
        job, self._job = self._job, None
        self._watch.stop()
        self._look.stop()
        QTimer.singleShot(0, self, self._next)
        if job is not None and not job.is_given_up:
            tell(job)


def _refuse(job: _Job, error: PrintError) -> None:
    if not job.is_given_up:
        job.refused(error)


def _check_rights() -> None:
    """Raise `PrintError` where the engine would end the whole program: as root, in its sandbox."""
    is_root = sys.platform.startswith("linux") and os.geteuid() == 0
    has_sandbox = os.environ.get(
        "QTWEBENGINE_DISABLE_SANDBOX", "0"
    ) == "0" and "--no-sandbox" not in os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    if is_root and has_sandbox:
        raise PrintError(PrintProblem.AS_ROOT)


def _layout(setup: "PageSetup") -> QPageLayout:
    size = QSizeF(setup.width_mm, setup.height_mm)
    margins = QMarginsF(setup.left_mm, setup.top_mm, setup.right_mm, setup.bottom_mm)
    return QPageLayout(
        QPageSize(size, QPageSize.Unit.Millimeter),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def _world() -> int:
    from newsdesk.ui.preview.preview_page import HOST_WORLD  # noqa: PLC0415 - loaded by now

    return HOST_WORLD
