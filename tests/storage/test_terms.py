"""Vocabularies."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError
from uuid6 import uuid7

from newsdesk.domain.ids import TermId
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.storage.database import Database
from tests.storage.making import Clock, kept, plain_release


def test_a_term_is_made_once_whatever_its_spelling(database: Database) -> None:
    with database.transaction() as work:
        term = work.terms.get_or_add(Scheme.TAG, "Labour Migration", "en")
        assert term.qcode == "labour-migration"
        assert term.names == {"en": "Labour Migration"}
        assert work.terms.get_or_add(Scheme.TAG, "labour  migration", "en") == term
        assert work.terms.get_or_add(Scheme.THEME, "Labour Migration", "en") != term
        assert work.terms.all(Scheme.TAG) == [term]
        assert len(work.terms.all()) == 2


def test_words_of_other_scripts_are_different_terms(database: Database) -> None:
    with database.transaction() as work:
        names = ("هجرة", "لجوء", "移民")
        terms = [work.terms.get_or_add(Scheme.TAG, name, "und") for name in names]
    assert len({term.qcode for term in terms}) == 3


def test_a_term_is_in_use_while_a_release_outside_the_trash_has_it(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as work:
        ports, quays = (
            work.terms.get_or_add(Scheme.TAG, name, "en") for name in ("Ports", "Quays")
        )
        release, _ = kept(work, plain_release(terms=(ports,)))
        assert work.terms.in_use({ports.id, quays.id}) == {ports.id}
        assert work.terms.in_use(set()) == work.terms.in_use({quays.id}) == set()
        work.releases.trash(release.id, at=clock(), by="dana")
        assert work.terms.in_use({ports.id, quays.id}) == set()


def test_a_term_that_was_put_away_comes_back(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        term = work.terms.get_or_add(Scheme.TAG, "Ports", "en")
        work.terms.delete(term.id, at=clock(), by="dana")
        assert work.terms.all() == []
        assert work.terms.get_or_add(Scheme.TAG, "Ports", "en") == term
        assert work.terms.all() == [term]


def test_a_term_comes_back_as_it_went(database: Database) -> None:
    with database.transaction() as work:
        parent = work.terms.get_or_add(Scheme.IPTC_MEDIATOPIC, "Society", "en")
        term = Term(
            id=TermId(uuid7()),
            scheme=Scheme.IPTC_MEDIATOPIC,
            qcode="medtop:20000780",
            names={"en": "immigration", "ar": "هجرة"},
            parent_id=parent.id,
            uri="https://example.org/medtop/20000780",
            active=False,
        )
        assert work.terms.save(term) == work.terms.get(term.id) == term


def test_no_two_terms_of_a_scheme_have_one_qcode(database: Database) -> None:
    with database.transaction() as work:
        term = work.terms.get_or_add(Scheme.TAG, "ports", "en")
    with pytest.raises(IntegrityError), database.transaction() as work:
        work.terms.save(replace(term, id=TermId(uuid7())))
