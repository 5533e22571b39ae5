"""Checking the spelling of releases: by dictionary, by names, and by words of the house's own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.ids import OwnWordId, ReleaseId
from newsdesk.domain.language import base, normalised
from newsdesk.domain.own_word import OwnWord
from newsdesk.domain.release import Release
from newsdesk.services.dictionaries import Dictionary, DictionaryService, dictionary_for
from newsdesk.services.spelled_words import (
    pieces,
    prose_lines,
    spelled_words,
    spelling_of,
    unknown_parts,
)
from newsdesk.services.speller import Speller
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

FIELDS = ("headline", "subheadline", "abstract", "body_md")
"""What is checked of a release; all else is names, or copied from where it was checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingSetup:
    """What one release is checked with."""

    language: str
    dictionary: Dictionary | None  # None: there is none for its language
    names: tuple[str, ...] = ()  # words that are never errors beside the dictionary's
    ignored: frozenset[str] = frozenset()  # in this release


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownWord:
    """A word that nobody knows, and where it stands."""

    field: str  # one of `FIELDS`
    line: int  # from 1
    column: int  # from 1
    word: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpellingReport:
    """What a check of one release found."""

    release_id: ReleaseId
    language: str
    dictionary: str | None  # its tag; None: nothing was checked
    unknown: tuple[UnknownWord, ...] = ()


class SpellingService:
    """Checks releases, and keeps the words that are right whatever a dictionary says."""

    def __init__(self, workplace: Workplace, dictionaries: DictionaryService) -> None:
        self._workplace = workplace
        self._dictionaries = dictionaries
        self._places: dict[str, frozenset[str]] = {}  # language -> words of the shipped gazetteer

    def setup(self, release_id: ReleaseId, language: str) -> SpellingSetup:
        """Return what a release is checked with in a language, which need not be the stored one."""
        with self._workplace.database.reading() as work:
            dictionary = dictionary_for(
                language, self._dictionaries.all(), work.newsroom.get().dictionaries
            )
            if dictionary is None:
                return SpellingSetup(language=language, dictionary=None)
            return SpellingSetup(
                language=language,
                dictionary=dictionary,
                names=tuple(sorted(self._names(work, language))),
                ignored=work.ignored_words.of(release_id),
            )

    def check(self, key: str, *, with_suggestions: bool = False) -> SpellingReport:
        """Check a stored release; a language without a dictionary has no unknown words.

        Raises:
            NotFoundError, AmbiguousKeyError: as `ReleaseService.get` does.
            OSError: the dictionary cannot be read.
        """
        with self._workplace.database.reading() as work:
            release = work.releases.get(work.releases.by_key(key))
        setup = self.setup(release.id, release.language)
        if setup.dictionary is None:
            return SpellingReport(release.id, release.language, None)
        one = setup.dictionary
        speller = Speller.open(one.aff, one.dic, one.lists)
        speller.set_names(setup.names)
        unknown = tuple(_unknown(release, setup, speller, with_suggestions=with_suggestions))
        return SpellingReport(release.id, release.language, one.tag, unknown)

    # Words of the house's own ---------------------------------------------------------------

    def words(self) -> list[OwnWord]:
        """Return them by language and letters."""
        with self._workplace.database.reading() as work:
            return list(work.own_words.all())

    def add_word(self, word: str, language: str) -> tuple[OwnWord, Changes]:
        """Spell a word so from now on, in every release of a language; raise `FieldError`."""
        word = _one_word(word)
        with self._workplace.database.transaction() as work:
            entry = work.own_words.get_or_add(word, base(normalised(language)))
        return entry, Changes.of(Subject.WORDS)

    def remove_word(self, word: str, language: str | None = None) -> tuple[OwnWord, Changes]:
        """Take out a word; raise `NotFoundError`, or `AmbiguousKeyError` if languages share it."""
        wanted = _one_word(word)
        with self._workplace.database.transaction() as work:
            found = [
                entry
                for entry in work.own_words.named(wanted)
                if language is None or entry.language == base(normalised(language))
            ]
            if not found:
                raise NotFoundError("word", word)
            if len(found) > 1:
                raise AmbiguousKeyError(word, [f"{one.word} ({one.language})" for one in found])
            work.own_words.delete(found[0].id, at=self._workplace.now(), by=self._workplace.author)
        return found[0], Changes.of(Subject.WORDS)

    def put_back_word(self, key: OwnWordId) -> tuple[OwnWord, Changes]:
        """Bring back a word that was taken out."""
        with self._workplace.database.transaction() as work:
            entry = work.own_words.get(key)
            entry = work.own_words.get_or_add(entry.word, entry.language)
        return entry, Changes.of(Subject.WORDS)

    # Words of one release -------------------------------------------------------------------

    def ignore(self, release_id: ReleaseId, word: str) -> tuple[str, Changes]:
        """Leave a word as it is in one release."""
        word = _one_word(word)
        with self._workplace.database.transaction() as work:
            work.releases.get(release_id)  # or it is not found
            work.ignored_words.add(release_id, word)
        return word, Changes.of(Subject.WORDS)

    def heed(self, release_id: ReleaseId, word: str) -> tuple[str, Changes]:
        """Check a word again that was ignored."""
        with self._workplace.database.transaction() as work:
            work.ignored_words.remove(release_id, _one_word(word))
        return word, Changes.of(Subject.WORDS)

    # Names ----------------------------------------------------------------------------------

    def _names(self, work: "UnitOfWork", language: str) -> set[str]:
        general = base(language)
        known = self._places.get(general)
        if known is None:
            shipped = self._workplace.gazetteer()
            known = self._places[general] = frozenset(_words(_place_names(shipped), language))
        own = [entry.word for entry in work.own_words.all() if entry.language == general]
        return {*known, *own, *_words(_book_names(work, language), language)}


def _unknown(
    release: Release, setup: SpellingSetup, speller: Speller, *, with_suggestions: bool
) -> Iterator[UnknownWord]:
    def is_known(word: str) -> bool:
        return word in setup.ignored or speller.is_known(word)

    for field in FIELDS:
        for number, line in prose_lines(getattr(release, field) or ""):
            for word in spelled_words(line, setup.language):
                for part in unknown_parts(word, setup.language, is_known):
                    found = speller.suggestions(part.spelling) if with_suggestions else ()
                    yield UnknownWord(
                        field=field,
                        line=number + 1,
                        column=part.start + 1,
                        word=part.text,
                        suggestions=tuple(found),
                    )


def _one_word(text: str) -> str:
    word = spelling_of(composed(text).strip())
    if not word or any(sign.isspace() for sign in word):
        raise FieldError("word", text)
    return word


def _words(names: Iterable[str], language: str) -> set[str]:
    """Return the words of names, and of their compounds the parts."""
    return {
        part.spelling
        for name in names
        for word in spelled_words(name, language)
        for part in (word, *pieces(word))
    }


def _place_names(gazetteer: Gazetteer) -> Iterator[str]:
    for place in gazetteer:
        yield from filter(None, (place.city, place.admin1))
        yield from (*place.names.values(), *place.country_names.values(), *place.demonyms)
        yield from gazetteer.other_names(place.id)


def _book_names(work: "UnitOfWork", language: str) -> Iterator[str]:
    house = work.newsroom.get()
    yield from (house.organisation, house.short_name, house.dateline_source)
    for contact in work.contacts.all():
        yield from (contact.display_name, contact.office or "")
    for person in work.people.all():
        yield from (person.display_name, *person.variants)
    for organisation in work.people.organisations.all():
        yield from (*organisation.names.values(), *organisation.acronyms.values())
    for place in work.places.all():
        yield from (place.city or "", *place.names.values(), *place.country_names.values())
    for term in work.terms.all():
        yield term.name(language)
