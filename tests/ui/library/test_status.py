"""The word and the colours of a chip."""

from datetime import timedelta

import pytest

from newsdesk.domain.embargo import Embargo
from newsdesk.domain.ids import FamilyId
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import State
from newsdesk.ui.library.status import is_embargoed, status_of
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.library.rows import NOW, key, row

LATER, EARLIER = NOW + timedelta(minutes=1), NOW - timedelta(minutes=1)
CHIPS = {
    State.DRAFT: ("draft", "Draft"),
    State.SUBMITTED: ("review", "Review"),
    State.APPROVED: ("approved", "Approved"),
    State.SCHEDULED: ("scheduled", "Scheduled"),
    State.PUBLISHED: ("published", "Published"),
    State.CORRECTED: ("corrected", "Corrected"),
    State.KILLED: ("withdrawn", "Killed"),
    State.RECALLED: ("withdrawn", "Recalled"),
    State.SPIKED: ("spiked", "Spiked"),
}


def release(state: State, *, embargo: Embargo | None = None) -> Release:
    return Release(
        id=key(0),
        slug="ferries",
        family_id=FamilyId(key(0)),
        language="en",
        state=state,
        firstcreated=NOW,
        versioncreated=NOW,
        created_by="Anna",
        embargo=embargo,
    )


@pytest.mark.parametrize("state", State)
def test_every_state_has_its_chip(state: State, themes: ThemeController) -> None:
    assert status_of(row(state=state), NOW) == CHIPS[state]
    assert status_of(release(state), NOW) == CHIPS[state]
    assert CHIPS[state][0] in themes.theme.chips


@pytest.mark.parametrize("state", sorted(set(State) - {State.KILLED, State.RECALLED}))
def test_a_running_embargo_comes_before_the_state(state: State, themes: ThemeController) -> None:
    assert status_of(row(state=state, embargo_until=LATER), NOW) == ("embargoed", "Embargoed")
    assert "embargoed" in themes.theme.chips


@pytest.mark.parametrize("state", [State.KILLED, State.RECALLED])
def test_a_withdrawn_release_says_so_even_under_embargo(state: State) -> None:
    assert status_of(row(state=state, embargo_until=LATER), NOW) == CHIPS[state]


@pytest.mark.parametrize("until", [NOW, EARLIER])
def test_an_embargo_that_is_over_is_not_shown(until: object) -> None:
    assert status_of(row(state=State.PUBLISHED, embargo_until=until), NOW).kind == "published"


def test_an_open_release_is_embargoed_until_it_is_lifted() -> None:
    embargo = Embargo.until(LATER.replace(tzinfo=None), "UTC")
    lifted = Embargo(
        until_local=embargo.until_local, tz="UTC", city_label="", lifted_at=NOW, lifted_by="Anna"
    )
    assert is_embargoed(release(State.PUBLISHED, embargo=embargo), NOW)
    assert status_of(release(State.PUBLISHED, embargo=embargo), NOW).kind == "embargoed"
    assert not is_embargoed(release(State.PUBLISHED, embargo=lifted), NOW)
