from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.services.desk import Desk
from newsdesk.services.trash import KEPT_FOR
from tests.services.conftest import Clock


def trashed(desk: Desk, count: int) -> list[ReleaseId]:
    ids = [desk.releases.new({"headline": f"Quay {n}"})[0].id for n in range(count)]
    desk.bulk.trash(ids)
    return ids


def test_after_ninety_days_the_text_is_gone_and_its_hash_stays(desk: Desk, clock: Clock) -> None:
    (key,) = trashed(desk, 1)
    (revision,) = desk.releases.revisions(str(key))
    clock.now += KEPT_FOR
    assert desk.trash.erase_old()[0] is False  # that day it can still be taken out
    clock.advance(seconds=1)
    is_more, changes = desk.trash.erase_old()
    assert (is_more, changes.releases) == (True, {key})
    assert desk.trash.erase_old()[0] is False
    assert desk.releases.ids(ReleaseQuery(trashed=True)) == []
    (erased,) = desk.trash.erased()
    assert (erased.id, erased.revision_hashes) == (key, (revision.sha256,))
    assert desk.verification.verify().is_sound


def test_the_name_of_what_was_erased_is_free(desk: Desk, clock: Clock) -> None:
    ids = trashed(desk, 1)
    desk.trash.erase(ids)
    assert desk.releases.new({"headline": "Quay 0"})[0].slug == "quay-0"


def test_what_was_taken_out_meanwhile_is_left_alone(desk: Desk) -> None:
    kept, gone = trashed(desk, 2)
    desk.releases.untrash(str(kept))
    erased, changes = desk.trash.erase([kept, gone])
    assert [one.id for one in erased] == [gone]
    assert changes.releases == {gone}
    assert desk.releases.ids(ReleaseQuery()) == [kept]
    assert [event.action for event in desk.releases.history(str(kept))] == ["trash", "untrash"]


def test_it_is_erased_bit_by_bit(desk: Desk, clock: Clock) -> None:
    ids = trashed(desk, 45)
    clock.advance(days=91)
    rounds = 0
    while desk.trash.erase_old()[0]:
        rounds += 1
    assert rounds == 3
    assert len(desk.trash.erased()) == len(ids)
    assert desk.trash.settle(is_first=True)[0] in (True, False)
    while desk.trash.settle(is_first=False)[0]:
        pass
