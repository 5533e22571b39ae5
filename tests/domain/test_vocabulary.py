from dataclasses import replace
from uuid import UUID

import pytest

from newsdesk.domain.ids import TermId
from newsdesk.domain.vocabulary import Scheme, Term, same_names

PORT = Term(
    id=TermId(UUID(int=1)), scheme=Scheme.TAG, qcode="port", names={"fr": "port", "en": "harbour"}
)


@pytest.mark.parametrize(
    ("language", "name"), [("en", "harbour"), ("fr-CA", "port"), ("ar", "port")]
)
def test_a_term_is_named_in_the_language_or_as_it_was_first(language: str, name: str) -> None:
    assert PORT.name(language) == name


def term(number: int, name: str, scheme: Scheme = Scheme.TAG, *, active: bool = True) -> Term:
    return Term(
        id=TermId(UUID(int=number)),
        scheme=scheme,
        qcode=str(number),
        names={"en": name},
        active=active,
    )


def test_terms_of_one_name_but_for_case_and_accents_are_told_together() -> None:
    climate, other = term(1, "Climat"), term(2, "CLIMÀT")
    alone = (term(3, "climat", Scheme.THEME), term(4, "Climate"), term(5, "climat", active=False))
    assert same_names([climate, *alone, other]) == [(climate, other)]


def test_codes_of_a_standard_may_have_one_name() -> None:
    assert same_names([term(n, "dance", Scheme.IPTC_MEDIATOPIC) for n in (1, 2)]) == []


def test_two_terms_that_share_two_names_are_told_once() -> None:
    both = [replace(term(n, "Quay"), names={"en": "Quay", "fr": "Quai"}) for n in (1, 2)]
    assert same_names(both) == [tuple(both)]
