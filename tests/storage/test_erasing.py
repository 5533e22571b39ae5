"""The trash, emptied."""

from datetime import timedelta
from uuid import UUID

import pytest
from uuid6 import uuid7

from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.erased import ErasedRelease
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.export_record import ExportFormat, ExportRecord
from newsdesk.domain.ids import ExportId, ReleaseId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.revision import Reason
from newsdesk.storage.database import Database
from newsdesk.storage.names import NAME
from tests.storage.making import Clock, contact, kept, plain_release

HEADLINE = "Lighthouse keepers wanted"


def trashed(database: Database, clock: Clock, text: str = HEADLINE) -> ReleaseId:
    with database.transaction() as work:
        release, _ = kept(work, plain_release(headline=text, body_md=text))
        work.releases.trash(release.id, at=clock(), by="dana")
    return release.id


def test_nothing_is_left_of_a_release_but_its_id_and_its_hashes(
    database: Database, clock: Clock
) -> None:
    at = clock()
    with database.transaction() as work:
        release, first = kept(work, plain_release(headline=HEADLINE))
        release, _ = kept(work, release.edited(at, body_md="Half typed"), Reason.AUTOSAVE)
        release, last = kept(work, release.edited(at, body_md="Typed."))
        work.exports.add(
            ExportRecord(
                id=ExportId(UUID(int=1)),
                release_id=release.id,
                revision=3,
                revision_sha256=last.sha256,
                format=ExportFormat.HTML,
                path="x.html",
                sha256="ab" * 32,
                embargoed=False,
                at=at,
            )
        )
        work.releases.trash(release.id, at=at, by="dana")
        later = clock.advance(days=91)
        erased = work.erasures.erase(release.id, later, "noor")
    assert erased == ErasedRelease(
        id=release.id,
        trashed_at=at,
        trashed_by="dana",
        erased_at=later,
        erased_by="noor",
        revision_hashes=(first.sha256, last.sha256),
        export_hashes=("ab" * 32,),
    )
    with database.reading() as work:
        assert work.erasures.all() == [erased]
        assert work.releases.ids(ReleaseQuery(trashed=True)) == []
        with pytest.raises(NotFoundError):
            work.releases.by_key(str(release.id))
        assert work.revisions.list(release.id) == []
        assert list(work.soundness.lost_entries()) == []
        assert list(work.soundness.orphans()) == []


def test_only_what_lies_in_the_trash_is_erased(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        release, _ = kept(work, plain_release())
        for key in (release.id, ReleaseId(uuid7())):
            with pytest.raises(NotFoundError):
                work.erasures.erase(key, clock(), "dana")
        assert work.erasures.all() == []


def test_due_is_what_was_put_away_before_the_oldest_first(database: Database, clock: Clock) -> None:
    keys = []
    for _ in range(3):
        keys.append(trashed(database, clock))
        clock.advance(days=1)
    with database.reading() as work:
        assert work.erasures.due(clock() - timedelta(days=1), 10) == keys[:2]
        assert work.erasures.due(clock(), 1) == keys[:1]


def test_its_words_are_in_no_page_of_the_file_any_more(database: Database, clock: Clock) -> None:
    word = "zwiebelturm"
    for _ in range(3):
        with database.transaction() as work:  # so that the index is made of several pieces
            kept(work, plain_release(body_md="Something else."))
    key = trashed(database, clock, word)
    database.checkpoint()
    file = database.folder / NAME
    assert word.encode() in file.read_bytes()
    with database.transaction() as work:
        work.erasures.erase(key, clock(), "dana")
    is_first, is_more = True, True
    while is_more:
        with database.transaction() as work:
            is_more = work.erasures.settle(is_first=is_first)
        is_first = False
    database.checkpoint()
    assert word.encode() not in file.read_bytes()


def test_what_it_carried_goes_with_it(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        release, _ = kept(work, plain_release(contacts=(ReleaseContact.of(contact()),)))
        work.releases.trash(release.id, at=clock(), by="dana")
        work.erasures.erase(release.id, clock(), "dana")
    database.checkpoint()
    assert b"noor@example.org" not in (database.folder / NAME).read_bytes()


def test_what_was_erased_and_handed_over_again_can_be_erased_again(
    database: Database, clock: Clock
) -> None:
    key = trashed(database, clock)
    with database.transaction() as work:
        first = work.erasures.erase(key, clock(), "noor")
        release, revision = kept(work, plain_release(id=key, body_md="As a colleague has it."))
        work.releases.trash(release.id, at=clock(), by="dana")
        second = work.erasures.erase(key, clock.advance(days=1), "noor")
        assert work.erasures.all() == [second]
    assert second.revision_hashes == (*first.revision_hashes, revision.sha256)
