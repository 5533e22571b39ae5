from uuid import UUID

import pytest

from newsdesk.domain.ids import TermId
from newsdesk.domain.vocabulary import Scheme, Term

PORT = Term(
    id=TermId(UUID(int=1)), scheme=Scheme.TAG, qcode="port", names={"fr": "port", "en": "harbour"}
)


@pytest.mark.parametrize(
    ("language", "name"), [("en", "harbour"), ("fr-CA", "port"), ("ar", "port")]
)
def test_a_term_is_named_in_the_language_or_as_it_was_first(language: str, name: str) -> None:
    assert PORT.name(language) == name
