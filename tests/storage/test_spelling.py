"""Words that are spelled rightly here."""

import pytest
from sqlalchemy.exc import IntegrityError
from uuid6 import uuid7

from newsdesk.domain.ids import OwnWordId, ReleaseId
from newsdesk.domain.own_word import OwnWord
from newsdesk.storage.database import Database
from tests.storage.making import Clock, keep, plain_release


def test_a_word_is_kept_once_a_language(database: Database) -> None:
    with database.transaction() as work:
        word = work.own_words.get_or_add("quayside", "en")
        assert work.own_words.get_or_add("quayside", "en") == word
        assert work.own_words.get_or_add("quayside", "fr") != word
        assert [one.language for one in work.own_words.named("quayside")] == ["en", "fr"]
    with database.reading() as work:
        assert work.own_words.get(word.id) == word
        assert len(work.own_words.all()) == 2


def test_a_word_that_was_put_away_comes_back(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        word = work.own_words.get_or_add("quayside", "en")
        work.own_words.delete(word.id, at=clock(), by="dana")
        assert work.own_words.all() == []
        assert work.own_words.get_or_add("quayside", "en").id == word.id
        assert len(work.own_words.all()) == 1


def test_no_two_entries_are_of_one_word(database: Database) -> None:
    with database.transaction() as work:
        work.own_words.get_or_add("quayside", "en")
    with pytest.raises(IntegrityError), database.transaction() as work:
        work.own_words.save(OwnWord(id=OwnWordId(uuid7()), language="en", word="quayside"))


def test_a_word_is_ignored_in_one_release_only(database: Database) -> None:
    one, other = keep(database, plain_release()), keep(database, plain_release(slug="other"))
    with database.transaction() as work:
        assert work.ignored_words.add(one.id, "Quaiside")
        assert not work.ignored_words.add(one.id, "Quaiside")
        assert work.ignored_words.of(one.id) == {"Quaiside"}
        assert work.ignored_words.of(other.id) == frozenset()
        assert work.ignored_words.remove(one.id, "Quaiside")
        assert not work.ignored_words.remove(one.id, "Quaiside")
        assert work.ignored_words.of(one.id) == frozenset()


def test_nothing_is_ignored_in_a_release_that_is_not_there(database: Database) -> None:
    with pytest.raises(IntegrityError), database.transaction() as work:
        work.ignored_words.add(ReleaseId(uuid7()), "Quaiside")
