from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from newsdesk.domain.errors import LockedReleaseError
from newsdesk.domain.filing import Filing, Refiled
from newsdesk.domain.ids import FamilyId, ReleaseId, TermId
from newsdesk.domain.release import Release
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import State

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def term(number: int, name: str) -> Term:
    return Term(
        id=TermId(UUID(int=number)), scheme=Scheme.TAG, qcode=name.lower(), names={"en": name}
    )


PORTS, QUAYS, BOATS = term(1, "Ports"), term(2, "Quays"), term(3, "Boats")


def release(*terms: Term, state: State = State.DRAFT, language: str = "en") -> Release:
    key = UUID(int=99)
    return Release(
        id=ReleaseId(key),
        slug="harbour",
        family_id=FamilyId(key),
        language=language,
        firstcreated=NOW,
        versioncreated=NOW,
        created_by="dana",
        state=state,
        terms=terms,
    )


def test_terms_are_added_behind_those_that_are_there_and_never_twice() -> None:
    filed = Filing(add=(PORTS, QUAYS)).applied(release(QUAYS, BOATS), LATER)
    assert filed.terms == (QUAYS, BOATS, PORTS)


def test_another_term_stands_where_the_first_stood() -> None:
    filing = Filing(instead={QUAYS.id: PORTS})
    assert filing.applied(release(BOATS, QUAYS), LATER).terms == (BOATS, PORTS)
    assert filing.applied(release(QUAYS, BOATS, PORTS), LATER).terms == (PORTS, BOATS)


def test_what_changes_nothing_returns_the_release_itself() -> None:
    before = release(PORTS)
    for filing in (Filing(add=(PORTS,)), Filing(remove=frozenset({BOATS.id})), Filing()):
        assert filing.applied(before, LATER) is before


@pytest.mark.parametrize("state", State)
def test_every_release_can_be_filed_whatever_its_state_and_is_no_newer_for_it(
    state: State,
) -> None:
    filed = Filing(add=(PORTS,), remove=frozenset({BOATS.id})).applied(
        release(BOATS, state=state), LATER
    )
    assert filed.terms == (PORTS,)
    assert (filed.state, filed.versioncreated) == (state, NOW)


def test_the_language_is_that_of_a_draft_only() -> None:
    assert Filing(language="fr").applied(release(), LATER).language == "fr"
    with pytest.raises(LockedReleaseError):
        Filing(language="fr").applied(release(state=State.PUBLISHED), LATER)


def test_a_language_that_it_has_already_is_no_change() -> None:
    before = release(state=State.PUBLISHED, language="fr")
    assert Filing(language="fr").applied(before, LATER) is before


@pytest.mark.parametrize(
    ("before", "filing"),
    [
        ((QUAYS, BOATS), Filing(add=(PORTS,))),
        ((QUAYS, BOATS), Filing(remove=frozenset({QUAYS.id}))),
        ((QUAYS, BOATS, PORTS), Filing(instead={QUAYS.id: PORTS})),
        ((QUAYS,), Filing(instead={QUAYS.id: replace(QUAYS, names={"en": "Piers"})})),
    ],
)
def test_taking_back_leaves_it_as_it_was(before: tuple[Term, ...], filing: Filing) -> None:
    old = release(*before)
    new = filing.applied(old, LATER)
    assert Refiled.of(old, new).taken_back(new, LATER) == old


def test_taking_back_keeps_what_came_since() -> None:
    old = release(QUAYS, BOATS)
    new = Filing(instead={QUAYS.id: PORTS}).applied(old, LATER)
    since = term(4, "Cranes")
    now = new.filed((*new.terms, since))
    assert Refiled.of(old, new).taken_back(now, LATER).terms == (BOATS, since, QUAYS)


def test_taking_back_removes_no_term_that_was_taken_out_since() -> None:
    old = release(BOATS)
    new = Filing(add=(PORTS,)).applied(old, LATER)
    assert Refiled.of(old, new).taken_back(new.filed(()), LATER).terms == ()


def test_the_language_comes_back_unless_somebody_chose_another_since() -> None:
    old = release(language="en")
    new = Filing(language="fr").applied(old, LATER)
    filed = Refiled.of(old, new)
    assert filed.taken_back(new, LATER).language == "en"
    assert filed.taken_back(new.edited(LATER, language="es"), LATER).language == "es"
