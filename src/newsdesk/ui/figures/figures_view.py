"""The page of figures in the browser's engine, shut off as the preview is. Imported late."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QCoreApplication, QMarginsF, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWebEngineWidgets import QWebEngineView

from newsdesk.ui.preview.preview_page import PreviewPage

_MARGIN_MM = 18


class FiguresView(QWebEngineView):
    """Shows one page; nothing in it runs, and no link leads anywhere.

    Signals:
        shown(): the page given last is there.
    """

    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(False)
        self.setAccessibleName(self.tr("Releases in figures"))
        application = QCoreApplication.instance()
        assert application is not None
        self._shut_page = PreviewPage("", self, application)
        self._shut_page.loadFinished.connect(self._on_loaded)
        self.setPage(self._shut_page)

    def show_page(self, html: str) -> None:
        self._shut_page.load_shell(html)

    def make_pdf(self, then: Callable[[bytes], None]) -> None:
        """Call `then` with the page as a PDF on A4; with nothing if that cannot be made."""
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )

        def made(content: QByteArray) -> None:
            then(bytes(content.data()))

        self._shut_page.printToPdf(made, layout)

    def _on_loaded(self, is_loaded: bool) -> None:
        if is_loaded:
            self.shown.emit()
