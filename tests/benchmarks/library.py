"""The library at a hundred thousand releases: searching, listing, filtering, opening, saving.

Beside each figure stands what SQLite alone needs for the same rows, on the same file, by turns.
"""

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from newsdesk.desk import open_desk
from newsdesk.domain.grouping import GroupBy, Grouping
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.workflow import State
from newsdesk.services.desk import Desk
from newsdesk.storage import sqlite
from newsdesk.storage.database import Database
from newsdesk.storage.opening import NAME
from tests.benchmarks import storage
from tests.benchmarks.archive import archive
from tests.benchmarks.rows import Row

_RUNS = 15
_PAGE = 24
_NEWEST_LIST = (
    "SELECT id FROM release WHERE deleted_at IS NULL ORDER BY versioncreated DESC, id DESC"
)
_MONTHS = """
SELECT strftime('%Y-%m', versioncreated), count(*) FROM release WHERE deleted_at IS NULL GROUP BY 1
"""
_ROWS = """
SELECT id, headline, slug, state, language, dateline_text, abstract, versioncreated,
  substr(body_md, 1, 400), embargo_until_utc, embargo_tz, starred
FROM release WHERE id IN ({})
"""
_WORDS = {  # of a search -> the same in the index's own words
    "harbour": '"harbour"*',
    "Noor": '"noor"*',
    "新闻": '"新闻"*',
    "هجرة": '"هجره"*',
    "rescue fishermen": '"rescue" AND "fishermen"*',
}
_RANKED = f"""
WITH best AS (
  SELECT rowid AS found FROM release_search WHERE release_search MATCH ?
  ORDER BY bm25(release_search, {", ".join(map(str, sqlite._WEIGHTS.values()))}) LIMIT {_PAGE}
)
SELECT release.id, headline, slug, state, language, dateline_text, abstract, versioncreated,
  substr(body_md, 1, 400), starred, body_md
FROM best JOIN release ON release.search_rowid = best.found
"""  # noqa: S608


def measure() -> list[Row]:
    kept = archive()
    with (
        open_desk(kept.folder) as desk,
        closing(sqlite.connect(kept.folder / NAME, writing=False)) as bare,
    ):
        rows = [*_searches(desk, bare), *_lists(desk, bare)]
    return [*rows, *_saves(kept.folder)]


def _searches(desk: Desk, bare: sqlite3.Connection) -> list[Row]:
    rows: list[Row] = []
    for words, expression in _WORDS.items():
        query = ReleaseQuery(text=words, limit=_PAGE)
        newest = _median_ms(lambda query=query: desk.search.ids(query))
        shown = _median_ms(lambda query=query: desk.search.page(query))
        rows.append(Row(f"search “{words}”: the newest {_PAGE} keys", newest, "ms", None, 5))
        rows.append(Row(f"search “{words}”: the same with their places", shown, "ms", None, 5))
        ranked, plain = _by_turns(
            lambda query=query: desk.search.page(query, ranked=True),
            lambda expression=expression: bare.execute(_RANKED, (expression,)).fetchall(),
        )
        rows.append(Row(f"search “{words}”: the best {_PAGE}", ranked, "ms", plain, 1.5))
    return rows


def _lists(desk: Desk, bare: sqlite3.Connection) -> list[Row]:
    keys = list(desk.search.ids(ReleaseQuery(limit=200)))
    page = ReleaseQuery(limit=200)
    every, plain = _by_turns(
        lambda: desk.search.ids(ReleaseQuery()), lambda: bare.execute(_NEWEST_LIST).fetchall()
    )
    by_month = Grouping(by=GroupBy.MONTH)
    grouped, plain_groups = _by_turns(
        lambda: desk.search.grouped(ReleaseQuery(), by_month),
        lambda: (bare.execute(_NEWEST_LIST).fetchall(), bare.execute(_MONTHS).fetchall()),
    )
    marks = ", ".join("?" * len(keys))
    digits = [key.hex for key in keys]
    shown, bare_rows = _by_turns(
        lambda: desk.releases.rows(keys),
        lambda: bare.execute(_ROWS.format(marks), digits).fetchall(),
    )
    drafts = ReleaseQuery(states=frozenset({State.DRAFT}))
    clicked = _median_ms(lambda: desk.search.ids(drafts))
    opened = _median_ms(lambda: desk.releases.get(str(keys[100])))
    return [
        Row("all keys of the list", every, "ms", plain, 1.0),
        Row("all keys of the list, by month", grouped, "ms", plain_groups, 1.5),
        Row("a filter click: the keys of drafts", clicked, "ms", None, 30),
        Row("a page of 200 keys", _median_ms(lambda: desk.search.ids(page)), "ms", None, 1),
        Row("the rows of 200", shown, "ms", bare_rows, 4),
        Row("opening a release", opened, "ms", None, 1),
        Row("the counts of the filters", _median_ms(desk.releases.counts), "ms", None, 60),
        Row("what the sidebar counts", _median_ms(lambda: desk.facets.all("en")), "ms", None, 500),
    ]  # fmt: skip


def _saves(folder: Path) -> list[Row]:
    """Save a release by turns among very many and where it is the only one."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".saves-") as name:
        full = Path(name) / "full"
        full.mkdir()
        shutil.copyfile(folder / NAME, full / NAME)
        chance = random.Random(1)  # noqa: S311 - the same texts every time
        with (
            storage.open_newsroom(full) as many,
            storage.open_newsroom(Path(name) / "empty") as alone,
        ):
            standing = {database: storage.new_release() for database in (many, alone)}

            def save(database: Database) -> None:
                edited = replace(standing[database], body_md=storage.body(chance))
                with database.transaction() as work:
                    standing[database] = storage.kept(work, edited)

            among, only = _by_turns(lambda: save(many), lambda: save(alone), runs=60)
    return [Row("a save among 100,000, beside one alone", among, "ms", only, 1.5)]


def _median_ms(work: Callable[[], object]) -> float:
    work()
    return median(_timed(work) for _ in range(_RUNS))


def _by_turns(
    ours: Callable[[], object], floor: Callable[[], object], runs: int = _RUNS
) -> tuple[float, float]:
    ours(), floor()
    times = [(_timed(ours), _timed(floor)) for _ in range(runs)]
    return median(one for one, _ in times), median(other for _, other in times)


def _timed(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1e3
