"""What the window knows of the pictures that the open release names."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError, NotFoundError
from newsdesk.domain.picture_marks import stored_in
from newsdesk.domain.release import Release
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession

if TYPE_CHECKING:
    from newsdesk.services.pictures import ReleasePicture


class ReleasePictures(QObject):
    """Asks the store for each picture once, and again when anything is said of pictures anew.

    Signals:
        known(): all that were asked for are known now, or are known not to be there.
        named(): the body names other pictures than before, or other things are known of them.
    """

    known = Signal()
    named = Signal()

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        hub: ChangeHub,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._found: dict[str, ReleasePicture | None] = {}  # by sha256; None: not there
        self._language = ""
        self._named: tuple[str, ...] = ()
        self._asked = 0  # how often; only the last answer counts
        self._is_asking = False
        self._media: dict[str, ReleasePicture] | None = None  # None: to be made anew
        hub.changed.connect(self._on_stored)
        session.opened.connect(self._forget_words)
        session.fields_changed.connect(self._on_fields_changed)

    @property
    def media(self) -> "Mapping[str, ReleasePicture]":
        """Those that are there, by sha256, with the words of the open release."""
        if self._media is None:
            said = self._session.wording.said
            self._media = {
                sha256: one.placed(said.get(one.asset.id))
                for sha256, one in self._found.items()
                if one is not None
            }
        return self._media

    @property
    def in_order(self) -> "Sequence[tuple[str, ReleasePicture | None]]":
        """Those that the body names, as it was when `are_known` was asked last."""
        return [(sha256, self.media.get(sha256)) for sha256 in self._named]

    def are_known(self, release: Release) -> bool:
        """Tell whether this release can be shown; if not, `known` comes when it can."""
        named = stored_in(release.body_md)
        if release.language != self._language:
            self._language = release.language
            self._found.clear()
            self._forget_words()
        unknown = [sha256 for sha256 in named if sha256 not in self._found]
        if named != self._named:
            self._named = named
            if not unknown:
                self.named.emit()
        if unknown:
            self._ask(named)
        return not unknown

    def fetch(
        self,
        sha256: str,
        then: Callable[[tuple[str, bytes]], None],
        otherwise: Callable[[NewsdeskError], None],
    ) -> None:
        """Call `then` with kind and bytes of a picture, as a page shows it.

        Of what the open release does not name nothing is read.
        """
        release = self._session.release
        if release is None or sha256 not in stored_in(release.body_md):
            otherwise(NotFoundError("media", sha256))
        else:
            self._store.look(lambda desk: desk.pictures.shown(sha256), then, otherwise)

    def _ask(self, named: Sequence[str]) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        self._asked += 1
        language = self._language
        self._store.read(
            lambda desk: desk.pictures.named(named, language),
            partial(self._on_answer, self._asked, named),
            partial(self._on_refused, self._asked, named),
        )

    def _on_answer(
        self, asked: int, named: Sequence[str], found: "Mapping[str, ReleasePicture]"
    ) -> None:
        if asked != self._asked:
            return
        self._is_asking = False
        if any(one.language != self._language for one in found.values()):
            self._found.clear()  # another release was opened meanwhile, and asks again
        else:
            self._found |= {sha256: found.get(sha256) for sha256 in named}
        self._forget_words()
        self.known.emit()
        self.named.emit()

    def _on_refused(self, asked: int, named: Sequence[str], _error: NewsdeskError) -> None:
        self._on_answer(asked, named, {})

    @Slot(object)
    def _on_stored(self, changes: Changes) -> None:
        if Subject.MEDIA in changes.subjects and self._named:
            self._is_asking = False
            self._ask(self._named)

    @Slot()
    def _forget_words(self) -> None:
        self._media = None

    @Slot(object)
    def _on_fields_changed(self, names: frozenset[str]) -> None:
        if "media" in names:
            self._forget_words()
            self.named.emit()
