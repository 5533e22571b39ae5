"""How long the text is, and what is selected of it: counted when nobody types."""

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.rendering.counting import TextCounts, char_count, reading_minutes, word_count
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.timers import single_shot

_IDLE_MS = 250
_LONGEST_EXACT = 300_000  # characters; of what is longer nobody asks for the last accent


class TextCounting(QObject):
    """Counts the words that are read, without the signs of Markdown around them.

    Signals:
        counted(TextCounts, bool): of the text, or, if that is so, of what is selected.
    """

    counted = Signal(object, bool)

    def __init__(self, editor: MarkdownEditor, session: ReleaseSession) -> None:
        super().__init__(editor)
        self._editor = editor
        self._session = session
        self._text = ""
        self._words = 0
        self._idle = single_shot(self, self._count, _IDLE_MS)
        editor.selectionChanged.connect(self._idle.start)

    def set_text(self, text: str, words: int) -> None:
        """Count the characters of `text`, the body in plain words, once there is time."""
        self._text = text
        self._words = words
        self._idle.start()

    @Slot()
    def _count(self) -> None:
        release = self._session.head
        if release is None:
            return
        cursor = self._editor.textCursor()
        is_selection = cursor.hasSelection()
        if not is_selection:
            counted = _counted(self._text, self._words, release.language)
        else:
            text = cursor.selection().toRawText().replace("\u2029", "\n")
            is_long = len(text) > _LONGEST_EXACT
            words = len(text.split()) if is_long else word_count(text)
            counted = _counted(text, words, release.language)
        self.counted.emit(counted, is_selection)


def _counted(text: str, words: int, language: str) -> TextCounts:
    is_long = len(text) > _LONGEST_EXACT
    characters = len(text) - text.count("\n") if is_long else char_count(text)
    return TextCounts(words, characters, reading_minutes(words, language))
