"""What the window knows about the spelling of the open release."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.contact import Contact
from newsdesk.domain.ids import ContactId
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.spelling.spell_checker import SpellChecker, SpellingState
from newsdesk.ui.spelling.spelling_process import SpellingProcess
from tests.services.small_dictionary import write_dictionary
from tests.storage.making import uuid_of
from tests.ui.spelling.conftest import Open

Changed = Callable[..., object]
LONGEST_MS = 20_000


@pytest.fixture
def known(checker: SpellChecker, qtbot: QtBot) -> Callable[..., dict[str, bool | None]]:
    """Look words up and return what is known of them then."""

    def look_up(*words: str) -> dict[str, bool | None]:
        answered: list[bool] = []
        checker.look_up(words, lambda: answered.append(True))
        qtbot.waitUntil(lambda: bool(answered), timeout=LONGEST_MS)
        return {word: checker.is_known(word) for word in words}

    return look_up


def test_nothing_is_known_before_a_release_is_open(checker: SpellChecker) -> None:
    assert checker.state is SpellingState.NOTHING
    assert checker.is_known("quay") is None
    checker.look_up(["quay"], pytest.fail)
    checker.suggest("quay", pytest.fail)


def test_words_are_looked_up_once(
    checker: SpellChecker,
    open_draft: Open,
    known: Callable[..., dict[str, bool | None]],
    process: SpellingProcess,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_draft()
    assert (checker.state, checker.language, checker.dictionary) == (
        *(SpellingState.READY, "en"),
        "en-GB",
    )
    assert known("quay", "quaye") == {"quay": True, "quaye": False}
    monkeypatch.setattr(process, "ask", pytest.fail)
    assert known("quay", "quaye") == {"quay": True, "quaye": False}


def test_many_words_are_asked_about_in_pieces(
    open_draft: Open, known: Callable[..., dict[str, bool | None]]
) -> None:
    open_draft()
    words = [
        f"wrng{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}{n // 100}" for n in range(999)
    ]
    assert set(known(*words).values()) == {False}


def test_suggestions_come_later(checker: SpellChecker, open_draft: Open, qtbot: QtBot) -> None:
    open_draft()
    found: list[list[str]] = []
    checker.suggest("harbor", found.append)
    assert found == []
    qtbot.waitUntil(lambda: bool(found), timeout=LONGEST_MS)
    assert "harbour" in found[0]


def test_words_are_added_and_ignored(
    checker: SpellChecker,
    open_draft: Open,
    known: Callable[..., dict[str, bool | None]],
    qtbot: QtBot,
) -> None:
    open_draft()
    assert known("quaye", "opn") == {"quaye": False, "opn": False}
    for do, word in ((checker.add_word, "quaye"), (checker.ignore, "opn")):
        with qtbot.waitSignal(checker.changed, timeout=LONGEST_MS):
            do(word)
    assert known("quaye", "opn") == {"quaye": True, "opn": True}
    open_draft()  # another one
    assert known("quaye", "opn") == {"quaye": True, "opn": False}


def test_a_name_that_comes_into_the_address_book_is_known(
    checker: SpellChecker,
    open_draft: Open,
    known: Callable[..., dict[str, bool | None]],
    changed: Changed,
    qtbot: QtBot,
) -> None:
    open_draft()
    assert known("Okello") == {"Okello": False}
    book = Contact(id=ContactId(uuid_of(1)), display_name="Tom Okello")
    with qtbot.waitSignal(checker.changed, timeout=LONGEST_MS):
        changed(lambda desk: desk.contacts.add(book))
    assert known("Okello") == {"Okello": True}


def test_the_language_follows_the_release(
    checker: SpellChecker,
    session: ReleaseSession,
    open_draft: Open,
    known: Callable[..., dict[str, bool | None]],
    qtbot: QtBot,
) -> None:
    open_draft()
    assert known("maison") == {"maison": False}
    with qtbot.waitSignal(checker.changed, timeout=LONGEST_MS):
        session.edit("Change language", language="fr")
    assert known("maison") == {"maison": True}
    with qtbot.waitSignal(checker.changed, timeout=LONGEST_MS):
        session.edit("Change language", language="ar")
    assert checker.state is SpellingState.NO_DICTIONARY
    assert checker.dictionary == ""
    checker.look_up(["maison"], pytest.fail)


def test_what_changes_elsewhere_is_of_no_interest(
    checker: SpellChecker, hub: ChangeHub, open_draft: Open, qtbot: QtBot
) -> None:
    open_draft()
    with qtbot.assertNotEmitted(checker.changed, wait=50):
        hub.publish(Changes.of(Subject.EXPORTS, releases={uuid_of(1)}))


def test_it_can_be_switched_off(
    checker: SpellChecker,
    keeper: PreferencesKeeper,
    process: SpellingProcess,
    open_draft: Open,
    known: Callable[..., dict[str, bool | None]],
    qtbot: QtBot,
) -> None:
    open_draft()
    known("quay")
    keeper.change(is_spelling_checked=False)
    assert checker.state is SpellingState.OFF
    assert not process.is_running
    with qtbot.waitSignal(checker.changed, timeout=LONGEST_MS):
        keeper.change(is_spelling_checked=True)
    assert known("quaye") == {"quaye": False}


def test_a_dictionary_that_is_gone_is_said(
    checker: SpellChecker, open_draft: Open, changed: Changed, tmp_path: Path, qtbot: QtBot
) -> None:
    place = write_dictionary(tmp_path / "de")
    (added,) = changed(lambda desk: desk.dictionaries.add(place.with_suffix(".dic")))  # type: ignore[misc]
    open_draft("de")
    added.aff.unlink()
    checker.look_up(["Kai"], lambda: None)
    qtbot.waitUntil(lambda: checker.state is SpellingState.FAILED, timeout=LONGEST_MS)


def test_a_dictionary_that_ends_its_process_is_given_up(
    checker: SpellChecker, process: SpellingProcess, open_draft: Open, qtbot: QtBot
) -> None:
    process._program, process._arguments = sys.executable, ["-c", "import os; os.abort()"]
    open_draft()
    for _ in range(2):
        with qtbot.waitSignal(checker.changed, timeout=LONGEST_MS):
            checker.look_up(["quay"], pytest.fail)
        assert checker.state is SpellingState.READY
    with qtbot.waitSignal(checker.changed, timeout=LONGEST_MS):
        checker.look_up(["quay"], pytest.fail)
    assert checker.state is SpellingState.FAILED


def test_what_is_known_does_not_grow_for_ever(
    checker: SpellChecker,
    open_draft: Open,
    known: Callable[..., dict[str, bool | None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("newsdesk.ui.spelling.spell_checker._MOST_VERDICTS", 2)
    open_draft()
    known("one", "two", "three")
    known("four")
    assert checker.is_known("one") is None
    assert checker.is_known("four")
