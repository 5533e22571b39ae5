from collections.abc import Sequence
from dataclasses import replace

import pytest

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import (
    Cancelled,
    LockedReleaseError,
    NotFoundError,
    StorageError,
    StorageProblem,
    TransitionError,
)
from newsdesk.domain.filing import Filing, Refiled
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import Action, State
from newsdesk.services.bulk import AT_ONCE, Outcome, in_batches
from newsdesk.services.desk import Desk
from newsdesk.storage.releases import ReleaseRepository
from tests.services.conftest import Clock


def some(desk: Desk, count: int, **values: str) -> list[ReleaseId]:
    return [
        desk.releases.new({"headline": f"Quay {n}", **values}, body_md="It opened.")[0].id
        for n in range(count)
    ]


def tag(desk: Desk, name: str) -> Term:
    return desk.vocabularies.add(Scheme.TAG, name, "en")[0]


def get(desk: Desk, key: ReleaseId) -> Release:
    return desk.releases.get(str(key))


def found(desk: Desk, text: str) -> set[ReleaseId]:
    return set(desk.releases.ids(ReleaseQuery(text=text)))


def test_releases_are_filed_found_and_on_record(desk: Desk) -> None:
    ids = some(desk, 3)
    outcome, changes = desk.bulk.file(ids, Filing(add=(tag(desk, "Lighthouses"),)))
    assert [one.release_id for one in outcome.done] == ids
    assert (outcome.unchanged, outcome.refused) == (0, ())
    assert changes == Changes.of(releases=set(ids))
    assert found(desk, "lighthouses") == set(ids)
    assert [one.reason for one in desk.releases.revisions(str(ids[0]))] == [
        Reason.SAVE,
        Reason.FILE,
    ]


def test_taking_it_back_makes_every_release_what_it_was(desk: Desk, clock: Clock) -> None:
    ids = some(desk, 3, tags="Ports")
    before = [get(desk, key) for key in ids]
    clock.advance(hours=1)
    outcome, _ = desk.bulk.file(
        ids, Filing(add=(tag(desk, "Quays"),), remove=frozenset({before[0].terms[0].id}))
    )
    assert found(desk, "ports") == set()
    desk.bulk.take_back(outcome.done)
    counted = {"version": 0, "current_revision": 0}
    assert [replace(get(desk, key), **counted) for key in ids] == [
        replace(one, **counted) for one in before
    ]
    assert found(desk, "ports") == set(ids)
    assert found(desk, "quays") == set()


def test_a_published_release_is_filed_and_what_was_issued_stays_as_it_was(desk: Desk) -> None:
    (key,) = some(desk, 1, tags="Ports")
    issued, _ = desk.workflow.take(str(key), Action.PUBLISH)
    outcome, _ = desk.bulk.file([key], Filing(add=(tag(desk, "Quays"),)))
    assert len(outcome.done) == 1
    now = get(desk, key)
    assert (now.state, now.versioncreated) == (State.PUBLISHED, issued.versioncreated)
    assert [term.name("en") for term in now.terms] == ["Ports", "Quays"]
    then = desk.history.at(str(key), issued.current_revision)
    assert [term.name("en") for term in then.terms] == ["Ports"]
    assert desk.verification.verify().is_sound


def test_of_each_that_is_refused_it_says_why_and_the_others_are_done(desk: Desk) -> None:
    draft, issued = some(desk, 2)
    desk.workflow.take(str(issued), Action.PUBLISH)
    gone = ReleaseId(draft.__class__(int=1))
    outcome, changes = desk.bulk.file(
        [issued, gone, draft], Filing(add=(tag(desk, "Quays"),), language="fr")
    )
    assert [one.release_id for one in outcome.done] == [draft]
    assert [(key, type(error)) for key, error in outcome.refused] == [
        (issued, LockedReleaseError),
        (gone, NotFoundError),
    ]
    assert get(desk, issued).terms == ()  # not half: the tag neither
    assert changes.releases == {draft}


def test_what_is_so_already_is_left_alone(desk: Desk) -> None:
    ids = some(desk, 2, tags="Quays")
    outcome, changes = desk.bulk.file(ids, Filing(add=(tag(desk, "quays"),)))
    assert (outcome.done, outcome.unchanged) == ((), 2)
    assert changes == Changes()
    assert len(desk.releases.revisions(str(ids[0]))) == 1


def test_a_release_named_twice_is_filed_once(desk: Desk) -> None:
    (key,) = some(desk, 1)
    outcome, _ = desk.bulk.file([key, key], Filing(add=(tag(desk, "Quays"),)))
    assert (len(outcome.done), outcome.unchanged) == (1, 0)


def test_what_fails_half_way_through_a_release_leaves_it_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = some(desk, 2)
    quays = tag(desk, "Quays")
    save = ReleaseRepository.save

    def save_and_break(self: ReleaseRepository, release: Release, *, dateline_text: str) -> Release:
        saved = save(self, release, dateline_text=dateline_text)
        if release.id == first:
            raise StorageError(StorageProblem.CORRUPT, detail="a page")
        return saved

    monkeypatch.setattr(ReleaseRepository, "save", save_and_break)
    outcome, _ = desk.bulk.file([first, second], Filing(add=(quays,)))
    assert [key for key, _ in outcome.refused] == [first]
    assert get(desk, first).terms == ()
    assert found(desk, "quays") == {second}
    assert desk.verification.verify().is_sound


def test_a_full_disk_is_said_once_and_nothing_is_stored(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = some(desk, 2)
    quays = tag(desk, "Quays")

    def full(self: ReleaseRepository, release: Release, *, dateline_text: str) -> Release:
        raise StorageError(StorageProblem.FULL)

    with monkeypatch.context() as patch:
        patch.setattr(ReleaseRepository, "save", full)
        with pytest.raises(StorageError):
            desk.bulk.file(ids, Filing(add=(quays,)))
    assert [get(desk, key).terms for key in ids] == [(), ()]


def test_only_what_was_never_published_is_put_away(desk: Desk) -> None:
    draft, issued, spiked = some(desk, 3)
    desk.workflow.take(str(issued), Action.PUBLISH)
    desk.workflow.take(str(spiked), Action.SPIKE)
    outcome, _ = desk.bulk.trash([draft, issued, spiked])
    assert [release.id for release in outcome.done] == [draft, spiked]
    assert [(key, type(error)) for key, error in outcome.refused] == [(issued, TransitionError)]
    assert set(desk.releases.ids(ReleaseQuery(trashed=True))) == {draft, spiked}
    desk.bulk.untrash([draft, spiked])
    assert len(desk.releases.ids(ReleaseQuery())) == 3


def test_steps_are_taken_where_the_workflow_has_them(desk: Desk) -> None:
    ids = some(desk, 3)
    desk.workflow.take(str(ids[1]), Action.SUBMIT)
    outcome, _ = desk.bulk.take(ids, Action.SUBMIT)
    assert [release.id for release in outcome.done] == [ids[0], ids[2]]
    assert [type(error) for _, error in outcome.refused] == [TransitionError]
    assert {get(desk, key).state for key in ids} == {State.SUBMITTED}


class StopsAt:
    def __init__(self, most: int) -> None:
        self.told: list[tuple[int, int]] = []
        self._most = most

    def report(self, done: int, total: int) -> None:
        self.told.append((done, total))
        if done >= self._most:
            raise Cancelled


def test_many_are_done_bit_by_bit_and_what_is_done_stays_when_it_is_stopped(desk: Desk) -> None:
    ids = some(desk, 2 * AT_ONCE + 1)
    quays = tag(desk, "Quays")
    progress = StopsAt(2 * AT_ONCE)

    def work(batch: Sequence[ReleaseId]) -> tuple[Outcome[Refiled], Changes]:
        return desk.bulk.file(batch, Filing(add=(quays,)))

    with pytest.raises(Cancelled):
        in_batches(ids, work, progress)
    total = len(ids)
    assert progress.told == [(0, total), (AT_ONCE, total), (2 * AT_ONCE, total)]
    assert found(desk, "quays") == set(ids[: 2 * AT_ONCE])
    outcome, _ = in_batches(ids, work)
    assert (len(outcome.done), outcome.unchanged) == (1, 2 * AT_ONCE)
