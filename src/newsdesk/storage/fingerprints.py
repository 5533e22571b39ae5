"""What tells whether a text is stored already.

Fingerprints are written in the transaction that saves the release, as the search index is.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, union_all, update

from newsdesk.domain.fingerprint import SKETCH, addresses_of, fingerprints
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.storage.prepared import Prepared
from newsdesk.storage.rows import fetched, table_of
from newsdesk.storage.tables import ProvenanceRow, ReleaseFingerprintRow, ReleaseRow

_FINGERPRINT = table_of(ReleaseFingerprintRow)
_RELEASE = table_of(ReleaseRow)
_PROVENANCE = table_of(ProvenanceRow)

_MOST_WITH = 64
"""Releases looked at for one fingerprint: what more of them have is a phrase of the house."""
_TOGETHER = SKETCH + 4  # fingerprints looked for in one statement: of a text, and of its pages
_AT_ONCE = 200  # releases read together; each is one bound value
_LEAST_WEIGHT = 0.25  # one fingerprint shared by four releases, or 16 shared by 64

_of_release = _FINGERPRINT.c.release_id == bindparam("of")
_OWN = Prepared(select(_FINGERPRINT.c.ordinal, _FINGERPRINT.c.hash).where(_of_release))
_INSERT = Prepared(insert(_FINGERPRINT), sets=_FINGERPRINT.c.keys())
_is_one = _of_release & (_FINGERPRINT.c.ordinal == bindparam("at"))
_CHANGE = Prepared(update(_FINGERPRINT).where(_is_one), sets=["hash"])
_DELETE = Prepared(delete(_FINGERPRINT).where(_is_one))


def _having(slot: int) -> Select[int, UUID]:
    """Select the releases that have one of the fingerprints which are looked for together."""
    own = _FINGERPRINT.alias()
    some = (
        select(own.c.hash, own.c.release_id)
        .where(own.c.hash == bindparam(f"wanted_{slot}"))
        .order_by(own.c.release_id)
        .limit(_MOST_WITH)
        .subquery()
    )
    return select(some.c.hash, some.c.release_id)


_WITH = Prepared(union_all(*map(_having, range(_TOGETHER))))

_TEXTS = select(_RELEASE.c.id, _RELEASE.c.headline, _RELEASE.c.body_md, _RELEASE.c.web_url)
_SOURCES = select(_PROVENANCE.c.release_id, _PROVENANCE.c.address, _PROVENANCE.c.short_address)


def write(connection: Connection, release: Release, *, is_new: bool) -> None:
    """Store the fingerprints of a release; of those that stand, only what changed is touched."""
    wanted = fingerprints(release.headline, release.body_md, addresses_of(release))
    _write(connection, release.id, wanted, is_new=is_new)


def _write(connection: Connection, release_id: UUID, wanted: Set[int], *, is_new: bool) -> None:
    key = {"of": release_id}
    rows = [] if is_new else _OWN.run(connection, key)
    standing = {row["hash"]: row["ordinal"] for row in rows}
    gone = [key | {"at": ordinal} for hash_, ordinal in standing.items() if hash_ not in wanted]
    new = sorted(wanted - standing.keys())
    changed = [at | {"hash": one} for at, one in zip(gone, new, strict=False)]
    first = max(standing.values(), default=-1) + 1
    added = [
        {"release_id": release_id, "ordinal": ordinal, "hash": one}
        for ordinal, one in enumerate(new[len(gone) :], first)
    ]
    _CHANGE.run_each(connection, changed)
    _DELETE.run_each(connection, gone[len(new) :])
    _INSERT.run_each(connection, added)


def rebuild(connection: Connection) -> None:
    """Make the fingerprints of all that is stored again, a few hundred releases at a time."""
    ids = connection.scalars(select(_RELEASE.c.id).order_by(_RELEASE.c.id)).all()
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        addresses: dict[UUID, list[str]] = defaultdict(list)
        for row in fetched(connection, _SOURCES.where(_PROVENANCE.c.release_id.in_(some))):
            addresses[row["release_id"]] += [row["address"], row["short_address"]]
        for row in fetched(connection, _TEXTS.where(_RELEASE.c.id.in_(some))):
            pages = (row["web_url"], *addresses[row["id"]])
            wanted = fingerprints(row["headline"], row["body_md"], pages)
            _write(connection, row["id"], wanted, is_new=False)


class FingerprintRepository:
    """Finds stored releases by what a copy of them would have in common with them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def likely(self, wanted: Iterable[int], *, most: int) -> list[ReleaseId]:
        """Return the releases that have most of these fingerprints, the likeliest first.

        What few releases have weighs more than what many have. Whether one is the same text is for
        the caller to find out; it may be in the trash.
        """
        weights: dict[UUID, float] = defaultdict(float)
        for having in self._having(list(wanted)):
            for key in having:
                weights[key] += 1 / len(having)
        likely = [key for key, weight in weights.items() if weight >= _LEAST_WEIGHT]
        likely.sort(key=lambda key: (-weights[key], key))
        return [ReleaseId(key) for key in likely[:most]]

    def _having(self, wanted: Sequence[int]) -> Iterable[list[UUID]]:
        """Yield the releases that have a fingerprint, for each that any has."""
        for start in range(0, len(wanted), _TOGETHER):
            some = wanted[start : start + _TOGETHER]
            places = (*some, *[None] * (_TOGETHER - len(some)))  # nothing equals NULL
            values = {f"wanted_{slot}": one for slot, one in enumerate(places)}
            found: dict[int, list[UUID]] = defaultdict(list)
            for row in _WITH.run(self._connection, values):
                found[row["hash"]].append(row["release_id"])
            yield from found.values()
