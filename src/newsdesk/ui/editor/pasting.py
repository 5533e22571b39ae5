"""What is pasted into the text: rich text becomes Markdown, an address makes a link of words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QTextCursor

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.editor import transfer
from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.editor.formatting import as_address
from newsdesk.ui.editor.inline import as_qt_counts
from newsdesk.ui.editor.insertion import insert_block, insert_inline
from newsdesk.ui.editor.long_text import is_binary, is_long
from newsdesk.ui.editor.picture_intake import has_pictures
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.endless_word import let_words_break
from newsdesk.ui.widgets.notice_bar import NoticeBar, Offer

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.pasting import Pasted, TrackedLink

T = TypeVar("T")
_AT_ONCE = 60_000  # characters of HTML; what is longer is read where nobody waits for it
_LONGEST_LINKED = 1_000  # characters; nobody makes a link of more words
_MOST_LOOKED_AT = 300_000  # characters in which links are looked for: no release has more
_TRACKING_SHOWN_MS = 30_000
_BLOCK = re.compile(r"#{1,6} |[-*+] |\d{1,9}[.)] |> |\| |\* \* \*$|\[\^[^\]]+\]: ")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)]) ")
_ONLY_MARKER = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s*")
_DEFINES = re.compile(r"\[\^[^\]]+\]:")
_OWN_CODE = ("vscode-editor-data", "application/vnd.code.copymetadata")  # Markdown, in colours
_DATA = re.compile(r"(?<=[\"'])data:[^\"'<>\s]*")  # pictures in HTML: long, and never kept
_MAY_HAVE_TRACKING = "://"


class Read(Protocol):
    """Has something done in another thread, as `Store.read`."""

    def __call__(
        self,
        work: "Callable[[Desk], T]",
        then: Callable[[T], None],
        otherwise: Callable[[NewsdeskError], None] | None = None,
    ) -> None: ...


class Pasting(QObject):
    """Takes what is pasted before it comes in as the plain text that it also is.

    Long HTML is read aside; the text may be written on meanwhile.
    """

    def __init__(self, pane: EditorPane, session: ReleaseSession, icons: Icons, read: Read) -> None:
        super().__init__(pane)
        self._pane = pane
        self._text = pane.text
        self._icons = icons
        self._read = read
        self._bar: NoticeBar | None = None  # since there was something to say
        self._waiting: _Waiting | None = None
        self._pasted_from: int | None = None  # where a plain text is just coming in
        self._ranges: list[_Range] = []  # in which links carry tracking
        self._text.add_paste_taker(self._take)
        self._text.pasted.connect(self._on_pasted)
        session.opened.connect(self._forget)

    def paste_plain(self, source: QMimeData) -> None:
        """Paste a text as the plain text that it is, whatever else it is."""
        if self._text.canInsertFromMimeData(source):
            self._put_in(transfer.pasted(source))

    def say(self, text: str, *, ms: int = 0, offers: tuple[Offer, ...] = ()) -> None:
        """Show a notice above the text."""
        if self._bar is None:
            self._bar = NoticeBar(self._icons)
            self._pane.add_bar(self._bar)
        self._bar.show_notice(text, offers=offers, ms=ms)
        QTimer.singleShot(0, self, self._text.ensureCursorVisible)  # it has taken some of the room

    # How it comes in ------------------------------------------------------------------------

    def _take(self, source: QMimeData) -> bool:
        """Take what is more than a plain text; tell whether it was."""
        self._pasted_from = None
        can_insert = self._text.canInsertFromMimeData(source) and not has_pictures(source)
        if not can_insert or is_binary(source.text()):
            return False  # others take it, or say why not
        cursor = self._text.textCursor()
        is_code = self._text.document().highlighter.is_code(cursor.block())
        if is_code:
            self._put_in(transfer.pasted(source))
            return True
        if address := self._address_for(cursor, source):
            self._link(cursor, address)
            return True
        is_rich = source.hasHtml() and not any(map(source.hasFormat, _OWN_CODE))
        html = _DATA.sub("", source.html()) if is_rich else ""
        if len(html) > _AT_ONCE:
            self._read_aside(html, source)
            return True
        pasted = self._understood(html, source.text()) if html else None
        if pasted is None:
            self._pasted_from = cursor.selectionStart()
            return False
        self._insert(cursor, pasted)
        return True

    def _understood(self, html: str, plain: str) -> "Pasted | None":
        from newsdesk.services.pasting import read_html  # noqa: PLC0415 - heavy; rarely the first

        return read_html(html, plain, self._text.text())

    def _put_in(self, text: str) -> None:
        self._pasted_from = self._text.textCursor().selectionStart()
        self._text.intake.put_in(text)

    def _address_for(self, cursor: QTextCursor, source: QMimeData) -> str:
        """Return the address that is pasted over words which do not say one themselves."""
        words = cursor.selectedText()
        if not words.strip() or len(words) > _LONGEST_LINKED or re.search(r"[\[\]\u2029]", words):
            return ""
        return "" if as_address(words) else as_address(transfer.pasted_line(source))

    def _link(self, cursor: QTextCursor, address: str) -> None:
        words = cursor.selectedText()
        before = len(words) - len(words.lstrip())
        behind = words[len(words.rstrip()) :]
        begin = cursor.selectionStart()
        linked = f"{words[:before]}[{words.strip()}]({address}){behind}"
        insert_inline(cursor, linked, len(linked) - len(behind))
        self._arrived(cursor, [_range(cursor, begin, begin + len(as_qt_counts(linked)))])

    def _insert(self, cursor: QTextCursor, pasted: "Pasted") -> None:
        """Put Markdown in, in one step of undo, its notes below everything."""
        markdown = transfer.opened(pasted.markdown)
        let_words_break(self._text, markdown)
        if is_long(markdown):
            self._put_in("\n\n".join(filter(None, (markdown, pasted.notes))))
            return
        edit = QTextCursor(cursor)
        edit.beginEditBlock()
        if _is_block(markdown):
            _drop_marker(cursor, markdown)
            insert_block(cursor, markdown)
            markdown = markdown.strip("\n")
        else:
            insert_inline(cursor, markdown)
        end = cursor.position()
        ranges = [_range(cursor, end - len(as_qt_counts(markdown)), end)]
        if pasted.notes:
            ranges.append(_append_notes(cursor, transfer.opened(pasted.notes)))
            cursor.setPosition(end)
        edit.endEditBlock()
        self._arrived(cursor, ranges)

    def _arrived(self, cursor: QTextCursor, ranges: "list[_Range]") -> None:
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()
        self._ranges = ranges
        self._text.pasted.emit()

    @Slot()
    def _on_pasted(self) -> None:
        begun, self._pasted_from = self._pasted_from, None
        if begun is not None:
            cursor = self._text.textCursor()
            self._ranges = [_range(cursor, min(begun, cursor.position()), cursor.position())]
        self._offer_clean_links()

    # Long HTML ------------------------------------------------------------------------------

    def _read_aside(self, html: str, source: QMimeData) -> None:
        self._stop_waiting()
        plain, text = source.text(), self._text.text()
        waiting = self._waiting = _Waiting(self._text.textCursor(), transfer.pasted(source))

        def work(_desk: "Desk") -> "Pasted | None":
            from newsdesk.services.pasting import read_html  # noqa: PLC0415 - heavy; in a thread

            return read_html(html, plain, text)

        def stop() -> None:
            self._stop_waiting(waiting)

        offers = (
            Offer(self.tr("Paste as plain text"), partial(self._end_waiting, waiting, None)),
            Offer(self.tr("Cancel"), stop),
        )
        self.say(self.tr("Reading what you paste. You can write on meanwhile."), offers=offers)
        self._read(
            work,
            partial(self._end_waiting, waiting),
            lambda _error: self._end_waiting(waiting, None),
        )

    def _end_waiting(self, waiting: "_Waiting", pasted: "Pasted | None") -> None:
        """Put in what was read, or the plain text, where it was pasted."""
        if waiting is not self._waiting:
            return
        self._stop_waiting()
        if not self._text.is_editable:
            return
        if pasted is not None:
            self._insert(waiting.cursor, pasted)
            return
        self._text.setTextCursor(waiting.cursor)
        self._put_in(waiting.plain)

    def _stop_waiting(self, waiting: "_Waiting | None" = None) -> None:
        if waiting is not None and waiting is not self._waiting:
            return
        if self._waiting is not None and self._bar is not None:
            self._bar.dismiss()
        self._waiting = None

    @Slot()
    def _forget(self) -> None:
        """Another release was opened."""
        self._waiting = None
        self._ranges = []
        self._pasted_from = None
        if self._bar is not None:
            self._bar.dismiss()

    # Tracking -------------------------------------------------------------------------------

    def _offer_clean_links(self) -> None:
        count = sum(len(_tracking(one)) for one in self._ranges)
        if not count:
            return
        many = self.tr("{0} links carry tracking.").format(count)
        text = self.tr("A link carries tracking.") if count == 1 else many
        offers = (
            Offer(self.tr("Remove"), self._clean_links),
            Offer(self.tr("Keep"), self._text.setFocus),
        )
        self.say(text, ms=_TRACKING_SHOWN_MS, offers=offers)

    def _clean_links(self) -> None:
        """Take the tracking off the links that were pasted, in one step of undo."""
        if self._text.is_editable:
            pen = QTextCursor(self._text.document())
            pen.beginEditBlock()
            for one in self._ranges:
                text, begin = one.text(), one.begin.position()
                for link in reversed(_tracking(one)):
                    pen.setPosition(begin + len(as_qt_counts(text[: link.start])))
                    end = begin + len(as_qt_counts(text[: link.end]))
                    pen.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    pen.insertText(link.clean)
            pen.endEditBlock()
        self._text.setFocus()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A text that is read aside."""

    cursor: QTextCursor  # where it was pasted, and over what
    plain: str


@dataclass(frozen=True, slots=True)
class _Range:
    """A part of the text, wherever it moves."""

    begin: QTextCursor
    end: QTextCursor

    def text(self) -> str:
        whole = QTextCursor(self.begin)
        whole.setPosition(self.end.position(), QTextCursor.MoveMode.KeepAnchor)
        return whole.selection().toRawText().replace("\u2029", "\n")


def _range(cursor: QTextCursor, begin: int, end: int) -> _Range:
    first, last = QTextCursor(cursor), QTextCursor(cursor)
    first.setPosition(begin)
    last.setPosition(end)
    last.setKeepPositionOnInsert(True)
    return _Range(first, last)


def _tracking(range_: _Range) -> "tuple[TrackedLink, ...]":
    if range_.end.position() - range_.begin.position() > _MOST_LOOKED_AT:
        return ()
    text = range_.text()
    if _MAY_HAVE_TRACKING not in text:
        return ()
    from newsdesk.services.pasting import links_with_tracking  # noqa: PLC0415 - see above

    return links_with_tracking(text)


def _is_block(markdown: str) -> bool:
    """Tell whether a text is more than words of one paragraph."""
    return "\n\n" in markdown or _BLOCK.match(markdown) is not None


def _drop_marker(cursor: QTextCursor, markdown: str) -> None:
    """Take away an item as yet empty, in which a list is pasted."""
    line = as_qt_counts(cursor.block().text())
    at = cursor.positionInBlock()
    is_empty = _ONLY_MARKER.fullmatch(line) is not None and at == len(line)
    if is_empty and not cursor.hasSelection() and _ITEM.match(markdown):
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()


def _append_notes(cursor: QTextCursor, notes: str) -> _Range:
    """Write definitions of notes below everything, close to those that stand there."""
    pen = QTextCursor(cursor.document())
    pen.movePosition(QTextCursor.MoveOperation.End)
    while not pen.block().text().strip() and pen.block().previous().isValid():
        pen.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        pen.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    pen.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    is_close = _DEFINES.match(pen.document().findBlock(pen.selectionStart()).text()) is not None
    pen.insertText(("\n" if is_close else "\n\n") + notes)
    return _range(pen, pen.position() - len(as_qt_counts(notes)), pen.position())
