"""A release as rows: its own, and one list of rows for each kind of thing it carries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
)

from newsdesk.domain.boilerplate import ReleaseBoilerplate
from newsdesk.domain.canonical import to_json
from newsdesk.domain.contact import ContactPoint, ReleaseContact
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.media import ReleaseMedia
from newsdesk.domain.place import Place
from newsdesk.domain.provenance import Provenance
from newsdesk.domain.quote import Quote
from newsdesk.domain.release import Release
from newsdesk.domain.revision import digest
from newsdesk.domain.vocabulary import Term
from newsdesk.storage.prepared import Prepared
from newsdesk.storage.rows import RowForm, Values, damage_in_words, fetched, table_of
from newsdesk.storage.tables import (
    ProvenanceRow,
    QuoteRow,
    ReleaseBoilerplateRow,
    ReleaseContactPointRow,
    ReleaseContactRow,
    ReleaseMediaRow,
    ReleasePlaceRow,
    ReleaseRow,
    ReleaseTermRow,
    RevisionRow,
)

_AnySelect = Select[*tuple[Any, ...]]
_AT_ONCE = 200  # releases read together; each is one bound value

_DATELINE = RowForm(Dateline, ReleaseRow, prefix="dateline_", elsewhere=["places"])
_EMBARGO = RowForm(Embargo, ReleaseRow, prefix="embargo_")
_POINT = RowForm(ContactPoint, ReleaseContactPointRow)
_CONTACT = RowForm(ReleaseContact, ReleaseContactRow, elsewhere=["points", "withheld"])


def _contact(row: Values) -> ReleaseContact:
    points = [(point, _POINT.value(point)) for point in row["points"]]
    return _CONTACT.value(
        row,
        points=tuple(value for point, value in points if point["is_listed"]),
        withheld=frozenset(value for point, value in points if point["is_withheld"]),
    )


class _Part:
    """A list that a release carries, one row each."""

    def __init__(
        self,
        name: str,
        carried: Callable[[Release], Sequence[Any]],
        form: RowForm[Any],
        made: Callable[[Values], Any] | None = None,
    ) -> None:
        self.name = name
        self.carried = carried
        self.form = form
        self.made = made or form.value
        self.insert = Prepared(insert(form.table), sets=form.table.c.keys())


_PARTS = (
    _Part(
        "places",
        lambda r: r.dateline.places,
        RowForm(Place, ReleasePlaceRow, renamed={"id": "place_id"}),
    ),
    _Part("contacts", lambda r: r.contacts, _CONTACT, _contact),
    _Part(
        "boilerplates", lambda r: r.boilerplates, RowForm(ReleaseBoilerplate, ReleaseBoilerplateRow)
    ),
    _Part("terms", lambda r: r.terms, RowForm(Term, ReleaseTermRow, renamed={"id": "term_id"})),
    _Part("quotes", lambda r: r.quotes, RowForm(Quote, QuoteRow)),
    _Part("media", lambda r: r.media, RowForm(ReleaseMedia, ReleaseMediaRow)),
    _Part("provenance", lambda r: r.provenance, RowForm(Provenance, ProvenanceRow)),
)
_OWN = RowForm(
    Release,
    ReleaseRow,
    # "places", one of the parts, are the dateline's
    elsewhere={"current_revision", "dateline", "embargo", *(part.name for part in _PARTS)},
)
_RELEASE = _OWN.table
_REVISION = table_of(RevisionRow)

current_revision = (
    select(func.coalesce(func.max(_REVISION.c.number), 0))
    .where(_REVISION.c.release_id == _RELEASE.c.id)
    .correlate(_RELEASE)
    .scalar_subquery()
)
"""The number of a release's last revision, 0 if it has none: as a part of a query."""
_POINTS = _POINT.table
_INSERT_POINT = Prepared(insert(_POINTS), sets=_POINTS.c.keys())


OWN_COLUMNS = (*_OWN.columns, *_DATELINE.columns, *_EMBARGO.columns, "embargo_until_utc")
"""What `own_values` gives."""


def own_values(release: Release) -> Values:
    """Return what stands in the release's own row, without what only storage knows."""
    values = _OWN.values(release) | _DATELINE.values(release.dateline)
    embargo = release.embargo
    values |= _EMBARGO.values(embargo) if embargo else _EMBARGO.blank()
    values["embargo_until_utc"] = embargo.until_utc if embargo else None
    return values


def parts_digest(release: Release) -> str:
    """Return a hash that changes when anything in the other rows changes."""
    return digest(to_json([part.carried(release) for part in _PARTS]))


# Writing --------------------------------------------------------------------------------------

_DELETES = [
    Prepared(delete(table).where(table.c.release_id == bindparam("of")))
    for table in (_POINTS, *(part.form.table for part in _PARTS))
]


def replace_parts(connection: Connection, release: Release, *, is_new: bool) -> None:
    """Write the rows of all that a release carries in the place of the present ones."""
    if not is_new:
        for statement in _DELETES:
            statement.run(connection, {"of": release.id})
    for part in _PARTS:
        rows = [
            part.form.values(value) | {"release_id": release.id, "ordinal": ordinal}
            for ordinal, value in enumerate(part.carried(release))
        ]
        part.insert.run_each(connection, rows)
    _INSERT_POINT.run_each(connection, list(_points_of(release)))


def _points_of(release: Release) -> Iterable[Values]:
    for number, contact in enumerate(release.contacts):
        unlisted = contact.withheld.difference(contact.points)
        for ordinal, point in enumerate((*contact.points, *unlisted)):
            yield _POINT.values(point) | {
                "is_listed": ordinal < len(contact.points),
                "release_id": release.id,
                "contact_ordinal": number,
                "ordinal": ordinal,
                "is_withheld": point in contact.withheld,
            }


# Reading --------------------------------------------------------------------------------------


_Condition = Callable[[ColumnElement[UUID]], ColumnElement[bool]]
_Run = Callable[[Connection, Values], list[Values]]


class _Reader:
    """The statements that read releases whose key fulfils a condition."""

    def __init__(self, chosen: _Condition, runner: Callable[[_AnySelect], _Run]) -> None:
        columns = (*_read_columns(), current_revision.label("current_revision"))
        self._own = runner(select(*columns).where(chosen(_RELEASE.c.id)))
        self._points = runner(_in_order(_POINTS, chosen, "contact_ordinal", "ordinal"))
        self._parts = [
            (part, runner(_in_order(part.form.table, chosen, "ordinal"))) for part in _PARTS
        ]

    def read(self, connection: Connection, keys: Values) -> list[Release]:
        """Raise `StorageError` if the rows do not make releases."""
        with damage_in_words():
            return self._read(connection, keys)

    def _read(self, connection: Connection, keys: Values) -> list[Release]:
        rows = {part.name: run(connection, keys) for part, run in self._parts}
        contacts = {(row["release_id"], row["ordinal"]): row for row in rows["contacts"]}
        for row in contacts.values():
            row["points"] = []
        for row in self._points(connection, keys) if contacts else ():
            contacts[row["release_id"], row["contact_ordinal"]]["points"].append(row)
        carried = {
            part.name: _by_release((row["release_id"], part.made(row)) for row in rows[part.name])
            for part, _ in self._parts
        }
        return [_release(own, carried) for own in self._own(connection, keys)]


def _read_columns() -> list[Column[Any]]:
    forms = (_OWN, _DATELINE, _EMBARGO)
    return [_RELEASE.c[column] for form in forms for column in form.columns]


def _in_order(table: Table, chosen: _Condition, *order: str) -> _AnySelect:
    return select(table).where(chosen(table.c.release_id)).order_by(*(table.c[n] for n in order))


def _by_release(values: Iterable[tuple[UUID, Any]]) -> dict[UUID, tuple[Any, ...]]:
    lists: dict[UUID, list[Any]] = {}
    for release_id, value in values:
        lists.setdefault(release_id, []).append(value)
    return {release_id: tuple(found) for release_id, found in lists.items()}


def _release(own: Values, carried: dict[str, dict[UUID, tuple[Any, ...]]]) -> Release:
    parts = {name: found.get(own["id"], ()) for name, found in carried.items()}
    dateline = _DATELINE.value(own, places=parts.pop("places"))
    has_embargo = own["embargo_until_local"] is not None
    embargo = _EMBARGO.value(own) if has_embargo else None
    current = own["current_revision"]
    return _OWN.value(own, current_revision=current, dateline=dateline, embargo=embargo, **parts)


def _run_afresh(statement: _AnySelect) -> _Run:
    return lambda connection, keys: fetched(connection, statement, keys)


_one = _Reader(lambda key: key == bindparam("key"), lambda statement: Prepared(statement).run)
_many = _Reader(lambda key: key.in_(bindparam("keys", expanding=True)), _run_afresh)


def read_release(connection: Connection, release_id: ReleaseId) -> Release | None:
    """Raise `StorageError` if its rows are damaged."""
    found = _one.read(connection, {"key": release_id})
    return found[0] if found else None


def read_all(connection: Connection, *, at_once: int = _AT_ONCE) -> Iterator[Release]:
    """Yield every stored release, those in the trash too; `at_once` are read together."""
    ids = connection.scalars(select(_RELEASE.c.id).order_by(_RELEASE.c.id)).all()
    for start in range(0, len(ids), at_once):
        yield from _many.read(connection, {"keys": ids[start : start + at_once]})
