"""What of a release is found, and how it is asked for.

The index is written in the transaction that saves the release: by us, not by triggers.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, Select, select

from newsdesk.domain.release import Release
from newsdesk.storage import sqlite
from newsdesk.storage.fold import indexed, wanted
from newsdesk.storage.release_rows import read_all
from newsdesk.storage.rows import table_of
from newsdesk.storage.tables import ReleaseRow

_RELEASE = table_of(ReleaseRow)


def write(connection: Connection, release: Release, rowid: int) -> None:
    """Put a release into the index, or its new text in the place of the old one."""
    sqlite.write_index(connection, rowid, entry(release))


def entry(release: Release) -> list[str]:
    """Return what the index holds of a release, in the order of its columns."""
    texts = {
        "headline": [release.headline],
        "abstract": [release.abstract, release.subheadline],
        # standing paragraphs are the same in every release: they tell none from another
        "body": [
            release.body_md,
            *(b.text_md for b in release.boilerplates if not b.boilerplate_id),
        ],
        "names": _names(release),
        "terms": (name for term in release.terms for name in term.names.values()),
    }
    return [indexed(" ".join(filter(None, texts[column]))) for column in sqlite.INDEX_COLUMNS]


def _names(release: Release) -> Iterator[str | None]:
    for place in release.dateline.places:
        yield from (place.city, *place.names.values(), *place.country_names.values())
    yield from (release.dateline.custom_text, release.byline, release.slugline, release.symbol)
    for contact in release.contacts:
        yield from (contact.display_name, contact.office)
    yield from (quote.speaker_name for quote in release.quotes)


def rebuild(connection: Connection) -> None:
    """Make the index again from all that is stored."""
    sqlite.make_index(connection)
    rows = connection.execute(select(_RELEASE.c.id, _RELEASE.c.search_rowid)).all()
    rowids = {row.id: row.search_rowid for row in rows}
    for release in read_all(connection):
        write(connection, release, rowids[release.id])


def found(text: str, column: str = "") -> Select[int] | None:
    """Select the index rows that have every word of `text`; None if there is no word in it.

    Args:
        column: the only one that is looked in; one of those that `write` fills.
    """
    terms = wanted(text)
    return sqlite.matching(sqlite.match_expression(terms, column)) if terms else None


def ranked(text: str) -> Select[int, float] | None:
    """Select them with their rank: the lower, the better."""
    terms = wanted(text)
    return sqlite.ranking(sqlite.match_expression(terms)) if terms else None
