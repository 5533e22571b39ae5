import pytest

from newsdesk.domain.errors import FieldError
from newsdesk.domain.vocabulary import Scheme
from newsdesk.services.desk import Desk


def test_a_word_is_added_once_however_it_is_written(desk: Desk) -> None:
    first, _ = desk.vocabularies.add(Scheme.TAG, "Search and rescue", "en")
    second, _ = desk.vocabularies.add(Scheme.TAG, "search and  RESCUE", "en")
    assert second.id == first.id
    assert desk.vocabularies.all(Scheme.TAG) == [first]


def test_the_same_word_in_two_vocabularies_is_two_terms(desk: Desk) -> None:
    desk.vocabularies.add(Scheme.TAG, "News", "en")
    desk.vocabularies.add(Scheme.CATEGORY, "News", "en")
    assert len(desk.vocabularies.all()) == 2
    assert [term.scheme for term in desk.vocabularies.all(Scheme.CATEGORY)] == [Scheme.CATEGORY]


def test_an_empty_word_is_no_term(desk: Desk) -> None:
    with pytest.raises(FieldError):
        desk.vocabularies.add(Scheme.TAG, " ", "en")
