"""What of a release is found, and how it is asked for.

The index is written in the transaction that saves the release: by us, not by triggers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, select

from newsdesk.domain.index_words import indexed
from newsdesk.domain.release import Release
from newsdesk.domain.search import ALTERNATIVES, Condition, Operator, Part, Search, Word
from newsdesk.domain.vocabulary import Scheme
from newsdesk.storage import match_expressions as match
from newsdesk.storage import sqlite
from newsdesk.storage.fold import named
from newsdesk.storage.release_rows import read_all
from newsdesk.storage.rows import table_of
from newsdesk.storage.tables import ReleaseRow

_RELEASE = table_of(ReleaseRow)
_SCHEMES = {Scheme.COUNTRY: "countries", Scheme.TAG: "tags", Scheme.THEME: "themes"}
_COLUMNS = {
    Operator.COUNTRY: "countries",
    Operator.TAG: "tags",
    Operator.THEME: "themes",
    Operator.CONTACT: "contacts",
}
_LISTS = {Part.TAG: "tags", Part.THEME: "themes", Part.CONTACT: "contacts"}


def write(connection: Connection, release: Release, rowid: int) -> None:
    """Put a release into the index, or its new text in the place of the old one."""
    sqlite.write_index(connection, rowid, entry(release))


def entry(release: Release) -> list[str]:
    """Return what the index holds of a release, in the order of its columns."""
    texts: dict[str, Iterable[str | None]] = {
        "headline": [release.headline],
        "abstract": [release.abstract, release.subheadline],
        # standing paragraphs are the same in every release: they tell none from another
        "body": [
            release.body_md,
            *(b.text_md for b in release.boilerplates if not b.boilerplate_id),
        ],
        "names": _names(release),
        "terms": (
            name
            for term in release.terms
            if term.scheme not in _SCHEMES
            for name in term.names.values()
        ),
    }
    lists = _lists(release)
    return [
        _list_of(lists[column])
        if column in lists
        else indexed(" ".join(filter(None, texts[column])))
        for column in sqlite.INDEX_COLUMNS
    ]


def _names(release: Release) -> Iterator[str | None]:
    for place in release.dateline.places:
        yield from (place.city, *place.names.values())
    yield from (release.dateline.custom_text, release.byline, release.slugline, release.symbol)
    yield from (quote.speaker_name for quote in release.quotes)


def _lists(release: Release) -> dict[str, list[str | None]]:
    """Return the names that are also found as a whole."""
    lists: dict[str, list[str | None]] = {column: [] for column in _COLUMNS.values()}
    for contact in release.contacts:
        lists["contacts"] += (contact.display_name, contact.office)
    for place in release.dateline.places:
        lists["countries"] += (place.country_code, *place.country_names.values())
    for term in release.terms:
        if term.scheme in _SCHEMES:
            lists[_SCHEMES[term.scheme]] += term.names.values()
    return lists


def _list_of(names: Iterable[str | None]) -> str:
    return " ".join(dict.fromkeys(named(name) for name in names if name and indexed(name)))


def rebuild(connection: Connection) -> None:
    """Make the index again from all that is stored."""
    sqlite.make_index(connection)
    rows = connection.execute(select(_RELEASE.c.id, _RELEASE.c.search_rowid)).all()
    rowids = {row.id: row.search_rowid for row in rows}
    for release in read_all(connection):
        write(connection, release, rowids[release.id])


# Asking ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the index is asked: what an entry must match, and what it must not."""

    wanted: match.Match | None = None
    left_out: match.Match | None = None
    is_nothing: bool = False  # only signs were typed: they stand nowhere

    def rows(self) -> Select[int] | None:
        """Select the entries that match; None if any would."""
        return sqlite.matching(self._whole.expression) if self._whole else None

    def rows_left_out(self) -> Select[int] | None:
        """Select the entries that must not be there, where nothing else is asked of them."""
        is_alone = self.left_out is not None and self.wanted is None
        return sqlite.matching(self.left_out.expression) if self.left_out and is_alone else None

    def ranked(self) -> Select[int, float] | None:
        """Select the entries that match with their rank: the lower, the better."""
        return sqlite.ranking(self._whole.expression) if self._whole else None

    def among(self, connection: Connection, rowids: Sequence[int]) -> set[int]:
        """Return those of a few entries that match, without asking what others there are."""
        whole = self._whole
        if whole is None:
            return set(rowids)
        entries = sqlite.index_entries(connection, rowids)
        return {
            rowid
            for rowid, texts in entries.items()
            if whole.holds(dict(zip(sqlite.INDEX_COLUMNS, texts, strict=True)))
        }

    @property
    def _whole(self) -> match.Match | None:
        if self.wanted is not None and self.left_out is not None:
            return match.without(self.wanted, self.left_out)
        return self.wanted


def asked(search: Search, column: str = "") -> Asked:
    """Return what of a search is for the index.

    Args:
        column: the only one that words are looked for in; one of those that `write` fills.
    """
    words = search.words
    last = next((word for word in reversed(words) if not word.is_excluded), None)
    included: list[match.Match] = []
    excluded: list[match.Match] = []
    for word in words:
        expression = _word(word, is_beginning=word is last)
        if expression is not None and column:
            expression = match.within(column, expression)
        if expression is not None:
            (excluded if word.is_excluded else included).append(expression)
    alternatives: dict[Operator, list[match.Match]] = {}
    for condition in search.conditions:
        expression = _condition(condition)
        if expression is None:
            continue
        if condition.is_excluded:
            excluded.append(expression)
        elif condition.operator in ALTERNATIVES:
            alternatives.setdefault(condition.operator, []).append(expression)
        else:
            included.append(expression)
    included += map(match.any_of, alternatives.values())
    return Asked(
        wanted=match.all_of(included) if included else None,
        left_out=match.any_of(excluded) if excluded else None,
        is_nothing=bool(words) and not (included or excluded or search.conditions),
    )


def _word(word: Word, *, is_beginning: bool) -> match.Match | None:
    if word.is_phrase:
        return match.together(word.text, is_beginning=word.is_open)
    return match.words(word.text, is_beginning=is_beginning and not word.is_excluded)


def _condition(condition: Condition) -> match.Match | None:
    """Return a condition that the index decides; None for any other one."""
    operator = condition.operator
    if operator is Operator.HAS:
        lists = [_LISTS[Part(part)] for part in condition.meaning if part in _LISTS]
        # of one part alone: what else `has:` may mean here is no matter of the index
        is_whole = len(lists) == len(condition.meaning)
        return match.any_of(match.within(c, match.any_name()) for c in lists) if is_whole else None
    if operator not in _COLUMNS:
        return None
    if operator is Operator.COUNTRY:
        names = [name for one in condition.meaning if (name := match.name(one))]
        return match.within(_COLUMNS[operator], match.any_of(names)) if names else None
    expression = (
        match.name(condition.value)
        if condition.is_exact
        else match.words(condition.value, is_beginning=True)
    )
    return match.within(_COLUMNS[operator], expression) if expression else None
