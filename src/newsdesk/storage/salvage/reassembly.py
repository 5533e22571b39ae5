"""Whole releases out of rows that were saved one by one."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, select

from newsdesk.domain.errors import FieldError, StorageError
from newsdesk.domain.ids import ReleaseId, RevisionId
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.salvage import Salvage
from newsdesk.storage import fingerprints, search, sqlite
from newsdesk.storage.engine import engine_on
from newsdesk.storage.release_rows import read_release
from newsdesk.storage.releases import ReleaseRepository
from newsdesk.storage.revisions import RevisionRepository
from newsdesk.storage.rows import table_of
from newsdesk.storage.salvage.orphans import drop_orphans
from newsdesk.storage.schema import newest
from newsdesk.storage.tables import ReleaseRow, RevisionRow

_RELEASE, _REVISION = table_of(ReleaseRow), table_of(RevisionRow)
_RECORDED = frozenset({"revision", "export_record"})  # of a release whose row may come again


class Reassembly:
    """Makes the database that the rows go into, and puts right what does not belong together."""

    def __init__(
        self,
        *,
        author: str,
        device: str,
        now: Callable[[], datetime],
        new_id: Callable[[], UUID],
        dateline_text: Callable[[Release], str],
    ) -> None:
        """`dateline_text` returns a dateline as rendered, for lists."""
        self._author = author
        self._device = device
        self._now = now
        self._new_id = new_id
        self._dateline_text = dateline_text

    def make(self, driver: sqlite3.Connection, schema: int) -> None:
        """Give an empty database the tables of a schema; foreign keys are not heeded after that."""
        from newsdesk.storage.migrate import upgrade  # noqa: PLC0415 - Alembic is rarely needed

        driver.execute("PRAGMA foreign_keys=OFF")
        with engine_on(driver).connect() as connection, connection.begin():
            sqlite.begin(connection, writing=True)
            upgrade(connection, schema)
            sqlite.make_index(connection)
            sqlite.mark(connection, schema)

    def finish(self, driver: sqlite3.Connection, lost_rows: int) -> Salvage | None:
        """Bring it to the newest schema, whole and sound; None: there is no release in it."""
        from newsdesk.storage.migrate import upgrade  # noqa: PLC0415 - likewise

        with engine_on(driver).connect() as connection, connection.begin():
            sqlite.begin(connection, writing=True)
            upgrade(connection, newest())
            self._drop_unreadable(connection)
            drop_orphans(connection, kept=_RECORDED)
            search.rebuild(connection)
            from_history = self._return_from_history(connection)
            drop_orphans(connection)
            doubtful = self._record_anew(connection)
            search.rebuild(connection)
            fingerprints.rebuild(connection)
            sqlite.mark(connection, newest())
            releases = len(connection.scalars(select(_RELEASE.c.id)).all())
        driver.execute("PRAGMA foreign_keys=ON")
        driver.execute("PRAGMA journal_mode=DELETE")
        if not releases:
            return None
        return Salvage(
            releases=releases,
            from_history=tuple(from_history),
            doubtful=tuple(doubtful),
            lost_rows=lost_rows,
        )

    def _drop_unreadable(self, connection: Connection) -> None:
        for key in connection.scalars(select(_RELEASE.c.id)).all():
            try:
                read_release(connection, ReleaseId(key))
            except StorageError:
                connection.execute(delete(_RELEASE).where(_RELEASE.c.id == key))

    def _return_from_history(self, connection: Connection) -> list[str]:
        """Store again what is lost but for its history, in the last state that can be read."""
        releases = ReleaseRepository(connection, self._now)
        revisions = RevisionRepository(connection)
        standing = set(connection.scalars(select(_RELEASE.c.id)).all())
        known = connection.scalars(select(_REVISION.c.release_id).distinct()).all()
        returned: list[str] = []
        for key in known:
            if key in standing:
                continue
            release = self._last_sound(revisions, ReleaseId(key))
            if release is None:
                continue
            if releases.has_slug(release.slug):
                release = replace(release, slug=str(key))
            with_line = self._dateline_text(release)
            try:
                releases.save(release, dateline_text=with_line)
            except FieldError:
                continue
            returned.append(release.headline)
        return returned

    def _last_sound(self, revisions: RevisionRepository, key: ReleaseId) -> Release | None:
        for number in reversed(revisions.numbers(key)):
            try:
                release = revisions.release_at(key, number)
            except StorageError:
                continue
            return replace(release, version=0, current_revision=0)
        return None

    def _record_anew(self, connection: Connection) -> list[str]:
        """Drop snapshots that are broken, and record texts that are not what was recorded of them.

        What was recorded stays in the history, so that a person can compare the two.
        """
        releases = ReleaseRepository(connection, self._now)
        revisions = RevisionRepository(connection)
        doubtful: list[str] = []
        for key in map(ReleaseId, connection.scalars(select(_RELEASE.c.id)).all()):
            for number in revisions.numbers(key):
                try:
                    revisions.release_at(key, number)
                except StorageError:
                    gone = (_REVISION.c.release_id == key) & (_REVISION.c.number == number)
                    connection.execute(delete(_REVISION).where(gone))
            release = releases.get(key)
            if not (release.current_revision and releases.is_intact(release)):
                self._record(revisions, release)
                doubtful.append(release.headline)
        return doubtful

    def _record(self, revisions: RevisionRepository, release: Release) -> None:
        revisions.add(
            release,
            reason=Reason.RESTORE,
            author=self._author,
            device=self._device,
            at=self._now(),
            revision_id=RevisionId(self._new_id()),
            word_count=len(release.body_md.split()),
            char_count=len(release.body_md),
        )
