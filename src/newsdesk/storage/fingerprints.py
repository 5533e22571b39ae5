"""What tells whether a text is stored already.

Fingerprints are written in the transaction that saves the release, as the search index is.
"""

from collections import defaultdict
from collections.abc import Iterable, Set
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from newsdesk.domain.fingerprint import addresses_of, fingerprints
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
_AT_ONCE = 200  # releases read together; each is one bound value
_LEAST_WEIGHT = 0.25  # one fingerprint shared by four releases, or 16 shared by 64

_of_release = _FINGERPRINT.c.release_id == bindparam("of")
_OWN = Prepared(select(_FINGERPRINT.c.ordinal, _FINGERPRINT.c.hash).where(_of_release))
_INSERT = Prepared(insert(_FINGERPRINT), sets=_FINGERPRINT.c.keys())
_is_one = _of_release & (_FINGERPRINT.c.ordinal == bindparam("at"))
_CHANGE = Prepared(update(_FINGERPRINT).where(_is_one), sets=["hash"])
_DELETE = Prepared(delete(_FINGERPRINT).where(_is_one))
_WITH = Prepared(
    select(_FINGERPRINT.c.release_id)
    .where(_FINGERPRINT.c.hash == bindparam("wanted"))
    .order_by(_FINGERPRINT.c.release_id)
    .limit(_MOST_WITH)
)

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
        for hash_ in wanted:
            rows = _WITH.run(self._connection, {"wanted": hash_})
            for row in rows:
                weights[row["release_id"]] += 1 / len(rows)
        likely = [key for key, weight in weights.items() if weight >= _LEAST_WEIGHT]
        likely.sort(key=lambda key: (-weights[key], key))
        return [ReleaseId(key) for key in likely[:most]]
