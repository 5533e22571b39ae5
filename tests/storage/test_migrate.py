"""Migrations: all or nothing, and nobody's children with them."""

import json
import shutil
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from textwrap import indent

import pytest

from newsdesk.domain.canonical import to_json
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import MediaAsset, MediaRole, ReleaseMedia
from newsdesk.domain.newsroom import Paper
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.revision import digest
from newsdesk.storage import sqlite
from newsdesk.storage.migrate import migrate
from newsdesk.storage.opening import NAME, open_for_reading, open_for_writing
from newsdesk.storage.schema import MIGRATIONS, newest
from tests.storage.conftest import Opener
from tests.storage.making import Clock, geneva, keep, kept, plain_release, uuid_of
from tests.storage.migrations.setting_back import set_back

SCRIPT = """
import sqlalchemy as sa
from alembic import op

revision = "{number:04}"
down_revision = "{before:04}"


def upgrade() -> None:
{body}
"""
ADD_A_COLUMN = 'op.add_column("term", sa.Column("hue", sa.String()))'
REBUILD = """
assert op.get_bind().exec_driver_sql("PRAGMA foreign_keys").scalar() == 0
with op.batch_alter_table("release", recreate="always") as batch:
    batch.alter_column("headline", type_=sa.Text())
"""
FAIL_HALF_WAY = """
op.create_table("half", sa.Column("id", sa.Uuid(), primary_key=True))
op.drop_table("term")
op.get_bind().exec_driver_sql("SELECT no_such_column FROM release")
"""
LOSE_ROWS = 'op.get_bind().exec_driver_sql("DELETE FROM release_place")'
MAKE_ORPHANS = "op.get_bind().exec_driver_sql(\"UPDATE release_place SET release_id = 'x'\")"

IN_GENEVA = Dateline(places=(geneva(),))


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MIGRATIONS, tmp_path / "migrations"))


def add(migrations: Path, body: str) -> int:
    number = newest(migrations) + 1
    script = SCRIPT.format(number=number, before=number - 1, body=indent(body.strip(), "    "))
    (migrations / "versions" / f"{number:04}_what.py").write_text(script, encoding="utf-8")
    return number


@pytest.fixture
def newsroom(folder: Path, open_database: Opener) -> Path:
    """A folder with a release that has a child row."""
    database = open_database(folder)
    keep(database, plain_release(dateline=Dateline(places=(geneva(),))))
    database.close()
    return folder


def shape(driver: sqlite3.Connection) -> list[tuple[str, str]]:
    return driver.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def test_an_empty_database_becomes_the_newest(migrations: Path) -> None:
    with closing(sqlite.in_memory()) as driver:
        migrate(driver, migrations)
        assert sqlite.schema_number(driver) == newest(migrations)
        assert sqlite.ask(driver, "application_id") == sqlite.APPLICATION_ID
        assert sqlite.ask(driver, "foreign_keys") == 1
        assert sqlite.first_damage(driver) is None


def test_an_older_newsroom_is_backed_up_and_migrated_when_it_is_opened(
    newsroom: Path, migrations: Path
) -> None:
    number = add(migrations, ADD_A_COLUMN)
    driver, lock = open_for_writing(newsroom, now=Clock(), migrations=migrations)
    assert sqlite.schema_number(driver) == number
    driver.execute("SELECT hue FROM term")
    driver.close()
    lock.release()
    (backup,) = (newsroom / "backups").iterdir()
    header = sqlite.read_header(backup)
    assert header is not None
    assert header.schema == number - 1
    assert header.application_id == sqlite.APPLICATION_ID


def test_a_reader_has_an_older_newsroom_migrated_first(newsroom: Path, migrations: Path) -> None:
    number = add(migrations, ADD_A_COLUMN)
    with closing(open_for_reading(newsroom, now=Clock(), migrations=migrations)) as driver:
        assert sqlite.schema_number(driver) == number
        assert sqlite.ask(driver, "query_only") == 1
    assert sqlite.is_at_rest(newsroom / NAME)


def test_a_rebuilt_table_keeps_its_children(newsroom: Path, migrations: Path) -> None:
    add(migrations, REBUILD)
    with closing(sqlite.connect(newsroom / NAME, writing=True)) as driver:
        migrate(driver, migrations)
        assert driver.execute("SELECT city FROM release_place").fetchall() == [("Geneva",)]
        assert sqlite.ask(driver, "foreign_keys") == 1


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (FAIL_HALF_WAY, "no_such_column"),
        (LOSE_ROWS, "0 of 1 rows of release_place"),
        (MAKE_ORPHANS, "release_place row 1 without its release"),
    ],
)
def test_a_migration_that_fails_leaves_nothing_behind(
    newsroom: Path, migrations: Path, body: str, said: str
) -> None:
    add(migrations, ADD_A_COLUMN)
    add(migrations, body)
    with closing(sqlite.connect(newsroom / NAME, writing=True)) as driver:
        before = shape(driver)
        with pytest.raises(Exception, match=said):
            migrate(driver, migrations)
        assert shape(driver) == before
        assert sqlite.schema_number(driver) == newest()
        assert sqlite.ask(driver, "foreign_keys") == 1
        assert driver.execute("SELECT city FROM release_place").fetchall() == [("Geneva",)]


def test_rows_that_a_migration_would_lose_are_a_refusal_in_words(
    newsroom: Path, migrations: Path
) -> None:
    add(migrations, LOSE_ROWS)
    with pytest.raises(StorageError) as caught:
        open_for_writing(newsroom, now=Clock(), migrations=migrations)
    assert caught.value.problem is StorageProblem.CORRUPT
    assert caught.value.path == str(newsroom / NAME)


def test_the_search_index_is_made_again(
    newsroom: Path, migrations: Path, open_database: Opener
) -> None:
    with closing(sqlite.connect(newsroom / NAME, writing=True)) as driver:
        driver.execute("DELETE FROM release_search")
        migrate(driver, migrations)
    with open_database(newsroom, writing=False).reading() as work:
        assert len(work.releases.summaries(ReleaseQuery(text="bridge"))) == 1


@pytest.mark.parametrize("schema", range(1, newest()))
def test_a_newsroom_of_every_earlier_schema_becomes_what_a_new_one_is(
    migrations: Path, tmp_path: Path, schema: int
) -> None:
    earlier = Path(shutil.copytree(MIGRATIONS, tmp_path / "earlier"))
    for script in (earlier / "versions").glob("[0-9]*.py"):
        if int(script.name[:4]) > schema:
            script.unlink()
    with closing(sqlite.in_memory()) as old, closing(sqlite.in_memory()) as new:
        migrate(old, earlier)
        assert sqlite.schema_number(old) == schema
        migrate(old, migrations)
        migrate(new, migrations)
        assert set(shape(old)) == set(shape(new))


def test_a_folder_with_a_percent_sign_can_be_migrated_from(
    newsroom: Path, migrations: Path
) -> None:
    strange = migrations.rename(migrations.with_name("100% sure"))
    with closing(sqlite.in_memory()) as driver:
        migrate(driver, strange)
        assert sqlite.schema_number(driver) == newest()


def test_a_house_of_an_earlier_schema_has_decided_nothing_about_sites(
    migrations: Path, tmp_path: Path, open_database: Opener
) -> None:
    for script in (migrations / "versions").glob("[0-9]*.py"):
        if int(script.name[:4]) > 2:
            script.unlink()
    folder = tmp_path / "newsroom"
    driver, lock = open_for_writing(folder, now=Clock(), migrations=migrations)
    values = {column[1]: "" for column in driver.execute("PRAGMA table_info(newsroom)")}
    values |= {"id": "0" * 32, "version": 1, "created_at": "2026-03-02 09:30:00"}
    values |= {"organisation": "Harbour Trust", "dateline_style": "un", "tz": "UTC"}
    values |= {"digits": "western", "arabic_months": "un_dual"}
    values |= {"languages": "[]", "seats": "[]", "contact_intros": "{}", "fallbacks": "{}"}
    values |= {"has_immediate_release_line": 0, "has_approval_steps": 1}
    marks = ", ".join(f":{name}" for name in values)
    driver.execute(f"INSERT INTO newsroom ({', '.join(values)}) VALUES ({marks})", values)  # noqa: S608
    sqlite.close_to_one_file(driver)
    lock.release()
    with open_database(folder).transaction() as work:
        house = work.newsroom.get()
        assert (house.organisation, house.unasked_sites) == ("Harbour Trust", ())
        assert house.dictionaries == {}
        assert house.paper is Paper.USUAL
        assert work.newsroom.save(house).version == 2


def test_pictures_of_an_earlier_schema_go_on_saying_what_they_said(
    tmp_path: Path, open_database: Opener
) -> None:
    folder = tmp_path / "newsroom"
    database = open_database(folder)
    asset = MediaAsset(
        id=MediaId(uuid_of(1)),
        sha256="ab" * 32,
        path="ab/x.jpg",
        mime="image/jpeg",
        captions={"en": "Crews at night", "fr": "La nuit"},
        creditline="Noor Elm",
    )
    with database.transaction() as work:
        work.media.save(asset)
    place = ReleaseMedia(media_id=asset.id, role=MediaRole.FEATURE)
    releases = [
        keep(
            database,
            plain_release(language=language, slug=language, media=(place,), dateline=IN_GENEVA),
        )
        for language in ("en-GB", "fr", "ar")
    ]
    database.close()
    with closing(sqlite.connect(folder / NAME, writing=True)) as driver:
        before = without_words_of_pictures(driver)
        sqlite.close_to_one_file(driver)
    set_back(folder, tmp_path, 6)
    with open_database(folder) as database, database.transaction() as work:
        told = [work.releases.get(release.id, verified=True) for release in releases]
        said = [(one.caption, one.credit, one.role) for each in told for one in each.media]
        assert said == [
            ("Crews at night", "Noor Elm", MediaRole.FEATURE),
            ("La nuit", "Noor Elm", MediaRole.FEATURE),
            ("", "Noor Elm", MediaRole.FEATURE),
        ]
        assert [each.dateline for each in told] == [IN_GENEVA] * 3
        assert {each.sha256 for one in told for each in work.revisions.list(one.id)} == before
        first = told[0]
        assert work.revisions.release_at(first.id, 1).media == (place,)
        kept(work, replace(first, headline="Other"))
        one, other = work.revisions.list(first.id)
        assert (one.number, other.number, other.prev_sha) == (1, 2, one.sha256)
        assert work.revisions.release_at(first.id, 2).media == first.media
        assert work.releases.get(first.id, verified=True).headline == "Other"


def without_words_of_pictures(driver: sqlite3.Connection) -> set[str]:
    """Make revisions what they were at schema 6; return their hashes."""
    hashes: set[str] = set()
    for key, snapshot in driver.execute("SELECT id, snapshot FROM revision").fetchall():
        content = json.loads(zlib.decompress(snapshot))
        for place in content["media"]:
            del place["caption"], place["credit"]
        canonical = to_json(content)
        hashes.add(digest(canonical))
        values = (zlib.compress(canonical), digest(canonical), key)
        driver.execute("UPDATE revision SET snapshot = ?, sha256 = ? WHERE id = ?", values)
    return hashes
