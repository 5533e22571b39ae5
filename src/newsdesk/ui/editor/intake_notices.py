"""What is said and asked when a text comes in that is no release's."""

from functools import partial

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtGui import QTextCursor

from newsdesk.ui.editor.long_text import endless_lines, wrapped
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.widgets.notice_bar import NoticeBar, Offer, Tone

_MEGABYTE = 1_000_000


class IntakeNotices(QObject):
    """Asks before more is pasted than any release holds, and offers to wrap endless lines."""

    def __init__(self, editor: MarkdownEditor, notice: NoticeBar) -> None:
        super().__init__(editor)
        self._editor = editor
        self._notice = notice
        editor.intake.asked.connect(self._ask)
        editor.intake.refused.connect(self._refuse)
        editor.intake.endless_line_came.connect(self._offer_to_wrap)

    @Slot(str)
    def _ask(self, text: str) -> None:
        """Ask whether all of `text` is wanted. The clipboard may be another by then."""
        size = QLocale().toString(len(text.encode("utf-8", "surrogatepass")) / _MEGABYTE, "f", 1)
        question = self.tr(
            "{0} MB are about to be pasted, far more than a release. Nothing is inserted yet."
        )
        put_in = partial(self._editor.intake.put_in, text, is_asked=True)
        self._notice.show_notice(
            question.format(size),
            Tone.WARNING,
            (
                Offer(self.tr("Paste it"), put_in),
                Offer(self.tr("Leave it out"), self._editor.setFocus),
            ),
        )

    @Slot()
    def _refuse(self) -> None:
        self._notice.show_notice(
            self.tr(
                "What is on the clipboard is no text, so nothing was inserted. "
                "Copy the text itself, or drop the file on the window."
            ),
            Tone.WARNING,
        )

    @Slot()
    def _offer_to_wrap(self) -> None:
        self._notice.show_notice(
            self.tr(
                "A line of this text is so long that writing in it is slow. "
                "Wrapped into several, it stays the same paragraph."
            ),
            Tone.WARNING,
            (
                Offer(self.tr("Wrap it"), self.wrap),
                Offer(self.tr("Leave it"), self._editor.setFocus),
            ),
        )

    def wrap(self) -> None:
        """Wrap the lines that are too long, as one step of undo."""
        editor = self._editor
        if not editor.is_editable:
            return
        text = editor.text()
        pen = QTextCursor(editor.document())
        pen.beginEditBlock()
        for start, end in reversed(list(endless_lines(text))):
            # Qt counts some characters as two
            at = len(text[:start].encode("utf-16-le")) // 2
            long = len(text[start:end].encode("utf-16-le")) // 2
            pen.setPosition(at)
            pen.setPosition(at + long, QTextCursor.MoveMode.KeepAnchor)
            pen.insertText(wrapped(text[start:end]))
        pen.endEditBlock()
        editor.setFocus()
