"""What is asked of the search index: in the words of FTS5's expressions, and of a single entry.

Words hold letters and digits only; quoted, none of them is a keyword.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from newsdesk.storage.fold import NAME_BEGINS, Term, is_letter_of_unspaced, named, phrase, wanted

Entry: TypeAlias = Mapping[str, str]
"""Column -> its folded words, told apart by a space."""


@dataclass(frozen=True, slots=True)
class Match:
    """A condition on entries of the index."""

    expression: str
    holds: Callable[[Entry], bool]  # says of one entry what the index says of all


def words(text: str, *, is_beginning: bool = False) -> Match | None:
    """Ask for every word of a text; None if there is none in it.

    Args:
        is_beginning: the last word may go on.
    """
    terms = wanted(text)
    return of_terms(terms, is_beginning=is_beginning) if terms else None


def of_terms(terms: Sequence[Term], *, is_beginning: bool = True) -> Match:
    """Ask for all terms, each given by its alternatives, each a phrase."""
    *whole, last = terms
    asked = [_any_phrase(alternatives) for alternatives in whole]
    return all_of([*asked, _any_phrase(last, is_beginning=is_beginning)])


def together(text: str, *, is_beginning: bool = False) -> Match | None:
    """Ask for words that stand together; None if there is none."""
    tokens = phrase(text)
    return _phrase(tokens, goes_on=is_beginning) if tokens else None


def name(text: str) -> Match | None:
    """Ask for one of the names in a column, as a whole; None if it has no letter."""
    return _phrase(named(text).split(), goes_on=False) if phrase(text) else None


def any_name() -> Match:
    """Ask for what has any name in a column."""
    return _phrase([NAME_BEGINS], goes_on=False)


def within(column: str, match: Match) -> Match:
    """Look nowhere else."""
    return Match(
        f"{column} : ({match.expression})",
        lambda entry: match.holds({column: entry[column]}),
    )


def all_of(matches: Iterable[Match]) -> Match:
    asked = list(matches)
    if len(asked) == 1:
        return asked[0]
    return Match(_joined(asked, " AND "), lambda entry: all(one.holds(entry) for one in asked))


def any_of(matches: Iterable[Match]) -> Match:
    asked = list(matches)
    if len(asked) == 1:
        return asked[0]
    return Match(_joined(asked, " OR "), lambda entry: any(one.holds(entry) for one in asked))


def without(match: Match, left_out: Match) -> Match:
    return Match(
        f"({match.expression}) NOT ({left_out.expression})",
        lambda entry: match.holds(entry) and not left_out.holds(entry),
    )


def _joined(matches: Sequence[Match], between: str) -> str:
    return between.join(f"({one.expression})" for one in matches)


def _any_phrase(alternatives: Term, *, is_beginning: bool = False) -> Match:
    return any_of(_phrase(tokens, goes_on=is_beginning) for tokens in alternatives)


def _phrase(tokens: Sequence[str], *, goes_on: bool) -> Match:
    # a letter of Chinese begins a token of the index, wherever it stands
    goes_on = goes_on or (len(tokens) == 1 and is_letter_of_unspaced(tokens[0]))
    text = " ".join(tokens)
    found = f" {text}" if goes_on else f" {text} "

    def holds(entry: Entry) -> bool:
        # most entries have it nowhere, and are not copied to learn where a word begins
        return any(text in words and found in f" {words} " for words in entry.values())

    return Match(f'"{text}"{"*" if goes_on else ""}', holds)
