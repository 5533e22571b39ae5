"""The browser view and what is on its page. Imported late, as the engine is: see `preview_page`."""

import json
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QMenu

from newsdesk.ui.preview.preview_page import HOST_WORLD, PreviewPage

if TYPE_CHECKING:
    from newsdesk.rendering.page import Page
    from newsdesk.ui.preview.picture_scheme import Fetch

_MAIN = "document.querySelector('main').innerHTML"
_OUTSIDE = ("http", "https", "mailto", "tel")  # schemes of links that may be opened
_STEP = -1  # in place of a number: the page wanted comes with a later call


class WebPreview(QWebEngineView):
    """Shows pages one after the other; only what differs is changed.

    One patch is under way at a time. Of the pages that come meanwhile the last one is next, so a
    page that takes long to lay out is never behind by more than itself.

    Signals:
        painted(int): the page of this number is on screen, or the shell with it.
        clicked(str, int, int, str, int): see `PageReports`.
        link_followed(QUrl): the user wants to go there, which is outside.
        link_pointed(QUrl): the mouse is on a link that leads outside; an empty one: no longer.
        rich_copy_requested(): the user wants what is selected, or the page, with its looks.
        scrolled(float), reflowed(bool): see `PageReports`.
        became_ready(): a shell was loaded; what `call` did to the one before is gone.
        died(): the page is gone; `begin` brings it back.
    """

    painted = Signal(int)
    clicked = Signal(str, int, int, str, int)
    link_followed = Signal(QUrl)
    link_pointed = Signal(QUrl)
    rich_copy_requested = Signal()
    scrolled = Signal(float)
    reflowed = Signal(bool)
    became_ready = Signal()
    died = Signal()

    def __init__(self, host_script: str) -> None:
        super().__init__()
        self._wanted: Page | None = None
        self._number = 0
        self._shown: Page | None = None
        self._is_from_top = False
        self._html = ""  # the shell given last
        self._shell_number: int | None = None  # of the page that came with it
        self._is_shell_painted = False
        self._look_script = ""
        self._loads = 0
        self._is_ready = False
        self._is_busy = False
        self._sent = self._painted = 0  # numbers of pages
        self._is_stepping = False  # more of the page wanted comes with later calls
        self._is_dead = False
        self.setAcceptDrops(False)  # files are for the window
        self.setAccessibleName(self.tr("Page of the release"))
        application = QCoreApplication.instance()
        assert application is not None
        self._shut_page = PreviewPage(host_script, self, application)
        self._shut_page.loadFinished.connect(self._on_loaded)
        self._shut_page.renderProcessTerminated.connect(self._on_terminated)
        self._shut_page.linkHovered.connect(self._on_pointed)
        reports = self._shut_page.reports
        reports.was_painted.connect(self._on_painted)
        reports.was_clicked.connect(self.clicked)
        reports.was_followed.connect(self._on_followed)
        reports.was_scrolled.connect(self.scrolled)
        reports.was_reflowed.connect(self.reflowed)
        self.setPage(self._shut_page)

    def set_fetch(self, fetch: "Fetch") -> None:
        """Get the pictures of the page by `fetch`; what it asked for before waits for that."""
        self._shut_page.pictures.set_fetch(fetch)

    def load_kept(self, html: str, canvas: str) -> None:
        """Load a shell with its page, as it was kept; `begin` goes on with it, if it is still so.

        Args:
            canvas: the colour of CSS around the paper.
        """
        self._shut_page.setBackgroundColor(canvas)
        self._html, self._shell_number = html, 0
        self._load(html)

    def shows(self, html: str) -> bool:
        """Tell whether this shell is on screen, with the page that came with it."""
        return self._is_shell_painted and self._html == html and not self._is_dead

    def begin(self, page: "Page", number: int, html: str, *, is_whole: bool) -> None:
        """Load the shell and show `page`.

        Args:
            html: the shell; it is not loaded again if it is there.
            is_whole: `page` is in it.
        """
        is_there = self._html == html and self._shown is None and not self._is_dead
        self._wanted, self._number = page, number
        self._shell_number = number if is_whole else None
        if not is_there:
            self._loads += 1
            self._shown = None
            self._html = html
            self._is_ready = self._is_busy = self._is_dead = self._is_shell_painted = False
            self._is_stepping = False
            self._load(html)
            return
        if self._is_shell_painted:
            QTimer.singleShot(0, self, partial(self._on_painted, 0))
        self._send()

    def _load(self, html: str) -> None:
        """Load the shell, and leave the keyboard where it is.

        The engine takes it when the process before has died, whatever its settings say.
        """
        focus = QApplication.focusWidget()
        self._shut_page.load_shell(html)
        if focus is not None and focus is not QApplication.focusWidget():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: "Page", number: int, *, is_from_top: bool) -> None:
        """Show `page` as soon as may be, scrolled to its top if it is another release's."""
        self._wanted, self._number = page, number
        self._is_from_top = self._is_from_top or is_from_top
        self._send()

    def set_look(self, canvas: str, script: str) -> None:
        """Put another canvas around the paper; `script` gives it to a page that is loaded."""
        self._look_script = script
        self._shut_page.setBackgroundColor(canvas)
        if self._is_ready:
            self._run(script)

    def read_main(self, then: Callable[[str], None]) -> None:
        """Call `then` with the HTML that stands in the paper now, as the engine has it."""
        self._shut_page.runJavaScript(_MAIN, HOST_WORLD, then)

    @property
    def is_ready(self) -> bool:
        """Whether the host script is there to be called."""
        return self._is_ready

    @property
    def is_whole(self) -> bool:
        """Whether no more of a long page is to come."""
        return not self._is_stepping

    def call(
        self, function: str, *arguments: object, then: Callable[[object], None] | None = None
    ) -> None:
        """Call one of the host script's functions; without it nothing is done, `then` neither.

        Args:
            then: takes what it returns, a number or a text: the engine hands out nothing else.
        """
        if self._is_ready:
            script = f"newsdesk.{function}(...{json.dumps(arguments)})"
            self._shut_page.runJavaScript(script, HOST_WORLD, then or _drop)

    def end(self) -> None:
        """Let page and process go, and this view with them."""
        self._loads += 1
        self.hide()
        self.deleteLater()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with a page that is only looked at."""
        request = self.lastContextMenuRequest()
        menu = QMenu(self.window())  # not of this view, which has a native window of its own
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("&Copy"))
        copy.setEnabled(bool(request and request.selectedText()))
        copy.triggered.connect(partial(self.triggerPageAction, QWebEnginePage.WebAction.Copy))
        menu.addAction(self.tr("Copy as for&matted text")).triggered.connect(
            self.rich_copy_requested
        )
        link = request.linkUrl() if request else None
        if link and link.scheme() in _OUTSIDE:
            address = link.toString()
            menu.addAction(self.tr("Copy link &address")).triggered.connect(
                lambda: QGuiApplication.clipboard().setText(address)
            )
        menu.addAction(self.tr("Select &all")).triggered.connect(
            partial(self.triggerPageAction, QWebEnginePage.WebAction.SelectAll)
        )
        menu.popup(event.globalPos())

    def _send(self) -> None:
        if not self._is_ready or self._is_busy:
            return
        if self._wanted is None or self._wanted == self._shown:
            self._is_stepping = False
            if self._painted == self._sent != self._number:
                self._tell_painted()
            return
        from newsdesk.ui.preview.patching import Patch  # noqa: PLC0415 - not for the first page

        patch = Patch.between(self._shown, self._wanted).step()
        self._shown = patch.page
        self._sent = self._number
        self._is_busy = True
        self._is_stepping = patch.page is not self._wanted
        number = _STEP if self._is_stepping else self._number
        is_from_top = self._is_from_top
        self._is_from_top = False
        self._shut_page.runJavaScript(
            patch.script(number, is_from_top=is_from_top),
            HOST_WORLD,
            partial(self._on_patched, self._loads, number),
        )

    def _tell_painted(self) -> None:
        """What is on screen is the page wanted, if under the number of an earlier one like it."""
        self._painted = self._sent = self._number
        self.painted.emit(self._number)

    def _run(self, script: str) -> None:
        self._shut_page.runJavaScript(script, HOST_WORLD)

    def _on_patched(self, load: int, number: int, answer: object) -> None:
        if load != self._loads:
            return
        if answer != number:  # the host script is not there: whatever this page is, it is not ours
            self._on_terminated()
            return
        self._is_busy = False
        self._send()

    def _on_loaded(self, is_loaded: bool) -> None:
        if is_loaded and not self._is_ready:
            self._is_ready = True
            self._shut_page.run_host()
            if self._look_script:
                self._run(self._look_script)
            self.became_ready.emit()
            self._send()

    def _on_painted(self, number: int) -> None:
        if number == self._sent > 0 and self._wanted == self._shown:
            self._tell_painted()
        elif number > 0:
            self._painted = number
            self.painted.emit(number)
        elif number != _STEP and self._shell_number is not None:
            self._is_shell_painted = True
            self.painted.emit(self._shell_number)

    def _on_followed(self, target: str) -> None:
        if url := _outside(target):
            self.link_followed.emit(url)

    def _on_pointed(self, target: str) -> None:
        self.link_pointed.emit(_outside(target) or QUrl())

    def _on_terminated(self) -> None:
        if not self._is_dead:
            self._is_dead = True
            self._is_ready = False
            self.died.emit()


def _outside(target: str) -> QUrl | None:
    """Return where a link leads, if that may be opened."""
    url = QUrl(target)
    return url if url.isValid() and url.scheme() in _OUTSIDE else None


def _drop(_answer: object) -> None:
    """Want nothing back."""
