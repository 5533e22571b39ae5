"""The menu of a word that nobody knows."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from newsdesk.ui.editor.usual_menu import usual_menu
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.spelling.spell_checker import SpellChecker
from newsdesk.ui.spelling.unknown_words import Place, UnknownWords

_UNDO = ("edit-undo", "edit-redo")


class SpellingMenu(QObject):
    """Takes the place of a text's own menu over such a word, and offers what that has below.

    It opens at once, and the suggestions come into it when they are there.
    """

    def __init__(self, text: QTextEdit, words: UnknownWords, checker: SpellChecker) -> None:
        super().__init__(text)
        self._text = text
        self._words = words
        self._checker = checker
        text.installEventFilter(self)  # keys come to the text, the mouse to its viewport
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QContextMenuEvent) and (found := self._asked_at(event)):
            self.open_menu(found, self._below(found) if _is_by_key(event) else event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def open_menu(self, place: Place, at: QPoint) -> QMenu:
        """Show what can be done about the word at `place`."""
        # of the window: the text may stand in a native one within it, of which none can be
        menu = QMenu(self._text.window())
        menu.setObjectName("spelling_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        looking = QAction(self.tr("Looking for suggestions…"), menu)
        looking.setEnabled(False)
        menu.addAction(looking)
        menu.addSeparator()
        for words, do in (
            (self.tr("&Add “{0}” to the dictionary"), self._checker.add_word),
            (self.tr("&Ignore “{0}” in this release"), self._checker.ignore),
        ):
            action = menu.addAction(words.format(place.spelling.replace("&", "&&")))
            action.triggered.connect(partial(_call, do, place.spelling))
        menu.addSeparator()
        self._add_usual(menu)
        fill = partial(self._fill, menu, looking, place)
        self._checker.suggest(place.spelling, Lifetime(menu).guard(fill))
        menu.popup(at)
        menu.setActiveAction(looking)
        return menu

    def _add_usual(self, menu: QMenu) -> None:
        """Add what the text offers everywhere."""
        usual = usual_menu(self._text)
        menu.destroyed.connect(usual.deleteLater)
        has_undo = self._text.isUndoRedoEnabled()  # otherwise whoever listens has it
        for action in usual.actions():
            if has_undo or action.objectName() not in _UNDO:
                menu.addAction(action)

    def _fill(self, menu: QMenu, looking: QAction, place: Place, found: list[str]) -> None:
        """Put the suggestions where the words were that they are looked for."""
        if not found:
            looking.setText(self.tr("No suggestions"))
            return
        was_active = menu.activeAction() in (None, looking)
        made: list[QAction] = []
        for number, word in enumerate(found, 1):
            mnemonic = f"&{number}  " if number <= 9 else ""
            action = QAction(f"{mnemonic}{word.replace('&', '&&')}", menu)
            action.setIconText(word)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(_call, partial(self._replace, place), word))
            menu.insertAction(looking, action)
            made.append(action)
        menu.removeAction(looking)
        if was_active:
            menu.setActiveAction(made[0])
        _keep_on_screen(menu)

    def _replace(self, place: Place, word: str) -> None:
        """Put a word where the other one stood, if it still does; one step back."""
        cursor = QTextCursor(self._text.document())
        block = self._text.document().findBlock(place.start)
        here = next((one for one in self._words.in_block(block) if one == place), None)
        if here is None or self._text.isReadOnly():
            return
        cursor = here.cursor(block)
        cursor.insertText(word)
        self._text.setTextCursor(cursor)
        self._text.setFocus()

    def _asked_at(self, event: QContextMenuEvent) -> Place | None:
        if not self._checker.is_ready or self._text.isReadOnly():
            return None
        if _is_by_key(event):
            cursor = self._text.textCursor()
            cursor.setPosition(cursor.selectionStart())
            return self._words.at(cursor)
        at = self._text.viewport().mapFromGlobal(event.globalPos())
        place = self._words.at(self._text.cursorForPosition(at))
        # behind the end of a line Qt still finds the last word of it
        return place if place and self._is_within(place, at) else None

    def _is_within(self, place: Place, at: QPoint) -> bool:
        cursor = place.cursor(self._text.document().findBlock(place.start))
        edges: list[QPoint] = []
        for position in (place.start, place.end):
            cursor.setPosition(position)
            edges.append(self._text.cursorRect(cursor).center())
        if edges[0].y() != edges[1].y():  # broken over two lines
            return True
        left, right = sorted(edge.x() for edge in edges)
        return left - 2 <= at.x() <= right + 2

    def _below(self, place: Place) -> QPoint:
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(place.start)
        return self._text.viewport().mapToGlobal(self._text.cursorRect(cursor).bottomLeft())


def _call(do: Callable[[str], None], word: str, _is_checked: bool = False) -> None:
    do(word)


def _is_by_key(event: QContextMenuEvent) -> bool:
    return event.reason() is QContextMenuEvent.Reason.Keyboard


def _keep_on_screen(menu: QMenu) -> None:
    """Move a menu up that has grown beyond the screen."""
    menu.adjustSize()
    screen = menu.screen().availableGeometry()
    over = menu.geometry().bottom() - screen.bottom()
    if over > 0:
        menu.move(menu.x(), max(screen.top(), menu.y() - over))
