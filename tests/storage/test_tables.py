"""The tables in themselves: in step with the migrations, portable, complete."""

import ast
from dataclasses import fields
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Executable, Table, Uuid, event
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from newsdesk.domain.export_record import ExportFormat, ExportRecord
from newsdesk.domain.fingerprint import fingerprints
from newsdesk.domain.ids import ExportId, PlaceId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.vocabulary import Scheme, TermColour
from newsdesk.domain.workflow import State
from newsdesk.storage import columns, tables
from newsdesk.storage.columns import Base, Erasable, Stamped
from newsdesk.storage.database import Database
from newsdesk.storage.migrations.comparing import is_compared
from newsdesk.storage.prepared import Prepared
from newsdesk.storage.rows import Values
from tests.storage.making import Clock, contact, geneva, keep, kept, plain_release, uuid_of

TABLES = list(Base.metadata.sorted_tables)
SQLITE_ONLY = {
    "sqlite.py",
    "salvage",  # a folder: it reads a damaged file of SQLite's, and makes a sound one of it
}


def test_the_migrations_end_where_the_tables_are(database: Database) -> None:
    options = {"include_name": is_compared}
    context = MigrationContext.configure(database._connection, opts=options)
    assert compare_metadata(context, Base.metadata) == []


def test_every_table_that_is_asked_for_is_there() -> None:
    assert {table.name for table in TABLES} >= {
        "audit_event", "boilerplate", "contact", "contact_point", "export_record",
        "erased_release", "ignored_word", "media", "media_alias", "own_word",
        "newsroom", "organisation", "person", "place", "provenance", "quote", "release",
        "release_boilerplate", "release_contact", "release_contact_point",
        "release_fingerprint", "release_media",
        "release_place", "release_term", "revision", "role", "snippet", "template", "term",
    }  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_keys_are_uuids_or_places_in_what_they_belong_to(table: Table) -> None:
    first, *others = table.primary_key.columns
    assert isinstance(first.type, Uuid)
    assert [column.name.endswith("ordinal") for column in others] == [True] * len(others)


@pytest.mark.parametrize("row", Stamped.__subclasses__() + Erasable.__subclasses__(), ids=str)
def test_what_is_changed_is_counted_dated_and_never_just_gone(row: type[Stamped]) -> None:
    if issubclass(row, Base):
        names = set(row.__table__.c.keys())
        assert names >= {"version", "created_at", "updated_at", "deleted_at", "deleted_by"}


def test_what_can_be_derived_has_no_column() -> None:
    derived = {"uri", "pubstatus", "release_kind"}
    assert derived <= set(dir(Release))
    assert derived.isdisjoint(tables.ReleaseRow.__table__.c.keys())
    assert derived.isdisjoint(field.name for field in fields(Release))


def test_a_list_never_reads_past_a_body() -> None:
    """SQLite reads a long row from its beginning."""
    assert list(tables.ReleaseRow.__table__.c.keys())[-1] == "body_md"
    assert list(tables.RevisionRow.__table__.c.keys())[-1] == "snapshot"


# Portable -------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_postgresql_would_take_the_tables(table: Table) -> None:
    dialect = postgresql.dialect()
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
    for index in table.indexes:
        assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))


def test_postgresql_would_take_what_the_repositories_say(
    database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    run = Prepared.run

    def listen_and_run(prepared: Prepared, connection: Connection, values: Values) -> list[Values]:
        keys = prepared._sets
        compiled = prepared._statement.compile(dialect=postgresql.dialect(), column_keys=keys)
        said.append(str(compiled))
        return run(prepared, connection, values)

    monkeypatch.setattr(Prepared, "run", listen_and_run)

    def listen(_connection: object, clause: Executable, *_others: object) -> None:
        said.append(str(clause.compile(dialect=postgresql.dialect())))

    event.listen(database._engine, "before_execute", listen)
    release = keep(database, plain_release(contacts=()))
    with database.transaction() as work:
        saved, _ = kept(work, release, Reason.PUBLISH)
        work.contacts.save(contact())
        work.contacts.find_by_email("noor@example.org")
        work.places.save(geneva())
        work.places.delete(work.places.all()[0].id, at=clock(), by="dana")
        term = work.terms.get_or_add(Scheme.TAG, "bridges", "en")
        work.terms.save(term)
        work.terms.entries(Scheme.TAG)
        work.terms.uses({term.id})
        work.terms.set_colour(term.id, TermColour.TEAL)
        other = work.terms.get_or_add(Scheme.TAG, "quays", "en")
        work.terms.merge(other.id, into=term.id, at=clock(), by="dana")
        work.terms.unmerge(other, [])
        work.newsroom.save(work.newsroom.get())
        work.exports.add(
            ExportRecord(
                id=ExportId(uuid_of(1)),
                release_id=release.id,
                revision=1,
                revision_sha256="",
                format=ExportFormat.HTML,
                path="x.html",
                sha256="",
                embargoed=False,
                at=clock(),
            )
        )
        work.releases.by_key(str(saved.id)[:8])
        work.releases.slugs_like("a")
        work.releases.summaries(
            ReleaseQuery(states=frozenset({State.DRAFT}), language="en", limit=7)
        )
        work.releases.ids(ReleaseQuery(text="bridge", embargoed_at=clock()))
        work.releases.counts(clock())
        work.releases.imported_from("desk:")
        assert work.fingerprints.likely(fingerprints("", saved.body_md, []), most=1) == []
        work.releases.star(saved.id, starred=True)
        work.releases.trash(saved.id, at=clock(), by="dana")
        work.revisions.thin(clock.advance(days=9))
        work.revisions.release_at(saved.id, 1)
        work.erasures.due(clock(), 7)
        work.erasures.erase(saved.id, clock(), "dana")
        assert work.erasures.all()
        assert work.places.get(PlaceId(work.places._rows()[0]["id"]))
    assert len(said) > 40
    assert any("LIMIT" in sentence for sentence in said)


def test_what_only_sqlite_understands_is_in_one_module() -> None:
    folder = Path(columns.__file__).parent
    tell_tales = (
        "PRAGMA",
        "MATCH",
        "fts5",
        "bm25",
        "exec_driver_sql",
        "sqlite_schema",
        ".execute(f",
    )
    for path in folder.rglob("*.py"):
        if path.relative_to(folder).parts[0] in SQLITE_ONLY:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        }
        strings = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value not in docstrings
        ]
        names = [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
        for word in tell_tales:
            assert not any(word in text for text in (*strings, *names)), (path.name, word)
