"""Histories of other desks: put behind what is here, read as far as they are sound."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, update

from newsdesk.domain.bundle import HandedRevision
from newsdesk.domain.errors import FieldError
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.storage.database import Database
from newsdesk.storage.rows import table_of
from newsdesk.storage.tables import RevisionRow
from tests.storage.making import keep, plain_release

_REVISION = table_of(RevisionRow)


def written(database: Database, *bodies: str) -> Release:
    release = plain_release(body_md=bodies[0])
    release = keep(database, release)
    for body in bodies[1:]:
        release = keep(database, replace(release, body_md=body))
    return release


def sound(database: Database, release: Release) -> list[HandedRevision]:
    with database.reading() as work:
        return work.handed.sound(release.id)


def bodies(history: list[HandedRevision]) -> list[str]:
    return [one.release.body_md for one in history]


def test_a_history_without_damage_is_handed_over_whole(database: Database) -> None:
    release = written(database, "One", "Two")
    keep(database, replace(release, body_md="Typed"), Reason.AUTOSAVE)
    history = sound(database, release)
    assert bodies(history) == ["One", "Two"]
    with database.reading() as work:
        kept = [one for one in work.revisions.list(release.id) if one.is_permanent]
        assert [one.revision for one in history] == kept == work.handed.permanent(release.id)


def test_of_a_damaged_one_what_comes_behind_the_damage(database: Database) -> None:
    release = written(database, "One", "Two", "Three")
    database._connection.execute(
        update(_REVISION).where(_REVISION.c.number == 1).values(snapshot=b"no such thing")
    )
    database._connection.commit()
    history = sound(database, release)
    assert bodies(history) == ["Two", "Three"]
    assert history[0].revision.prev_sha is None


def test_of_one_with_a_gap_what_comes_behind_it(database: Database) -> None:
    release = written(database, "One", "Two", "Three")
    database._connection.execute(delete(_REVISION).where(_REVISION.c.number == 2))
    database._connection.commit()
    assert bodies(sound(database, release)) == ["Three"]


def test_what_comes_from_elsewhere_is_the_next_in_the_chain(database: Database) -> None:
    mine, other = written(database, "Mine"), written(database, "Theirs", "Theirs too")
    handed = sound(database, other)
    with database.transaction() as work:
        work.handed.append(mine.id, handed)
        history = work.handed.permanent(mine.id)
        flaws = [one.kind for one in work.revisions.flaws(mine.id)]
    assert flaws == []
    assert [one.number for one in history] == [1, 2, 3]
    assert [one.prev_sha for one in history[1:]] == [one.sha256 for one in history[:-1]]
    assert {one.id for one in history[1:]}.isdisjoint(one.revision.id for one in handed)


def test_numbers_are_kept_as_far_as_they_are_free(database: Database) -> None:
    other = written(database, "One", "Two", "Three")
    first, *_, last = sound(database, other)
    mine = plain_release()
    with database.transaction() as work:
        saved = work.releases.save(mine, dateline_text="")
        far = replace(last, revision=replace(last.revision, number=9))
        work.handed.append(saved.id, [first, far])
        assert [one.number for one in work.handed.permanent(saved.id)] == [1, 9]


def test_a_key_that_something_else_has_is_told_as_such(database: Database) -> None:
    release = written(database, "One")
    (one,) = sound(database, release)
    with pytest.raises(FieldError), database.transaction() as work, work.handed.keys_in_words():
        work._connection.execute(
            _REVISION.insert(), {**_columns(one), "id": one.revision.id, "number": 2}
        )


def _columns(one: HandedRevision) -> dict[str, object]:
    names = [column.name for column in _REVISION.c if hasattr(one.revision, column.name)]
    return {name: getattr(one.revision, name) for name in names} | {"snapshot": b""}
