"""Whatever is on a release, it comes back as it went."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from uuid6 import uuid7

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import MediaAsset
from newsdesk.domain.release import Release
from newsdesk.domain.revision import snapshot
from newsdesk.storage.database import Database
from newsdesk.storage.release_rows import own_values, parts_digest, read_all, read_release
from tests.conftest import IS_NIGHTLY
from tests.storage.making import Clock, geneva, keep, kept, plain_release, releases

_PICTURE = MediaId(uuid7())
_EXAMPLES = 2_000 if IS_NIGHTLY else 60  # each is drawn in many parts


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One database for all examples, with the one picture they show."""
    folder: Path = tmp_path_factory.mktemp("examples")
    with Database.open(folder, writing=True, now=Clock(), new_id=uuid7) as database:
        with database.transaction() as work:
            work.media.save(MediaAsset(id=_PICTURE, sha256="0" * 64, path="00/x.jpg", mime="x/y"))
        yield database


def as_stored(release: Release) -> Release:
    """Leave out what only storage sets."""
    return replace(release, version=0, current_revision=0)


@settings(max_examples=_EXAMPLES)
@given(release=releases(_PICTURE))
def test_a_release_comes_back_equal_with_the_same_hash(desk: Database, release: Release) -> None:
    plain = plain_release()
    with desk.transaction() as work:
        saved, _ = kept(work, release)
        kept(work, plain)
    changed = replace(release, id=plain.id, slug=plain.slug, quotes=(), version=1)
    with desk.transaction() as work:
        assert work.releases.get(release.id, verified=True) == saved
        kept(work, changed)
        assert as_stored(work.releases.get(plain.id, verified=True)) == as_stored(changed)
        kept(work, replace(plain, version=2))
    with desk.reading() as work:
        back = work.releases.get(release.id, verified=True)
        assert as_stored(back) == release
        assert snapshot(back) == snapshot(release)
        assert as_stored(work.releases.get(plain.id, verified=True)) == plain
        assert as_stored(work.revisions.release_at(plain.id, 2)) == replace(
            as_stored(changed), starred=False, locked_by=None
        )


def test_the_digest_of_the_parts_changes_with_the_parts_alone() -> None:
    release = plain_release(contacts=(ReleaseContact(display_name="Noor Elm"),))
    other_text = replace(release, headline="Other", body_md="Text", starred=True)
    assert parts_digest(other_text) == parts_digest(release)
    assert parts_digest(replace(release, contacts=())) != parts_digest(release)
    moved = replace(release, dateline=Dateline(places=(geneva(),)))
    assert parts_digest(moved) != parts_digest(release)


def test_unchanged_parts_are_not_written_again(database: Database) -> None:
    contact = ReleaseContact(points=(ContactPoint(kind=PointKind.PHONE, value="+41225550100"),))
    release = keep(database, plain_release(contacts=(contact,)))
    spoken: list[str] = []
    database._driver.set_trace_callback(spoken.append)
    release = keep(database, replace(release, body_md="Another text."))
    assert not any("release_contact" in sentence for sentence in spoken)
    keep(database, replace(release, contacts=()))
    assert any("DELETE FROM release_contact_point" in sentence for sentence in spoken)
    database._driver.set_trace_callback(None)
    with database.reading() as work:
        assert work.releases.get(release.id).contacts == ()


def test_a_point_withheld_twice_is_one_and_one_that_is_gone_is_remembered(
    database: Database,
) -> None:
    phone = ContactPoint(kind=PointKind.PHONE, value="+41225550100")
    gone = ContactPoint(kind=PointKind.FAX, value="+41225550101")
    contact = ReleaseContact(points=(phone, phone), withheld=frozenset({phone, gone}))
    release = keep(database, plain_release(contacts=(contact,)))
    with database.reading() as work:
        assert work.releases.get(release.id).contacts == (contact,)


def test_the_end_of_an_embargo_is_stored_as_an_instant_too() -> None:
    until = datetime(2026, 5, 3, 9)
    embargoed = plain_release(embargo=Embargo.until(until, "Europe/Zurich"))
    assert own_values(embargoed)["embargo_until_utc"] == datetime(2026, 5, 3, 7, tzinfo=UTC)
    assert own_values(plain_release())["embargo_until_utc"] is None


def test_all_are_read_in_batches_each_with_its_own(database: Database) -> None:
    with database.transaction() as work:
        for number in range(450):
            place = geneva(city=f"City {number}")
            release = plain_release(headline=f"Headline {number}")
            dateline = replace(release.dateline, places=(place,))
            work.releases.save(replace(release, dateline=dateline), dateline_text="")
    with database.reading() as work:
        found = list(read_all(work.releases._connection))
    assert [release.headline for release in found] == [f"Headline {n}" for n in range(450)]
    assert all(r.dateline.places[0].city == f"City {r.headline.split()[1]}" for r in found)


def test_what_is_not_there_is_none(database: Database) -> None:
    with database.reading() as work:
        assert read_release(work.releases._connection, plain_release().id) is None


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE release_contact_point SET contact_ordinal = 7",
        "UPDATE release_contact_point SET kind = 'smoke'",
    ],
)
def test_rows_that_make_no_release_are_damage(database: Database, damage: str) -> None:
    phone = ContactPoint(kind=PointKind.PHONE, value="+41225550100")
    release = keep(database, plain_release(contacts=(ReleaseContact(points=(phone,)),)))
    database._driver.execute("PRAGMA foreign_keys = OFF")
    database._driver.execute("PRAGMA ignore_check_constraints = ON")
    database._driver.execute(damage)
    with database.reading() as work, pytest.raises(StorageError) as caught:
        work.releases.get(release.id)
    assert caught.value.problem is StorageProblem.CORRUPT
    assert str(release.id) in (caught.value.detail or "")
