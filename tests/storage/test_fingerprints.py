"""Finding out that a text is stored already."""

import random
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from newsdesk.domain.fingerprint import fingerprints
from newsdesk.domain.provenance import Provenance, SourceKind
from newsdesk.domain.release import Release
from newsdesk.storage import sqlite
from newsdesk.storage.database import Database
from newsdesk.storage.fingerprints import _MOST_WITH
from newsdesk.storage.migrate import migrate
from newsdesk.storage.opening import NAME
from tests.storage.conftest import Opener
from tests.storage.making import NOW, keep, kept, plain_release

HOUSE = " ".join(f"house{number}" for number in range(60))


def text(seed: int, *, of: int = 200) -> str:
    chance = random.Random(seed)  # noqa: S311 - the same texts every time
    return " ".join(f"w{chance.randrange(100_000)}" for _ in range(of))


def likely(database: Database, body_md: str, *addresses: str, headline: str = "") -> list[object]:
    with database.reading() as work:
        return list(work.fingerprints.likely(fingerprints(headline, body_md, addresses), most=4))


def rows(database: Database, release: Release) -> list[tuple[int, int]]:
    asked = "SELECT ordinal, hash FROM release_fingerprint WHERE release_id = ? ORDER BY ordinal"
    return database._driver.execute(asked, (release.id.hex,)).fetchall()


def test_a_text_is_found_by_what_it_shares(database: Database) -> None:
    for seed in range(20):
        keep(database, plain_release(body_md=text(seed)))
    wanted = keep(database, plain_release(body_md=text(99)))
    assert likely(database, text(99)) == [wanted.id]
    assert likely(database, text(99) + " and " + text(7)[:200])[0] == wanted.id
    assert likely(database, text(100)) == []


def test_a_release_is_found_by_where_it_stands(database: Database) -> None:
    source = Provenance(kind=SourceKind.PAGE, address="https://example.org/a", imported_at=NOW)
    release = keep(database, plain_release(body_md=text(1), provenance=(source,)))
    assert likely(database, "", "http://www.example.org/a/#x") == [release.id]


def test_it_is_found_by_one_of_very_many_places(database: Database) -> None:
    source = Provenance(kind=SourceKind.PAGE, address="https://example.org/a/7", imported_at=NOW)
    release = keep(database, plain_release(body_md=text(1), provenance=(source,)))
    keep(database, plain_release(body_md=text(2)))
    pages = [f"https://example.org/a/{number}" for number in range(50)]
    assert likely(database, "", *pages) == [release.id]
    assert likely(database, "", *pages[8:]) == []


def test_what_the_transaction_just_stored_is_found_in_it(database: Database) -> None:
    with database.transaction() as work:
        release, _ = kept(work, plain_release(body_md=text(1)))
        assert work.fingerprints.likely(fingerprints("", text(1), []), most=4) == [release.id]


def test_a_step_that_is_taken_back_leaves_no_fingerprint(database: Database) -> None:
    with database.transaction() as work:
        try:
            with work.step():
                kept(work, plain_release(body_md=text(1)))
                raise ValueError  # noqa: TRY301 - what the step is for
        except ValueError:
            pass
    assert likely(database, text(1)) == []


def test_an_edit_touches_only_the_fingerprints_that_it_changes(database: Database) -> None:
    release = keep(database, plain_release(body_md=text(1)))
    before = rows(database, release)
    edited = text(1).split()
    edited[50] = "another"
    keep(database, replace(release, body_md=" ".join(edited)))
    after = rows(database, release)
    assert len(after) == len(before)
    assert len(set(before) & set(after)) >= len(before) - 2
    assert likely(database, " ".join(edited)) == [release.id]


def test_a_text_that_became_short_leaves_none_of_the_old_ones(database: Database) -> None:
    release = keep(database, plain_release(body_md=text(1)))
    saved = keep(database, replace(release, body_md="Three words left."))
    assert [ordinal for ordinal, _ in rows(database, release)] == [0]
    assert likely(database, text(1)) == []
    assert likely(database, "three words left", headline="New bridge opens") == [release.id]
    keep(database, replace(saved, body_md="", headline=""))
    assert rows(database, release) == []


def test_a_paragraph_that_the_whole_house_has_makes_nobody_likely(database: Database) -> None:
    with database.transaction() as work:
        for seed in range(_MOST_WITH + 10):
            kept(work, plain_release(body_md=f"{text(seed)} {HOUSE}"))
    assert likely(database, f"{text(999)} {HOUSE}") == []


def test_a_text_that_is_there_a_hundred_times_is_found(database: Database) -> None:
    with database.transaction() as work:
        for _ in range(100):
            kept(work, plain_release(body_md=text(1)))
    assert len(likely(database, text(1))) == 4


def test_a_migration_makes_the_fingerprints_of_what_is_there(
    folder: Path, open_database: Opener
) -> None:
    database = open_database(folder)
    source = Provenance(kind=SourceKind.PAGE, address="https://example.org/a", imported_at=NOW)
    described: dict[str, Any] = {"web_url": "https://example.org/b", "provenance": (source,)}
    releases = [keep(database, plain_release(body_md=text(seed))) for seed in range(250)]
    releases.append(keep(database, plain_release(**described)))
    before = [rows(database, release) for release in releases]
    database.close()
    with closing(sqlite.connect(folder / NAME, writing=True)) as driver:
        driver.execute("DELETE FROM release_fingerprint")
        migrate(driver)
    database = open_database(folder, writing=False)
    assert [rows(database, release) for release in releases] == before
    assert likely(database, text(7)) == [releases[7].id]
