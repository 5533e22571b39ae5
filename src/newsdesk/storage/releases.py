"""The stored releases."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NoReturn
from uuid import UUID

from sqlalchemy import (
    Connection,
    bindparam,
    case,
    func,
    insert,
    null,
    select,
    update,
)

from newsdesk.domain.errors import (
    AmbiguousKeyError,
    FieldError,
    NotFoundError,
    StaleReleaseError,
    StorageError,
    StorageProblem,
)
from newsdesk.domain.fold import fold
from newsdesk.domain.grouping import GroupedKeys, Grouping
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.key_list import KeyList
from newsdesk.domain.query import ReleaseCounts, ReleaseQuery, ReleaseSummary
from newsdesk.domain.release import Release
from newsdesk.domain.revision import is_recorded
from newsdesk.domain.slug import LONGEST
from newsdesk.domain.workflow import State
from newsdesk.storage import fingerprints, search
from newsdesk.storage.finding import Finder, embargo_runs
from newsdesk.storage.prepared import Prepared, PreparedByKeys
from newsdesk.storage.release_rows import (
    OWN_COLUMNS,
    own_values,
    parts_digest,
    read_release,
    replace_parts,
)
from newsdesk.storage.rows import Values, damage_in_words, fetched, table_of
from newsdesk.storage.tables import ProvenanceRow, ReleaseRow, RevisionRow

_RELEASE = table_of(ReleaseRow)
_REVISION = table_of(RevisionRow)
_PROVENANCE = table_of(ProvenanceRow)
_OPENING = 400  # characters of a body
_MOST_MATCHES = 10  # named when a key is ambiguous
_ENDING = 8  # characters that `slug.unique` may take off for a number

_SORTED_BY = 80  # characters of a headline
_SET_BY_SAVING = ("dateline_text", "sort_headline", "updated_at")
_VERSION = Prepared(select(_RELEASE.c.version).where(_RELEASE.c.id == bindparam("key")))
_HOLDER = Prepared(select(_RELEASE.c.id).where(_RELEASE.c.slug == bindparam("slug")))
_SLUGS = Prepared(
    select(_RELEASE.c.slug).where(
        _RELEASE.c.slug >= bindparam("beginning"), _RELEASE.c.slug < bindparam("after")
    )
)
_INSERT = Prepared(insert(_RELEASE), sets=_RELEASE.c.keys())
# one sentence for every save: what it leaves alone it returns as it stands, to be compared
_UPDATE = Prepared(
    update(_RELEASE)
    .where(_RELEASE.c.id == bindparam("key"), _RELEASE.c.version == bindparam("known"))
    .returning(
        _RELEASE.c.slug,
        _RELEASE.c.parts_sha256,
        _RELEASE.c.search_rowid,
    ),
    sets=[*(name for name in OWN_COLUMNS if name not in {"id", "slug"}), *_SET_BY_SAVING],
)
_CHANGE = update(_RELEASE).where(_RELEASE.c.id == bindparam("key"))
_LAST_ROWID = Prepared(select(func.coalesce(func.max(_RELEASE.c.search_rowid), 0).label("last")))
_CURRENT_SHA = select(_REVISION.c.sha256).where(
    _REVISION.c.release_id == bindparam("key"), _REVISION.c.number == bindparam("number")
)
_IS_STANDING = _RELEASE.c.embargo_lifted_at.is_(None)
_SUMMARY = (
    _RELEASE.c.id,
    _RELEASE.c.headline,
    _RELEASE.c.slug,
    _RELEASE.c.state,
    _RELEASE.c.language,
    _RELEASE.c.dateline_text,
    _RELEASE.c.abstract,
    _RELEASE.c.versioncreated.label("updated"),
    case((_IS_STANDING, _RELEASE.c.embargo_until_utc), else_=null()).label("embargo_until"),
    case((_IS_STANDING, _RELEASE.c.embargo_tz), else_=null()).label("embargo_tz"),
    _RELEASE.c.starred,
)
_BEGINNING = func.substr(_RELEASE.c.body_md, 1, _OPENING).label("opening")
_ROWS = PreparedByKeys(select(*_SUMMARY, _BEGINNING), _RELEASE.c.id)
_ROWS_AND_BODIES = PreparedByKeys(select(*_SUMMARY, _RELEASE.c.body_md), _RELEASE.c.id)


class ReleaseRepository:
    """Releases with all they carry; the trash is part of them, under tombstones."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        self._connection = connection
        self._now = now
        self._finder = Finder(connection, now)

    def get(self, release_id: ReleaseId, *, verified: bool = False) -> Release:
        """Return a release.

        Args:
            verified: compare it with the hash stored beside its current revision, as before every
                edit and every export.

        Raises:
            NotFoundError: there is none.
            StorageError: it is damaged.
        """
        try:
            release = read_release(self._connection, release_id)
        except StorageError as error:
            raise StorageError(error.problem, detail=f"{release_id}: {error.detail}") from error
        if release is None:
            raise NotFoundError("release", str(release_id))
        if verified and not self.is_intact(release):
            raise StorageError(StorageProblem.CORRUPT, detail=str(release_id))
        return release

    def is_intact(self, release: Release) -> bool:
        """Tell whether a release, as it was read, is what its current revision recorded."""
        key = {"key": release.id, "number": release.current_revision}
        recorded = self._connection.scalar(_CURRENT_SHA, key)
        if recorded is None:
            return release.current_revision == 0  # saved, and no revision made yet
        return is_recorded(release, recorded)

    def save(self, release: Release, *, dateline_text: str) -> Release:
        """Insert or update a release, its entry in the search index and its fingerprints.

        The save is to be recorded as a revision in the same transaction: see `RevisionRepository`.

        Args:
            dateline_text: its dateline as rendered, for lists.

        Raises:
            NotFoundError: it was saved before and is not here.
            StaleReleaseError: somebody saved it since it was read.
            FieldError: another release has its slug.
        """
        values = own_values(release) | {
            "version": release.version + 1,
            "dateline_text": dateline_text,
            "sort_headline": fold(release.headline[: 2 * _SORTED_BY])[:_SORTED_BY],
            "updated_at": self._now(),
        }
        parts = {"parts_sha256": parts_digest(release)}
        if release.version == 0:
            return self._insert(release, values | parts)
        return self._update(release, values, parts)

    def _insert(self, release: Release, values: Values) -> Release:
        if _VERSION.run(self._connection, {"key": release.id}):
            raise StaleReleaseError(str(release.id))
        self._check_slug(release)
        rowid = _LAST_ROWID.run(self._connection, {})[0]["last"] + 1
        own = {"search_rowid": rowid, "created_at": values["updated_at"]}
        own |= {"deleted_at": None, "deleted_by": None}
        _INSERT.run(self._connection, values | own)
        replace_parts(self._connection, release, is_new=True)
        search.write(self._connection, release, rowid)
        fingerprints.write(self._connection, release, is_new=True)
        return replace(release, version=values["version"], current_revision=0)

    def _update(self, release: Release, values: Values, parts: Values) -> Release:
        key = {"key": values.pop("id")}
        name = {"slug": values.pop("slug")}
        found = _UPDATE.run(self._connection, values | key | {"known": release.version})
        if not found:
            self._explain_absence(release)
        (standing,) = found
        if standing["slug"] != release.slug:
            self._check_slug(release)
            self._connection.execute(_CHANGE, name | key)
        if standing["parts_sha256"] != parts["parts_sha256"]:
            replace_parts(self._connection, release, is_new=False)
            self._connection.execute(_CHANGE, parts | key)
        search.write(self._connection, release, standing["search_rowid"])
        fingerprints.write(self._connection, release, is_new=False)
        return replace(release, version=values["version"])

    def _explain_absence(self, release: Release) -> NoReturn:
        if not _VERSION.run(self._connection, {"key": release.id}):
            raise NotFoundError("release", str(release.id))
        raise StaleReleaseError(str(release.id))

    def _check_slug(self, release: Release) -> None:
        holders = _HOLDER.run(self._connection, {"slug": release.slug})
        if any(holder["id"] != release.id for holder in holders):
            raise FieldError("slug", release.slug)

    # Finding ----------------------------------------------------------------------------------

    def by_key(self, text: str) -> ReleaseId:
        """Return the release meant by a slug, an id, or the beginning of an id.

        Raises:
            NotFoundError, AmbiguousKeyError: none is, or several are.
        """
        key = text.strip().lower()
        slug = select(_RELEASE.c.id).where(_RELEASE.c.slug == key)
        if (found := self._connection.scalar(slug)) is not None:
            return ReleaseId(found)
        matches = self._beginning_with(key.removeprefix("urn:uuid:").replace("-", ""))
        if not matches:
            raise NotFoundError("release", text)
        if len(matches) > 1:
            raise AmbiguousKeyError(text, [str(match) for match in matches])
        return ReleaseId(matches[0])

    def _beginning_with(self, digits: str) -> Sequence[UUID]:
        try:
            first, last = UUID(digits.ljust(32, "0")), UUID(digits.ljust(32, "f"))
        except ValueError:
            return []
        if not digits:
            return []
        ids = select(_RELEASE.c.id).where(_RELEASE.c.id.between(first, last))
        return self._connection.scalars(ids.order_by(_RELEASE.c.id).limit(_MOST_MATCHES)).all()

    def has_slug(self, slug: str) -> bool:
        """Tell whether a release, in the trash too, has this name."""
        return bool(_HOLDER.run(self._connection, {"slug": slug}))

    def slugs_like(self, base: str) -> set[str]:
        """Return the slugs, in the trash too, that `slug.unique(base, …)` might run into."""
        beginning = base[: LONGEST - _ENDING].rstrip("-")
        after = beginning + "{"  # the sign after "z"
        found = _SLUGS.run(self._connection, {"beginning": beginning, "after": after})
        return {row["slug"] for row in found}

    def ids(self, query: ReleaseQuery) -> list[ReleaseId]:
        """Return the keys of what a list shows, newest first; cheap however many there are."""
        return list(self.keys(query))

    def keys(self, query: ReleaseQuery) -> KeyList:
        """Return the same, each made into a key when it is looked at."""
        return self._finder.newest(query)

    def grouped(self, query: ReleaseQuery, grouping: Grouping) -> GroupedKeys:
        """Return the same group by group, countries in the order of their codes."""
        return self._finder.grouped(query, grouping)

    def best_ids(self, query: ReleaseQuery) -> KeyList:
        """Return the keys of what a list shows, best first: headlines weigh most, bodies least."""
        return self._finder.best(query)

    def number(self, query: ReleaseQuery) -> int:
        """Return how many releases a list shows, whatever its limit is."""
        return self._finder.count(query)

    def languages(self) -> list[str]:
        """Return the tags of the languages that releases are in, the most usual first."""
        return self._finder.languages()

    def countries(self) -> list[str]:
        """Return the codes of the countries that datelines name, the most usual first."""
        return self._finder.countries()

    def years(self) -> list[int]:
        """Return the years of datelines, the last first, those between them too."""
        return self._finder.years()

    def rows(
        self, ids: Sequence[ReleaseId], opening: Callable[[str], str] = str
    ) -> list[ReleaseSummary]:
        """Return what a list shows of these, in their order; those that are gone are left out.

        Args:
            opening: is given the beginning of each body as it was typed, and says how it is shown.
        """
        found: dict[UUID, ReleaseSummary] = {}
        for row in _ROWS.run(self._connection, ids):
            row["opening"] = opening(row["opening"])
            found[row["id"]] = ReleaseSummary(**row)
        return [found[key] for key in ids if key in found]

    def rows_and_bodies(
        self, ids: Sequence[ReleaseId], opening: Callable[[str], str]
    ) -> list[tuple[ReleaseSummary, str]]:
        """Return the same, each with its whole body as it was typed."""
        found: dict[UUID, tuple[ReleaseSummary, str]] = {}
        for row in _ROWS_AND_BODIES.run(self._connection, ids):
            body = row.pop("body_md")
            found[row["id"]] = (ReleaseSummary(**row, opening=opening(body[:_OPENING])), body)
        return [found[key] for key in ids if key in found]

    def summaries(
        self, query: ReleaseQuery, opening: Callable[[str], str] = str
    ) -> list[ReleaseSummary]:
        """Return what a list shows, newest first, as `rows` gives it."""
        return self.rows(self.ids(query), opening)

    def best(self, query: ReleaseQuery) -> list[ReleaseSummary]:
        """Return what a list shows, best first, as `rows` gives it."""
        return self.rows(self.best_ids(query))

    def count(self, *, trashed: bool = False) -> int:
        return self.number(ReleaseQuery(trashed=trashed))

    def counts(self, now: datetime) -> ReleaseCounts:
        """Count what the lists hold, the embargoes as they run at `now`."""
        state, is_here = _RELEASE.c.state, _RELEASE.c.deleted_at.is_(None)
        kinds = {
            "all": is_here,
            "drafts": is_here & (state == State.DRAFT),
            "embargoed": is_here & embargo_runs(now),
            "published": is_here & state.in_([State.PUBLISHED, State.CORRECTED]),
            "withdrawn": is_here & state.in_([State.KILLED, State.RECALLED]),
            "trashed": ~is_here,
        }
        sums = [
            func.coalesce(func.sum(case((kind, 1), else_=0)), 0).label(name)
            for name, kind in kinds.items()
        ]
        (counted,) = fetched(self._connection, select(*sums))
        return ReleaseCounts(**counted)

    def imported_from(self, beginning: str) -> list[ReleaseId]:
        """Return the releases, but for the trash, whose source's address begins so; oldest first.

        Args:
            beginning: in ASCII, not empty.
        """
        after = beginning[:-1] + chr(ord(beginning[-1]) + 1)
        address = _PROVENANCE.c.address
        sources = select(_PROVENANCE.c.release_id).where(address >= beginning, address < after)
        ids = select(_RELEASE.c.id).where(
            _RELEASE.c.id.in_(sources), _RELEASE.c.deleted_at.is_(None)
        )
        with damage_in_words():
            return [ReleaseId(key) for key in self._connection.scalars(ids.order_by(_RELEASE.c.id))]

    # The desk's marks -------------------------------------------------------------------------

    def star(self, release_id: ReleaseId, *, starred: bool) -> None:
        """Mark a release, or take the mark off.

        That is no save: it is counted nowhere, so that whoever has the release open may go on.

        Raises:
            NotFoundError: there is none.
        """
        marking = update(_RELEASE).where(_RELEASE.c.id == release_id).values(starred=starred)
        if self._connection.execute(marking).rowcount != 1:
            raise NotFoundError("release", str(release_id))

    # The trash --------------------------------------------------------------------------------

    def trash(self, release_id: ReleaseId, at: datetime, by: str) -> None:
        """Put a release away; every list but that of the trash leaves it out."""
        self._mark(release_id, at, by)

    def untrash(self, release_id: ReleaseId) -> None:
        self._mark(release_id, None, None)

    def is_trashed(self, release_id: ReleaseId) -> bool:
        marked = select(_RELEASE.c.deleted_at).where(_RELEASE.c.id == release_id)
        return self._connection.scalar(marked) is not None

    def _mark(self, release_id: ReleaseId, at: datetime | None, by: str | None) -> None:
        marking = update(_RELEASE).where(_RELEASE.c.id == release_id)
        done = self._connection.execute(
            marking.values(
                version=_RELEASE.c.version + 1,
                updated_at=self._now(),
                deleted_at=at,
                deleted_by=by,
            )
        )
        if done.rowcount != 1:
            raise NotFoundError("release", str(release_id))
