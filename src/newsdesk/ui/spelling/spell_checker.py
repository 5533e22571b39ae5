"""What the window knows about the spelling of the open release."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.ids import ReleaseId
from newsdesk.services.preferences import Preferences
from newsdesk.services.spelling_worker import KNOWN, NAMES, OPEN, SUGGEST
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.spelling.spelling_process import SpellingProcess

if TYPE_CHECKING:
    from newsdesk.domain.own_word import OwnWord
    from newsdesk.services.desk import Desk
    from newsdesk.services.spelling import SpellingSetup

_SUBJECTS = frozenset(
    {Subject.WORDS, Subject.DICTIONARIES, Subject.NEWSROOM}
    | {Subject.CONTACTS, Subject.PLACES, Subject.TERMS}
)
"""What a change to may make other words known."""
_MOST_VERDICTS = 50_000
_MOST_ASKED = 400  # words at a time: others wait for their answer no longer than a blink
_MOST_TRIES = 3  # of a process that ends by itself, with one dictionary


class SpellingState(StrEnum):
    """Whether words are looked up now."""

    NOTHING = "nothing"  # no release is open, or it is not known yet
    OFF = "off"  # the user does not want it
    NO_DICTIONARY = "no_dictionary"  # there is none for the language
    READY = "ready"
    FAILED = "failed"  # its dictionary cannot be used


class SpellChecker(QObject):
    """Which words are known, as far as they were asked about; and who is asked.

    Signals:
        changed(): other words may be known now, or none is to be marked.
    """

    changed = Signal()

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        hub: ChangeHub,
        keeper: PreferencesKeeper,
        process: SpellingProcess,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._store, self._keeper = session, store, keeper
        self._process = process
        self._setup: SpellingSetup | None = None
        self._is_open = False  # the dictionary, in the process
        self._has_failed = False
        self._tries = 0
        self._asked = 0  # how often it was asked what to check with
        self._verdicts: dict[str, bool] = {}
        self._is_on = keeper.preferences.is_spelling_checked
        session.opened.connect(self.refresh)
        session.fields_changed.connect(self._on_fields_changed)
        hub.changed.connect(self._on_stored)
        keeper.preferences_changed.connect(self._on_preferences_changed)
        process.ended.connect(self._on_ended)

    # What is known --------------------------------------------------------------------------

    @property
    def state(self) -> SpellingState:
        if not self._session.is_open:
            return SpellingState.NOTHING
        if not self._is_on:
            return SpellingState.OFF
        if self._setup is None or self._setup.language != self.language:
            return SpellingState.NOTHING
        if self._setup.dictionary is None:
            return SpellingState.NO_DICTIONARY
        return SpellingState.FAILED if self._has_failed else SpellingState.READY

    @property
    def is_ready(self) -> bool:
        return self.state is SpellingState.READY

    @property
    def language(self) -> str:
        release = self._session.head
        return release.language if release else ""

    @property
    def dictionary(self) -> str:
        """The tag of what words are looked up in; "" is nothing."""
        dictionary = self._setup.dictionary if self._setup else None
        return dictionary.tag if dictionary else ""

    def is_known(self, spelling: str) -> bool | None:
        """Tell whether a word is spelled rightly; None: nobody asked yet."""
        if self._setup is not None and spelling in self._setup.ignored:
            return True
        return self._verdicts.get(spelling)

    # Asking ---------------------------------------------------------------------------------

    def look_up(self, spellings: Iterable[str], then: Callable[[], None]) -> None:
        """Find out about words, then call back; not at all if that is no longer of interest."""
        wanted = sorted(word for word in set(spellings) if self.is_known(word) is None)
        if not self.is_ready:
            return
        self._open()
        for start in range(0, len(wanted), _MOST_ASKED):
            some = wanted[start : start + _MOST_ASKED]
            is_last = start + _MOST_ASKED >= len(wanted)
            self._ask_known(some, then if is_last else None)
        if not wanted:
            then()

    def _ask_known(self, words: list[str], then: Callable[[], None] | None) -> None:
        asked_of = self._setup

        def note(known: list[bool]) -> None:
            if asked_of is not self._setup:
                return
            self._tries = 0
            if len(self._verdicts) > _MOST_VERDICTS:
                self._verdicts.clear()
            self._verdicts.update(zip(words, known, strict=True))
            if then is not None:
                then()

        self._process.ask(KNOWN, words, then=note)

    def suggest(self, spelling: str, then: Callable[[list[str]], None]) -> None:
        """Call back with what may have been meant; takes up to a second."""
        if self.is_ready:
            self._open()
            self._process.ask(SUGGEST, spelling, then=then, otherwise=lambda _why: then([]))

    def _open(self) -> None:
        """Have the dictionary open in the process."""
        setup = self._setup
        if self._is_open or setup is None or setup.dictionary is None:
            return
        self._is_open = True
        one = setup.dictionary
        lists = [str(path) for path in one.lists]
        self._process.ask(
            *(OPEN, str(one.aff), str(one.dic), lists), then=_nothing, otherwise=self._fail
        )
        self._process.ask(NAMES, setup.names, then=_nothing)

    def _fail(self, _why: str) -> None:
        self._has_failed = True
        self.changed.emit()

    # Words that are right -------------------------------------------------------------------

    def add_word(self, word: str) -> None:
        """Take a word into the house's own dictionary."""
        language = self.language

        def work(desk: "Desk") -> "tuple[OwnWord, Changes]":
            return desk.spelling.add_word(word, language)

        self._store.change(work)

    def ignore(self, word: str) -> None:
        """Leave a word as it is in the open release."""
        release_id = self._session.release_id
        if release_id is None:
            return
        key: ReleaseId = release_id

        def work(desk: "Desk") -> tuple[str, Changes]:
            return desk.spelling.ignore(key, word)

        self._store.change(work)

    # What it is checked with ----------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Find out what the open release is checked with."""
        release_id, language = self._session.release_id, self.language
        self._asked += 1
        if release_id is None or not self._is_on:
            self.changed.emit()
            return
        number, key = self._asked, release_id

        def read(desk: "Desk") -> "SpellingSetup":
            return desk.spelling.setup(key, language)

        def take(setup: "SpellingSetup") -> None:
            if number == self._asked:
                self._take(setup)

        self._store.read(read, take)

    def _take(self, setup: "SpellingSetup") -> None:
        before, self._setup = self._setup, setup
        is_same = before is not None and before.dictionary == setup.dictionary
        if not is_same:
            self._is_open = self._has_failed = False
            self._tries = 0
        if not is_same or before is None or before.names != setup.names:
            self._verdicts.clear()
            if self._is_open:
                self._process.ask(NAMES, setup.names, then=_nothing)
        self.changed.emit()

    @Slot(object)
    def _on_fields_changed(self, names: frozenset[str]) -> None:
        if "language" in names:
            self.refresh()

    @Slot(object)
    def _on_stored(self, changes: Changes) -> None:
        if changes.subjects & _SUBJECTS:
            self.refresh()

    @Slot(object)
    def _on_preferences_changed(self, preferences: Preferences) -> None:
        if preferences.is_spelling_checked != self._is_on:
            self._is_on = preferences.is_spelling_checked
            if not self._is_on:
                self._process.stop()
                self._is_open = False
            self.refresh()

    @Slot(bool)
    def _on_ended(self, was_asked: bool) -> None:
        """Try again with another process, unless it is this dictionary that ends them."""
        self._is_open = False
        if was_asked:
            self._tries += 1
            self._has_failed = self._tries >= _MOST_TRIES
            QTimer.singleShot(0, self, self.changed.emit)


def _nothing(_value: Any) -> None:
    pass
