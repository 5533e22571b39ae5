"""Which text the editor shows: each release has its own, with what can be undone in it."""

import unicodedata
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.services.text_places import TextPlace, TextPlaces
from newsdesk.ui.editor import transfer
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.scroll_place import ScrollPlace
from newsdesk.ui.editor.text_document import TextDocument
from newsdesk.ui.timers import single_shot

_MOST_KEPT = 20  # releases
_MOST_CHARACTERS = 8_000_000  # in all that are kept; Qt needs some tens of bytes for each
_MOST_SCROLLED = 2_000_000  # characters of a text that is laid out to its end only for its place
_LATER_MS = 2_000


class ReleaseTexts(QObject):
    """Keeps the documents of the releases that were open last, and where one was in each.

    A text that became another one elsewhere begins anew. The places outlast the program.
    """

    def __init__(self, editor: MarkdownEditor, places: TextPlaces) -> None:
        super().__init__(editor)
        self._editor = editor
        self._scroll = ScrollPlace(editor)
        self._places = places
        self._shown: ReleaseId | None = None
        self._kept: OrderedDict[ReleaseId, _Kept] = OrderedDict()
        self._place: TextPlace | None = None  # to be gone to, once the text is there and seen
        self._later = single_shot(self, places.save, _LATER_MS)
        editor.intake.opened.connect(self._go_to_place)
        editor.shown.connect(self._go_to_place)

    def show(self, release: Release | None) -> None:
        """Show the text of a release as it was left; None: no text."""
        self._leave()
        editor, left = self._editor, self._editor.document()
        self._shown = release.id if release is not None else None
        body = release.body_md if release is not None else ""
        kept = self._kept.get(release.id) if release is not None else None
        self._place = self._places.of(str(release.id)) if release is not None else None
        if kept is not None and _is_same(kept.document.text(), body):
            editor.show_document(kept.document)
            self._go_to_place(kept.anchor)
        else:
            editor.show_document(editor.new_document())
            editor.set_text(body)
        if all(one.document is not left for one in self._kept.values()):
            self._drop(left)

    def save(self) -> None:
        """Write down where one is in each text."""
        self._note_place()
        self._later.stop()
        self._places.save()

    def _leave(self) -> None:
        editor, release_id = self._editor, self._shown
        is_whole = not editor.intake.is_opening
        editor.intake.stop()
        if release_id is None:
            return
        self._kept.pop(release_id, None)
        if is_whole:
            self._note_place()
            self._kept[release_id] = _Kept(editor.document(), editor.textCursor().anchor())
            self._later.start()
        while self._is_too_much():
            _, kept = self._kept.popitem(last=False)
            if kept.document is not editor.document():
                self._drop(kept.document)

    def _is_too_much(self) -> bool:
        characters = sum(one.document.characterCount() for one in self._kept.values())
        return len(self._kept) > _MOST_KEPT or (
            characters > _MOST_CHARACTERS and len(self._kept) > 1
        )

    def _drop(self, document: TextDocument) -> None:
        if document is not self._editor.document():
            document.deleteLater()

    # Where one is ---------------------------------------------------------------------------

    def _note_place(self) -> None:
        if self._shown is None or self._editor.intake.is_opening:
            return
        line = self._place.line if self._place is not None else self._scroll.line
        place = TextPlace(self._editor.textCursor().position(), line)
        self._places.note(str(self._shown), place)

    @Slot()
    def _go_to_place(self, anchor: int | None = None) -> None:
        place, editor = self._place, self._editor
        if place is None or editor.intake.is_busy:
            return
        _put(editor, place.caret if anchor is None else anchor, place.caret)
        if editor.isVisible():
            self._place = None
            is_short = editor.document().characterCount() < _MOST_SCROLLED
            if place.line and is_short:
                editor.document().size()  # lays out all of it: the bar knows how far it goes
                self._scroll.set_line(place.line)


@dataclass(frozen=True, slots=True)
class _Kept:
    document: TextDocument
    anchor: int  # where the selection begins that ends at the caret


def _put(editor: MarkdownEditor, anchor: int, caret: int) -> None:
    last = editor.document().characterCount() - 1
    cursor = editor.textCursor()
    cursor.setPosition(min(anchor, last))
    cursor.setPosition(min(caret, last), QTextCursor.MoveMode.KeepAnchor)
    with editor.setting():
        editor.setTextCursor(cursor)


def _is_same(shown: str, stored: str) -> bool:
    """Tell whether an editor shows this text, before or after storing composed its letters."""
    stored = transfer.opened(stored)
    return shown == stored or unicodedata.normalize("NFC", shown) == stored
