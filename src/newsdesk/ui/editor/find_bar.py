"""The bar that finds words in the text of a release and puts others in their place."""

from bisect import bisect_left

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from newsdesk.services.text_search import (
    Place,
    UnusablePatternError,
    Wanted,
    places,
    replacements,
)
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.marks import mark
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.buttons import icon_button, secondary_button

_PAUSE_MS = 80  # after the last key
_MOST_DRAWN = 500  # places that are marked; all of them are counted
_LEAST_BESIDE_PX = 180
_LONGEST_SELECTION = 200  # characters that are taken for what is looked for


class FindBar(QWidget):
    """Marks all places in a text, counts them, and goes from one to the next.

    Signals:
        closed(): the user is done; the text has the keyboard.
    """

    closed = Signal()

    def __init__(
        self,
        text: MarkdownEditor,
        themes: ThemeController,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = text
        self._themes = themes
        self._places: list[Place] = []  # in Qt's units
        self.words = _field(self.tr("Find"))
        self.other = _field(self.tr("Replace with"))
        self.count = QLabel()
        self.count.setProperty("role", "caption")
        self._case = _option("Aa", self.tr("Only with the same capitals"))
        self._whole = _option("W", self.tr("Only whole words"))
        self._pattern = _option(".*", self.tr("Regular expression"))
        self._before = icon_button(icons, "up", self.tr("Previous place"))
        self._after = icon_button(icons, "down", self.tr("Next place"))
        self._close = icon_button(icons, "close", self.tr("Close"))
        self._replace = secondary_button(self.tr("&Replace"))
        self._replace_all = secondary_button(self.tr("Replace &all"))
        self._pause = single_shot(self, self._search, _PAUSE_MS)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 8, 10, 8)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._ways = _row(
            2, self._case, self._whole, self._pattern, self._before, self._after, self._close
        )
        self._deeds = _row(6, self._replace, self._replace_all)
        self._is_narrow: bool | None = None
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons beside the fields, or below where they would leave them no room."""
        is_narrow = self.width() - self._ways.sizeHint().width() < _LEAST_BESIDE_PX
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for part in (self.words, self._ways, self.other, self._deeds, self.count):
            self._grid.removeWidget(part)
        pairs = ((self.words, self._ways), (self.other, self._deeds))
        for row, (field, buttons) in enumerate(pairs):
            if is_narrow:
                self._grid.addWidget(field, 2 * row, 0, 1, 2)
                self._grid.addWidget(buttons, 2 * row + 1, 0, 1, 2)
            else:
                self._grid.addWidget(field, row, 0)
                self._grid.addWidget(buttons, row, 1)
        self._grid.addWidget(self.count, 2 * len(pairs), 0, 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        self.words.textEdited.connect(self._on_edited)
        for option in (self._case, self._whole, self._pattern):
            option.toggled.connect(self._search)
        self._before.clicked.connect(self.go_back)
        self._after.clicked.connect(self.go_on)
        self._close.clicked.connect(self.close_bar)
        self._replace.clicked.connect(self.replace_one)
        self._replace_all.clicked.connect(self.replace_all)
        self._text.textChanged.connect(self._on_contents_changed)
        self._text.document_changed.connect(self._on_contents_changed)
        self._text.cursorPositionChanged.connect(self._on_caret_moved)
        self._themes.theme_changed.connect(self._draw)

    # Opening and closing --------------------------------------------------------------------

    def open_bar(self, *, replaces: bool) -> None:
        """Show the bar, with what is selected as the words to find; `replaces`: also the other."""
        for part in (self.other, self._deeds):
            part.setVisible(replaces)
        cursor = self._text.textCursor()
        selected = cursor.selection().toRawText()
        if 0 < len(selected) <= _LONGEST_SELECTION and "\u2029" not in selected:
            self.words.setText(selected)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._search()

    @Slot()
    def close_bar(self) -> None:
        """Hide it, unmark everything, and go back to the text."""
        self.hide()
        self._pause.stop()
        self._places = []
        self._draw()
        self._text.setFocus()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.other.hasFocus() and not is_back:
                self.replace_one()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                (self.go_back if is_back else self.go_on)()
            case _:
                super().keyPressEvent(event)

    # Finding --------------------------------------------------------------------------------

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            words=self.words.text(),
            is_case_kept=self._case.isChecked(),
            is_whole_word=self._whole.isChecked(),
            is_pattern=self._pattern.isChecked(),
        )

    @Slot()
    def go_on(self) -> None:
        """Select the next place, after the last one the first."""
        self._search_now()
        at = self._text.textCursor().selectionEnd()
        following = next((one for one in self._places if one.start >= at), None)
        self._select(following or (self._places[0] if self._places else None))

    @Slot()
    def go_back(self) -> None:
        """Select the place before, before the first one the last."""
        self._search_now()
        at = self._text.textCursor().selectionStart()
        before = next((one for one in reversed(self._places) if one.end <= at), None)
        self._select(before or (self._places[-1] if self._places else None))

    def _select(self, place: Place | None) -> None:
        if place is None:
            return
        cursor = self._text.textCursor()
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()

    @Slot(str)
    def _on_edited(self, _words: str) -> None:
        self._pause.start()

    @Slot()
    def _on_contents_changed(self) -> None:
        if not self.isHidden():
            self._pause.start()

    @Slot()
    def _on_caret_moved(self) -> None:
        if not self.isHidden() and not self._pause.isActive():
            self._count()

    def _search_now(self) -> None:
        if self._pause.isActive():
            self._search()

    @Slot()
    def _search(self) -> None:
        self._pause.stop()
        text = self._text.text()
        units = _Units(text)
        try:
            self._places = [units.place(one) for one in places(text, self.wanted)]
        except UnusablePatternError as error:
            self._places = []
            self._draw()
            self._say(self._words_for(error))
            return
        self._draw()
        self._count()

    def _count(self) -> None:
        """Say how many places there are, and on which one the selection stands."""
        number = len(self._places)
        cursor = self._text.textCursor()
        here = Place(cursor.selectionStart(), cursor.selectionEnd())
        at = bisect_left(self._places, here.start, key=lambda one: one.start)
        is_here = at < number and self._places[at] == here
        if not self.words.text():
            self._say("")
        elif not number:
            self._say(self.tr("Nothing found"))
        elif is_here:
            self._say(self.tr("{0} of {1}").format(at + 1, number))
        else:
            self._say(self.tr("%Ln place(s)", "", number))
        may_replace = bool(number) and self._text.is_editable
        for button in (self._replace, self._replace_all):
            button.setEnabled(may_replace)

    def _say(self, words: str) -> None:
        self.count.setText(words)
        self.count.setVisible(bool(words))

    def _words_for(self, error: UnusablePatternError) -> str:
        if error.is_too_slow:
            return self.tr("This expression takes too long in this text.")
        return self.tr("This is no regular expression: {0}.").format(error.detail)

    @Slot()
    def _draw(self) -> None:
        marked = QTextCharFormat()
        marked.setBackground(QColor(self._themes.theme.colours["warn_soft"]))
        document = self._text.document()
        shown = self._places[:_MOST_DRAWN]
        self._text.set_marks(
            "found", [mark(document, place.start, place.end, marked) for place in shown]
        )

    # Replacing ------------------------------------------------------------------------------

    @Slot()
    def replace_one(self) -> None:
        """Put the other words in the place that is selected, and go to the next one."""
        cursor = self._text.textCursor()
        here = Place(cursor.selectionStart(), cursor.selectionEnd())
        new = dict(self._news()).get(here)
        if new is not None and self._text.is_editable:
            cursor.insertText(new)
            self._search()
        self.go_on()

    @Slot()
    def replace_all(self) -> None:
        """Put the other words in every place, as one step back, and say how many there were."""
        news = self._news()
        if not news or not self._text.is_editable:
            return
        pen = QTextCursor(self._text.document())
        pen.beginEditBlock()
        for place, new in reversed(news):
            pen.setPosition(place.start)
            pen.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
            pen.insertText(new)
        pen.endEditBlock()
        self._search()
        self._say(self.tr("%Ln place(s) replaced", "", len(news)))

    def _news(self) -> list[tuple[Place, str]]:
        text = self._text.text()
        units = _Units(text)
        try:
            found = replacements(text, self.wanted, self.other.text())
        except UnusablePatternError as error:
            self._say(self._words_for(error))
            return []
        return [(units.place(place), new) for place, new in found]


class _Units:
    """Qt counts a character beyond the first 65,536 as two."""

    def __init__(self, text: str) -> None:
        self._large = [] if text.isascii() else [n for n, c in enumerate(text) if c > "\uffff"]

    def place(self, place: Place) -> Place:
        return Place(self._at(place.start), self._at(place.end))

    def _at(self, index: int) -> int:
        return index + bisect_left(self._large, index)


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    return field


def _row(spacing: int, *buttons: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for button in buttons:
        layout.addWidget(button)
    layout.addStretch(1)
    return row


def _option(sign: str, name: str) -> QToolButton:
    option = QToolButton()
    option.setText(sign)
    option.setCheckable(True)
    option.setToolTip(name)
    option.setAccessibleName(name)
    option.setFixedSize(32, 32)
    option.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return option
