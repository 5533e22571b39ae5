"""What the search index is asked, in the words of FTS5's expressions.

Words hold letters and digits only; quoted, none of them is a keyword.
"""

from collections.abc import Iterable, Sequence

from newsdesk.storage.fold import NAME_BEGINS, Term, is_letter_of_unspaced, named, phrase, wanted


def words(text: str, *, is_beginning: bool = False) -> str:
    """Ask for every word of a text; "" if there is none in it.

    Args:
        is_beginning: the last word may go on.
    """
    terms = wanted(text)
    return of_terms(terms, is_beginning=is_beginning) if terms else ""


def of_terms(terms: Sequence[Term], *, is_beginning: bool = True) -> str:
    """Ask for all terms, each given by its alternatives, each a phrase."""
    *whole, last = terms
    written = [_any_phrase(alternatives) for alternatives in whole]
    return all_of([*written, _any_phrase(last, is_beginning=is_beginning)])


def together(text: str, *, is_beginning: bool = False) -> str:
    """Ask for words that stand together; "" if there is none."""
    tokens = phrase(text)
    return _phrase(tokens, is_beginning=is_beginning) if tokens else ""


def name(text: str) -> str:
    """Ask for one of the names in a column, as a whole; "" if it has no letter."""
    return f'"{named(text)}"' if phrase(text) else ""


def any_name() -> str:
    """Ask for what has any name in a column."""
    return f'"{NAME_BEGINS}"'


def within(column: str, expression: str) -> str:
    """Look nowhere else."""
    return f"{column} : ({expression})"


def all_of(expressions: Iterable[str]) -> str:
    return _joined(expressions, " AND ")


def any_of(expressions: Iterable[str]) -> str:
    return _joined(expressions, " OR ")


def without(expression: str, left_out: str) -> str:
    return f"({expression}) NOT ({left_out})"


def _joined(expressions: Iterable[str], between: str) -> str:
    written = list(expressions)
    return written[0] if len(written) == 1 else between.join(f"({one})" for one in written)


def _any_phrase(alternatives: Term, *, is_beginning: bool = False) -> str:
    return any_of(_phrase(tokens, is_beginning=is_beginning) for tokens in alternatives)


def _phrase(tokens: Sequence[str], *, is_beginning: bool) -> str:
    # a letter of Chinese begins a token of the index, wherever it stands
    goes_on = is_beginning or (len(tokens) == 1 and is_letter_of_unspaced(tokens[0]))
    return f'"{" ".join(tokens)}"{"*" if goes_on else ""}'
