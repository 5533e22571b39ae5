"""Pictures on their way into the text, one after the other: read, described, kept."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.media import MediaAsset, PictureWords
from newsdesk.ui.editor.picture_intake import OfferedPicture
from newsdesk.ui.jobs.store import Store

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk
    from newsdesk.services.new_picture import NewPicture

Read = tuple["NewPicture", MediaAsset | None]


class TakeInPictures(QObject):
    """One run over some pictures. What cannot be kept does not stop the others.

    Signals:
        reading(str): the picture of this name is looked at now.
        words_needed(NewPicture, object, int, int): please call `describe`, `skip` or `stop`: the
            picture, what is known of it already (a `MediaAsset` or None), which one it is from 1,
            and of how many.
        kept(MediaAsset, PictureWords): it is stored and may be put into the text.
        finished(list): all are done; the errors of those that are not kept.
    """

    reading = Signal(str)
    words_needed = Signal(object, object, int, int)
    kept = Signal(object, object)
    finished = Signal(list)

    def __init__(
        self, offered: Sequence[OfferedPicture], language: str, store: Store, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rest = list(offered)
        self._total = len(self._rest)
        self._language = language
        self._store = store
        self._new: NewPicture | None = None
        self._refused: list[NewsdeskError] = []

    def start(self) -> None:
        self._go_on()

    def describe(self, words: PictureWords) -> None:
        """Keep the picture that was asked about, with these words."""
        new, self._new = self._new, None
        if new is not None:
            language = self._language
            self._store.change(
                _keeping(new, words, language), partial(self._on_kept, words), self._on_refused
            )

    def skip(self) -> None:
        """Go on without the picture that was asked about."""
        self._new = None
        self._go_on()

    def stop(self) -> None:
        """Take in no more; what was kept stays."""
        self._new = None
        self._rest.clear()
        self._go_on()

    def _go_on(self) -> None:
        if not self._rest:
            self.finished.emit(self._refused)
            return
        offered = self._rest.pop(0)
        self.reading.emit(offered.name)
        self._store.look(_reading(offered), self._on_read, self._on_refused)

    def _on_read(self, read: Read) -> None:
        self._new, known = read
        self.words_needed.emit(self._new, known, self._total - len(self._rest), self._total)

    def _on_kept(self, words: PictureWords, asset: MediaAsset) -> None:
        self.kept.emit(asset, words)
        self._go_on()

    @Slot(object)
    def _on_refused(self, error: NewsdeskError) -> None:
        self._refused.append(error)
        self._go_on()


def _reading(offered: OfferedPicture) -> "Callable[[Desk], Read]":
    def read(desk: "Desk") -> Read:
        new = offered.load()
        return new, desk.pictures.find(new.sha256)

    return read


def _keeping(
    new: "NewPicture", words: PictureWords, language: str
) -> "Callable[[Desk], tuple[MediaAsset, Changes]]":
    return lambda desk: desk.pictures.keep(new, words, language)
