"""How long the text is, and what is selected of it: counted when nobody types."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsdesk.rendering.counting import counts
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.session import ReleaseSession

_IDLE_MS = 250


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
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._count)
        editor.selectionChanged.connect(self._idle.start)

    def set_text(self, text: str) -> None:
        """Count `text`, the body in plain words, once there is time."""
        self._text = text
        self._idle.start()

    @Slot()
    def _count(self) -> None:
        release = self._session.head
        if release is None:
            return
        cursor = self._editor.textCursor()
        is_selection = cursor.hasSelection()
        text = self._text
        if is_selection:
            text = cursor.selection().toRawText().replace("\u2029", "\n")
        self.counted.emit(counts(text, release.language), is_selection)
