"""What is new in newsdesk, beside what one does."""

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from newsdesk.ui.help.guide_text import guide_html, sheet
from newsdesk.ui.help.news_text import news_markdown
from newsdesk.ui.theme.theme import Theme
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import secondary_button

_SIZE = QSize(720, 600)
_AROUND_PX = 40
_MARGIN_PX = 24


class NewsDialog(QDialog):
    """Not modal. The versions one below the other, the newest first."""

    def __init__(self, changelog: str, themes: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("news")
        self.setWindowTitle(self.tr("What's new"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._html = guide_html(news_markdown(changelog, self.tr("In this version"), _day), {})
        self._text = QTextBrowser()
        self._text.setObjectName("guide_text")
        self._text.setAccessibleName(self.windowTitle())
        self._text.setOpenExternalLinks(False)
        self._text.document().setDocumentMargin(_MARGIN_PX)
        close = secondary_button(self.tr("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        foot = QWidget()
        foot.setObjectName("dialog_foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 12, 20, 12)
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._text, 1)
        layout.addWidget(foot)
        themes.theme_changed.connect(self._show)
        self._show(themes.theme)
        room = self.screen().availableSize() - QSize(_AROUND_PX, 2 * _AROUND_PX)
        self.resize(_SIZE.boundedTo(room))
        self._text.setFocus()

    @Slot(object)
    def _show(self, theme: Theme) -> None:
        at = self._text.verticalScrollBar().value()
        self._text.document().setDefaultStyleSheet(sheet(theme))
        self._text.setHtml(self._html)
        self._text.verticalScrollBar().setValue(at)


def _day(year: int, month: int, day: int) -> str:
    return QLocale().toString(QDate(year, month, day), QLocale.FormatType.LongFormat)
