"""A heading at the top of the text that could be the headline: asked, never done unasked."""

import re

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor

from newsdesk.ui.editor.inline import end_of_title
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.plain_field import PlainField
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.widgets.notice_bar import NoticeBar, Offer

_LEVEL_ONE = re.compile(r" {0,3}#[ \t]+(?=[^\s#])")
_LONGEST = 1_000  # characters; what is longer is no headline
_LONGEST_PLAIN = 160  # characters; of a longer one `opening` gives no more than that
_LONGEST_SHOWN = 80  # characters, of the title in the question


class FirstLineOffer(QObject):
    """Asks while there is no headline, once the first line is written: pasted, or left."""

    def __init__(
        self,
        session: ReleaseSession,
        headline: PlainField,
        editor: MarkdownEditor,
        notice: NoticeBar,
    ) -> None:
        super().__init__(editor)
        self._session = session
        self._headline = headline
        self._editor = editor
        self._notice = notice
        self._question = ""  # while it is shown
        self._kept = ""  # the line that is to stay
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        editor.pasted.connect(self._offer)
        editor.cursor_moved.connect(self._on_cursor_moved)
        notice.dismissed.connect(self._on_dismissed)

    @Slot()
    def _on_opened(self) -> None:
        self._kept = ""
        self._withdraw()

    @Slot(object)
    def _on_changed(self, _names: frozenset[str]) -> None:
        if self._question and self._asked() != self._question:
            self._withdraw()

    @Slot(int, int)
    def _on_cursor_moved(self, line: int, _column: int) -> None:
        if line > 1 and self._editor.can_undo:  # it is written, not opened
            self._offer()

    @Slot()
    def _offer(self) -> None:
        question = self._asked()
        if question and question != self._question:
            self._question = question
            offers = (
                Offer(self.tr("Make it the headline"), self._take),
                Offer(self.tr("Keep it"), self._editor.setFocus),
            )
            self._notice.show_notice(question, offers=offers)

    def _asked(self) -> str:
        """Return the question there is to ask; empty if there is none."""
        if self._headline.text().strip() or not self._session.is_editable:
            return ""
        line = self._editor.document().firstBlock().text()
        title = _title(line)
        if not title or line == self._kept:
            return ""
        shown = title if len(title) <= _LONGEST_SHOWN else f"{title[:_LONGEST_SHOWN].rstrip()}…"
        return self.tr("Make “{0}” the headline?").format(shown)

    def _withdraw(self) -> None:
        question, self._question = self._question, ""
        if question and self._notice.text() == question:
            self._notice.dismiss()

    @Slot()
    def _on_dismissed(self) -> None:
        """Whatever the answer was, do not ask again of this line."""
        if self._question and self._notice.text() == self._question:
            self._question = ""
            self._kept = self._editor.document().firstBlock().text()

    def _take(self) -> None:
        first = self._editor.document().firstBlock()
        title = _title(first.text())
        following = first.next()
        while following.isValid() and not following.text().strip():
            following = following.next()
        pen = QTextCursor(first)
        if following.isValid():
            pen.setPosition(following.position(), QTextCursor.MoveMode.KeepAnchor)
        else:
            pen.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        pen.removeSelectedText()
        self._session.edit(self.tr("Make the first line the headline"), headline=title)
        self._editor.setFocus()


def _title(line: str) -> str:
    """Return the words of a heading of the first level; empty if it is none."""
    found = _LEVEL_ONE.match(line)
    if found is None or len(line) > _LONGEST:
        return ""
    from newsdesk.rendering.opening import opening  # noqa: PLC0415 - the window starts without it

    title = line[found.end() : end_of_title(line)]
    return opening(title) if len(title) < _LONGEST_PLAIN else title
