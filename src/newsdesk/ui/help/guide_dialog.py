"""The user guide in a window of its own: contents, text, and finding words in it."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui.help.guide_text import guide_html, sheet
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme import Theme
from newsdesk.ui.theme.theme_controller import ThemeController

_SIZE = QSize(860, 640)
_AROUND_PX = 40
_CONTENTS_PX = 220
_MARGIN_PX = 24
_MOST_MARKED = 500
_LEVEL = Qt.ItemDataRole.UserRole
_CONTENTS_LEVELS = (2, 3)


class GuideDialog(QDialog):
    """Not modal: one reads it beside what one does."""

    def __init__(
        self,
        markdown: str,
        keys: Mapping[str, str],
        themes: ThemeController,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        """`keys` are the shortcuts of actions by their ids, as the system writes them."""
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("User guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._html = guide_html(markdown, keys)
        self._themes = themes
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find in the guide"))
        self._field.setAccessibleName(self.tr("Find in the guide"))
        self._field.setClearButtonEnabled(True)
        search = QAction(self)
        self._field.addAction(search, QLineEdit.ActionPosition.LeadingPosition)
        icons.bind(search, lambda: search.setIcon(icons.icon("search", px=16)))
        self._count = QLabel()
        self._count.setProperty("role", "caption")
        self._contents = QListWidget()
        self._contents.setObjectName("settings_pages")
        self._contents.setAccessibleName(self.tr("Contents"))
        self._contents.setFixedWidth(_CONTENTS_PX)
        self._contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = QTextBrowser()
        self._text.setObjectName("guide_text")
        self._text.setAccessibleName(self.tr("User guide"))
        self._text.setOpenExternalLinks(False)
        self._text.document().setDocumentMargin(_MARGIN_PX)
        self._arrange()
        self._show(themes.theme)
        self._connect()
        room = self.screen().availableSize() - QSize(_AROUND_PX, 2 * _AROUND_PX)
        self.resize(_SIZE.boundedTo(room))
        self._field.setFocus()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(10)
        head.addWidget(self._field, 1)
        head.addWidget(self._count)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self._contents)
        panes.addWidget(self._text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(panes, 1)

    def _connect(self) -> None:
        self._themes.theme_changed.connect(self._show)
        self._contents.itemActivated.connect(self._go_to_heading)
        self._contents.itemClicked.connect(self._go_to_heading)
        self._field.textChanged.connect(self._find_first)
        self._field.returnPressed.connect(self.find_next)
        QShortcut(QKeySequence.StandardKey.Find, self, self._field.setFocus)
        QShortcut(QKeySequence.StandardKey.FindNext, self, self.find_next)
        back = QShortcut(QKeySequence("Shift+Return"), self._field, self.find_previous)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)

    # What is shown --------------------------------------------------------------------------

    @Slot(object)
    def _show(self, theme: Theme) -> None:
        """Show the guide in the colours of the theme, from where it was read."""
        at = self._text.verticalScrollBar().value()
        self._text.document().setDefaultStyleSheet(sheet(theme))
        self._text.setHtml(self._html)
        self._fill_contents()
        self._mark()
        self._text.verticalScrollBar().setValue(at)

    def _fill_contents(self) -> None:
        row = self._contents.currentRow()
        self._contents.clear()
        block = self._text.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level in _CONTENTS_LEVELS:
                indent = "    " * (level - _CONTENTS_LEVELS[0])
                item = QListWidgetItem(indent + block.text())
                item.setData(_LEVEL, block.blockNumber())
                self._contents.addItem(item)
            block = block.next()
        self._contents.setCurrentRow(max(row, 0))

    @Slot(QListWidgetItem)
    def _go_to_heading(self, item: QListWidgetItem) -> None:
        block = self._text.document().findBlockByNumber(item.data(_LEVEL))
        self._text.setTextCursor(QTextCursor(block))
        self._scroll_to(block)

    def _scroll_to(self, block: QTextBlock) -> None:
        layout = self._text.document().documentLayout()
        top = layout.blockBoundingRect(block).top()
        self._text.verticalScrollBar().setValue(round(top) - _MARGIN_PX // 2)

    # Finding --------------------------------------------------------------------------------

    @Slot()
    def _find_first(self) -> None:
        cursor = self._text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._text.setTextCursor(cursor)
        self._mark()
        if self._field.text():
            self.find_next()
        else:
            self._count.clear()

    @Slot()
    def find_next(self) -> None:
        """Go to the next place, from the last one on to the first."""
        self._go(QTextDocument.FindFlag(0), QTextCursor.MoveOperation.Start)

    @Slot()
    def find_previous(self) -> None:
        self._go(QTextDocument.FindFlag.FindBackward, QTextCursor.MoveOperation.End)

    def _go(self, how: QTextDocument.FindFlag, start: QTextCursor.MoveOperation) -> None:
        words = self._field.text()
        if words and not self._text.find(words, how):
            self._text.moveCursor(start)
            self._text.find(words, how)
        self._say_count()

    def _places(self) -> list[QTextCursor]:
        found: list[QTextCursor] = []
        words, document = self._field.text(), self._text.document()
        at = document.find(words) if words else QTextCursor()
        while not at.isNull() and len(found) < _MOST_MARKED:
            found.append(at)
            at = document.find(words, at)
        return found

    def _mark(self) -> None:
        marked = QTextCharFormat()
        marked.setBackground(QColor(self._themes.theme.colours["warn_soft"]))
        selections: list[QTextEdit.ExtraSelection] = []
        for place in self._places():
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = place, marked
            selections.append(selection)
        self._text.setExtraSelections(selections)

    def _say_count(self) -> None:
        starts = [place.selectionStart() for place in self._places()]
        here = self._text.textCursor().selectionStart()
        if not starts:
            self._count.setText(self.tr("Nothing found"))
        elif here in starts:
            number = starts.index(here) + 1
            self._count.setText(self.tr("{0} of {1}").format(number, len(starts)))
