"""Where a link of the page leads: said while the mouse is on it, asked before it is followed."""

from functools import partial

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from newsdesk.ui.preview.link_address import shown_address
from newsdesk.ui.preview.page_hand import PageHand
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar, Offer


class LinkBar(NoticeBar):
    """Stands below the page while it asks."""

    def __init__(self, icons: Icons, hand: PageHand, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._hand = hand
        hand.pointed.connect(self._on_pointed)
        hand.began.connect(self.dismiss)

    @Slot(QUrl)
    def ask(self, url: QUrl) -> None:
        """Ask whether to open an address in the program that is for it."""
        self.show_notice(
            self.tr("Open %1?").replace("%1", shown_address(url)),
            offers=(
                Offer(self.tr("Open"), partial(self._open, url)),
                Offer(self.tr("Copy address"), partial(self._copy, url)),
            ),
        )

    @Slot(QUrl)
    def _on_pointed(self, url: QUrl) -> None:
        self._hand.say_below("" if url.isEmpty() else shown_address(url))

    def _open(self, url: QUrl) -> None:
        QDesktopServices.openUrl(url)

    def _copy(self, url: QUrl) -> None:
        address = url.path() if url.scheme() == "mailto" and not url.hasQuery() else url.toString()
        QGuiApplication.clipboard().setText(address)
