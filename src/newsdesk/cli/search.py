"""Commands that find releases, and that keep what is looked for."""

import argparse
from collections.abc import Iterator
from dataclasses import replace

from newsdesk.cli import shapes
from newsdesk.cli.inputs import UsageError
from newsdesk.cli.output import emit, table
from newsdesk.desk import open_desk
from newsdesk.domain.facets import FACETS
from newsdesk.domain.query import ReleaseQuery, ReleaseSummary
from newsdesk.domain.saved_search import SavedSearch
from newsdesk.domain.search import Operator
from newsdesk.services.desk import Desk


def search(words: argparse.Namespace) -> int:
    """Print what is found, and the place of each text where it stands."""
    with open_desk(words.data_dir) as desk:
        text = desk.searches.find(words.query).query if words.saved else words.query
        query = ReleaseQuery(text=text, trashed=words.trash, limit=words.limit)
        rows = desk.search.page(query, ranked=words.ranked)
    shape = [shapes.found(row) for row in rows]
    emit(words, shape, _lines(rows) if rows else ["No releases."])
    return 0


def searches(words: argparse.Namespace) -> int:
    """List the saved searches with how many releases each finds, or keep, change, remove one."""
    given = [one for one in ("add", "edit", "remove") if getattr(words, one) is not None]
    if len(given) > 1:
        raise UsageError(f"--{' and --'.join(given)} exclude each other")
    if words.name is not None and not (words.add or words.edit):
        raise UsageError("--name needs --add QUERY or --edit SEARCH")
    if (words.query is not None or words.move) and words.edit is None:
        raise UsageError("--query and --move need --edit SEARCH")
    with open_desk(words.data_dir, writing=bool(given)) as desk:
        rows = [(one, desk.searches.count(one)) for one in _chosen(words, desk)]
    lines = table([(str(one.id), one.name, str(count), one.query) for one, count in rows])
    shape = [{**shapes.plain(one), "count": count} for one, count in rows]
    emit(words, shape, lines if rows else ["No saved searches."])
    return 0


def facets(words: argparse.Namespace) -> int:
    """Print what the list can be narrowed to, with how many releases each query finds."""
    by = [Operator(words.by)] if words.by else FACETS
    with open_desk(words.data_dir) as desk:
        found = desk.facets.all(words.language)
    rows = [(one.condition, str(one.count)) for kind in by for one in found.of(kind)]
    ends = [("all", str(found.total)), *rows, ("trash", str(found.trashed))]
    emit(words, shapes.facets(found, by), table(rows if words.by else ends))
    return 0


def _chosen(words: argparse.Namespace, desk: Desk) -> list[SavedSearch]:
    if words.add is not None:
        return [desk.searches.add(words.add, words.name or "")[0]]
    if words.edit is not None:
        standing = desk.searches.find(words.edit)
        changed = replace(
            standing,
            name=standing.name if words.name is None else words.name,
            query=standing.query if words.query is None else words.query,
        )
        saved = standing if changed == standing else desk.searches.save(changed)[0]
        return [desk.searches.move(saved.id, words.move)[0] if words.move else saved]
    if words.remove is not None:
        return [desk.searches.remove(words.remove)[0]]
    return desk.searches.all()


def _lines(rows: list[ReleaseSummary]) -> Iterator[str]:
    heads = table(
        [
            (str(row.id), row.state, row.language, f"{row.updated:%Y-%m-%d}", row.headline or "–")
            for row in rows
        ]
    )
    for row, head in zip(rows, heads, strict=True):
        yield head
        if row.excerpt is not None:
            yield f"    {row.excerpt.text}"
