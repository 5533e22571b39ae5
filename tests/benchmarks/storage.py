"""What a save costs beside the same rows written by nothing but sqlite3."""

import random
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from uuid6 import uuid7

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.ids import FamilyId, PlaceId, ReleaseId, RevisionId
from newsdesk.domain.place import Place
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.storage import sqlite
from newsdesk.storage.database import Database, UnitOfWork
from newsdesk.storage.opening import NAME
from tests.benchmarks.rows import Row

_SAVES = 400
_WARM_UP = 20
_BODY_BYTES = 4096
_TEXT = """
the harbour of Samport was opened on Monday by Noor Elm, who said that “a bridge is built by many
hands” and that 2,859 people had worked on it since January; the mayor of Genève and the council’s
engineers joined her, as did visitors from Côte d’Ivoire and Viet Nam in the morning
"""


def measure() -> list[Row]:
    # beside the project: a temporary folder may lie in memory, where nothing is ever synced
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        ours, bare = _saves(Path(name))
    return [
        Row(
            "a save of 4 KB (row, revision, index, fingerprints, hash)",
            ours * 1e3,
            "ms",
            bare * 1e3,
            3.5,
        )
    ]


def _saves(folder: Path) -> tuple[float, float]:
    """Return the median seconds of a save and of the same rows; one by turns with the other."""
    open_newsroom(folder / "bare").close()
    chance = random.Random(1)  # noqa: S311 - the same texts every time
    with (
        open_newsroom(folder / "ours") as database,
        closing(sqlite.connect(folder / "bare" / NAME, writing=True)) as driver,
    ):
        sqlite.keep_log(driver)
        release = _kept(database, new_release())
        write = _bare_writer(database, driver)
        write()
        ours: list[float] = []
        bare: list[float] = []
        for _ in range(_WARM_UP + _SAVES):
            edited = replace(release, body_md=body(chance), versioncreated=datetime.now(UTC))
            begun = perf_counter()
            release = _kept(database, edited)
            ours.append(perf_counter() - begun)
            bare.append(write())
    return median(ours[_WARM_UP:]), median(bare[_WARM_UP:])


def open_newsroom(folder: Path) -> Database:
    return Database.open(folder, writing=True, now=lambda: datetime.now(UTC), new_id=uuid7)


def _kept(database: Database, release: Release) -> Release:
    with database.transaction() as work:
        return kept(work, release)


def kept(work: UnitOfWork, release: Release) -> Release:
    """Save a release with its revision."""
    saved = work.releases.save(release, dateline_text="SAMPORT")
    work.revisions.add(
        saved,
        reason=Reason.AUTOSAVE,
        author="dana",
        device="desk",
        at=datetime.now(UTC),
        revision_id=RevisionId(uuid7()),
        word_count=700,
        char_count=_BODY_BYTES,
    )
    return saved


def _bare_writer(database: Database, driver: sqlite3.Connection) -> Callable[[], float]:
    """Return what writes the rows of the last save in one transaction and says how long it took."""
    tables = ("release", "revision", "release_search")
    last = {
        "release": "SELECT * FROM release",
        "revision": "SELECT * FROM revision ORDER BY number DESC LIMIT 1",
        "release_search": "SELECT rowid, * FROM release_search",
    }
    names: dict[str, list[str]] = {}
    for table in tables:
        cursor = database._driver.execute(last[table])
        names[table] = [column[0] for column in cursor.description]
    change = ", ".join(f"{name} = ?" for name in names["release"])
    marks = {table: ", ".join("?" * len(names[table])) for table in tables}
    update = f"UPDATE release SET {change}"  # noqa: S608
    insert = f"INSERT INTO release VALUES ({marks['release']})"  # noqa: S608
    revision = f"INSERT INTO revision VALUES ({marks['revision']})"  # noqa: S608
    columns = ", ".join(names["release_search"])
    fingerprints = "SELECT * FROM release_fingerprint"
    fingerprint = "REPLACE INTO release_fingerprint VALUES (?, ?, ?)"
    index = f"REPLACE INTO release_search ({columns}) VALUES ({marks['release_search']})"  # noqa: S608

    def write() -> float:
        rows = {table: database._driver.execute(last[table]).fetchone() for table in tables}
        numbers = database._driver.execute(fingerprints).fetchall()
        is_new = driver.execute("SELECT count(*) FROM release").fetchone() == (0,)
        begun = perf_counter()
        driver.execute("BEGIN IMMEDIATE")
        driver.execute(insert if is_new else update, rows["release"])
        driver.execute(revision, rows["revision"])
        driver.execute(index, rows["release_search"])
        driver.executemany(fingerprint, numbers)
        driver.execute("COMMIT")
        return perf_counter() - begun

    return write


def body(chance: random.Random) -> str:
    words = _TEXT.split()
    paragraphs: list[str] = []
    while sum(len(text.encode()) for text in paragraphs) < _BODY_BYTES:
        paragraphs.append(" ".join(chance.choices(words, k=60)) + ".\n\n")
    return "".join(paragraphs).encode()[:_BODY_BYTES].decode(errors="ignore")


def new_release() -> Release:
    key, now = ReleaseId(uuid7()), datetime.now(UTC)
    place = Place(
        id=PlaceId(uuid7()),
        city="Samport",
        country_code="CH",
        names={"en": "Samport"},
        country_names={"en": "Switzerland"},
        tz="Europe/Zurich",
    )
    contact = ReleaseContact(
        display_name="Noor Elm",
        office="Harbour Trust",
        points=(
            ContactPoint(kind=PointKind.EMAIL, value="noor@example.org"),
            ContactPoint(kind=PointKind.PHONE, value="+41225550100"),
        ),
    )
    return Release(
        id=key,
        slug="harbour-opens",
        family_id=FamilyId(key),
        language="en",
        headline="Harbour of Samport opens after ten years of work",
        abstract="A bridge and a quay are open to everybody from Monday.",
        body_md="",
        firstcreated=now,
        versioncreated=now,
        created_by="dana",
        dateline=Dateline(places=(place,), date=now.date()),
        contacts=(contact,),
    )
