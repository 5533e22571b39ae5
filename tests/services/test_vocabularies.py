from collections.abc import Sequence
from dataclasses import replace

import pytest

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import (
    AmbiguousKeyError,
    FieldError,
    NameTakenError,
    NotFoundError,
    TermInUseError,
)
from newsdesk.domain.filing import Filing, Refiled
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.vocabulary import Scheme, Term, TermColour, same_names
from newsdesk.domain.workflow import Action
from newsdesk.importing.newscodes import Concept, NewsCodes
from newsdesk.services.desk import Desk
from newsdesk.services.vocabularies import Merged
from tests.services.conftest import Clock


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


def tag(desk: Desk, name: str, language: str = "en") -> Term:
    return desk.vocabularies.add(Scheme.TAG, name, language)[0]


def filed(desk: Desk, *names: str) -> ReleaseId:
    values = {"headline": f"About {' '.join(names)}", "tags": ", ".join(names)}
    return desk.releases.new(values, body_md="It opened.")[0].id


def names_of(desk: Desk, key: ReleaseId) -> list[str]:
    return [term.name("en") for term in desk.releases.get(str(key)).terms]


def found(desk: Desk, text: str) -> list[ReleaseId]:
    return desk.releases.ids(ReleaseQuery(text=text))


def merge(desk: Desk, sources: Sequence[Term], into: Term) -> tuple[Merged, Sequence[Refiled]]:
    merged, _ = desk.vocabularies.merge([term.id for term in sources], into.id)
    outcome, _ = desk.bulk.file(desk.vocabularies.uses(*merged.touched), merged.filing)
    return merged, outcome.done


def test_a_merge_moves_every_use_and_undo_brings_them_back(desk: Desk, clock: Clock) -> None:
    pier, quay = tag(desk, "Pier"), tag(desk, "Quay")
    first, second, both = filed(desk, "Pier"), filed(desk, "Quay"), filed(desk, "Pier", "Quay")
    trashed = filed(desk, "Pier")
    desk.releases.trash(str(trashed))
    issued, _ = desk.workflow.take(str(first), Action.PUBLISH)
    before = {key: desk.releases.get(str(key)) for key in (first, second, both, trashed)}
    clock.advance(hours=1)
    merged, done = merge(desk, [pier], quay)
    assert [names_of(desk, key) for key in before] == [["Quay"]] * 4
    assert [entry.term for entry in desk.vocabularies.entries(Scheme.TAG)] == [quay]
    assert desk.vocabularies.entries(Scheme.TAG)[0].uses == 3
    assert set(found(desk, "tag:quay")) == {first, second, both}
    assert found(desk, "tag:pier") == []
    assert tag(desk, "pier") == quay  # whoever names it now means the other
    then = desk.history.at(str(first), issued.current_revision)
    assert [term.name("en") for term in then.terms] == ["Pier"]  # what was issued stays so
    assert desk.verification.verify().is_sound

    desk.vocabularies.unmerge(merged)
    desk.bulk.take_back(done)
    counted = {"version": 0, "current_revision": 0}
    for key, release in before.items():
        assert replace(desk.releases.get(str(key)), **counted) == replace(release, **counted)
    assert set(found(desk, "tag:pier")) == {first, both}
    assert [entry.uses for entry in desk.vocabularies.entries(Scheme.TAG)] == [2, 2]
    assert tag(desk, "pier") == pier
    assert desk.verification.verify().is_sound


def test_names_in_other_languages_come_along_and_go_again(desk: Desk) -> None:
    quay, quai = tag(desk, "Quay"), tag(desk, "Quai", "fr")
    key = filed(desk, "Quay")
    merged, done = merge(desk, [quai], quay)
    assert merged.into.names == {"en": "Quay", "fr": "Quai"}
    assert desk.releases.get(str(key)).terms == (merged.into,)
    desk.vocabularies.unmerge(merged)
    desk.bulk.take_back(done)
    assert desk.releases.get(str(key)).terms == (quay,)
    assert desk.vocabularies.all(Scheme.TAG) == [quai, quay]


def test_only_terms_of_one_vocabulary_are_merged(desk: Desk) -> None:
    quay = tag(desk, "Quay")
    theme, _ = desk.vocabularies.add(Scheme.THEME, "Quay", "en")
    for sources in ([theme.id], [], [quay.id]):
        with pytest.raises(FieldError):
            desk.vocabularies.merge(sources, quay.id)
    assert len(desk.vocabularies.all()) == 2


def test_a_new_name_is_that_of_every_release_and_the_old_one_is_free(desk: Desk) -> None:
    pier = tag(desk, "Pire")
    key = filed(desk, "Pire")
    renamed, _ = desk.vocabularies.rename(pier.id, {"en": "Pier", "fr": "Jetée", "es": " "})
    desk.bulk.file(desk.vocabularies.uses(pier.id), Filing(instead={pier.id: renamed}))
    assert (renamed.id, renamed.qcode) == (pier.id, "pier")
    assert renamed.names == {"en": "Pier", "fr": "Jetée"}
    assert desk.releases.get(str(key)).terms == (renamed,)
    assert found(desk, "jetée") == [key]
    assert tag(desk, "Pier") == renamed
    assert tag(desk, "Pire").id != pier.id


@pytest.mark.parametrize("name", ["quay", "QUÂY", " Quay "])
def test_a_name_that_another_has_but_for_case_or_accents_is_refused_in_words(
    desk: Desk, name: str
) -> None:
    quay, pier = tag(desk, "Quay"), tag(desk, "Pier")
    with pytest.raises(NameTakenError) as caught:
        desk.vocabularies.rename(pier.id, {"en": name})
    assert (caught.value.name, caught.value.taken_by) == ("Quay", str(quay.id))
    assert desk.vocabularies.all(Scheme.TAG) == [pier, quay]


def test_a_term_may_change_the_case_of_its_own_name(desk: Desk) -> None:
    pier = tag(desk, "pier")
    renamed, _ = desk.vocabularies.rename(pier.id, {"en": "Pier"})
    assert (renamed.names, renamed.qcode) == ({"en": "Pier"}, "pier")


def test_a_term_without_any_name_is_refused(desk: Desk) -> None:
    with pytest.raises(FieldError):
        desk.vocabularies.rename(tag(desk, "Pier").id, {"en": " "})


def test_what_is_retired_stays_where_it_is_used_and_comes_back(desk: Desk) -> None:
    pier = tag(desk, "Pier")
    key = filed(desk, "Pier")
    retired, _ = desk.vocabularies.retire(pier.id)
    assert not retired.active
    assert desk.releases.get(str(key)).terms == (pier,)
    assert found(desk, "tag:pier") == [key]
    assert desk.vocabularies.retire(pier.id, is_active=True)[0] == pier


def test_only_what_no_release_has_is_removed(desk: Desk) -> None:
    pier, quay = tag(desk, "Pier"), tag(desk, "Quay")
    key = filed(desk, "Pier")
    desk.releases.trash(str(key))  # it may be taken out again
    with pytest.raises(TermInUseError) as caught:
        desk.vocabularies.remove(pier.id)
    assert (caught.value.name, caught.value.uses) == ("Pier", 1)
    desk.vocabularies.remove(quay.id)
    assert desk.vocabularies.all() == [pier]
    desk.vocabularies.put_back(quay.id)
    assert desk.vocabularies.all() == [pier, quay]


def test_a_colour_is_the_vocabularys_and_no_releases(desk: Desk) -> None:
    pier = tag(desk, "Pier")
    key = filed(desk, "Pier")
    desk.vocabularies.set_colour(pier.id, TermColour.TEAL)
    assert desk.vocabularies.colours() == {pier.id: TermColour.TEAL}
    assert desk.releases.get(str(key)).terms == (pier,)
    desk.vocabularies.set_colour(pier.id, None)
    assert desk.vocabularies.colours() == {}


@pytest.mark.parametrize(("name", "language"), [("China", "en"), ("Chine", "fr"), ("中国", "zh")])
def test_a_country_is_the_gazetteers_whatever_it_is_called(
    desk: Desk, name: str, language: str
) -> None:
    term, _ = desk.vocabularies.add(Scheme.COUNTRY, name, language)
    assert term.qcode == "china"
    assert (term.names["en"], term.names["fr"]) == ("China", "Chine")
    release, _ = desk.releases.new({"language": language, "countries": name})
    assert release.terms == (term,)


def test_a_country_that_no_gazetteer_knows_is_a_word_as_any_other(desk: Desk) -> None:
    term, _ = desk.vocabularies.add(Scheme.COUNTRY, "Ruritania", "en")
    assert term.names == {"en": "Ruritania"}
    assert {"en": "China"}.items() <= next(
        names.items() for names in desk.vocabularies.countries() if names["en"] == "China"
    )


def test_a_term_is_found_by_any_name_its_code_or_its_id(desk: Desk) -> None:
    jetty, _ = desk.vocabularies.rename(tag(desk, "Pier").id, {"en": "Pier", "fr": "Jetée"})
    for key in ("pier", "jetee", str(jetty.id), str(jetty.id)[:13]):
        assert desk.vocabularies.find(key) == jetty
    with pytest.raises(NotFoundError):
        desk.vocabularies.find("Quay")
    desk.vocabularies.add(Scheme.THEME, "Pier", "en")
    with pytest.raises(AmbiguousKeyError):
        desk.vocabularies.find("pier")
    assert desk.vocabularies.find("pier", Scheme.TAG) == jetty


def concept(code: str, name: str, broader: str = "", *, retired: bool = False) -> Concept:
    address = "http://cv.example.org/newscodes/mediatopic/"
    return Concept(
        uri=address + code,
        qcode=f"medtop:{code}",
        names={"en": name},
        broader=address + broader if broader else None,
        is_retired=retired,
    )


def test_a_file_of_newscodes_becomes_a_vocabulary(desk: Desk) -> None:
    codes = NewsCodes(
        scheme=Scheme.IPTC_MEDIATOPIC,
        concepts=(concept("2", "tide", "1"), concept("1", "sea"), concept("3", "ebb", "2")),
    )
    taken, changes = desk.vocabularies.take_in(codes)
    assert (taken.added, taken.changed, taken.unchanged) == (3, 0, 0)
    assert changes == Changes.of(Subject.TERMS)
    sea, tide, ebb = desk.vocabularies.all(Scheme.IPTC_MEDIATOPIC)
    assert [sea.parent_id, tide.parent_id, ebb.parent_id] == [None, sea.id, tide.id]
    again, changes = desk.vocabularies.take_in(codes)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 3)
    assert changes == Changes()
    newer = NewsCodes(
        scheme=Scheme.IPTC_MEDIATOPIC,
        concepts=(concept("1", "ocean"), concept("3", "ebb", "1", retired=True)),
    )
    taken, _ = desk.vocabularies.take_in(newer)
    assert (taken.added, taken.changed) == (0, 2)
    ocean, same, retired = desk.vocabularies.all(Scheme.IPTC_MEDIATOPIC)
    assert (ocean.id, ocean.name("en"), same) == (sea.id, "ocean", tide)
    assert (retired.active, retired.parent_id) == (False, sea.id)


def test_a_ring_of_broader_terms_does_no_harm(desk: Desk) -> None:
    ring = (concept("1", "a", "2"), concept("2", "b", "3"), concept("3", "c", "1"))
    desk.vocabularies.take_in(NewsCodes(scheme=Scheme.THEME, concepts=ring))
    terms = desk.vocabularies.all(Scheme.THEME)
    assert len(terms) == 3
    assert sum(term.parent_id is None for term in terms) == 1


def test_doubles_that_another_program_left_are_told(desk: Desk) -> None:
    """Names outside Latin have a code that knows upper case: two spellings are two terms."""
    upper, lower = tag(desk, "Беженцы", "ru"), tag(desk, "беженцы", "ru")
    assert upper != lower
    assert same_names(desk.vocabularies.all()) in ([(upper, lower)], [(lower, upper)])
