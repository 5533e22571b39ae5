"""Vocabularies."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError
from uuid6 import uuid7

from newsdesk.domain.ids import TermId
from newsdesk.domain.vocabulary import Scheme, Term, TermColour, TermEntry
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


def test_a_vocabulary_knows_how_much_each_term_is_used_outside_the_trash(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as work:
        ports, quays = (
            work.terms.get_or_add(Scheme.TAG, name, "en") for name in ("Ports", "Quays")
        )
        work.terms.get_or_add(Scheme.THEME, "Ports", "en")
        first, _ = kept(work, plain_release(terms=(ports, quays)))
        second, _ = kept(work, plain_release(terms=(ports,)))
        work.terms.set_colour(quays.id, TermColour.TEAL)
        assert work.terms.entries(Scheme.TAG) == [
            TermEntry(term=ports, uses=2),
            TermEntry(term=quays, colour=TermColour.TEAL, uses=1),
        ]
        assert work.terms.colours() == {quays.id: TermColour.TEAL}
        work.releases.trash(first.id, at=clock(), by="dana")
        assert [entry.uses for entry in work.terms.entries(Scheme.TAG)] == [1, 0]
        assert work.terms.uses({ports.id}) == [first.id, second.id]  # it may be taken out again
        assert len(work.terms.entries()) == 3


def test_saving_a_term_leaves_its_colour(database: Database) -> None:
    with database.transaction() as work:
        term = work.terms.get_or_add(Scheme.TAG, "Ports", "en")
        work.terms.set_colour(term.id, TermColour.RED)
        work.terms.save(replace(term, names={"en": "Harbours"}))
        assert work.terms.colours() == {term.id: TermColour.RED}
        work.terms.set_colour(term.id, None)
        assert work.terms.colours() == {}


def test_the_name_of_what_was_merged_means_what_it_was_merged_into(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as work:
        ports, quays, piers = (
            work.terms.get_or_add(Scheme.TAG, name, "en") for name in ("Ports", "Quays", "Piers")
        )
        work.terms.merge(piers.id, into=quays.id, at=clock(), by="dana")
        work.terms.merge(quays.id, into=ports.id, at=clock(), by="dana")
        assert work.terms.all() == [ports]
        assert work.terms.get_or_add(Scheme.TAG, "piers", "en") == ports
        work.terms.delete(ports.id, at=clock(), by="dana")
        assert work.terms.get_or_add(Scheme.TAG, "piers", "en") == piers


def test_what_a_merged_term_was_broader_than_goes_with_it_and_comes_back(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as work:
        sea, water = (work.terms.get_or_add(Scheme.THEME, name, "en") for name in ("Sea", "Water"))
        tide = work.terms.get_or_add(Scheme.THEME, "Tide", "en")
        tide = work.terms.save(replace(tide, parent_id=sea.id))
        narrower = work.terms.narrower(sea.id)
        work.terms.merge(sea.id, into=water.id, at=clock(), by="dana")
        assert work.terms.get(tide.id).parent_id == water.id
        assert work.terms.unmerge(sea, narrower) == sea
        assert work.terms.get(tide.id).parent_id == sea.id
        assert work.terms.get_or_add(Scheme.THEME, "sea", "en") == sea


def test_a_code_is_free_if_no_other_term_has_or_had_it(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        ports, quays = (
            work.terms.get_or_add(Scheme.TAG, name, "en") for name in ("Ports", "Quays")
        )
        assert work.terms.free_qcode(Scheme.TAG, "Piers", ports.id) == "piers"
        assert work.terms.free_qcode(Scheme.TAG, "Ports", ports.id) == "ports"
        work.terms.delete(quays.id, at=clock(), by="dana")
        assert work.terms.free_qcode(Scheme.TAG, "Quays", ports.id) == "quays-2"


def test_many_terms_are_saved_at_once_new_ones_and_old_ones(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as work:
        old = work.terms.get_or_add(Scheme.THEME, "Sea", "en")
        work.terms.delete(old.id, at=clock(), by="dana")
        new = replace(old, id=TermId(uuid7()), qcode="tide", names={"en": "Tide"})
        renamed = replace(old, names={"en": "Sea", "fr": "Mer"})
        work.terms.save_all([renamed, new])
        assert work.terms.all() == [renamed, new]
        work.terms.save_all([])
