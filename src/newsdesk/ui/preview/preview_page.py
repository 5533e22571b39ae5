"""The browser's page, shut off: no scripts of its own, no requests, no way out but through us.

Imports Qt's browser engine, which takes as long as the window takes to appear: imported only when
the window is there.
"""

import logging

from PySide6.QtCore import QFile, QIODevice, QObject, QUrl, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from newsdesk.domain.picture_marks import SCHEME
from newsdesk.ui.preview.picture_scheme import PictureHandler, register

SHELL_URL = QUrl("newsdesk://preview/")
HOST_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value

_LOG = logging.getLogger(__name__)
_CHANNEL_SCRIPT = ":/qtwebchannel/qwebchannel.js"  # Qt brings it along
_FETCHED = {"data"}  # how the engine gets the shell, and what is in the page itself
_IMAGE = QWebEngineUrlRequestInfo.ResourceType.ResourceTypeImage
_OFF = tuple(
    getattr(QWebEngineSettings.WebAttribute, name)
    for name in (
        "JavascriptEnabled",
        "JavascriptCanOpenWindows",
        "JavascriptCanAccessClipboard",
        "JavascriptCanPaste",
        "LocalStorageEnabled",
        "LocalContentCanAccessFileUrls",
        "LocalContentCanAccessRemoteUrls",
        "PluginsEnabled",
        "PdfViewerEnabled",
        "FullScreenSupportEnabled",
        "ScreenCaptureEnabled",
        "WebGLEnabled",
        "AutoLoadIconsForPage",
        "TouchIconsEnabled",
        "HyperlinkAuditingEnabled",
        "DnsPrefetchEnabled",
        "ErrorPageEnabled",
        "NavigateOnDropEnabled",
        "FocusOnNavigationEnabled",
        "AllowRunningInsecureContent",
        "AllowGeolocationOnInsecureOrigins",
    )
)


class RequestGate(QWebEngineUrlRequestInterceptor):
    """Lets nothing be fetched that is not in the page, but for pictures of the newsroom."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        scheme = info.requestUrl().scheme()
        is_picture = scheme == SCHEME and info.resourceType() is _IMAGE
        if scheme not in _FETCHED and not is_picture:
            info.block(True)  # noqa: FBT003 - Qt's argument


class PageReports(QObject):
    """What the host script says; its slots are all that the script can call.

    Signals:
        was_painted(int): the patch of this number is on screen; 0 for blocks that the shell had.
        was_clicked(str, int, int, str, int): a kind of block, its lines (-1: none), the text around
            the place and how far in it.
        was_followed(str): the target of a link, as it is written.
        was_scrolled(float): the user scrolled, now to this offset in CSS px.
        was_reflowed(bool): parts of the page stand elsewhere now; whether its width is another.
    """

    was_painted = Signal(int)
    was_clicked = Signal(str, int, int, str, int)
    was_followed = Signal(str)
    was_scrolled = Signal(float)
    was_reflowed = Signal(bool)

    @Slot(int)
    def painted(self, number: int) -> None:
        self.was_painted.emit(number)

    @Slot(str, int, int, str, int)
    def clicked(self, kind: str, first: int, last: int, around: str, offset: int) -> None:
        self.was_clicked.emit(kind, first, last, around, offset)

    @Slot(str)
    def followed(self, target: str) -> None:
        self.was_followed.emit(target)

    @Slot(float)
    def scrolled(self, offset: float) -> None:
        self.was_scrolled.emit(offset)

    @Slot(bool)
    def reflowed(self, is_resized: bool) -> None:
        self.was_reflowed.emit(is_resized)


class PreviewPage(QWebEnginePage):
    """The shell and nothing else."""

    def __init__(self, host_script: str, parent: QObject, profile_parent: QObject) -> None:
        """`profile_parent` outlives `parent`: a profile must die after its page."""
        register()
        # A profile without a name keeps nothing on disk.
        self._profile = QWebEngineProfile(profile_parent)
        super().__init__(self._profile, parent)
        self.destroyed.connect(self._profile.deleteLater)
        # The engine takes none of these for its own: they live as long as we hold them.
        self._gate = RequestGate(self._profile)
        self._profile.setUrlRequestInterceptor(self._gate)
        self.pictures = PictureHandler(self._profile)
        self._profile.installUrlSchemeHandler(SCHEME.encode(), self.pictures)
        self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)  # noqa: FBT003 - Qt's argument
        self.reports = PageReports(self)
        self._channel = QWebChannel(self)
        self._channel.registerObject("program", self.reports)
        self.setWebChannel(self._channel, HOST_WORLD)
        self._host_script = f"{_channel_script()}\n{host_script}"
        self.has_loaded = False  # the shell given last
        self.loadFinished.connect(self._on_load_finished)

    def load_shell(self, html: str) -> None:
        """Begin with this page; it may have up to 2 MB, each of its bytes as `%xx`."""
        self.has_loaded = False
        self.setHtml(html, SHELL_URL)

    def run_host(self) -> None:
        """Put the host script in place, once the shell is loaded."""
        # Not one of the page's `scripts()`: after a navigation that was refused the engine loads
        # the next page without those.
        self.runJavaScript(self._host_script, HOST_WORLD)

    def _on_load_finished(self, is_loaded: bool) -> None:
        self.has_loaded = self.has_loaded or is_loaded

    def acceptNavigationRequest(  # noqa: N802 - Qt's name
        self,
        url: QUrl | str,
        type: QWebEnginePage.NavigationType,  # noqa: A002 - Qt's name
        isMainFrame: bool,  # noqa: N803 - Qt's name
    ) -> bool:
        """Allow what we load, which is the shell; places within it are not asked about."""
        is_ours = type is QWebEnginePage.NavigationType.NavigationTypeTyped
        return is_ours and isMainFrame and QUrl(url).scheme() == "data"

    def javaScriptConsoleMessage(  # noqa: N802 - Qt's name
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,  # noqa: N803 - Qt's name
        sourceID: str,  # noqa: N803 - Qt's name
    ) -> None:
        """Keep what the host script does wrong; what the layers refuse is no news."""
        is_ours = message.startswith("Uncaught")
        _LOG.log(logging.WARNING if is_ours else logging.DEBUG, "line %d: %s", lineNumber, message)


def _channel_script() -> str:
    file = QFile(_CHANNEL_SCRIPT)
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(file.readAll().data()).decode()
