"""Which newsdesk this is, where its data lies, and what it is made of."""

import re

from PySide6.QtCore import QDir, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from newsdesk.services.about import About
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import secondary_button
from newsdesk.ui.widgets.labelled import caption

_SIZE = QSize(760, 620)
_AROUND_PX = 40
_MARGIN_PX = 20
_ICON_PX = 64
_LIST_PX = 250
_WITHIN_PARAGRAPH = re.compile(r"(?<=\S)[ \t]*\n(?=[a-z\"'‘“(]|[A-Z](?!opyright))")


class AboutDialog(QDialog):
    """Signals:
    news_requested(): what is new is asked for.
    """

    news_requested = Signal()

    def __init__(
        self, about: About, data_folder: str, picture: str, icons: Icons, parent: QWidget
    ) -> None:
        """`picture` is the path of the program's icon."""
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About newsdesk"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._about = about
        self._folder = data_folder
        self._icons = icons
        self._parts = QListWidget()
        self._parts.setObjectName("settings_pages")
        self._parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = QPlainTextEdit()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        inner.setSpacing(14)
        inner.addLayout(self._head(picture))
        inner.addLayout(self._place())
        inner.addWidget(self._made_of(), 1)
        layout.addLayout(inner, 1)
        layout.addWidget(self._foot())
        room = self.screen().availableSize() - QSize(_AROUND_PX, 2 * _AROUND_PX)
        room = room.boundedTo(parent.window().size() - QSize(_AROUND_PX, _AROUND_PX))
        self.resize(_SIZE.boundedTo(room))

    def _head(self, picture: str) -> QHBoxLayout:
        icon = QLabel()
        icon.setPixmap(QIcon(picture).pixmap(QSize(_ICON_PX, _ICON_PX)))
        title = QLabel("newsdesk")
        title.setProperty("role", "title")
        about = self._about
        version = QLabel(
            self.tr("Version {version} · Qt {qt} · Python {python}").format(
                version=about.version, qt=about.of("Qt"), python=about.of("Python")
            )
        )
        version.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        version.setAccessibleName(self.tr("Version"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(version)
        licence = self.tr("{copyright}. Free under the MIT licence, without warranty.")
        words.addWidget(caption(licence.format(copyright=about.copyright)))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _place(self) -> QVBoxLayout:
        label = QLabel(self.tr("Where your newsroom lies"))
        label.setProperty("role", "label")
        path = QLabel(QDir.toNativeSeparators(self._folder))
        path.setTextFormat(Qt.TextFormat.PlainText)
        path.setWordWrap(True)
        path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as paths are written everywhere
        path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        path.setAccessibleName(label.text())
        show = secondary_button(self.tr("&Show in folder"))
        show.setAutoDefault(False)
        self._icons.bind(show, lambda: show.setIcon(self._icons.icon("folder", px=16)))
        show.clicked.connect(self._on_show)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(path, 1)
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(line)
        return column

    def _made_of(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = QLabel(self.tr("What it is made of, and under which licences"))
        label.setProperty("role", "label")
        label.setBuddy(self._parts)
        column.addWidget(label)
        self._parts.setAccessibleName(label.text())
        self._parts.addItem(_line("newsdesk", self._about.version, "MIT", self._about.licence))
        for one in self._about.components:
            self._parts.addItem(_line(one.name, one.version, one.licence, one.text))
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("The licence"))
        self._text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # they are in English
        self._parts.currentItemChanged.connect(self._on_part)
        self._parts.setCurrentRow(0)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._parts)
        split.addWidget(self._text)
        split.setSizes([_LIST_PX, _SIZE.width() - _LIST_PX])
        column.addWidget(split, 1)
        return whole

    def _foot(self) -> QWidget:
        copy = secondary_button(self.tr("C&opy details"))
        copy.setToolTip(self.tr("What somebody who helps you wants to know first"))
        news = secondary_button(self.tr("What's &new"))
        close = secondary_button(self.tr("&Close"))
        close.setDefault(True)
        copy.clicked.connect(self._on_copy)
        news.clicked.connect(self.news_requested)
        close.clicked.connect(self.close)
        foot = QWidget()
        foot.setObjectName("dialog_foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(_MARGIN_PX, 12, _MARGIN_PX, 12)
        row.setSpacing(8)
        row.addWidget(copy)
        row.addWidget(news)
        row.addStretch(1)
        row.addWidget(close)
        return foot

    @Slot(QListWidgetItem)
    def _on_part(self, item: QListWidgetItem) -> None:
        text: str = item.data(Qt.ItemDataRole.UserRole)
        licence: str = item.data(Qt.ItemDataRole.ToolTipRole)
        self._text.setPlainText(text or licence)

    @Slot()
    def _on_show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._about.details(self._folder))


def _line(name: str, version: str, licence: str, text: str) -> QListWidgetItem:
    item = QListWidgetItem(f"{name} {version}".rstrip())
    item.setToolTip(licence)
    item.setData(Qt.ItemDataRole.UserRole, f"{licence}\n\n{_flowing(text)}" if text else "")
    return item


def _flowing(text: str) -> str:
    """Return a licence without the line ends of its paragraphs: it is as wide as the window."""
    return _WITHIN_PARAGRAPH.sub(" ", text)
