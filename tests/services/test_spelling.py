"""Checking releases, and the words that are right whatever a dictionary says."""

import pytest

from newsdesk.domain.address_book import Card
from newsdesk.domain.changes import Subject
from newsdesk.domain.contact import Contact
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError
from newsdesk.domain.ids import ContactId, PersonId, ReleaseId
from newsdesk.domain.person import Person, TypedRole
from newsdesk.domain.release import Release
from newsdesk.domain.vocabulary import Scheme
from newsdesk.services.desk import Desk
from newsdesk.services.spelling import UnknownWord
from tests.storage.making import uuid_of


def draft(desk: Desk, body: str, **values: str) -> Release:
    return desk.releases.new({"language": "en", **values}, body_md=body)[0]


def unknown(desk: Desk, release: Release) -> list[str]:
    return [word.word for word in desk.spelling.check(str(release.id)).unknown]


def test_words_are_found_with_their_place(desk: Desk) -> None:
    body = "First line.\n\nThe quaye is [opn](https://example.org/wrng).\n\n```\nwrng\n```\n"
    release = draft(desk, body, headline="A harbor opens", abstract="Abstrct")
    report = desk.spelling.check(release.slug, with_suggestions=True)
    assert (report.release_id, report.language, report.dictionary) == (release.id, "en", "en-GB")
    assert [(word.field, word.line, word.column, word.word) for word in report.unknown] == [
        ("headline", 1, 3, "harbor"),
        ("abstract", 1, 1, "Abstrct"),
        ("body_md", 3, 5, "quaye"),
        ("body_md", 3, 15, "opn"),
    ]
    assert "harbour" in report.unknown[0].suggestions
    assert desk.spelling.check(str(release.id)).unknown[0] == UnknownWord(
        field="headline", line=1, column=3, word="harbor"
    )


def test_a_language_without_a_dictionary_is_not_checked(desk: Desk) -> None:
    release = draft(desk, "افتتح مكتب wrng", language="ar")
    report = desk.spelling.check(str(release.id))
    assert (report.dictionary, report.unknown) == (None, ())


def test_names_that_the_desk_knows_are_never_errors(desk: Desk) -> None:
    names = "Quaymaster Okello of Zzyport in Bujumbura, an Ouagadougou-based Harbrtrust. #Shorpower"
    release = draft(desk, f"{names} and shorpower")
    assert unknown(desk, release) == ["Quaymaster", "Okello", "Zzyport", "Harbrtrust", "shorpower"]
    book = Contact(id=ContactId(uuid_of(1)), display_name="Tom Okello", office="Quaymaster’s")
    desk.contacts.add(book)
    desk.places.add("Zzyport", "KE", "Africa/Nairobi")
    desk.vocabularies.add(Scheme.TAG, "shorpower", "en")
    desk.newsroom.edit({"organisation": "Harbrtrust"})
    assert unknown(desk, release) == ["Quaymaster"]  # the office is a possessive
    assert "Okello" in desk.spelling.setup(release.id, "en").names


def test_the_house_chooses_among_dictionaries(desk: Desk) -> None:
    release = draft(desk, "The color of the colour")
    assert unknown(desk, release) == ["color"]
    desk.newsroom.edit({"dictionaries": "en=en-US"})
    assert unknown(desk, release) == ["colour"]


def test_a_word_of_the_houses_own_is_right_in_its_language(desk: Desk) -> None:
    english, french = draft(desk, "a quaye"), draft(desk, "une quaye", language="fr")
    word, changes = desk.spelling.add_word("  quaye ", "en-GB")
    assert (word.word, word.language, changes.subjects) == ("quaye", "en", {Subject.WORDS})
    assert desk.spelling.words() == [word]
    assert (unknown(desk, english), unknown(desk, french)) == ([], ["quaye"])
    assert desk.spelling.remove_word("quaye")[0].id == word.id
    assert unknown(desk, english) == ["quaye"]
    desk.spelling.put_back_word(word.id)
    assert unknown(desk, english) == []


def test_a_word_of_two_languages_is_removed_from_one(desk: Desk) -> None:
    for language in ("en", "fr"):
        desk.spelling.add_word("quaye", language)
    with pytest.raises(AmbiguousKeyError):
        desk.spelling.remove_word("quaye")
    desk.spelling.remove_word("quaye", "fr")
    assert [word.language for word in desk.spelling.words()] == ["en"]
    with pytest.raises(NotFoundError):
        desk.spelling.remove_word("quai")


@pytest.mark.parametrize("word", ["", "  ", "two words"])
def test_what_is_no_word_is_not_kept(desk: Desk, word: str) -> None:
    with pytest.raises(FieldError):
        desk.spelling.add_word(word, "en")
    assert desk.spelling.words() == []


def test_a_word_is_ignored_in_one_release(desk: Desk) -> None:
    one, other = draft(desk, "a quaye"), draft(desk, "another quaye")
    assert desk.spelling.ignore(one.id, "quaye")[1].subjects == {Subject.WORDS}
    desk.spelling.ignore(one.id, "quaye")
    assert desk.spelling.setup(one.id, "en").ignored == {"quaye"}
    assert (unknown(desk, one), unknown(desk, other)) == ([], ["quaye"])
    desk.spelling.heed(one.id, "quaye")
    assert unknown(desk, one) == ["quaye"]
    with pytest.raises(NotFoundError):
        desk.spelling.ignore(ReleaseId(uuid_of(9)), "quaye")


def test_one_spelling_is_kept_however_it_was_typed(desk: Desk) -> None:
    release = draft(desk, "the Ke\u0301ta’s quay")
    desk.spelling.add_word("Ke\u0301ta", "en")
    assert [word.word for word in desk.spelling.words()] == ["Kéta"]
    assert unknown(desk, release) == []


def test_the_names_and_spellings_of_people_are_never_errors(desk: Desk) -> None:
    person = Person(
        id=PersonId(uuid_of(0)), display_name="Qwizzel Brontvik", variants=("Kwizel Brontwik",)
    )
    role = TypedRole(titles={"en": "Head"}, organisation="Zvorkby Trust")
    desk.people.save(Card(person=person), [role])
    release, _ = desk.releases.new({"language": "en"}, body_md="Text.")
    names = desk.spelling.setup(release.id, "en").names
    assert {"Qwizzel", "Brontvik", "Kwizel", "Brontwik", "Zvorkby"} <= set(names)
